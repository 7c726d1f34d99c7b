"""How much of the print on a page a recogniser has seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.scan.glyphs import Marks, binary, glyphs_of, letter_sized, marks_of
from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.print_lines import chained
from minutes_nlp.readers.scan.tesseract import GreyImage

_SCALE: Final = 0.5
"""Letters are told from dirt on a page of half the size too, in a quarter of the time."""
_MARGIN: Final = 1
"""Pixels of that page by which a box may be too tight."""
_LARGEST: Final = 2.2
"""Times the usual height of a glyph in a recognised word; capitals with two marks have less."""
_IN_LINE: Final = 3.0
"""Heights of a letter that all marks of a line are wide: a short word.  Bits of a picture stand
anywhere."""
_LEVEL: Final = 1.6
"""Heights by which middles of marks differ on a line; grain of a shadow piles up higher."""
_STEEPEST: Final = 0.5
"""Pixels down for one across: lines on bent paper."""
_GRAIN_NEAR: Final = 41
"""Pixels of that page across which grain shows: two lines of print."""
_DOT: Final = 4
"""Pixels that a dot of grain has at most."""
_GRAINY: Final = 0.015
"""Share of a place under such dots: about print on clean paper it is under 0.01, in the depth of a
shadow, where what is left of the light is spread, 0.02 to 0.08."""
_SOLID: Final = 0.5
"""Times as solid as most marks in words is still a letter; chains of grain are a seventh."""
_ENOUGH: Final = 8
"""Glyphs in recognised words that show how high the print is."""
_FEWEST: Final = 5
"""Glyphs below which a page with hardly a word counts as blank: then nothing can have been missed.
Of four bent words that could not be read nine were left."""


def ink_covered(image: GreyImage, words: Sequence[Box]) -> float:
    """Return the share (0..1) of glyph-sized ink that lies inside the boxes of words.

    Confidence does not see lines that a recogniser dropped; this does.

    Args:
        image: the page that was read.
        words: what was recognised on it, in pixels of ``image``.
    """
    cv2 = opencv()
    small = cv2.resize(image, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_AREA)
    return _covered(small, words)


def _covered(small: GreyImage, words: Sequence[Box]) -> float:
    dark = binary(small)
    marks = marks_of(dark)
    inside = _inside(marks, small.shape, words)
    print_like = letter_sized(marks, small.shape)
    in_words = marks.height[print_like & inside]
    if len(in_words) >= _ENOUGH:
        # Seals and pictures break into marks too; what is not like the print is none.
        usual = float(np.median(in_words[in_words >= np.median(in_words) / 2]))
        print_like &= (marks.height >= usual / 2) & (marks.height <= _LARGEST * usual)
        print_like &= inside | ~_is_grain(marks, dark, print_like & inside)
        print_like &= inside | _in_line(marks, print_like)
    elif len(glyphs_of(small).area) < _FEWEST:
        return 1.0
    seen = marks.area[print_like & inside].sum()
    return round(float(seen / marks.area[print_like].sum()), 4)


def _is_grain(marks: Marks, dark: GreyImage, letters: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which marks are chains of grain: thin, where dots lie thick."""
    cv2 = opencv()
    count = len(marks.area) + 1
    dots = np.concatenate([[False], marks.area <= _DOT])[marks.labels]
    size = (_GRAIN_NEAR, _GRAIN_NEAR)
    share = cv2.boxFilter(dots.astype(np.float32), -1, size)
    near = share[marks.top + marks.height // 2, marks.left + marks.width // 2]
    core = cv2.erode(dark, np.ones((2, 2), np.uint8)) > 0
    solid = np.bincount(marks.labels[core], minlength=count)[1:] / marks.area
    result: NDArray[np.bool_] = (near > _GRAINY) & (solid < _SOLID * np.median(solid[letters]))
    return result


def _in_line(marks: Marks, print_like: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which marks stand in a line with others, as letters do and bits of a picture do not."""
    chosen = np.flatnonzero(print_like)
    height = float(np.median(marks.height[chosen]))
    middle_x = marks.left[chosen] + marks.width[chosen] / 2
    middle_y = marks.top[chosen] + marks.height[chosen] / 2
    line = chained(0.75 * middle_x, middle_y, height)
    # Letters of a blurred word may be one mark: width tells a line, not the number of marks.
    wide = np.bincount(line, marks.width[chosen]) >= _IN_LINE * height
    several = np.bincount(line) > 1
    height_on_line = middle_y - _slope(line, middle_x, middle_y)[line] * middle_x
    top, bottom = np.full(len(wide), np.inf), np.full(len(wide), -np.inf)
    np.minimum.at(top, line, height_on_line)
    np.maximum.at(bottom, line, height_on_line)
    level = bottom - top <= _LEVEL * height
    result = np.zeros(len(print_like), dtype=bool)
    result[chosen[(wide & several & level)[line]]] = True
    return result


def _slope(
    line: NDArray[np.intp], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the slope of every line, at most that of a bent page, by least squares."""
    count = np.bincount(line)
    across = x - (np.bincount(line, x) / count)[line]
    spread = np.bincount(line, across * across)
    slope: NDArray[np.float64] = np.bincount(line, across * y) / np.maximum(spread, 1.0)
    return np.clip(slope, -_STEEPEST, _STEEPEST)


def _inside(marks: Marks, shape: tuple[int, ...], words: Sequence[Box]) -> NDArray[np.bool_]:
    covered = np.zeros(shape, dtype=bool)
    for word in words:
        left, top, right, bottom = (
            int(edge * _SCALE) for edge in (word.left, word.top, word.right, word.bottom)
        )
        covered[
            max(0, top - _MARGIN) : bottom + 1 + _MARGIN,
            max(0, left - _MARGIN) : right + 1 + _MARGIN,
        ] = True
    inside: NDArray[np.bool_] = covered[
        marks.top + marks.height // 2, marks.left + marks.width // 2
    ]
    return inside
