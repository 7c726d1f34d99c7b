"""Sheets of a workbook: whatever text comes in, it is text in the file, never a formula or link."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

ROWS: Final = 1_048_576
"""What a sheet holds at most, its head included."""
_LONGEST: Final = 32_767
_NOT_XML: Final = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in letters."""

    heading: str
    width: int


class Sheets:
    """Writes tables into a workbook, one sheet after the other."""

    def __init__(self, book: Any) -> None:
        """Take a ``xlsxwriter.Workbook``."""
        self._book = book
        self._head = book.add_format({"bold": True, "bg_color": "#E8E4DA", "text_wrap": True})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})

    def table(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
        """Write a table with a filter; where a sheet is full, another one goes on."""
        sheet, number, row = self._new(name, columns), 1, 0
        for values in rows:
            row += 1
            if row == ROWS:
                self._end(sheet, row - 1, columns)
                number, row = number + 1, 1
                sheet = self._new(f"{name} {number}", columns)
            for place, value in enumerate(values):
                self.put(sheet, row, place, value)
        self._end(sheet, row, columns)

    def _new(self, name: str, columns: Sequence[Column]) -> Any:
        sheet = self._book.add_worksheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            self.put(sheet, 0, place, column.heading, self._head)
        sheet.freeze_panes(1, 0)
        return sheet

    def _end(self, sheet: Any, last: int, columns: Sequence[Column]) -> None:
        sheet.autofilter(0, 0, last, len(columns) - 1)

    def put(self, sheet: Any, row: int, place: int, value: object, style: Any = None) -> None:
        """Write one value; nothing for one that is missing."""
        style = style or self._wrapped
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            sheet.write_blank(row, place, None, style)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value, style)
        else:
            sheet.write_string(row, place, safe_text(str(value)), style)


def safe_text(text: str) -> str:
    """Return ``text`` as a cell can hold it: no character that XML forbids, not too long."""
    text = _NOT_XML.sub("\ufffd", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
