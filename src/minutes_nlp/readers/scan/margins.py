"""Margins that lean, as those of a photographed page do, set upright.

Paragraphs are told by where lines begin and end; before a camera held at an angle both edges of
the text lean, each its own way.  Lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.line_boxes import Box

_FEWEST: Final = 8
"""Lines that show a margin."""
_MOST: Final = 0.1
"""Steepest lean, pixels across for one down."""
_STEPS: Final = 101
_CLOSE: Final = 0.35
"""Heights of a line within which edges stand on one margin."""
_BETTER: Final = 1.2
"""Times as many lines must stand on a leaning margin as on an upright one."""

Numbers = NDArray[np.float64]


def with_upright_margins(lines: Sequence[Box]) -> list[Box]:
    """Return the lines of one page with their edges moved to where upright margins have them.

    Only ``left`` and ``right`` of the lines change, and nothing where margins stand upright.
    """
    if len(lines) < _FEWEST:
        return list(lines)
    height = median(line.height for line in lines)
    down = np.array([(line.top + line.bottom) / 2 for line in lines])
    down -= down.mean()
    left = _lean(np.array([line.left for line in lines]), down, height) * down
    right = _lean(np.array([line.right for line in lines]), down, height) * down
    if not left.any() and not right.any():
        return list(lines)
    return [
        replace(line, left=line.left - float(a), right=line.right - float(b))
        for line, a, b in zip(lines, left, right, strict=True)
    ]


def _lean(edges: Numbers, down: Numbers, height: float) -> float:
    """Return the lean of the margin on which most edges stand, 0 if an upright one is as good."""
    leans = np.linspace(-_MOST, _MOST, _STEPS)
    counts = [_on_one_margin(edges - lean * down, height) for lean in leans]
    upright = _on_one_margin(edges, height)
    best = max(counts)
    if best < _BETTER * upright:
        return 0.0
    # Several leans hold equally many lines: the middle one fits them best.
    return float(np.mean(leans[np.array(counts) == best]))


def _on_one_margin(edges: Numbers, height: float) -> int:
    """Return how many edges stand within a narrow band, wherever most do."""
    ordered = np.sort(edges)
    ends = np.searchsorted(ordered, ordered + _CLOSE * height, side="right")
    return int((ends - np.arange(len(ordered))).max())
