"""Which side of a page is up, told by how letters stand in lines."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.print_lines import PrintLines
from minutes_nlp.readers.scan.tesseract import GreyImage

Numbers = NDArray[np.float64]

_SMALL: Final = 400
"""Pixels of the longer side at which letters run together and lines do not."""
_STRIPS: Final = 10
_FEWEST: Final = 150
"""Letters without which nobody can tell top from bottom."""


def lies_sideways(image: GreyImage) -> bool:
    """Whether lines of print run up or down the page."""
    cv2 = opencv()
    scale = _SMALL / max(image.shape)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = 255.0 - small
    return _uneven(ink.T) > _uneven(ink)


def _uneven(ink: Numbers) -> float:
    """Return how much the ink of neighbouring rows differs, for strips as wide as a few words.

    Strips, since the lines of a page that is a little askew overlap across its whole width.
    """
    total = 0.0
    for strip in np.array_split(ink, _STRIPS, axis=1):
        total += float(np.square(np.diff(strip.mean(axis=1))).sum())
    return total


def upside_down(lines: PrintLines) -> float:
    """Return how far the page looks upside down: under 0 upright, over 0 upside down, -1 to 1.

    Letters stand on one line, and their tops end at many heights: capitals, tone marks.
    """
    if len(lines.line) < _FEWEST:
        return 0.0
    feet, heads = _aligned(lines.bottom, lines), _aligned(lines.top, lines)
    return (heads - feet) / max(1e-9, heads + feet)


def _aligned(edge: Numbers, lines: PrintLines) -> float:
    """Return the share of letters whose edge is level with that of its neighbours on the line."""
    order = np.lexsort((lines.x, lines.line))
    same = np.diff(lines.line[order]) == 0
    steps = np.abs(np.diff(edge[order]))[same]
    return float(np.mean(steps <= 0.12 * lines.size)) if len(steps) else 0.0
