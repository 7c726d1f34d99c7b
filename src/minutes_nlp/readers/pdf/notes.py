"""Footnotes: their text in parentheses where the page refers to them, as in a .docx."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from minutes_nlp.readers.pdf.rows import Row
from minutes_nlp.readers.pdf.words import Word

_SMALLER: Final = 0.9
"""Share of the usual font size under which the last rows of a page are notes."""
_MARK: Final = re.compile(r"(\d{1,2})[.)]?")


def with_notes_in_place(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page with each note moved to the raised number that refers to it.

    Rows in small print that no raised number refers to stay where they are.
    """
    raised = {word.text for row in rows for word in row.words if word.raised}
    if not raised:
        return list(rows)
    start = _first_note(rows)
    notes: dict[str, list[str]] = {}
    mark = ""
    for row in rows[start:]:
        match = _MARK.fullmatch(row.words[0].text)
        if match and match[1] in raised and match[1] not in notes:
            mark = match[1]
            notes[mark] = [word.text for word in row.words[1:]]
        elif mark:
            notes[mark] += [word.text for word in row.words]
        else:
            return list(rows)
    return [_filled(row, notes) for row in rows[:start]]


def _first_note(rows: Sequence[Row]) -> int:
    usual = median(row.size for row in rows)
    start = len(rows)
    while start and rows[start - 1].size < _SMALLER * usual:
        start -= 1
    return start


def _filled(row: Row, notes: dict[str, list[str]]) -> Row:
    def filled(word: Word) -> Word:
        if not word.raised or word.text not in notes:
            return word
        return replace(word, text=f"({' '.join(notes.pop(word.text))})")

    return Row(tuple(tuple(filled(word) for word in cell) for cell in row.cells))
