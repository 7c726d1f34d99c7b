"""How much of the print on a page a recogniser has seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.glyphs import Glyphs, glyphs_of
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.opencv import opencv
from minutes_nlp.readers.tesseract import GreyImage

_SCALE: Final = 0.5
"""Letters are told from dirt on a page of half the size too, in a quarter of the time."""
_MARGIN: Final = 1
"""Pixels of that page by which a box may be too tight."""
_FEWEST: Final = 20
"""Glyphs below which a page counts as blank: then nothing can have been missed."""


def ink_covered(image: GreyImage, words: Sequence[Box]) -> float:
    """Return the share (0..1) of glyph-sized ink that lies inside the boxes of words.

    Confidence does not see lines that a recogniser dropped; this does.

    Args:
        image: the page that was read.
        words: what was recognised on it, in pixels of ``image``.
    """
    cv2 = opencv()
    small = cv2.resize(image, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_AREA)
    glyphs = glyphs_of(small)
    if len(glyphs.area) < _FEWEST:
        return 1.0
    inside = _inside(glyphs, small.shape, words)
    return round(float(glyphs.area[inside].sum() / glyphs.area.sum()), 4)


def _inside(glyphs: Glyphs, shape: tuple[int, ...], words: Sequence[Box]) -> NDArray[np.bool_]:
    covered = np.zeros(shape, dtype=bool)
    for word in words:
        left, top, right, bottom = (
            int(edge * _SCALE) for edge in (word.left, word.top, word.right, word.bottom)
        )
        covered[
            max(0, top - _MARGIN) : bottom + 1 + _MARGIN,
            max(0, left - _MARGIN) : right + 1 + _MARGIN,
        ] = True
    return covered[glyphs.middle_y, glyphs.middle_x]
