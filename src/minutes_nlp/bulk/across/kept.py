"""What the checks over many minutes say, kept in the store until something changes.

``across/terms.json`` holds the settings and the roll of the last run, ``across/findings.parquet``
what the checks said when they were last asked.  To compare takes some 5 ms a document.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from minutes_nlp.bulk.across.checks import Across, check_across
from minutes_nlp.bulk.across.terms import Terms
from minutes_nlp.bulk.schema import Row
from minutes_nlp.bulk.store import Store, open_store
from minutes_nlp.bulk.store_errors import StoreError
from minutes_nlp.bulk.store_lock import locked
from minutes_nlp.extras import pyarrow
from minutes_nlp.version import __version__

FOLDER: Final = "across"
_TERMS: Final = "terms.json"
_FINDINGS: Final = "findings.parquet"
_COLUMNS: Final = {
    "path": "string",  # null: a month without minutes
    "unit": "string",
    "month": "string",
    "code": "string",
    "severity": "string",  # null when undecided
    "undecided": "bool",
    "message": "string",  # no words of the minutes, no name of a person
}


@dataclass(frozen=True, slots=True)
class KeptAcross:
    """What the checks over many minutes say of a store.

    Attributes:
        rows: findings and undecided checks: ``path``, ``unit``, ``month``, ``code``,
            ``severity``, ``undecided``, ``message``.
        current: whether nothing has changed since.
    """

    rows: tuple[Row, ...]
    current: bool = True


def terms_of(folder: Path) -> Terms:
    """Return the terms of the last run over a store; the default ones where there are none."""
    try:
        return Terms.from_json((folder / FOLDER / _TERMS).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return Terms()


def keep_terms(folder: Path, terms: Terms) -> None:
    """Note the terms of a run.

    Raises:
        StoreError: the store is in use, or cannot be written.
    """
    store = open_store(folder)
    with locked(folder):
        store.put_text(folder / FOLDER / _TERMS, terms.as_json())


def kept_across(folder: Path) -> KeptAcross | None:
    """Return what was kept, old or not; ``None`` when there is nothing.

    Raises:
        StoreError: it is no store.
    """
    store = open_store(folder)
    try:
        table, signature = store.read_signed(folder / FOLDER / _FINDINGS)
        rows = table.select(list(_COLUMNS)).to_pylist()
        return KeptAcross(tuple(rows), signature == _signature(store, terms_of(folder)))
    except (StoreError, KeyError):
        return None


def across_of(folder: Path) -> KeptAcross:
    """Return what the checks say of a store as it is: what was kept, or else they are asked.

    Raises:
        StoreError: it is no store, or a part of it cannot be read.
    """
    kept = kept_across(folder)
    if kept is not None and kept.current:
        return kept
    terms = terms_of(folder)
    return keep_across(folder, terms, check_across(folder, terms.roll, terms.severities))


def keep_across(folder: Path, terms: Terms, across: Across) -> KeptAcross:
    """Keep what the checks said, where the store can be written now, and return it."""
    store = open_store(folder)
    rows = tuple(_rows(terms, across))
    pa = pyarrow()
    types = {"string": pa.string(), "bool": pa.bool_()}
    schema = pa.schema([pa.field(name, types[kind]) for name, kind in _COLUMNS.items()])
    with suppress(StoreError), locked(folder):  # it is in use, or may only be read
        signature = _signature(store, terms)
        table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema)
        store.put_signed(folder / FOLDER / _FINDINGS, table, signature)
    return KeptAcross(rows)


def _rows(terms: Terms, across: Across) -> Iterator[dict[str, Any]]:
    for verdict in across.verdicts():
        severity = None if verdict.undecided else terms.severities[verdict.code]
        yield {
            "path": verdict.path,
            "unit": verdict.unit,
            "month": verdict.month,
            "code": verdict.code,
            "severity": severity,
            "undecided": verdict.undecided,
            "message": verdict.message.in_language(terms.language),
        }


def _signature(store: Store, terms: Terms) -> str:
    """Return the digest of everything that decides what the checks say.

    Whether the words of the minutes are still there is none of it: what was found with them
    stands in a store that is handed on without them.
    """
    digest = hashlib.sha256(f"{__version__} {terms.as_json()}\n".encode())
    for shard in store.shards():
        digest.update(f"{shard} {store.signature(shard)}\n".encode())
    return digest.hexdigest()
