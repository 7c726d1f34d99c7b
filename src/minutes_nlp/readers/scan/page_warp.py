"""Paper that curls before a camera: lines of print bend, and are bent back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.print_lines import PrintLines
from minutes_nlp.readers.scan.tesseract import GreyImage

_POWERS: Final = ((1, 0), (2, 0), (3, 0), (1, 1), (2, 1), (3, 1), (1, 2), (4, 0))
"""Powers of x and y in the polynomial: how the slope of lines changes across and down the page."""
_FEWEST_LETTERS: Final = 150
_ROUNDS: Final = 4
_WORTH: Final = 0.2
"""Heights of a letter by which some line must bend before the page is touched."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Warp:
    """How far print stands below where it should, as a polynomial of the place on the page.

    Arguments and results are pixels of a page of this width and height.
    """

    width: int
    height: int
    factors: tuple[float, ...]

    def drop(self, x: Numbers, y: Numbers) -> Numbers:
        """Return by how many pixels the print at (x, y) stands too low."""
        across, down = 2 * x / self.width - 1, 2 * y / self.height - 1
        total: Numbers = np.zeros(np.broadcast(x, y).shape)
        for factor, (a, b) in zip(self.factors, _POWERS, strict=True):
            total = total + factor * across**a * down**b
        return total

    def drop_at(self, x: float, y: float) -> float:
        """Return the drop at one place."""
        across, down = 2 * x / self.width - 1, 2 * y / self.height - 1
        return float(
            sum(f * across**a * down**b for f, (a, b) in zip(self.factors, _POWERS, strict=True))
        )


def find_warp(lines: PrintLines, shape: tuple[int, int]) -> Warp | None:
    """Return how the lines of a page bend, ``None`` if they are straight or too few to tell."""
    if len(lines.x) < _FEWEST_LETTERS or lines.count < 3:
        return None
    height, width = shape
    across, down = 2 * lines.x / width - 1, 2 * lines.bottom / height - 1
    terms = np.stack([across**a * down**b for a, b in _POWERS], axis=1)
    weights: Numbers = np.ones(len(lines.x))
    factors: Numbers = np.zeros(len(_POWERS))
    for _ in range(_ROUNDS):
        # Each line has a height of its own: only the course along the line is fitted.
        left = terms - _line_means(terms, lines.line, weights)
        right = lines.bottom - _line_means(lines.bottom[:, None], lines.line, weights)[:, 0]
        root = np.sqrt(weights)
        ridge = 1e-3 * len(weights) * np.eye(len(_POWERS))
        scaled = left * root[:, None]
        factors = np.linalg.solve(scaled.T @ scaled + ridge, scaled.T @ (right * root)).astype(
            np.float64
        )
        # Tails of g, p, y and dots below hang under the line: they must not bend it.
        off = (right - left @ factors) / (0.15 * lines.size)
        weights = 1 / (1 + off**2) ** 2
    warp = Warp(width, height, tuple(float(f) for f in factors))
    return warp if _bends(warp, lines) > _WORTH * lines.size else None


def _line_means(values: Numbers, line: NDArray[np.intp], weights: Numbers) -> Numbers:
    total = np.bincount(line, weights)
    means = np.stack(
        [np.bincount(line, weights * column) / np.maximum(total, 1e-9) for column in values.T],
        axis=1,
    )
    result: Numbers = means[line]
    return result


def _bends(warp: Warp, lines: PrintLines) -> float:
    """Return by how much the print of a line rises and falls, in pixels; of the worst tenth."""
    drop = warp.drop(lines.x, lines.bottom)
    highest = np.full(lines.count, -np.inf)
    lowest = np.full(lines.count, np.inf)
    np.maximum.at(highest, lines.line, drop)
    np.minimum.at(lowest, lines.line, drop)
    return float(np.quantile(highest - lowest, 0.9))


def bent_back(image: GreyImage, warp: Warp) -> GreyImage:
    """Return the page with its lines straight."""
    cv2 = opencv()
    height, width = image.shape
    # The polynomial is smooth: a coarse grid of it is enough.
    step = 16
    x = np.arange(0, width + step, step, dtype=float)
    y = np.arange(0, height + step, step, dtype=float)
    coarse = warp.drop(*np.meshgrid(x, y)) + y[:, None]
    fine = cv2.resize(coarse, (len(x) * step, len(y)), interpolation=cv2.INTER_LINEAR)
    half = step // 2
    sources = fine[:, half : half + width].astype(np.float32)
    columns = np.tile(np.arange(width, dtype=np.float32), (step, 1))
    down = (np.arange(step, dtype=np.float32) / step)[:, None]
    result = np.empty_like(image)
    # Strip by strip: maps of the whole page would cost more time than what they are for.
    for strip, top in enumerate(range(0, height, step)):
        rows = sources[strip] + down * (sources[strip + 1] - sources[strip])
        part = result[top : top + step]
        part[:] = cv2.remap(image, columns, rows, cv2.INTER_LINEAR, borderValue=255)[: len(part)]
    return result
