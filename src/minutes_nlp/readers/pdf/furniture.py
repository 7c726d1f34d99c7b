"""Page numbers and running headers and footers: what stands at the edge of pages, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from minutes_nlp.readers.pdf.rows import Row

_ROWS: Final = 3
"""So many rows from the edge may belong to a header or footer."""
_EDGE: Final = 0.15
"""Share of the page's height in which headers and footers stand."""
_OUTERMOST: Final = 0.045
"""Share of the height in which browsers print dates and addresses."""
_SMALL: Final = 0.8
_SAME_HEIGHT: Final = 4.0
_NUMBER: Final = re.compile(
    r"\W{0,3}(?:(?:trang|page|tr\.?)\s*)?(\d{1,3})(?:\s*(?:/|of|trên)\s*(\d{1,3}))?\W{0,3}",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of one page outside tables, and its height in points."""

    number: int
    height: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Texts of headers and footers, each once, and the pages without them."""

    headers: tuple[str, ...]
    footers: tuple[str, ...]
    pages: tuple[PageRows, ...]


def without_furniture(pages: Sequence[PageRows]) -> Furniture:
    """Take headers, footers and page numbers out of the rows of ``pages``."""
    repeated = _repeated(pages)
    last = max((page.number for page in pages), default=0)
    shift = _usual_shift(pages, last)
    headers: dict[str, None] = {}
    footers: dict[str, None] = {}
    left: list[PageRows] = []
    for page in pages:
        size = median(row.size for row in page.rows) if page.rows else 0.0
        gone: set[int] = set()
        for side, rows in (headers, _top(page)), (footers, _bottom(page)):
            for row in rows:
                if (
                    _key(page, row) in repeated
                    or _is_number(row, page.number, shift, last)
                    or _is_outside(row, page.height, size)
                ):
                    side[row.text] = None
                    gone.add(id(row))
        rest = tuple(row for row in page.rows if id(row) not in gone)
        left.append(PageRows(page.number, page.height, rest))
    return Furniture(tuple(headers), tuple(footers), tuple(left))


def _top(page: PageRows) -> list[Row]:
    return [row for row in page.rows[:_ROWS] if row.bottom < _EDGE * page.height]


def _bottom(page: PageRows) -> list[Row]:
    return [row for row in page.rows[-_ROWS:] if row.top > (1 - _EDGE) * page.height]


def _key(page: PageRows, row: Row) -> tuple[str, int]:
    return _DIGITS.sub("#", row.text), round(row.bottom / _SAME_HEIGHT)


def _repeated(pages: Sequence[PageRows]) -> set[tuple[str, int]]:
    counts = Counter(
        key for page in pages for key in {_key(page, row) for row in (*_top(page), *_bottom(page))}
    )
    enough = max(2, len(pages) // 3)
    return {key for key, count in counts.items() if count >= enough}


def _usual_shift(pages: Sequence[PageRows], last: int) -> int:
    """Return by how much printed numbers differ from the place of their page."""
    shifts = Counter(
        number - page.number
        for page in pages
        for row in (*_top(page), *_bottom(page))
        for number in _numbers(row, last)
    )
    (shift, count), *_ = shifts.most_common(1) or [(0, 0)]
    return shift if count > 1 else 0  # one number proves nothing


def _numbers(row: Row, last: int) -> Iterator[int]:
    """Yield the page number that a row is; one "of 9" pages only where there are nine."""
    match = _NUMBER.fullmatch(row.text)
    if match and (not match[2] or int(match[2]) == last):
        yield int(match[1])


def _is_number(row: Row, page: int, shift: int, last: int) -> bool:
    return any(number - page == shift for number in _numbers(row, last))


def _is_outside(row: Row, height: float, size: float) -> bool:
    at_edge = row.bottom < _OUTERMOST * height or row.top > (1 - _OUTERMOST) * height
    return at_edge and row.size < _SMALL * size
