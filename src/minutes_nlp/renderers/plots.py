"""Plots as inline SVG without script: drawn 360 units wide, so that a phone shows them whole.

Colours come from the page's CSS by class, so that one picture serves light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from markupsafe import Markup, escape

WIDTH: Final = 360
_RIGHT: Final = 8
_LINE: Final = 18
_TOP: Final = 20
_LETTER: Final = 5.6
"""About how wide a letter of a label is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a bar or dot plot; ``reference`` is another figure to compare with."""

    label: str
    value: float
    low: float
    high: float
    reference: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from figures to units of the picture."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, figure: float) -> float:
        """Return where a figure stands; what lies outside the scale stands at its end."""
        share = (min(max(figure, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> list[float]:
        """Return four to seven round figures on the scale."""
        steps = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
        step = next(s for s in steps if (self.high - self.low) / s <= 6)
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return [round(place * step, 2) for place in range(first, last + 1)]


def bar_plot(rows: Sequence[Row], title: str) -> Markup:
    """Return one bar a row, from 0 to 1, with its interval as a whisker."""
    scale = Scale(0.0, 1.0, 104, WIDTH - _RIGHT - 6)
    parts: list[str] = list(_vertical_grid(scale, len(rows)))
    for place, row in enumerate(rows):
        y = _TOP + place * _LINE
        width = round(scale(row.value) - scale.start, 1)
        parts += [
            _text(scale.start - 6, y + 12, row.label, "label end"),
            f'<rect class="bar" x="{scale.start}" y="{y + 3}" width="{width}" height="11"/>',
            *_whisker(scale, row, y + 8.5),
        ]
    return _picture(parts, _TOP + len(rows) * _LINE + 4, title)


def dot_plot(rows: Sequence[Row], title: str) -> Markup:
    """Return a filled dot a row with its interval, and a ring at its reference."""
    figures = [f for row in rows for f in (row.low, row.value, row.reference) if f is not None]
    labels = min(180.0, 8 + _LETTER * max(len(row.label) for row in rows))
    scale = Scale(_below(figures), 1.0, labels, WIDTH - _RIGHT - 6)
    parts: list[str] = list(_vertical_grid(scale, len(rows)))
    for place, row in enumerate(rows):
        y = _TOP + place * _LINE + 8.5
        parts += [_text(scale.start - 8, y + 4, row.label, "label end"), *_whisker(scale, row, y)]
        if row.reference is not None:
            parts.append(f'<circle class="ring" cx="{scale(row.reference)}" cy="{y}" r="4"/>')
        parts.append(f'<circle class="dot" cx="{scale(row.value)}" cy="{y}" r="4"/>')
    return _picture(parts, _TOP + len(rows) * _LINE + 4, title)


def reliability_plot(bins: Sequence[tuple[float, float, int]], title: str) -> Markup:
    """Return accuracy over stated confidence, with the diagonal of perfect honesty.

    Args:
        bins: mean confidence, accuracy and number of paragraphs of each bin; the area of a dot
            grows with the number.
        title: what a screen reader says of the picture.
    """
    x, y = Scale(0, 1, 34, WIDTH - 14), Scale(0, 1, 300, 12)
    most = max(number for _, _, number in bins)
    parts = [
        *_square_grid(x, y),
        f'<line class="diagonal" x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}"/>',
        _line((x(stated), y(right)) for stated, right, _ in bins),
    ]
    for stated, right, number in bins:
        radius = round(3 + 8 * (number / most) ** 0.5, 1)
        parts.append(f'<circle class="dot" cx="{x(stated)}" cy="{y(right)}" r="{radius}"/>')
    return _picture(parts, 322, title)


def curve_plot(points: Sequence[tuple[float, float, float, str]], title: str) -> Markup:
    """Return two figures over coverage, each point of the first labelled.

    Args:
        points: coverage, first figure, second figure and label.
        title: what a screen reader says of the picture.
    """
    figures = [figure for _, first, second, _ in points for figure in (first, second)]
    widest = min(1.0, int(10 * max(c for c, *_ in points)) / 10 + 0.1)
    x = Scale(_below(c for c, *_ in points), widest, 34, WIDTH - 14)
    y = Scale(_below(figures), 1.0, 300, 12)
    parts = [
        *_square_grid(x, y),
        _line((x(c), y(first)) for c, first, _, _ in points),
        _line(((x(c), y(second)) for c, _, second, _ in points), "second"),
    ]
    last = -99.0
    for coverage, first, second, label in points:
        parts += [
            f'<circle class="dot" cx="{x(coverage)}" cy="{y(first)}" r="3.5"/>',
            f'<circle class="ring" cx="{x(coverage)}" cy="{y(second)}" r="3"/>',
        ]
        if abs(x(coverage) - last) > 24:
            parts.append(_text(x(coverage), y(first) - 8, label, "note middle"))
            last = x(coverage)
    return _picture(parts, 322, title)


def heat_map(labels: Sequence[str], shares: Sequence[Sequence[float]], title: str) -> Markup:
    """Return a table of shares, each row adding up to 1, as per cent on shaded cells.

    Args:
        labels: of rows and columns; columns bear only the numbers that rows begin with.
        shares: one row a true label, one column a predicted one.
        title: what a screen reader says of the picture.
    """
    left, cell, top = 118, 24, 20
    parts = [
        _text(left + place * cell + cell / 2, 14, str(place + 1), "label middle")
        for place in range(len(labels))
    ]
    for i, (label, row) in enumerate(zip(labels, shares, strict=True)):
        y = top + i * cell
        parts.append(_text(left - 6, y + 16, f"{label} {i + 1}", "label end"))
        for j, share in enumerate(row):
            kind = "right" if i == j else "wrong"
            # The square root lets small confusions be seen beside the diagonal.
            shade = round(share**0.5, 2)
            parts.append(
                f'<rect class="cell {kind}" x="{left + j * cell}" y="{y}" width="{cell - 1}" '
                f'height="{cell - 1}" fill-opacity="{shade}"/>'
            )
            if share >= 0.005:
                ink = "cell-ink strong" if shade > 0.65 else "cell-ink"
                x = left + j * cell + (cell - 1) / 2
                parts.append(_text(x, y + 15.5, f"{100 * share:.0f}", f"{ink} middle"))
    return _picture(parts, top + len(labels) * cell + 4, title)


def _below(figures: Iterable[float]) -> float:
    """Return a round figure under all of these, where a scale up to 1 may begin."""
    lowest = min(figures)
    return max(0.0, min(0.9, int(lowest * 10) / 10))


def _vertical_grid(scale: Scale, rows: int) -> Iterator[str]:
    bottom = _TOP + rows * _LINE
    for tick in scale.ticks():
        x = scale(tick)
        yield f'<line class="grid" x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}"/>'
        yield _text(x, _TOP - 6, f"{tick:g}", "tick middle")


def _square_grid(x: Scale, y: Scale) -> Iterator[str]:
    for tick in x.ticks():
        yield f'<line class="grid" x1="{x(tick)}" y1="{y.start}" x2="{x(tick)}" y2="{y.end}"/>'
        yield _text(x(tick), y.start + 15, f"{tick:g}", "tick middle")
    for tick in y.ticks():
        yield f'<line class="grid" x1="{x.start}" y1="{y(tick)}" x2="{x.end}" y2="{y(tick)}"/>'
        yield _text(x.start - 5, y(tick) + 4, f"{tick:g}", "tick end")


def _whisker(scale: Scale, row: Row, y: float) -> Iterator[str]:
    low, high = scale(row.low), scale(row.high)
    yield f'<line class="whisker" x1="{low}" y1="{y}" x2="{high}" y2="{y}"/>'
    for end in (low, high):
        yield f'<line class="whisker" x1="{end}" y1="{y - 3}" x2="{end}" y2="{y + 3}"/>'


def _line(points: Iterable[tuple[float, float]], kind: str = "first") -> str:
    path = " ".join(f"{x},{y}" for x, y in points)
    return f'<polyline class="line {kind}" points="{path}"/>'


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{round(x, 1)}" y="{round(y, 1)}">{escape(words)}</text>'


def _picture(parts: Iterable[str], height: float, title: str) -> Markup:
    body = "".join(parts)
    return Markup(
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img">'
        f"<title>{escape(title)}</title>{body}</svg>"
    )
