"""The tables of a store: their columns, their types, and what each of them says.

``files`` has exactly one row for each input.  No table but ``quotes``, ``texts`` and ``tasks``
(:data:`QUOTING`) holds words of the minutes beyond the name of the cell, so a store can be handed
on without them.  No column of any table names a person; ``tasks.who`` is there to match the tasks
of one month with the minutes of the next.

Every table but ``files`` says of which input it speaks by ``path`` and ``sha256``.  A duplicate has
a row in ``files`` only, which names the input that has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, Literal

from minutes_nlp.extras import pyarrow

STORE_VERSION: Final = "minutes-nlp/bulk/1"

Table = Literal["files", "findings", "levels", "quotes", "texts", "tasks"]
Row = Mapping[str, Any]

QUOTING: Final[tuple[Table, ...]] = ("quotes", "texts", "tasks")
"""Tables with words of the minutes."""


class Outcome(StrEnum):
    """What became of an input."""

    ANALYSED = "analysed"
    NEEDS_PERSON = "needs_person"  # analysed, but a person has to look at the document itself
    FAILED = "failed"  # unreadable, over a limit, crashed, hung
    REFUSED = "refused"  # bears a mark of state secrecy
    DUPLICATE = "duplicate"  # the same bytes as another input


_ABOUT: Final = {
    "path": "string",  # of the input, relative to the folder that was searched, with "/"
    "sha256": "string",  # of the input's bytes
}
COLUMNS: Final[dict[Table, dict[str, str]]] = {
    "files": {
        "path": "string",
        "sha256": "string",  # null: the bytes could not be read
        "size": "int64",  # bytes
        "outcome": "string",  # an Outcome
        "why": "string",  # Vietnamese: why it failed, was refused, or needs a person
        "error": "string",  # class of the error; null unless failed or refused
        "duplicate_of": "string",  # path of the input with the same bytes
        "unit": "string",  # name of the cell
        "unit_source": "string",  # text, path or roll
        "month": "string",  # YYYY-MM that the minutes are of
        "month_source": "string",  # text, path or roll
        "stated_unit": "string",  # the cell as the text names it
        "stated_month": "string",  # YYYY-MM as the title or the opening names it
        "meeting_date": "string",  # YYYY-MM-DD as the text states it
        "kind": "string",  # regular, thematic, combined, other
        "kind_confidence": "double",  # 0..1
        "looks_like": "string",  # another kind of paper, in Vietnamese
        "members": "int32",  # stated number of members
        "present": "int32",  # stated number of those present
        "profile": "string",  # of rules
        "reader": "string",
        "media_type": "string",
        "recognised": "bool",  # text of a scan
        "quality": "double",  # of the recognition, 0..1
        "pages": "int32",
        "paragraphs": "int32",
        "errors": "int32",  # findings by severity
        "warnings": "int32",
        "infos": "int32",
        "undecided": "int32",  # checks that could not be decided
        "key": "string",  # digest of program, model and settings that made the record
    },
    "findings": {
        **_ABOUT,
        "code": "string",
        "severity": "string",  # error, warning, info; null when undecided
        "undecided": "bool",
        "title": "string",  # the check's name
        "message": "string",  # quoted words are left out: see quotes with field "message"
    },
    "levels": {
        **_ABOUT,
        "characteristic": "string",  # leadership, educational, combative
        "level": "string",  # present, weak, absent
        "confidence": "double",  # 0..1
        "evidence": "int32",  # number of quoted signs
    },
    "quotes": {
        **_ABOUT,
        "field": "string",  # evidence, nearest, message (of a finding), sign (of a level)
        "code": "string",  # the check; null for a sign
        "characteristic": "string",  # null for a finding
        "sign": "string",
        "paragraph": "int32",  # from 0; null for a message
        "start": "int32",  # code points
        "end": "int32",
        "text": "string",
        "why_not": "string",  # why a nearest passage does not count
    },
    "texts": {
        **_ABOUT,
        "paragraph": "int32",
        "page": "int32",  # from 1
        "section": "string",
        "confidence": "double",  # of the section, 0..1
        "text": "string",
    },
    "tasks": {
        **_ABOUT,
        "first": "int32",  # paragraphs of the matter in which it was given: first to end,
        "end": "int32",  # end excluded
        "item": "string",  # title of the matter
        "who": "string",
        "what": "string",
        "due": "string",  # YYYY-MM-DD, else the words of the minutes
    },
}
TABLES: Final[tuple[Table, ...]] = tuple(COLUMNS)


def arrow_schema(table: Table) -> Any:
    """Return the ``pyarrow.Schema`` of a table."""
    pa = pyarrow()
    types = {
        "string": pa.string(),
        "bool": pa.bool_(),
        "double": pa.float64(),
        "int32": pa.int32(),
        "int64": pa.int64(),
    }
    fields = [pa.field(name, types[kind]) for name, kind in COLUMNS[table].items()]
    return pa.schema(fields, metadata={"minutes_nlp": STORE_VERSION})


def build_table(table: Table, rows: Iterable[Row]) -> Any:
    """Return rows as a ``pyarrow.Table``; columns that a row leaves out are null.

    Raises:
        KeyError: a row has a column that the table does not have.
    """
    listed = list(rows)
    columns = COLUMNS[table]
    for row in listed:
        if unknown := row.keys() - columns.keys():
            raise KeyError(f"{table} has no column {sorted(unknown)}")
    data = {name: [row.get(name) for row in listed] for name in columns}
    return pyarrow().table(data, schema=arrow_schema(table))


def build_tables(rows: Mapping[Table, Iterable[Row]]) -> dict[Table, Any]:
    """Return every table of a store as a ``pyarrow.Table``; one without rows is empty."""
    return {table: build_table(table, rows.get(table, ())) for table in TABLES}
