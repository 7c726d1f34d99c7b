"""Scores without feature dictionaries are the sums that the dictionaries and weights give."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.nlp import section_scores
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.features import TaggerInput, document_features
from minutes_nlp.nlp.model_files import NAMES, load_model, shipped_model
from minutes_nlp.nlp.model_writing import read_classifier
from minutes_nlp.nlp.pipeline import blank_pipeline
from minutes_nlp.nlp.section_scores import SectionScores
from minutes_nlp.nlp.section_tagger import tagger_inputs
from minutes_nlp.nlp.training import LABELS, TrainingDocument, encode

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
LINES = (
    "BIÊN BẢN SINH HOẠT CHI BỘ CHUYÊN ĐỀ",
    "I. Thời sự: bão số 3 gây lũ ở ba xã miền núi.",
    "Đ/c Lan (chủ trì): đề nghị sửa mương trước mùa mưa, còn 2 ha thiếu nước.",
    "Việc | Người | Hạn",
    "Sửa mương | đ/c Lan | 20/7",
    "Tôi còn nể nang, chưa nghiêm túc; chi ủy chưa sâu sát.",
)
PIECES = st.sampled_from(
    [*" ".join(LINES).split(), "none", "dist=1", "a_b", "_", "²", "100%", "hoà", "\u0301", "ﬁ", "-"]
)
PARAGRAPHS = st.builds(
    lambda words, sizes: TaggerInput(" ".join(words), _segmented(words, sizes)),
    st.lists(PIECES, min_size=1, max_size=12),
    st.lists(st.integers(1, 3), min_size=12, max_size=12),
)


def _segmented(words: Sequence[str], sizes: Sequence[int]) -> tuple[str, ...]:
    segmented: list[str] = []
    position = 0
    for size in sizes:
        segmented.append(" ".join(words[position : position + size]))
        position += size
    return tuple(word for word in segmented if word)


def by_features(scores: SectionScores, paragraphs: Sequence[TaggerInput]) -> Array:
    """Add up the features of the reference one by one."""
    rows = []
    for features in document_features(paragraphs):
        row = scores.intercept.copy()
        for name, value in features.items():
            if name in scores.rows:
                row += value * scores.weights[scores.rows[name]]
        rows.append(row)
    return np.array(rows)


@lru_cache(maxsize=1)
def shipped() -> SectionScores:
    model = load_model()
    return SectionScores(model.rows, model.weights, model.intercept)


def inputs_of(lines: Sequence[str]) -> list[TaggerInput]:
    return tagger_inputs(blank_pipeline().make_doc("\n".join(lines)))


def real_documents() -> list[list[TaggerInput]]:
    apart = corpus_voices(CORPORA, "set_apart")
    records = [record for record in read_records(CORPORA) if record.voice not in apart]
    return [inputs_of([p.text for p in record.paragraphs]) for record in records[::60]]


def test_scores_of_real_minutes_are_those_of_scikit_learn() -> None:
    model = load_model()
    classifier, _ = read_classifier(shipped_model().joinpath(NAMES["skops"]).read_bytes())
    # The same weights as the trained ones, as another test holds, but rounded to 32 bits.
    classifier.coef_ = model.weights.T[classifier.classes_]
    classifier.intercept_ = model.intercept[classifier.classes_]
    documents = real_documents()
    assert len(documents) > 8
    for document in documents:
        features = tuple(document_features(document))
        encoded = encode([TrainingDocument("a", features, (LABELS[0],))], dict(model.rows))
        expected = classifier.decision_function(encoded)
        found = shipped().of(document)[:, classifier.classes_]
        assert np.abs(found - expected).max() < 1e-9


@settings(max_examples=150, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=6))
def test_scores_of_any_text_are_the_sums_of_its_features(paragraphs: list[TaggerInput]) -> None:
    scores = shipped()
    assert np.abs(scores.of(paragraphs) - by_features(scores, paragraphs)).max() < 1e-9


@settings(max_examples=30, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=5), st.integers(0, 2**32 - 1))
def test_whichever_features_a_model_knows(paragraphs: list[TaggerInput], seed: int) -> None:
    chance = np.random.default_rng(seed)
    names = sorted({name for features in document_features(paragraphs) for name in features})
    chance.shuffle(names)
    known = {name: row for row, name in enumerate(names[: len(names) // 2 + 1])}
    scores = SectionScores(known, chance.normal(size=(len(known), 4)), chance.normal(size=4))
    assert np.abs(scores.of(paragraphs) - by_features(scores, paragraphs)).max() < 1e-9


def test_forgetting_changes_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    document = inputs_of(LINES)
    expected = shipped().of(document)
    monkeypatch.setattr(section_scores, "_MOST_GRAMS", 40)
    model = load_model()
    forgetful = SectionScores(model.rows, model.weights, model.intercept)
    assert np.array_equal(forgetful.of(document), expected)
    assert np.array_equal(forgetful.of(document[::-1]), shipped().of(document[::-1]))


def test_probabilities_rest_on_these_scores() -> None:
    model = load_model()
    document = inputs_of(LINES)
    alone = model.calibrated(1.0, 0.0)  # no weight on the order of sections
    expected = np.exp(model.log_probabilities(document_features(document)))
    assert np.abs(alone.probabilities(document) - expected).max() < 1e-9
