"""A page as it was scanned made ready for recognition: upright, straight, even, clean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from minutes_nlp.readers.glyphs import binary, letter_sized, marks_of
from minutes_nlp.readers.opencv import opencv
from minutes_nlp.readers.tesseract import GreyImage

_A4_INCHES: Final = 11.69
_BACKGROUND_STEP: Final = 8
"""The paper's shade is taken from an image smaller by this."""
_WIDEST_SKEW: Final = 5.0


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """A page ready to be read; ``turned`` and ``skew`` as in :class:`~minutes_nlp.model.Page`."""

    image: GreyImage
    dpi: int
    turned: int = 0
    skew: float = 0.0


def prepare(image: GreyImage, dpi: int | None = None) -> PreparedPage:
    """Return the page upright, straight, of one shade, and without specks."""
    even = flat_field(image)
    skew = find_skew(even)
    if abs(skew) >= 0.1:
        even = rotated(even, skew)
    clean = despeckled(even)
    return PreparedPage(clean, dpi or round(max(clean.shape) / _A4_INCHES), 0, skew)


def flat_field(image: GreyImage) -> GreyImage:
    """Return the page with its paper white everywhere: shadows and yellowing divided out."""
    cv2 = opencv()
    height, width = image.shape
    small = cv2.resize(
        image,
        (max(1, width // _BACKGROUND_STEP), max(1, height // _BACKGROUND_STEP)),
        interpolation=cv2.INTER_AREA,
    )
    size = max(3, round(max(small.shape) / 60)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    paper = cv2.GaussianBlur(paper, (0, 0), size / 3)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    result: GreyImage = cv2.divide(image, np.maximum(paper, 1), scale=255)
    return result


def find_skew(image: GreyImage) -> float:
    """Return by how many degrees (counter-clockwise) the page must be turned to lie straight."""
    cv2 = opencv()
    scale = 800 / max(image.shape)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = binary(small)
    # Columns of the dark points, sheared by each angle: straight lines make a peaked profile.
    y, x = np.nonzero(dark)
    if len(y) < 200:
        return 0.0

    def peaked(angle: float) -> float:
        rows = (y + x * np.tan(np.radians(angle))).astype(np.intp)
        profile = np.bincount(rows - rows.min()).astype(float)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(np.arange(-_WIDEST_SKEW, _WIDEST_SKEW + 0.01, 0.5), key=peaked)
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=peaked)
    return round(-float(fine), 2)


def rotated(image: GreyImage, degrees: float) -> GreyImage:
    """Return the page turned about its middle, counter-clockwise, on a canvas of the same size."""
    cv2 = opencv()
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    result: GreyImage = cv2.warpAffine(
        image, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255
    )
    return result


def despeckled(image: GreyImage) -> GreyImage:
    """Return the page without small marks that lie far from letters."""
    cv2 = opencv()
    marks = marks_of(binary(image))
    letters = letter_sized(marks, image.shape[0])
    if not letters.any():
        return image
    usual = float(
        np.median(
            marks.height[letters & (marks.height >= 6)]
            if (letters & (marks.height >= 6)).any()
            else marks.height[letters]
        )
    )
    big = letters & (marks.height >= 0.6 * usual)
    small = (
        (marks.area < 0.12 * usual * usual)
        & (marks.height < 0.5 * usual)
        & (marks.width < 0.5 * usual)
    )
    near = np.concatenate([[False], big])[marks.labels].astype(np.uint8)
    reach = max(3, round(usual * 0.8)) | 1
    near = cv2.dilate(near, np.ones((reach, reach), np.uint8))
    touched = np.zeros(len(marks.area) + 1, dtype=bool)
    touched[np.unique(marks.labels[near > 0])] = True
    dirt = np.concatenate([[False], small & ~touched[1:]])
    mask = cv2.dilate(dirt[marks.labels].astype(np.uint8), np.ones((3, 3), np.uint8))
    result = image.copy()
    result[mask > 0] = 255
    return result
