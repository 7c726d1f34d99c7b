"""A page as it was scanned made ready for recognition: upright, straight, even, clean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from minutes_nlp.readers.scan.glyphs import binary, marks_of
from minutes_nlp.readers.scan.hopeless_page import is_hopeless
from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.page_border import border_of
from minutes_nlp.readers.scan.page_turning import lies_sideways, upside_down
from minutes_nlp.readers.scan.page_warp import Warp, bent_back, find_warp
from minutes_nlp.readers.scan.print_lines import PrintLines, find_lines
from minutes_nlp.readers.scan.specks import without_specks
from minutes_nlp.readers.scan.tesseract import GreyImage

_A4_INCHES: Final = 11.69
_LONGEST_SIDE: Final = 4200
"""Pixels: A4 at 360 dpi; more only costs time."""
_BACKGROUND_STEP: Final = 8
"""The paper's shade is taken from an image smaller by this."""
_WIDEST_SKEW: Final = 5.0
_SMALLEST_SKEW: Final = 0.15
_FINE: Final = 2600
"""Pixels of the longer side (A4 at 220 dpi) from which strokes bear linear interpolation."""
_FEWEST_TO_TURN: Final = 40
"""Letters in lines without which a page is left as it lies."""
_SURELY_UPSIDE_DOWN: Final = 0.08
"""Pages that are have 0.1 to 0.3, pages that are not as much below 0."""


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """A page ready to be read.

    ``turned`` and ``skew`` are those of :class:`minutes_nlp.model.document.Page`; ``warp`` tells
    where on the straightened page the print of ``image`` stood.
    """

    image: GreyImage
    dpi: int
    turned: int = 0
    skew: float = 0.0
    warp: Warp | None = None
    hopeless: bool = False
    """It is noise, and left as it was."""


def prepare(image: GreyImage, dpi: int | None = None) -> PreparedPage:
    """Return the page upright, straight, of one shade, and without specks and surroundings."""
    image = _reduced(image)
    even, shade = flat_field(image)
    turned = 0
    half = opencv().resize(even, None, fx=0.5, fy=0.5, interpolation=opencv().INTER_AREA)
    if lies_sideways(half):
        upright = np.ascontiguousarray(np.rot90(half, -1))
        # A page with few lines deceives the profile: letters that stand in lines decide.
        letters = len(find_lines(marks_of(binary(upright))).line)
        if letters > max(_FEWEST_TO_TURN, len(find_lines(marks_of(binary(half))).line)):
            half, turned = upright, 90
            even, shade = (np.ascontiguousarray(np.rot90(i, -1)) for i in (even, shade))
    skew = find_skew(half)
    if abs(skew) >= _SMALLEST_SKEW:
        even, shade = rotated(even, skew), rotated(shade, skew, repeat=True)
    marks = marks_of(binary(even))
    lines = find_lines(marks)
    if is_hopeless(marks, lines):
        return PreparedPage(
            even, dpi or round(max(even.shape) / _A4_INCHES), turned, skew, hopeless=True
        )
    even = without_specks(even, marks, lines)
    border = border_of(shade, lines, 1 / _BACKGROUND_STEP)
    if border is not None:
        even = _whitened(even, border)
    warp = find_warp(lines, (even.shape[0], even.shape[1]))
    if upside_down(lines) > _SURELY_UPSIDE_DOWN:
        even, turned = np.ascontiguousarray(even[::-1, ::-1]), turned + 180
        warp = find_warp(_half_turn(lines, even), (even.shape[0], even.shape[1])) if warp else None
    if warp is not None:
        even = bent_back(even, warp)
    return PreparedPage(even, dpi or round(max(even.shape) / _A4_INCHES), turned, skew, warp)


def _reduced(image: GreyImage) -> GreyImage:
    scale = _LONGEST_SIDE / max(image.shape)
    if scale >= 1:
        return image
    cv2 = opencv()
    result: GreyImage = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return result


def _half_turn(lines: PrintLines, image: GreyImage) -> PrintLines:
    height, width = image.shape
    return PrintLines(
        lines.size,
        lines.line,
        lines.mark,
        width - lines.x,
        height - lines.bottom,
        height - lines.top,
        lines.words,
    )


def flat_field(image: GreyImage) -> tuple[GreyImage, GreyImage]:
    """Return the page with its paper white everywhere, and the shade that was divided out, small.

    Shadows and yellowing go; the shade is smaller by a fixed factor.
    """
    cv2 = opencv()
    height, width = image.shape
    size = (max(1, width // _BACKGROUND_STEP), max(1, height // _BACKGROUND_STEP))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    reach = max(3, round(max(small.shape) / 60)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    shade = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    paper = cv2.GaussianBlur(shade, (0, 0), reach / 3)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(image, cv2.max(paper, 1), scale=255), shade


def find_skew(image: GreyImage) -> float:
    """Return by how many degrees (counter-clockwise) the page must be turned to lie straight."""
    cv2 = opencv()
    scale = 1000 / max(image.shape)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    y, x = np.nonzero(binary(small))
    if len(y) < 200:
        return 0.0
    if len(y) > 40_000:
        y, x = y[:: len(y) // 40_000 + 1], x[:: len(x) // 40_000 + 1]

    def peaked(angle: float) -> float:
        """How far rows of dark points, sheared by the angle, pile up on few heights."""
        rows = (y - x * np.tan(np.radians(angle)) + 200).astype(np.intp)
        profile = np.bincount(np.maximum(rows, 0)).astype(float)
        return float(np.square(np.diff(profile)).sum())

    coarse = max(np.arange(-_WIDEST_SKEW, _WIDEST_SKEW + 0.01, 0.5), key=peaked)
    fine = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=peaked)
    return round(float(fine), 2)


def rotated(image: GreyImage, degrees: float, *, repeat: bool = False) -> GreyImage:
    """Return the page turned about its middle, counter-clockwise, on a canvas of the same size.

    Corners that come into view are white, or with ``repeat`` like the nearest edge.
    """
    cv2 = opencv()
    height, width = image.shape
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    mode = cv2.BORDER_REPLICATE if repeat else cv2.BORDER_CONSTANT
    fine = max(image.shape) >= _FINE
    flags = cv2.INTER_LINEAR if fine else cv2.INTER_CUBIC
    result: GreyImage = cv2.warpAffine(
        image, turn, (width, height), flags=flags, borderMode=mode, borderValue=255
    )
    return result


def _whitened(image: GreyImage, border: GreyImage) -> GreyImage:
    cv2 = opencv()
    height, width = image.shape
    whole = cv2.resize(border, (width, height), interpolation=cv2.INTER_NEAREST)
    result: GreyImage = cv2.max(image, whole)
    return result
