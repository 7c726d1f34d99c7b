"""Letterheads set in two columns: read one column after the other, where their lines differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from minutes_nlp.readers.pdf.rows import Row
from minutes_nlp.readers.pdf.words import Word

_ROWS: Final = 10
"""A letterhead is not longer."""
_STANDS_OFF: Final = 3.0
"""Font sizes from line to line; what is further off does not belong to it."""
_GAP: Final = 0.45
"""Font sizes; a space that may part the columns, if it is also wider than the others."""
_WIDER: Final = 2.2
_WIDE_GAP: Final = 2.0
"""Font sizes; a gap that parts columns even where only one line shows it."""
_MARGIN: Final = 0.15
"""Font sizes between the letters and the place that parts the columns."""
_SAME_PLACE: Final = 1.5
"""Font sizes by which lines of a column are out of line."""
_OWN_LINE: Final = re.compile(
    r"\W*(?:đảng|chi|đ[uủ]|bch|số|\*|.*\bngày\b.*\btháng\b)", re.IGNORECASE
)
"""How a line of a letterhead begins that does not go on with the line above."""


def with_whole_columns(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a first page, those of a letterhead in two columns put in order.

    Columns whose lines stand side by side, each for itself, keep their rows; where a line
    goes on below, reading row by row would cut names in two, and all becomes one row.
    """
    place, size = _widest_fit(rows)
    if not size:
        return list(rows)
    head = [_split(row, place) for row in rows[:size]]
    if all(_OWN_LINE.match(_text(column)) for columns in head for column in columns):
        return [*(Row(columns) for columns in head), *rows[size:]]
    left = tuple(word for row in head for word in row[0])
    right = tuple(word for row in head for word in row[1])
    return [Row((left, right)), *rows[size:]]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _widest_fit(rows: Sequence[Row]) -> tuple[float, int]:
    """Return the place between the columns that most rows leave free, and how many do."""
    best = (0.0, 0)
    for place in {place for row in rows[:_ROWS] for gap in _gaps(row) for place in _places(gap)}:
        size = _rows_that_fit(rows, place)
        head = rows[:size]
        shown = [right - left for row in head for left, right in _gaps(row) if left < place < right]
        size_of_print = max((row.size for row in head), default=0.0)
        evident = len(shown) > 1 or any(gap > _WIDE_GAP * size_of_print for gap in shown)
        if evident and size > best[1]:
            best = (place, size)
    return best


def _gaps(row: Row) -> list[tuple[float, float]]:
    pairs = [(one.right, other.left) for one, other in pairwise(row.words)]
    if not pairs:
        return []
    usual = min(median(right - left for left, right in pairs), _GAP * row.size)
    least = max(_GAP * row.size, _WIDER * usual if len(pairs) > 1 else 0.0)
    return [(left, right) for left, right in pairs if right - left > least]


def _places(gap: tuple[float, float]) -> Iterator[float]:
    left, right = gap
    yield from (left + share * (right - left) for share in (0.3, 0.5, 0.7))


def _rows_that_fit(rows: Sequence[Row], place: float) -> int:
    columns: tuple[list[tuple[float, float]], ...] = ([], [])
    for size, row in enumerate(rows[:_ROWS]):
        margin = _MARGIN * row.size
        if len(row.cells) > 2 or any(
            word.left - margin < place < word.right + margin for word in row.words
        ):
            return size
        if size and row.bottom - rows[size - 1].bottom > _STANDS_OFF * row.size:
            return size
        sides = [side for side in _split(row, place) if side]
        if len(sides) == 2:
            if not any(left < place < right for left, right in _gaps(row)):
                return size
        elif not _is_in_line(sides[0], columns[sides[0][0].left > place], row.size):
            return size
        for side in sides:
            columns[side[0].left > place].append((side[0].left, side[-1].right))
    return min(len(rows), _ROWS)


def _is_in_line(words: Sequence[Word], column: Sequence[tuple[float, float]], size: float) -> bool:
    """Whether a line that stands alone begins, or has its middle, where its column has."""
    if not column:
        return True
    left, right = column[-1]
    middle = (words[0].left + words[-1].right) / 2
    out = min(abs(words[0].left - left), abs(middle - (left + right) / 2))
    return out < _SAME_PLACE * size


def _split(row: Row, place: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    left = tuple(word for word in row.words if word.right < place)
    return left, tuple(word for word in row.words if word.right >= place)
