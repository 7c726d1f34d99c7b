"""The marks on a page that have the size of letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.tesseract import GreyImage

_SMALLEST: Final = 3
"""Pixels; smaller marks are dirt or dots at any resolution that can be read."""
_TALLEST: Final = 1 / 30
"""Of the page's longer side: 10 mm on A4."""
_SLIM: Final = 12
"""Times as long as thick is a rule, no letter."""

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Marks:
    """Connected dark marks: pixels of each, box, and middle; all arrays have the same length."""

    left: Numbers
    top: Numbers
    width: Numbers
    height: Numbers
    area: Numbers
    labels: NDArray[np.int32]
    """The page with the number of the mark (from 1) at every dark pixel, else 0."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Marks with the size of letters; all arrays have the same length."""

    middle_x: Numbers
    middle_y: Numbers
    height: Numbers
    area: Numbers


def binary(image: GreyImage) -> GreyImage:
    """Return 255 where the page is dark, else 0, by Otsu's threshold."""
    cv2 = opencv()
    _, dark = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    result: GreyImage = dark
    return result


def marks_of(dark: GreyImage) -> Marks:
    """Return the connected marks of a page on which dark pixels are 255."""
    cv2 = opencv()
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, None, None, None, 8, cv2.CV_32S)
    left, top, width, height, area = (stats[1:, column].astype(np.intp) for column in range(5))
    return Marks(left, top, width, height, area, labels)


def letter_sized(marks: Marks, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Tell which marks are as large as letters and no rules or stains."""
    tallest = max(_SMALLEST, int(max(shape) * _TALLEST))
    longest = np.maximum(marks.width, marks.height)
    return (
        (marks.height >= _SMALLEST)
        & (marks.height <= tallest)
        & (marks.width <= 3 * tallest)
        & (longest <= _SLIM * np.minimum(marks.width, marks.height))
    )


def usual_height(marks: Marks, fit: NDArray[np.bool_]) -> float:
    """Return the height of a mark in the middle of the ink: speckle may outnumber letters."""
    if not fit.any():
        return 0.0
    order = np.argsort(marks.height[fit], kind="stable")
    ink = np.cumsum(marks.area[fit][order])
    return float(marks.height[fit][order][np.searchsorted(ink, ink[-1] / 2)])


def glyphs_of(image: GreyImage) -> Glyphs:
    """Return the glyphs of a page; those far smaller than the others are left out."""
    marks = marks_of(binary(image))
    fit = letter_sized(marks, image.shape)
    if not fit.any():
        none = np.zeros(0, dtype=np.intp)
        return Glyphs(none, none, none, none)
    usual = usual_height(marks, fit)
    fit &= (marks.height >= usual / 2) & (marks.height <= 4 * usual)
    return Glyphs(
        (marks.left + marks.width // 2)[fit],
        (marks.top + marks.height // 2)[fit],
        marks.height[fit],
        marks.area[fit],
    )
