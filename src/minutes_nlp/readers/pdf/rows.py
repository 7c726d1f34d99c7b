"""Words of a page to its rows of print, cells of a row told by wide gaps or ruled lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.pdf.words import Word

_SAME_ROW: Final = 0.5
"""Share of the lower height by which words of one row overlap upright."""
_RECENT: Final = 4
_TOUCHING: Final = 0.14
"""Share of the font size within which two pieces are one word."""
_WIDE_GAP: Final = 2.5
"""A gap of so many font sizes parts cells; justified lines have smaller ones."""
_COPY: Final = 0.7
"""Share of its width on which a word lies that is drawn twice."""
_SMALL: Final = 0.8
_RAISED: Final = 0.15
"""Share of the font size by which numbers of notes stand higher."""
_UNITS: Final = frozenset({"m", "km", "cm", "dm", "mm"})
_MARKER: Final = 6
"""Longest text of a bullet or number, after which a tab may follow."""


def _middle(values: Iterable[float]) -> float:
    """Return the median, without the checks that make the library's slow."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of print as its cells, each the words from left to right."""

    cells: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words."""
        return tuple(word for cell in self.cells for word in cell)

    @property
    def text(self) -> str:
        """The row as it is read."""
        return " | ".join(" ".join(word.text for word in cell) for cell in self.cells)

    @property
    def size(self) -> float:
        """Font size of most of it."""
        return _middle(word.size for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge of most words."""
        return _middle(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge of most words."""
        return _middle(word.bottom for word in self.words)

    def box(self, page: int) -> Box:
        """Return the row as a line of paragraphs to be."""
        words = self.words
        return Box(
            text=self.text,
            left=min(word.left for word in words),
            top=self.top,
            right=max(word.right for word in words),
            bottom=self.bottom,
            page=page,
            head=words[0].right - words[0].left,
            words=tuple(word.box(page) for word in words),
            alone=len(self.cells) > 1,
            style=words[0].font if len({word.font for word in words}) == 1 else "",
        )


def rows_of(words: Sequence[Word], *, split: bool = True) -> list[Row]:
    """Return the rows that ``words`` stand in, from top to bottom.

    Args:
        words: of one page or one cell, in any order.
        split: whether wide gaps part cells.
    """
    rows: list[_Open] = []
    for word in sorted(words, key=lambda word: word.base):
        for row in reversed(rows[-_RECENT:]):
            if row.holds(word):
                row.add(word)
                break
        else:
            rows.append(_Open(word))
    ordered = sorted(rows, key=lambda row: row.main.base)
    return [Row(_cells(_pieced(row.words), split)) for row in ordered]


class _Open:
    """A row to which words are still added; its tallest word decides what stands beside it."""

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self._lead(word)

    def _lead(self, word: Word) -> None:
        self.main = word
        self._top, self._bottom = word.top, word.bottom

    def add(self, word: Word) -> None:
        self.words.append(word)
        if word.size > self.main.size:
            self._lead(word)

    def holds(self, word: Word) -> bool:
        """Whether the lower of both overlaps the other on so much of its height."""
        top, bottom = word.top, word.bottom
        both = min(self._bottom, bottom) - max(self._top, top)
        return both >= _SAME_ROW * min(self._bottom - self._top, bottom - top)


def _pieced(words: Sequence[Word]) -> list[Word]:
    """Return words from left to right, pieces that touch put together, copies left out."""
    result: list[Word] = []
    for word in sorted(words, key=lambda word: (word.left, word.order)):
        last = result[-1] if result else None
        if last is not None and _is_copy(last, word):
            continue
        if last is not None and _is_raised(last, word):
            result.append(replace(word, raised=True))
        elif last is not None and _touches(last, word):
            result[-1] = replace(
                last,
                text=last.text + word.text,
                right=max(last.right, word.right),
                spaced=word.spaced,
            )
        else:
            result.append(word)
    return result


def _is_copy(one: Word, other: Word) -> bool:
    shared = min(one.right, other.right) - other.left
    return one.text == other.text and shared > _COPY * (other.right - other.left) > 0


def _is_raised(before: Word, word: Word) -> bool:
    """Whether ``word`` is the number of a note; the 2 of m2 is none."""
    small = word.size < _SMALL * before.size and before.base - word.base > _RAISED * before.size
    return small and word.text.isdigit() and before.text not in _UNITS


def _touches(one: Word, other: Word) -> bool:
    size = max(one.size, other.size)
    return not one.spaced and other.left - one.right < _TOUCHING * size


def _cells(words: Sequence[Word], split: bool) -> tuple[tuple[Word, ...], ...]:
    cells: list[list[Word]] = []
    for word in words:
        before = cells[-1] if cells else []
        if before and not (split and _parts(before, word)):
            before.append(word)
        else:
            cells.append([word])
    return tuple(map(tuple, cells))


def _parts(before: Sequence[Word], word: Word) -> bool:
    gap = word.left - before[-1].right
    is_marker = len(before) == 1 and len(before[0].text) <= _MARKER
    wide = _WIDE_GAP * max(before[-1].size, word.size)
    return gap > (2 * wide if is_marker else wide)
