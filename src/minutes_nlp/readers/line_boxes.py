"""Words with boxes, as a recogniser of print gives them, to the lines of upright pages.

Scans lie askew, and a recogniser reads columns one after the other.  Here every page is
straightened by the slope of its own lines, and what stands side by side becomes one line again,
wide gaps written as " | " like the cells of a table.  Lengths are pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import cos, sin
from statistics import median
from typing import Final

_WIDE_GAP: Final = 2.5
"""A gap of so many line heights parts cells; justified lines have smaller ones."""
_LONG_LINE: Final = 5
"""Words of a line that is long enough to show a slope."""
_SAME_ROW: Final = 0.5
"""Share of the lower height by which lines of one row overlap upright."""
_SPECK: Final = re.compile(r"[_.,:;'\"|~=°*^`´‘’]+")
"""What dirt is read as when it stands on its own."""


@dataclass(frozen=True, slots=True)
class Box:
    """Text with its place on a page (from 1); ``top`` is less than ``bottom``.

    ``head`` is the width of the first word, where the box holds several; ``confidence`` (0..1) is
    a recogniser's.  ``words`` are the words that a line is made of, where they stood before the
    page was straightened.  A line that is ``alone`` is a paragraph of its own, like a row of
    a table.  ``style`` names the font of a line that is set in one throughout, if it is known.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    page: int = 1
    head: float | None = None
    confidence: float | None = None
    words: tuple[Box, ...] = ()
    alone: bool = False
    style: str = ""

    @property
    def first_word(self) -> float:
        """Width of the first word."""
        return self.right - self.left if self.head is None else self.head

    @property
    def height(self) -> float:
        """Height of the box."""
        return self.bottom - self.top


def straight_lines(lines: Iterable[Sequence[Box]]) -> list[Box]:
    """Return the lines of the document from top to bottom, page by page.

    Args:
        lines: the words of each line as recognised, from left to right; a line lies on one page.
    """
    swept = (_without_specks(line) for line in lines)
    ordered = sorted((line for line in swept if line), key=lambda line: line[0].page)
    result: list[Box] = []
    for _, page in groupby(ordered, key=lambda line: line[0].page):
        result.extend(_page_lines(list(page)))
    return result


def _without_specks(words: Sequence[Box]) -> Sequence[Box]:
    first, last = 0, len(words)
    while first < last and _SPECK.fullmatch(words[first].text):
        first += 1
    while last > first and _SPECK.fullmatch(words[last - 1].text):
        last -= 1
    return words[first:last]


def _page_lines(lines: Sequence[Sequence[Box]]) -> list[Box]:
    slopes = [_slope(line) for line in lines if len(line) >= _LONG_LINE]
    angle = -median(slopes) if slopes else 0.0
    pieces = [piece for line in lines for piece in _cells([_turned(w, angle) for w in line])]
    rows: list[list[Box]] = []
    for piece in sorted(pieces, key=lambda box: box.top + box.bottom):
        if rows and all(_beside(piece, other) for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(_columns(row), " | ") for row in rows]


def _columns(row: Sequence[Box]) -> list[Box]:
    """Return the cells of a row from left to right, without a lone mark far out on the right."""
    cells = sorted(row, key=lambda box: box.left)
    while len(cells) > 1 and len(cells[-1].text) == 1 and not cells[-1].text.isdigit():
        cells.pop()
    return cells


def _slope(words: Sequence[Box]) -> float:
    """Return the slope of a line in radians, small angles taken for their tangents."""
    first, last = words[0], words[-1]
    rise = (last.top + last.bottom - first.top - first.bottom) / 2
    return rise / max(1.0, (last.left + last.right - first.left - first.right) / 2)


def _turned(word: Box, angle: float) -> Box:
    x, y = word.left, (word.top + word.bottom) / 2
    left, middle = x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
    half = word.height / 2
    right = left + word.right - word.left
    return replace(
        word,
        left=left,
        right=right,
        top=middle - half,
        bottom=middle + half,
        words=word.words or (word,),
    )


def _cells(words: Sequence[Box]) -> list[Box]:
    height = median(word.height for word in words)
    cells: list[list[Box]] = []
    for word in words:
        if cells and word.left - cells[-1][-1].right <= _WIDE_GAP * height:
            cells[-1].append(word)
        else:
            cells.append([word])
    return [_joined(cell, " ") for cell in cells]


def _beside(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = one.left >= other.right or other.left >= one.right
    return apart and shared >= _SAME_ROW * min(one.height, other.height)


def _joined(boxes: Sequence[Box], between: str) -> Box:
    # Medians: dirt that touches a word makes its box taller.
    return Box(
        text=between.join(box.text for box in boxes),
        left=min(box.left for box in boxes),
        top=median(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=median(box.bottom for box in boxes),
        page=boxes[0].page,
        head=boxes[0].first_word,
        words=tuple(word for box in boxes for word in box.words or (box,)),
    )
