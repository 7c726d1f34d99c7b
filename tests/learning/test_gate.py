"""The gate lets an unchanged program pass and stops a broken one."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from minutes_nlp.cli.figures import figures_json
from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.counts import count_row
from minutes_nlp.learning.gate import accepted, falls, gate_documents
from minutes_nlp.learning.gate_file import Gate, GateDocument, gate_tree, read_gate
from minutes_nlp.learning.held_out import check
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.pipeline import read_labelled
from tests.learning.small_corpus import ROOT, VOICES, small_records

Tagger = Callable[[Sequence[SectionLabel]], list[SectionLabel]]
Documents = dict[str, GateDocument]


def measure(tagger: Tagger, records: Sequence[CorpusRecord] | None = None) -> Documents:
    records = records or small_records()
    rows = [
        count_row(
            check(
                record,
                read_labelled([p.text for p in record.paragraphs], tagger(gold_sections(record))),
            )
        )
        for record in records
    ]
    return gate_documents(records, rows)


def right(labels: Sequence[SectionLabel]) -> list[SectionLabel]:
    return list(labels)


def broken(labels: Sequence[SectionLabel]) -> list[SectionLabel]:
    """Take every conclusion and contribution for a review of tasks."""
    lost = {SectionLabel.CONCLUSIONS, SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM}
    return [SectionLabel.TASK_REVIEW if label in lost else label for label in labels]


def slightly_worse(labels: Sequence[SectionLabel]) -> list[SectionLabel]:
    """Misread one heading of the longest document."""
    return [SectionLabel.NEWS, *labels[1:]] if len(labels) == LONGEST else list(labels)


LONGEST = max(len(record.paragraphs) for record in small_records())


@cache
def gate() -> Gate:
    return accepted(None, measure(right), VOICES, version="1", reason="first")


@pytest.fixture
def stored(tmp_path: Path) -> Gate:
    """Return the gate after a way through its file."""
    path = tmp_path / "gate.json"
    path.write_text(figures_json(gate_tree(gate(), "test")), encoding="utf-8")
    return read_gate(path)


def test_an_unchanged_program_passes(stored: Gate) -> None:
    assert falls(stored, measure(right)) == []


def test_the_file_holds_every_outcome(stored: Gate) -> None:
    assert stored.figures == gate().figures
    assert stored.documents.keys() == gate().documents.keys()
    for name, document in stored.documents.items():
        assert document.digest == gate().documents[name].digest
        assert (document.row == gate().documents[name].row).all()


def test_a_broken_tagger_fails_and_the_message_says_what_fell(stored: Gate) -> None:
    found = {fall.metric: fall for fall in falls(stored, measure(broken))}
    assert {"section_macro_f1", "findings_f1"} <= found.keys()
    fall = found["section_macro_f1"]
    assert fall.before == 1
    assert fall.before - fall.now > fall.noise > 0
    assert f"from 1.0000 to {fall.now:.4f}" in str(fall)


def test_one_paragraph_is_noise(stored: Gate) -> None:
    worse = measure(slightly_worse)
    rows = [(worse[name].row != stored.documents[name].row).any() for name in worse]
    assert sum(rows) == 1
    assert falls(stored, worse) == []


def test_getting_better_is_never_a_fall() -> None:
    low = accepted(None, measure(broken), VOICES, version="1", reason="first")
    assert falls(low, measure(right)) == []


@pytest.mark.parametrize("tagger", [right, broken])
def test_changed_documents_are_compared_by_the_interval_of_the_figure(
    stored: Gate, tagger: Tagger
) -> None:
    changed = [r.model_copy(update={"unit": "khác"}) for r in small_records()]
    found = {fall.metric for fall in falls(stored, measure(tagger, changed))}
    assert ("findings_f1" in found) is (tagger is broken)


def test_accepting_keeps_the_reasons_in_order(stored: Gate) -> None:
    new = accepted(stored, measure(broken), VOICES, version="2", reason="a better guide")
    assert [entry["reason"] for entry in new.log] == ["first", "a better guide"]
    assert new.log[1]["version"] == "2"
    before, now = new.log[1]["changed"]["section_macro_f1"]
    assert before == 1 > now
    assert falls(new, measure(broken)) == []


@pytest.mark.parametrize(("tagger", "code"), [(right, 0), (broken, 1)])
def test_the_script_tells_how_to_accept(
    tagger: Tagger,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script = _script()
    path = tmp_path / "gate.json"
    path.write_text(figures_json(gate_tree(gate(), "test")), encoding="utf-8")
    monkeypatch.setattr(script, "GATE", path)
    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(script, "measure_gate", lambda *_: measure(tagger))
    monkeypatch.setattr("sys.argv", ["gate.py"])
    assert script.main() == code
    errors = capsys.readouterr().err
    assert ("section_macro_f1 fell from 1.0000" in errors) is bool(code)
    assert ("--accept" in errors) is bool(code)
    monkeypatch.setattr("sys.argv", ["gate.py", "--accept", "as meant"])
    assert script.main() == 0
    assert json.loads(path.read_text(encoding="utf-8"))["log"][-1]["reason"] == "as meant"
    monkeypatch.setattr("sys.argv", ["gate.py"])
    assert script.main() == 0


def _script():  # type: ignore[no-untyped-def]
    spec = importlib.util.spec_from_file_location("gate_script", ROOT / "scripts" / "gate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gate_of_the_project_is_that_of_its_voices() -> None:
    held = read_gate(ROOT / "models" / "gate.json")
    assert set(held.voices) == set(corpus_voices(ROOT / "corpora", "gate"))
    assert held.log
    assert {name.rpartition("-")[0] for name in held.documents} <= set(held.voices)
