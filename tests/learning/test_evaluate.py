"""The whole evaluation on a few documents: what it reports, and what it never quotes."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import pytest
from lxml import html

from minutes_nlp.cli.figures import evaluation_lines, figures_json
from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.errors import UsageError
from minutes_nlp.learning import damage_effect
from minutes_nlp.learning.damage_effect import sample
from minutes_nlp.learning.encoding import encode_corpus, fit_without
from minutes_nlp.learning.evaluate import evaluate
from minutes_nlp.learning.groups import era, parse_groupings
from minutes_nlp.learning.hardest import CUT, hardest_paragraphs
from minutes_nlp.learning.held_out import check
from minutes_nlp.learning.metrics import METRICS
from minutes_nlp.learning.risk import DOUBTS, summarise_risk, under_each_doubt
from minutes_nlp.learning.training_data import training_documents
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.pipeline import read_labelled
from minutes_nlp.nlp.training import TrainingOptions, fit
from minutes_nlp.renderers.evaluation_page import render_evaluation
from tests.learning.small_corpus import VOICES, small_records, write_corpus


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what is measured on nine documents and one paper, in one process."""
    corpus = write_corpus(tmp_path_factory.mktemp("corpus"))
    # As a reader of the file sees it.
    measured = evaluate(corpus, "voice,damage,era,type", folds=3, jobs=1)
    return json.loads(figures_json(measured))  # type: ignore[no-any-return]


def test_every_group_has_every_metric_with_its_interval(figures: dict[str, Any]) -> None:
    assert figures["documents"] == 9
    assert figures["other_papers"] == 1
    assert set(figures["overall"]) == set(METRICS)
    assert set(figures["by"]) == {"voice", "damage", "era", "type"}
    assert set(figures["by"]["voice"]) == set(VOICES)
    for grouping in ("voice", "era", "type"):
        groups = figures["by"][grouping].values()
        assert sum(group["documents"] for group in groups) == 9
        for group in groups:
            for value, low, high in group["metrics"].values():
                assert value is None or low <= high


def test_damaged_copies_are_compared_with_the_same_documents(figures: dict[str, Any]) -> None:
    damages = figures["by"]["damage"]
    assert {"no_diacritics", "typing_errors", "lost_headings"} <= damages.keys()
    assert damages["no_diacritics"]["documents"] == 6
    # The readers undo decomposed letters, so that nothing at all is lost by them.
    for measured in damages["nfd"]["metrics"].values():
        assert measured["damaged"] == measured["written"]
        assert measured["difference"] in ([0, 0, 0], [None, None, None])
    lost = damages["no_diacritics"]["metrics"]["section_macro_f1"]
    assert lost["difference"][0] == pytest.approx(lost["damaged"][0] - lost["written"][0], abs=2e-4)
    assert lost["difference"][2] < 0


def test_voices_set_apart_are_measured_but_never_quoted(figures: dict[str, Any]) -> None:
    assert figures["set_apart"] == [VOICES[0]]
    assert VOICES[0] in figures["by"]["voice"]
    quoted = figures["hardest"]["paragraphs"]
    assert quoted
    assert "never quoted" in figures["hardest"]["what"]
    assert not [one for one in quoted if one["record"].startswith(VOICES[0])]


def test_sections_are_told_by_confidence_and_confusion(figures: dict[str, Any]) -> None:
    sections = figures["sections"]
    assert sum(row["paragraphs"] for row in sections["reliability"]) == sections["paragraphs"]
    for counts, shares in zip(sections["confusion"], sections["confusion_by_row"], strict=True):
        assert sum(shares) == pytest.approx(1 if sum(counts) else 0, abs=1e-3)


def test_the_printed_lines_name_every_group(figures: dict[str, Any]) -> None:
    lines = list(evaluation_lines(figures))
    assert re.fullmatch(r"section_macro_f1: 0\.\d{3} \(0\.\d{3}–[01]\.\d{3}\)", lines[1])
    for group in (*VOICES, "no_diacritics", "regular"):
        assert any(group in line for line in lines)


def test_the_page_stands_alone_and_shows_every_part(figures: dict[str, Any]) -> None:
    hostile = dict(figures)
    hostile["hardest"] = {"paragraphs": [dict(figures["hardest"]["paragraphs"][0])]}
    hostile["hardest"]["paragraphs"][0]["text"] = '<script>alert("x")</script>'
    source = render_evaluation(hostile)
    root = html.document_fromstring(source)
    assert root.get("lang") == "vi"
    assert not root.xpath("//script | //img | //iframe | //link[not(@rel='icon')]")
    assert not re.findall(r"https?://|@import|url\(", source)
    assert 'alert("x")' in root.get_element_by_id("kho").text_content()
    ids = root.xpath("//@id")
    assert all(link[1:] in ids for link in root.xpath("//a/@href"))
    # Two plots of voices and two of damage, reliability, confusion, coverage.
    assert len(root.xpath("//*[local-name()='svg' and ./*[local-name()='title']]")) == 7
    assert len(root.xpath("//section[@id='chung']//tbody/tr")) == len(METRICS)
    for name in VOICES:
        assert name in root.get_element_by_id("nguoi-viet").text_content()


def test_the_page_leaves_out_groups_that_were_not_measured(figures: dict[str, Any]) -> None:
    root = html.document_fromstring(render_evaluation({**figures, "by": {}}))
    assert not root.xpath("//*[@id='nguoi-viet' or @id='nhom' or @id='hong']")
    assert root.get_element_by_id("nham") is not None


def test_folds_of_the_matrix_are_fitted_as_documents_are() -> None:
    records = small_records()
    encoded = encode_corpus(records, jobs=1)
    assert encoded.voices == set(VOICES)
    model, held_out = fit_without(encoded, frozenset({VOICES[0]}), TrainingOptions())
    taught = [d for d in training_documents(records) if d.voice != VOICES[0]]
    expected = fit(taught, TrainingOptions()).model
    assert model.rows == expected.rows
    # The order of a row's features may move the last digit that the fit rounds to.
    assert np.abs(model.weights - expected.weights).max() < 2e-3
    first = next(d for d in training_documents(records, variants=False) if d.voice == VOICES[0])
    assert np.allclose(held_out[0].emissions, model.log_probabilities(first.features))
    assert {scores.voice for scores in held_out} == {VOICES[0]}


def test_a_sample_is_the_same_at_every_call_and_from_every_voice() -> None:
    records = small_records()
    chosen = sample(records, 2)
    assert chosen == sample(records, 2)
    assert [record.voice for record in chosen] == [voice for voice in VOICES for _ in range(2)]
    assert sample(records, 9) == list(records)
    assert 2 <= damage_effect.PER_VOICE <= 3


@pytest.mark.parametrize("names", ["voice,colour", "", "damages"])
def test_an_unknown_grouping_is_a_wrong_call_that_lists_the_known(names: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_groupings(names)
    for known in ("voice", "damage", "era", "type"):
        assert known in caught.value.message("vi")
        assert known in caught.value.message("en")


def test_groupings_are_taken_once_in_their_order() -> None:
    assert parse_groupings("type, voice,type") == ("type", "voice")


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2025-10-27", "before_2025_10_28"), ("2025-10-28", "from_2025_10_28"), (None, "undated")],
)
def test_the_era_follows_the_stated_date(date: str | None, expected: str) -> None:
    record = small_records()[0]
    assert record.meeting
    meeting = record.meeting.model_copy(update={"date": date})
    assert era(record.model_copy(update={"meeting": meeting})) == expected


def test_more_doubt_decides_less() -> None:
    record = small_records()[0]
    labels = gold_sections(record)
    minutes = read_labelled([p.text for p in record.paragraphs], labels)
    documents = [under_each_doubt(check(record, minutes))]
    risk = summarise_risk(documents)
    coverage = [row["coverage"] for row in risk["settings"]]
    assert [row["doubt"] for row in risk["settings"]] == list(DOUBTS)
    assert coverage == sorted(coverage)
    assert all(row["fired"] + row["undecided"] <= risk["cases"] for row in risk["settings"])


def test_the_surest_errors_come_first_and_long_ones_are_cut() -> None:
    record = small_records()[0]
    paragraphs = list(record.paragraphs)
    paragraphs[0] = paragraphs[0].model_copy(update={"text": "chi bộ " * 100})
    record = record.model_copy(update={"paragraphs": tuple(paragraphs)})
    wrong = [SectionLabel.NEWS] * len(paragraphs)
    reading = check(record, read_labelled([p.text for p in paragraphs], wrong))
    quoted = hardest_paragraphs([reading], set_apart=(), limit=5)
    assert len(quoted) == 5
    assert quoted[0]["paragraph"] == 1
    assert len(quoted[0]["text"]) <= CUT + 2
    assert quoted[0]["predicted"] == "news" != quoted[0]["true"]
    assert hardest_paragraphs([reading], set_apart=[record.voice]) == []
