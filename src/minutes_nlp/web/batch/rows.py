"""Rows of the list as they are shown: in words, with what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.model.language import Language
from minutes_nlp.web.batch.book import Book
from minutes_nlp.web.batch.listing import CANNOT_BE_REVIEWED, Listing, Row
from minutes_nlp.web.batch.opening import original_of
from minutes_nlp.web.batch.phrases import BatchPhrases
from minutes_nlp.web.batch.query import PATH, Query
from minutes_nlp.web.batch.searched import Presence

_READ = (Outcome.ANALYSED, Outcome.NEEDS_PERSON)
_ODD = {
    Presence.GONE: "is_gone",
    Presence.OUTSIDE: "is_outside",
    Presence.CHANGED: "is_changed",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of findings in words; ``kind`` is their severity or "undecided"."""

    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Same:
    """The original of a duplicate; ``address`` opens it, ``None``: it is not opened."""

    path: str
    address: str | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row.

    Attributes:
        name: of the file.
        folder: in which it lies, "" for the folder searched.
        address: opens the file; ``None``: it is not opened.
        outcome: an outcome of the store.
        why: the reason, in Vietnamese as it was stored.
        odd: what is to be said of the file as it is now.
        same: of a duplicate.
        reviewed: whether decisions are kept beside it; ``None`` where that does not apply.
    """

    name: str
    folder: str
    address: str | None
    outcome: str
    why: str | None
    odd: str | None
    unit: str | None
    month: str | None
    counts: tuple[Count, ...]
    same: Same | None
    reviewed: bool | None


def shown_row(row: Row, book: Book, listing: Listing, query: Query, language: Language) -> ShownRow:
    """Return a row of the list as it is shown."""
    t = BatchPhrases(language)
    path, outcome = row["path"], row["outcome"]
    secret = outcome == Outcome.REFUSED
    original = original_of(row, listing)
    is_copy = original is not row
    secret_copy = is_copy and original["outcome"] == Outcome.REFUSED
    presence = None
    if not secret and not path.endswith("/") and book.searched.is_there:
        presence = book.searched.presence(path, row["size"])
    opens = presence in (Presence.THERE, Presence.CHANGED) and not is_copy
    folder, _, name = path.rstrip("/").rpartition("/")
    odd = t("same_as_refused") if secret_copy else t(_ODD[presence]) if presence in _ODD else None
    return ShownRow(
        name=name,
        folder=folder,
        address=open_address(path, query) if opens else None,
        outcome=outcome,
        why=None if secret else row["why"],
        odd=odd,
        unit=None if secret else row["unit"],
        month=None if secret else _month(row["month"]),
        counts=_counts(row, t) if outcome in _READ else (),
        same=_same(original, book, query) if is_copy and not secret_copy else None,
        reviewed=None if outcome in CANNOT_BE_REVIEWED else book.searched.is_reviewed(path),
    )


def open_address(path: str, query: Query) -> str:
    """Return the address that opens a file and knows the way back to the list."""
    return f"{PATH}/open?{urlencode({'path': path, 'back': query.address(page=query.page)})}"


def _same(original: Row, book: Book, query: Query) -> Same:
    path = original["path"]
    opens = book.searched.presence(path, None) is Presence.THERE
    return Same(path, open_address(path, query) if opens else None)


def _month(month: str | None) -> str | None:
    """Return YYYY-MM as people write it here: 07/2026."""
    year, _, number = (month or "").partition("-")
    return f"{number}/{year}" if number else month


def _counts(row: Row, t: BatchPhrases) -> tuple[Count, ...]:
    kinds = {"errors": "error", "warnings": "warning", "infos": "info", "undecided": "undecided"}
    return tuple(Count(kind, t(name, n=row[name])) for name, kind in kinds.items() if row[name])
