"""Tables with ruled lines: which cell of which table a place on the page lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.pdf.drawings import Drawings

_NEAR: Final = 3.0
"""Points within which lines count as one or as touching."""
_FEWEST_UPRIGHT: Final = 3
"""Upright lines of a table of two columns; fewer are a frame around text."""
_MOST_LINES: Final = 3_000

Line = tuple[float, float, float]
"""Where it lies across, and from where to where it runs."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table."""

    level: tuple[Line, ...]
    plumb: tuple[Line, ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(y for y, _, _ in self.level)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return top and left of the cell around a point, in whole points; ``None`` outside."""
        left = _last([at for at, top, bottom in self.plumb if top - 1 <= y <= bottom + 1], x)
        right = _last([-at for at, top, bottom in self.plumb if top - 1 <= y <= bottom + 1], -x)
        top = _last([at for at, first, last in self.level if first - 1 <= x <= last + 1], y)
        bottom = _last([-at for at, first, last in self.level if first - 1 <= x <= last + 1], -y)
        if None in (left, right, top, bottom):
            return None
        return round(top or 0.0), round(left or 0.0)


def _last(places: Sequence[float], before: float) -> float | None:
    return max((place for place in places if place <= before), default=None)


def grids(drawings: Drawings) -> list[Grid]:
    """Return the ruled tables of a page from top to bottom."""
    level, plumb = _merged(drawings.level), _merged(drawings.plumb)
    if len(level) < 2 or len(plumb) < _FEWEST_UPRIGHT or len(level) * len(plumb) > _MOST_LINES**2:
        return []
    found = [
        Grid(tuple(part.level), tuple(part.plumb))
        for part in _connected(level, plumb)
        if len(part.level) >= 2 and len({round(x / _NEAR) for x, _, _ in part.plumb}) >= 3
    ]
    return sorted(found, key=lambda grid: grid.top)


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Put together lines that lie on each other or go on in each other."""
    rows: list[list[Line]] = []
    for line in sorted(lines):
        if rows and line[0] - rows[-1][0][0] <= _NEAR:
            rows[-1].append(line)
        else:
            rows.append([line])
    result: list[Line] = []
    for row in rows:
        pieces: list[list[float]] = []
        for _, first, last in sorted(row, key=lambda line: line[1]):
            if pieces and first <= pieces[-1][1] + _NEAR:
                pieces[-1][1] = max(pieces[-1][1], last)
            else:
                pieces.append([first, last])
        result += [(row[0][0], first, last) for first, last in pieces]
    return result


@dataclass(slots=True)
class _Part:
    level: list[Line] = field(default_factory=list)
    plumb: list[Line] = field(default_factory=list)


def _connected(level: Sequence[Line], plumb: Sequence[Line]) -> list[_Part]:
    parts: list[_Part] = []
    for line in plumb:
        touched = [y for y in level if _touch(y, line)]
        joined = _Part(plumb=[line], level=[])
        for part in [p for p in parts if any(y in p.level for y in touched)]:
            joined.plumb += part.plumb
            joined.level += part.level
            parts.remove(part)
        joined.level += [y for y in touched if y not in joined.level]
        parts.append(joined)
    return parts


def _touch(level: Line, plumb: Line) -> bool:
    y, left, right = level
    x, top, bottom = plumb
    return left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR
