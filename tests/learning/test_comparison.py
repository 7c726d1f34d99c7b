"""The comparison of taggers: fair folds, true figures, and every tagger fits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.corpus.records import read_records
from minutes_nlp.learning import section_metrics
from minutes_nlp.learning.comparison.calibration import batch_posteriors
from minutes_nlp.learning.comparison.candidates import CANDIDATES, TODAY
from minutes_nlp.learning.comparison.dataset import Dataset, read_dataset, voice_folds
from minutes_nlp.learning.comparison.intervals import HeldOutResult, figures, macro_f1
from minutes_nlp.learning.comparison.outline_features import outline_features
from minutes_nlp.learning.comparison.running import compare
from minutes_nlp.learning.comparison.speaker_links import speaker_links
from minutes_nlp.learning.comparison.table import table
from minutes_nlp.nlp.decoding import posteriors
from minutes_nlp.nlp.section_model import TransitionScores
from minutes_nlp.nlp.training import LABELS

ROOT = Path(__file__).resolve().parents[2]
SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def small() -> Dataset:
    """Return one document of each of six voices, with its variants."""
    files = [f for f in sorted((ROOT / "corpora").glob("*.jsonl")) if "papers" not in f.name]
    return read_dataset([record for file in files[:6] for record in list(read_records(file))[:1]])


@given(SEEDS, st.lists(st.integers(1, 7), min_size=1, max_size=5))
def test_many_documents_at_once_give_what_each_gives(seed: int, lengths: list[int]) -> None:
    random = np.random.default_rng(seed)
    scores = TransitionScores(random.normal(size=(4, 4)), *random.normal(size=(2, 4)))
    documents = [random.normal(size=(length, 4)) * 3 for length in lengths]
    alone = [posteriors(rows, scores.between, scores.start, scores.end) for rows in documents]
    assert np.allclose(batch_posteriors(documents, scores), np.concatenate(alone))


@given(st.sets(st.text("abc", min_size=1), min_size=3), st.integers(2, 3), SEEDS)
def test_every_voice_is_in_one_fold(voices: set[str], count: int, seed: int) -> None:
    folds = voice_folds([*voices, *voices], count, seed)
    assert sorted(voice for fold in folds for voice in fold) == sorted(voices)
    assert max(map(len, folds)) - min(map(len, folds)) <= 1
    assert folds == voice_folds(sorted(voices), count, seed)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1))
def test_macro_f1_of_counts_is_that_of_predictions(pairs: list[tuple[int, int]]) -> None:
    counts = np.zeros((10, 10), dtype=np.int64)
    for true, predicted in pairs:
        counts[true, predicted] += 1
    names = [label.value for label in LABELS]
    predictions = section_metrics.SectionPredictions(
        ["a"] * len(pairs), [names[t] for t, _ in pairs], [names[p] for _, p in pairs], []
    )
    assert macro_f1(counts) == pytest.approx(section_metrics.macro_f1(predictions))


def result(right: float) -> HeldOutResult:
    """Return eight voices of thirty paragraphs, of which the share ``right`` is right."""
    random = np.random.default_rng(0)
    columns = random.integers(0, 10, 240)
    guessed = np.where(random.random(240) < right, columns, (columns + 1) % 10)
    return HeldOutResult(np.repeat(list("abcdefgh"), 30), columns, np.eye(10)[guessed])


def test_the_interval_tells_a_better_tagger_from_noise() -> None:
    better = figures(result(0.95), result(0.7))["difference"]
    assert 0 < better[1] < better[0] < better[2]
    assert figures(result(0.7), result(0.7))["difference"] == [0, 0, 0]
    perfect = figures(result(1.1), result(0.7))
    assert perfect["macro_f1"] == perfect["worst_voice_macro_f1"] == [1, 1, 1]


@pytest.mark.parametrize("name", CANDIDATES)
def test_every_tagger_learns(name: str, small: Dataset) -> None:
    out = small.voices == small.voices[0]
    train, held = small.documents(~out), small.documents(out & ~small.variant)
    tagger = CANDIDATES[name][1]()
    tagger.fit(train)
    rows = tagger.predict_log_proba(held)
    assert rows.shape == (len(held.columns), len(LABELS))
    assert np.isfinite(rows).all()
    assert (rows.argmax(axis=1) == held.columns).mean() > 0.4
    assert tagger.megabytes > 0


def test_a_comparison_holds_every_paragraph_out_once(small: Dataset) -> None:
    said: list[str] = []
    makers = {name: CANDIDATES[name][1] for name in (TODAY, "bare")}
    rows = compare(small, makers, TODAY, folds=3, seed=0, progress=said.append)
    assert [line.split(":")[0] for line in said] == [TODAY, "bare"]
    assert rows[TODAY]["difference"] == [0, 0, 0]
    assert rows[TODAY]["scoring_cost"] == 1
    assert rows["bare"]["megabytes"] < rows[TODAY]["megabytes"]
    assert rows[TODAY]["macro_f1"][0] > rows["bare"]["macro_f1"][0]


def test_the_agenda_is_followed() -> None:
    texts = [
        "BIÊN BẢN",
        "Chương trình: 1. Thời sự trong nước; 2. Thu đảng phí; 3. Bầu bổ sung chi ủy.",
        "Có mặt đủ.",
    ]
    texts += ["", "Thời sự trong nước", "Bão số 3.", "Bầu bổ sung chi ủy", "Bỏ phiếu."]
    features = outline_features(texts)
    assert "outline:before" in features[2]
    assert "outline:item:thời" in features[5]
    assert "outline:next:phí" in features[5]
    assert "outline:item:bầu" in features[7]


def test_speakers_hang_together() -> None:
    texts = ["Chủ trì: đồng chí Trần Văn Hòa.", "Đồng chí Hòa phê bình đồng chí Lan."]
    texts += ["Đồng chí Lan xin nhận.", "Sẽ sửa ngay."]
    features = speaker_links(texts)
    assert "speakers:answered" in features[1]
    assert "speakers:answers1" in features[2]
    assert "speakers:last=person" in features[3]
    assert "speakers:new" not in features[2]


def test_the_table_has_a_row_a_tagger() -> None:
    comparison = json.loads((ROOT / "models" / "comparison.json").read_text(encoding="utf-8"))
    lines = table(comparison).splitlines()
    assert len([line for line in lines if line.startswith("| ")]) == len(CANDIDATES) + 1
