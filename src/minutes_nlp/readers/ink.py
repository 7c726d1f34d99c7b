"""How much of the print on a page a recogniser has seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.glyphs import Marks, binary, glyphs_of, letter_sized, marks_of
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.tesseract import GreyImage

_MARGIN: Final = 2
"""Pixels by which a box may be too tight."""
_LARGEST: Final = 2.2
"""Times the usual height of a glyph in a recognised word; capitals with two marks have less."""
_FEWEST: Final = 20
"""Glyphs below which a page counts as blank: then nothing can have been missed."""


def ink_covered(image: GreyImage, words: Sequence[Box]) -> float:
    """Return the share (0..1) of glyph-sized ink that lies inside the boxes of words.

    Confidence does not see lines that a recogniser dropped; this does.

    Args:
        image: the page that was read.
        words: what was recognised on it, in pixels of ``image``.
    """
    marks = marks_of(binary(image))
    inside = _inside(marks, image.shape, words)
    print_like = letter_sized(marks, image.shape[0])
    in_words = marks.height[print_like & inside]
    if len(in_words) >= _FEWEST:
        # Seals and pictures break into marks too; what is not like the print is none.
        usual = float(np.median(in_words[in_words >= np.median(in_words) / 2]))
        print_like &= (marks.height >= usual / 2) & (marks.height <= _LARGEST * usual)
    elif len(glyphs_of(image).area) < _FEWEST:
        return 1.0
    seen = marks.area[print_like & inside].sum()
    return round(float(seen / marks.area[print_like].sum()), 4)


def _inside(marks: Marks, shape: tuple[int, ...], words: Sequence[Box]) -> NDArray[np.bool_]:
    covered = np.zeros(shape, dtype=bool)
    for word in words:
        top, left = max(0, int(word.top) - _MARGIN), max(0, int(word.left) - _MARGIN)
        covered[top : int(word.bottom) + _MARGIN, left : int(word.right) + _MARGIN] = True
    inside: NDArray[np.bool_] = covered[
        marks.top + marks.height // 2, marks.left + marks.width // 2
    ]
    return inside
