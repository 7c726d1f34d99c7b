"""Whether a page is blank: the back of a sheet, on which nothing can be missing."""

from __future__ import annotations

from typing import Final

import numpy as np

from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.tesseract import GreyImage

_WIDTH: Final = 1000
"""Pixels to which a page is brought down: grain and specks fade, strokes of letters do not."""
_PAPER: Final = 25
"""Pixels, wider than any stroke: the lightest within them is paper."""
_INK: Final = 0.84
"""Ink has at most this share of the light of the paper about it; print of the back has more."""
_LEAST: Final = 0.0005
"""Share of the page: blank backs have a third of it, pages of a few words eight times as much."""


def is_blank(image: GreyImage) -> bool:
    """Whether hardly anything on a page is darker than the paper about it.

    Args:
        image: the page as stored, before anything was done to its light.
    """
    cv2 = opencv()
    height, width = image.shape
    # Whole factors are averaged in a quarter of the time; the rest is left for a small image.
    whole = max(1, min(width // _WIDTH, height))
    size = (width // whole, height // whole)
    cut = image[: size[1] * whole, : size[0] * whole]
    small = cv2.resize(cut, size, interpolation=cv2.INTER_AREA)
    scale = min(1.0, _WIDTH / max(1, size[0]))
    small = cv2.resize(small, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    small = cv2.blur(small, (3, 3))
    square = np.ones((_PAPER, _PAPER), np.uint8)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, square)
    return bool(np.mean(small < _INK * paper) < _LEAST)
