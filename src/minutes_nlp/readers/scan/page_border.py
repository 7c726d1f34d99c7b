"""What lies around the print: table, book edge, lid of the scanner."""

from __future__ import annotations

from typing import Final

import numpy as np

from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.print_lines import PrintLines
from minutes_nlp.readers.scan.tesseract import GreyImage

_STEP: Final = 0.2
"""Change of the logarithm of brightness from one pixel of the small image to the next."""
_FEWEST: Final = 5
"""Letters in lines that show that a region is paper."""
_FEWEST_ON_PAGE: Final = 40
"""Letters in lines without which nothing is known of the page."""
_RIM: Final = 5
"""Pixels of the small image by which a region's dark rim is cut off too."""


def border_of(shade: GreyImage, lines: PrintLines, scale: float) -> GreyImage | None:
    """Return where there is no paper (255, else 0) on the small image, ``None`` if it is all paper.

    Regions of even shade that touch the edge of the picture and hold no line of print are cut.

    Args:
        shade: the page without its print, small.
        lines: the lines on the page in its full size.
        scale: size of ``shade`` to that of the page.
    """
    if len(lines.line) < _FEWEST_ON_PAGE:
        return None
    cv2 = opencv()
    light = np.log(shade.astype(np.float32) + 8)
    slope = cv2.morphologyEx(light, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    even = (slope < 2 * _STEP).astype(np.uint8)
    count, regions = cv2.connectedComponents(even, None, 4, cv2.CV_32S)
    height, width = shade.shape
    rows = np.clip((lines.bottom * scale).astype(int), 0, height - 1)
    columns = np.clip((lines.x * scale).astype(int), 0, width - 1)
    letters = np.bincount(regions[rows, columns], minlength=count)
    edge = np.concatenate([regions[0], regions[-1], regions[:, 0], regions[:, -1]])
    outside = np.zeros(count, dtype=bool)
    outside[np.unique(edge)] = True
    outside &= letters < _FEWEST
    outside[0] = False
    if not outside.any():
        return None
    kernel = np.ones((2 * _RIM + 1, 2 * _RIM + 1), np.uint8)
    result: GreyImage = cv2.dilate(outside[regions].astype(np.uint8) * 255, kernel)
    # A rim may reach over print that stands close to the edge of the paper.
    keep = np.zeros_like(result)
    keep[rows, columns] = 255
    result[cv2.dilate(keep, np.ones((5, 5), np.uint8)) > 0] = 0
    return result
