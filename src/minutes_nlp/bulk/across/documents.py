"""The minutes of a store as the checks over many of them see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from minutes_nlp.bulk.across.folding import key_of
from minutes_nlp.bulk.schema import Outcome, Row
from minutes_nlp.bulk.store import Store

_COLUMNS: Final = [
    *("path", "outcome", "unit", "month", "meeting_date", "kind", "kind_confidence"),
    *("recognised", "paragraphs"),
]
_SURE_OF_KIND: Final = 0.6


@dataclass(frozen=True, slots=True)
class Held:
    """One document that could be read.

    Attributes:
        path: of the input.
        unit: the cell as most of its documents write it; ``None``: not known.
        month: YYYY-MM.
        day: YYYY-MM-DD on which the cell met.
        kind: regular, thematic, combined or other.
        sure: whether that kind is certain enough.
        legible: whether the program can judge what the document says.
    """

    path: str
    unit: str | None
    month: str | None
    day: str | None
    kind: str | None
    sure: bool
    legible: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a document; ``number`` counts from 0."""

    number: int
    section: str
    text: str


def held_documents(store: Store) -> list[Held]:
    """Return the documents of a store that could be read, by path."""
    return documents_of(
        row for shard in store.shards() for row in store.read("files", shard, _COLUMNS).to_pylist()
    )


def documents_of(rows: Iterable[Row]) -> list[Held]:
    """Return the documents that some rows of ``files`` speak of, by path.

    Names of cells that differ in capitals, tones or signs only are one cell.
    """
    read = [row for row in rows if row["outcome"] in _READ]
    names = _common_names(row.get("unit") for row in read)
    return sorted((_held(row, names) for row in read), key=lambda held: held.path)


_READ: Final = (Outcome.ANALYSED.value, Outcome.NEEDS_PERSON.value)


def _common_names(units: Iterable[str | None]) -> dict[str, str]:
    spellings: dict[str, Counter[str]] = {}
    for unit in units:
        if unit and key_of(unit):
            spellings.setdefault(key_of(unit), Counter())[unit] += 1
    return {key: min(found, key=lambda n: (-found[n], n)) for key, found in spellings.items()}


def _held(row: Row, names: Mapping[str, str]) -> Held:
    return Held(
        path=row["path"],
        unit=names.get(key_of(row.get("unit") or "")),
        month=row.get("month"),
        day=row.get("meeting_date"),
        kind=row.get("kind"),
        sure=(row.get("kind_confidence") or 0.0) >= _SURE_OF_KIND,
        legible=row["outcome"] == Outcome.ANALYSED.value,
    )


def read_lines(store: Store, paths: set[str] | None = None) -> Iterator[tuple[str, list[Line]]]:
    """Yield the paragraphs of each document with its path; a shard is in memory at a time.

    Args:
        store: the store.
        paths: only of these documents.
    """
    columns = ["path", "paragraph", "section", "text"]
    for shard in store.shards():
        documents: dict[str, list[Line]] = {}
        for row in store.read("texts", shard, columns).to_pylist():
            if paths is None or row["path"] in paths:
                documents.setdefault(row["path"], []).append(_line(row))
        yield from documents.items()


def _line(row: Mapping[str, Any]) -> Line:
    return Line(row["paragraph"], row["section"], row["text"])
