"""What a damage is: a named, repeatable change of an annotated document."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from zlib import crc32

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.model.language import Text


@dataclass(frozen=True, slots=True)
class Damage:
    """One kind of damage.

    ``apply`` takes a record to its damaged copy, the same at every call, or to ``None`` where
    there is none.  The copy keeps the record's id and all that is annotated of the whole document.
    """

    id: str
    name: Text
    apply: Callable[[CorpusRecord], CorpusRecord | None]


def generator(damage_id: str, record: CorpusRecord) -> Random:
    """Return the source of chance of one damage of one record, alike on every machine."""
    return Random(crc32(f"{damage_id} {record.id}".encode()))


def with_texts(record: CorpusRecord, texts: Iterable[str]) -> CorpusRecord:
    """Return the record with other words in its paragraphs, one text for each of them.

    A text that came out blank leaves the paragraph as it was: a reader would drop it, and its
    labels with it.
    """
    return with_paragraphs(
        record,
        [
            paragraph.model_copy(update={"text": text}) if text.strip() else paragraph
            for paragraph, text in zip(record.paragraphs, texts, strict=True)
        ],
    )


def with_paragraphs(record: CorpusRecord, paragraphs: Sequence[CorpusParagraph]) -> CorpusRecord:
    """Return the record with other paragraphs; what is annotated of the document stays."""
    return record.model_copy(update={"paragraphs": tuple(paragraphs)})


def composed(record: CorpusRecord) -> list[str]:
    """Return the texts of the paragraphs in NFC."""
    return [unicodedata.normalize("NFC", paragraph.text) for paragraph in record.paragraphs]
