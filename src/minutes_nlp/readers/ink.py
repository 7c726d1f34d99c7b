"""How much of the print on a page a recogniser has seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.glyphs import Glyphs, glyphs_of
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.tesseract import GreyImage

_MARGIN: Final = 2
"""Pixels by which a box may be too tight."""
_FEWEST: Final = 20
"""Glyphs below which a page counts as blank: then nothing can have been missed."""


def ink_covered(image: GreyImage, words: Sequence[Box]) -> float:
    """Return the share (0..1) of glyph-sized ink that lies inside the boxes of words.

    Confidence does not see lines that a recogniser dropped; this does.

    Args:
        image: the page that was read.
        words: what was recognised on it, in pixels of ``image``.
    """
    glyphs = glyphs_of(image)
    if len(glyphs.area) < _FEWEST:
        return 1.0
    inside = _inside(glyphs, image.shape, words)
    return round(float(glyphs.area[inside].sum() / glyphs.area.sum()), 4)


def _inside(glyphs: Glyphs, shape: tuple[int, ...], words: Sequence[Box]) -> NDArray[np.bool_]:
    covered = np.zeros(shape, dtype=bool)
    for word in words:
        top, left = max(0, int(word.top) - _MARGIN), max(0, int(word.left) - _MARGIN)
        covered[top : int(word.bottom) + _MARGIN, left : int(word.right) + _MARGIN] = True
    return covered[glyphs.middle_y, glyphs.middle_x]
