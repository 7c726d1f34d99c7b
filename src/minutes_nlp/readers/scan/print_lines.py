"""Lines of print on a page before anything is recognised: letters that follow each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from minutes_nlp.readers.scan.glyphs import Marks, letter_sized, usual_height

_REACH: Final = 3.0
"""Heights of a letter from one letter's middle to the next one's, across a space."""
_STRAY: Final = 0.6
"""Heights by which the middles of neighbours may differ: capitals, tone marks, a slope."""
_FEWEST: Final = 8
"""Letters that make a line."""
_BESIDE: Final = 2


@dataclass(frozen=True, slots=True)
class PrintLines:
    """The letters that stand in lines; arrays have one entry a letter.

    ``size`` is the usual height of a letter in pixels, ``line`` the number of the letter's line,
    ``mark`` its number among the marks (from 0).  ``words`` are the numbers of all marks that
    stand beside others, those of lines among them.
    """

    size: float
    line: NDArray[np.intp]
    mark: NDArray[np.intp]
    x: NDArray[np.float64]
    top: NDArray[np.float64]
    bottom: NDArray[np.float64]
    words: NDArray[np.intp]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return int(self.line.max()) + 1 if len(self.line) else 0


def find_lines(marks: Marks) -> PrintLines:
    """Return the lines of print among the marks of a page that lies about straight."""
    fit = letter_sized(marks, marks.labels.shape)
    size = usual_height(marks, fit)
    fit &= (marks.height >= 0.5 * size) & (marks.height <= 2.5 * size)
    chosen = np.flatnonzero(fit)
    x = marks.left[chosen] + marks.width[chosen] / 2
    top = marks.top[chosen].astype(float)
    bottom = top + marks.height[chosen].astype(float)
    line = chained(x, (top + bottom) / 2, size)
    sizes = np.bincount(line, minlength=1)
    kept = sizes[line] >= _FEWEST
    _, numbers = np.unique(line[kept], return_inverse=True)
    words = chosen[sizes[line] >= _BESIDE]
    return PrintLines(
        size, numbers.astype(np.intp), chosen[kept], x[kept], top[kept], bottom[kept], words
    )


def chained(x: NDArray[np.float64], y: NDArray[np.float64], size: float) -> NDArray[np.intp]:
    """Return the number of the chain that each letter is in."""
    if len(x) < 2:
        return np.zeros(len(x), dtype=np.intp)
    points = np.stack([x / (_REACH * size), y / (_STRAY * size)], axis=1)
    distance, neighbour = cKDTree(points).query(points, k=min(5, len(points)))
    near = distance[:, 1:] < 1.0
    own = np.repeat(np.arange(len(x)), near.shape[1]).reshape(near.shape)
    links = coo_array(
        (np.ones(int(near.sum())), (own[near], neighbour[:, 1:][near])), shape=(len(x), len(x))
    )
    chain: NDArray[np.intp] = connected_components(links, directed=False)[1].astype(np.intp)
    return chain
