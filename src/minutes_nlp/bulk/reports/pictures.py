"""Charts of a review as inline SVG without script; colours come from the page's CSS by class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup, escape

_WIDTH: Final = 720
_LINE: Final = 20
_CELL: Final = 26
_HEAD: Final = 16
_LEVELS: Final = ("present", "weak", "absent")


def share_bars(rows: Sequence[tuple[str, float, float]], title: str) -> Markup:
    """Return a bar a row: label, share found, share undecided, both 0..1, one after the other."""
    left, right = 300, _WIDTH - 50
    parts = []
    for tick in (0, 25, 50, 75, 100):
        x = left + (right - left) * tick / 100
        parts += [
            _line(x, 16, x, 18 + len(rows) * _LINE, "grid"),
            _text(x, 12, f"{tick} %", "tick middle"),
        ]
    for place, (label, found, unsure) in enumerate(rows):
        y = 18 + place * _LINE
        first, second = found * (right - left), min(unsure, 1 - found) * (right - left)
        parts += [
            _text(left - 8, y + 14, _short(label, 44), "label end"),
            _rect(left, y + 3, first, 14, "found"),
            _rect(left + first, y + 3, second, 14, "unsure"),
            _text(left + first + second + 6, y + 14, f"{100 * found:.0f}", "tick"),
        ]
    return _picture(parts, _WIDTH, 22 + len(rows) * _LINE, title)


def month_bars(months: Sequence[str], shares: Sequence[float | None], title: str) -> Markup:
    """Return a bar a month, shares 0..1; ``None`` where there are no minutes."""
    left, height = 44, 120
    parts = [*_scale(left, len(months), height)]
    for place, share in enumerate(shares):
        x = left + place * _CELL
        if share is not None:
            parts += [
                _rect(x + 3, _HEAD + height * (1 - share), _CELL - 6, height * share, "found"),
                _text(
                    x + _CELL / 2, _HEAD - 3 + height * (1 - share), f"{100 * share:.0f}", "tiny"
                ),
            ]
    parts += _months(months, left, height + _HEAD + 4)
    return _picture(parts, _wide(left, len(months)), height + _HEAD + 54, title)


def level_bars(months: Sequence[str], counts: Sequence[tuple[int, int, int]], title: str) -> Markup:
    """Return a stacked bar a month: how many minutes show something, weakly, or not at all."""
    left, height = 44, 100
    parts = [*_scale(left, len(months), height)]
    for place, count in enumerate(counts):
        total, below = sum(count), 0.0
        for kind, number in zip(_LEVELS, count, strict=True):
            if number:
                tall = height * number / total
                y = _HEAD + height - below - tall
                parts.append(_rect(left + place * _CELL + 3, y, _CELL - 6, tall, kind))
                below += tall
    parts += _months(months, left, height + _HEAD + 4)
    return _picture(parts, _wide(left, len(months)), height + _HEAD + 54, title)


def share_grid(
    labels: Sequence[str],
    months: Sequence[str],
    shares: Sequence[Sequence[float | None]],
    title: str,
) -> Markup:
    """Return labels by months, the share in each cell (0..1) as per cent on shaded ground."""
    left = 300
    parts = []
    for row, (label, values) in enumerate(zip(labels, shares, strict=True)):
        y = 4 + row * _LINE
        parts.append(_text(left - 8, y + 14, _short(label, 44), "label end"))
        for place, share in enumerate(values):
            if share is None:
                continue
            x = left + place * _CELL
            parts.append(
                f'<rect class="shade" x="{x}" y="{y}" width="{_CELL - 1}" height="{_LINE - 1}" '
                f'fill-opacity="{round(share**0.7, 2)}"/>'
            )
            if share >= 0.005:
                ink = "ink strong" if share > 0.55 else "ink"
                parts.append(_text(x + _CELL / 2, y + 14, f"{100 * share:.0f}", f"{ink} middle"))
    parts += _months(months, left, 6 + len(labels) * _LINE)
    return _picture(parts, _wide(left, len(months)), 56 + len(labels) * _LINE, title)


def _scale(left: float, columns: int, height: float) -> Iterable[str]:
    for tick in (0, 50, 100):
        y = _HEAD + height * (1 - tick / 100)
        yield _line(left, y, left + columns * _CELL, y, "grid")
        yield _text(left - 5, y + 4, f"{tick} %", "tick end")


def _months(months: Sequence[str], left: float, top: float) -> list[str]:
    """Return the months written upwards: 07/26."""
    return [
        f'<text class="tick end" transform="translate({left + place * _CELL + 17} {top}) '
        f'rotate(-90)">{escape(month[5:])}/{escape(month[2:4])}</text>'
        for place, month in enumerate(months)
    ]


def _wide(left: float, columns: int) -> float:
    return max(_WIDTH, left + columns * _CELL + 10)


def _rect(x: float, y: float, width: float, height: float, kind: str) -> str:
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _short(label: str, most: int) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"


def _picture(parts: Iterable[str], width: float, height: float, title: str) -> Markup:
    return Markup(
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" style="max-width:{width:.0f}px" role="img">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
