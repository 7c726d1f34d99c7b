"""The template: shingles that so many cells use that they say nothing of any of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from minutes_nlp.bulk.across.shingles import Hashes

_PARTITIONS: Final = 16
_FEWEST, _MOST, _SHARE = 3, 10, 0.02


def cells_of_template(units: int) -> int:
    """Return in how many of ``units`` cells a shingle may occur before it is template."""
    return int(min(_MOST, max(_FEWEST, _SHARE * units)))


def template_shingles(texts: Sequence[Hashes], units: Sequence[int]) -> Hashes:
    """Return the shingles that occur in too many cells, sorted.

    Args:
        texts: the shingles of each document.
        units: the number of the cell of each document, from 0.
    """
    most = cells_of_template(len(set(units)))
    borders = np.linspace(0, 1 << 32, _PARTITIONS + 1).astype(np.uint64)
    found: list[Hashes] = []
    for low, high in pairwise(borders):
        # A range of hashes at a time: all shingles of all cells at once would not fit.
        pairs = [
            (cut.astype(np.uint64) << np.uint64(32)) | np.uint64(unit)
            for text, unit in zip(texts, units, strict=True)
            if (cut := text[slice(*np.searchsorted(text, [low, high]))]).size
        ]
        if pairs:
            distinct = np.unique(np.concatenate(pairs))
            hashes, counts = np.unique(distinct >> np.uint64(32), return_counts=True)
            found.append(hashes[counts > most].astype(np.uint32))
    return np.concatenate(found) if found else np.empty(0, np.uint32)


def without(text: Hashes, template: Hashes) -> Hashes:
    """Return what of a document is not template."""
    rest: Hashes = np.setdiff1d(text, template, assume_unique=True)
    return rest
