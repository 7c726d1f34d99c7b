"""The stored pages belong to the corpus as it stands."""

from pathlib import Path

import pytest

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.learning.damage import damaged_records
from minutes_nlp.learning.damage.alignment import carry_over
from minutes_nlp.learning.damage.recognised import Recognised, stored

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {r.id: r for r in read_records(ROOT / "corpora") if r.is_minutes}
STORED = stored()


def test_two_documents_of_every_voice_were_recognised() -> None:
    voices = [SOURCES[source].voice for source in STORED]
    assert set(voices) == {record.voice for record in SOURCES.values()}
    assert {voices.count(voice) for voice in voices} == {2}
    assert len({document.condition for document in STORED.values()}) == 3
    assert len({document.typeface for document in STORED.values()}) == 3
    assert all(document.damage == "recognised" for document in STORED.values())


@pytest.mark.parametrize("document", STORED.values(), ids=STORED.keys())
def test_labels_are_those_of_the_annotation_now(document: Recognised) -> None:
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert tuple(carry_over(SOURCES[document.source].paragraphs, texts)) == document.paragraphs


def test_a_recognised_record_keeps_what_is_annotated_of_the_document() -> None:
    record: CorpusRecord = SOURCES[next(iter(STORED))]
    [copy] = damaged_records([record], "recognised")
    assert copy.paragraphs == STORED[record.id].paragraphs
    assert copy.model_copy(update={"paragraphs": record.paragraphs}) == record


def test_what_was_never_printed_has_no_recognised_copy() -> None:
    others = [record for record in SOURCES.values() if record.id not in STORED]
    assert others
    assert damaged_records(others, "recognised") == []
