"""The .xlsx workbook of a review."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

from minutes_nlp.bulk.reports.months_table import MonthsTable, months_table
from minutes_nlp.bulk.reports.review import READ, Review, records
from minutes_nlp.bulk.reports.sheets import Column, Sheets
from minutes_nlp.bulk.reports.summary import findings_by_check, sums
from minutes_nlp.bulk.reports.words import word
from minutes_nlp.extras import extra

_MOST_MONTHS: Final = 16_000
"""Columns of a sheet, less some."""


def workbook(review: Review) -> bytes:
    """Return the bytes of the workbook.

    Its sheets: the sums, a row a file, a row a finding, cells by months, pairs of copies.

    Raises:
        MissingProgramError: the extra ``bulk`` is not installed.
    """
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = extra("xlsxwriter", "bulk").Workbook(target, options)
    book.set_properties({"title": word("title", review.language), "created": _EPOCH})
    sheets = Sheets(book)
    say = _Headings(review)
    head = say.columns("line", "number", "undecided")
    sheets.table(say("summary"), head, _summary(review))
    sheets.table(say("files"), say.columns(*_FILES), _files(review))
    sheets.table(say("findings"), say.columns(*_FINDINGS), _findings(review))
    _heat_map(book, sheets, say, months_table(review))
    sheets.table(say("pairs"), say.columns(*_PAIRS), _pairs(review))
    book.close()
    return target.getvalue()


_EPOCH: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""One store gives one workbook, byte for byte, whenever it is made."""

_COUNTS: Final = ("errors", "warnings", "infos", "undecided")
_FILES: Final = (
    *("unit", "month", "path", "outcome", "why", "kind", "day", "members", "present"),
    *_COUNTS,
)
_FINDINGS: Final = ("unit", "month", "path", "code", "severity", "check", "message")
_PAIRS: Final = (
    *("share", "judged", "unit_1", "month_1", "path_1", "unit_2", "month_2", "path_2", "why"),
)
_WIDTHS: Final = {
    "unit": 34,
    "unit_1": 30,
    "unit_2": 30,
    "path": 44,
    "path_1": 40,
    "path_2": 40,
    "why": 50,
    "message": 80,
    "check": 34,
    "line": 60,
    "month": 9,
    "outcome": 16,
}


class _Headings:
    """The headings of sheets and columns in the language of a review."""

    def __init__(self, review: Review) -> None:
        self._language = review.language

    def __call__(self, key: str) -> str:
        return word(key, self._language)

    def columns(self, *keys: str) -> list[Column]:
        return [Column(word(key, self._language), _WIDTHS.get(key, 12)) for key in keys]


def _summary(review: Review) -> Iterator[Sequence[object]]:
    yield from sums(review)
    for code, title, found, unsure in findings_by_check(review):
        yield f"{code} {title}", found, unsure


def _files(review: Review) -> Iterator[Sequence[object]]:
    for row in records(review.files):
        counts = [row[name] for name in _COUNTS] if row["outcome"] in READ else [None] * 4
        same = row["duplicate_of"]
        yield (
            *(row["unit"], row["month"], row["path"], word(row["outcome"], review.language)),
            row["why"] or (f"= {same}" if same else None),
            word(row["kind"], review.language) if row["kind"] else None,
            *(row["meeting_date"], row["members"], row["present"], *counts),
        )


def _findings(review: Review) -> Iterator[Sequence[object]]:
    for row in records(review.findings):
        severity = "undecided" if row["undecided"] else row["severity"]
        yield (
            *(row["unit"], row["month"], row["path"], row["code"]),
            *(word(severity, review.language), row["title"], row["message"]),
        )


def _pairs(review: Review) -> Iterator[Sequence[object]]:
    for pair in review.across.copies:
        first, second = pair.first, pair.second
        yield (
            round(pair.share, 3),
            word("undecided" if pair.doubt else "warning", review.language),
            *(first.unit, first.month, first.path, second.unit, second.month, second.path),
            pair.doubt.in_language(review.language) if pair.doubt else None,
        )


def _heat_map(book: Any, sheets: Sheets, say: _Headings, table: MonthsTable) -> None:
    """Write how many findings each cell has in each month, shaded by their number."""
    sheet = book.add_worksheet(say("months"))
    head = book.add_format({"bold": True, "bg_color": "#E8E4DA"})
    sheet.set_column(0, 0, _WIDTHS["unit"])
    sheet.set_column(1, max(1, len(table.months)), 8)
    sheet.freeze_panes(1, 1)
    months = table.months[:_MOST_MONTHS]
    sheets.put(sheet, 0, 0, say("unit"), head)
    for place, month in enumerate(months, start=1):
        sheets.put(sheet, 0, place, month, head)
    for row, (unit, values) in enumerate(table.rows(), start=1):
        sheets.put(sheet, row, 0, unit, head)
        for place, value in enumerate(values[: len(months)], start=1):
            sheets.put(sheet, row, place, value)
    if table.units and months:
        scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#E8946A"}
        sheet.conditional_format(1, 1, len(table.units), len(months), scale)
