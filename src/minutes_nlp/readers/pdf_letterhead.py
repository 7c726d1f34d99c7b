"""Letterheads set in two columns: read one column after the other, where their lines differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from minutes_nlp.readers.pdf_rows import Row
from minutes_nlp.readers.pdf_words import Word

_ROWS: Final = 10
"""A letterhead is not longer."""
_STANDS_OFF: Final = 3.0
"""Font sizes from line to line; what is further off does not belong to it."""
_GAP: Final = 0.9
"""Font sizes; a space that may part the columns."""
_WIDE_GAP: Final = 2.0
"""Font sizes; a gap that parts columns even where only one line shows it."""
_MARGIN: Final = 0.4
"""Font sizes between the middle of the gap and the letters beside it."""


def with_whole_columns(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a first page, those of a letterhead in two columns put in order.

    Columns whose lines stand side by side throughout keep their rows; where a line stands
    alone in its column, reading row by row would cut names in two, and all becomes one row.
    """
    middle, size = _widest_fit(rows)
    if not size:
        return list(rows)
    head = [_split(row, middle) for row in rows[:size]]
    if all(left and right for left, right in head):
        return [*(Row(columns) for columns in head), *rows[size:]]
    left = tuple(word for row in head for word in row[0])
    right = tuple(word for row in head for word in row[1])
    return [Row((left, right)), *rows[size:]]


def _widest_fit(rows: Sequence[Row]) -> tuple[float, int]:
    """Return the place between the columns that most rows leave free, and how many do."""
    best = (0.0, 0)
    for middle in {middle for row in rows[:_ROWS] for middle, _ in _gaps(row)}:
        size = _rows_that_fit(rows, middle)
        head = rows[:size]
        shown = [gap for row in head for at, gap in _gaps(row) if abs(at - middle) < gap / 2]
        size_of_print = max((row.size for row in head), default=0.0)
        evident = len(shown) > 1 or any(gap > _WIDE_GAP * size_of_print for gap in shown)
        if evident and size > best[1]:
            best = (middle, size)
    return best


def _gaps(row: Row) -> Iterator[tuple[float, float]]:
    words = row.words
    for one, other in zip(words, words[1:], strict=False):
        gap = other.left - one.right
        if gap > _GAP * row.size:
            yield (one.right + other.left) / 2, gap


def _rows_that_fit(rows: Sequence[Row], middle: float) -> int:
    size = 0
    for row in rows[:_ROWS]:
        margin = _MARGIN * row.size
        if any(word.left - margin < middle < word.right + margin for word in row.words):
            break
        if not any(at for at, _ in _gaps(row)) and _is_alone_in_the_middle(row, middle):
            break
        if size and row.bottom - rows[size - 1].bottom > _STANDS_OFF * row.size:
            break
        if len(row.cells) > 2:
            break
        size += 1
    # Columns end where both have ended; a line in one column below the last pair belongs to it.
    return size


def _is_alone_in_the_middle(row: Row, middle: float) -> bool:
    words = row.words
    return words[0].left < middle < words[-1].right


def _split(row: Row, middle: float) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    left = tuple(word for word in row.words if word.right < middle)
    return left, tuple(word for word in row.words if word.right >= middle)
