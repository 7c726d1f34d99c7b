"""Dirt on a page: small marks that stand far from print."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from minutes_nlp.readers.scan.glyphs import Marks
from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.print_lines import PrintLines
from minutes_nlp.readers.scan.tesseract import GreyImage

_SMALL: Final = 0.45
"""Heights of a letter: specks are lower and narrower."""
_NEAR: Final = 0.7
"""Heights of a letter within which a small mark belongs to print: dots, tone marks, bullets."""


_TINY: Final = 0.012
"""Of a letter's height squared: no full stop and no dot has so little ink."""
_DIRTY: Final = 0.25
"""Specks for every letter from which a page counts as dirty all over."""
_SHARP: Final = 18
"""Pixels of a letter's height from which a median leaves tone marks whole."""


def without_specks(image: GreyImage, marks: Marks, lines: PrintLines) -> GreyImage:
    """Return the page without small marks that are far from print, or too small for any.

    A page that is dirty all over is smoothed by a median too, for dirt touches letters there.
    """
    size = lines.size
    small = (marks.height < _SMALL * size) & (marks.width < _SMALL * size)
    if not len(lines.words) or not small.any():
        return image
    cv2 = opencv()
    # Along a line a dash or a bullet stands further off than a tone mark above it.
    across, down = max(1, round(2.5 * size)), max(1, round(_NEAR * size))
    step = 4
    height, width = image.shape
    print_area = np.zeros((height // step + 1, width // step + 1), dtype=np.uint8)
    for mark in lines.words:
        left, top = int(marks.left[mark]), int(marks.top[mark])
        right, bottom = left + int(marks.width[mark]), top + int(marks.height[mark])
        print_area[
            max(0, top - down) // step : (bottom + down) // step + 1,
            max(0, left - across) // step : (right + across) // step + 1,
        ] = 1
    middle_y = (marks.top + marks.height // 2) // step
    middle_x = (marks.left + marks.width // 2) // step
    specks = small & (print_area[middle_y, middle_x] == 0) & ~_in_rows(marks, small, size)
    specks |= marks.area < _TINY * size * size
    if size >= _SHARP and specks[_among(marks, lines)].sum() > _DIRTY * len(lines.words):
        image = cv2.medianBlur(image, 3)
    if not specks.any():
        return image
    dirt = np.concatenate([[False], specks]).astype(np.uint8) * 255
    white = cv2.dilate(dirt[marks.labels], np.ones((3, 3), np.uint8))
    result: GreyImage = cv2.max(image, white)
    return result


def _in_rows(marks: Marks, small: NDArray[np.bool_], size: float) -> NDArray[np.bool_]:
    """Tell which small marks stand in a row with others, as the dots of a blank line do."""
    chosen = np.flatnonzero(small & (marks.area >= _TINY * size * size))
    result = np.zeros(len(small), dtype=bool)
    if len(chosen) > 2:
        middle = np.stack([marks.left[chosen] / size, marks.top[chosen] / (0.1 * size)], axis=1)
        pairs = cKDTree(middle).query_pairs(1.0, p=np.inf, output_type="ndarray")
        beside = np.bincount(pairs.ravel(), minlength=len(chosen))
        result[chosen[beside >= 2]] = True
    return result


def _among(marks: Marks, lines: PrintLines) -> NDArray[np.bool_]:
    """Tell which marks lie in the part of the page that print covers, not on a table around it."""
    if not len(lines.line):
        return np.ones(len(marks.left), dtype=bool)
    inside: NDArray[np.bool_] = (
        (marks.left >= lines.x.min())
        & (marks.left <= lines.x.max())
        & (marks.top >= lines.top.min())
        & (marks.top <= lines.bottom.max())
    )
    return inside
