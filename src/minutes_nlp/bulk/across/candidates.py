"""Which documents may be copies of each other: MinHash over a fixed fraction of the shingles.

Every shingle whose hash is small belongs to the sample of its document (FracMinHash).  Unlike the
smallest hashes of each document, such samples show that a short text is held in a long one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.bulk.across.shingles import Hashes

FRACTION: Final = 4
_FEWEST: Final = 3
_PARTITIONS: Final = 16


def candidate_pairs(texts: Sequence[Hashes], least: float) -> Iterator[tuple[int, int]]:
    """Yield pairs (first < second) whose samples share at least ``least`` of the smaller one.

    The cost grows with the shingles that documents have in common, so the template has to be
    taken out first.
    """
    top = (1 << 32) // FRACTION
    samples = [text[: np.searchsorted(text, top)] for text in texts]
    sizes = np.array([sample.size for sample in samples], np.int64)
    totals: dict[int, int] = {}
    borders = np.linspace(0, top, _PARTITIONS + 1).astype(np.uint64)
    for low, high in pairwise(borders):
        cuts = [sample[slice(*np.searchsorted(sample, [low, high]))] for sample in samples]
        encoded, counts = _count(cuts)
        for pair, count in zip(encoded.tolist(), counts.tolist(), strict=True):
            totals[pair] = totals.get(pair, 0) + count
    for pair in sorted(totals):
        first, second = divmod(pair, len(texts))
        enough = max(_FEWEST, least * min(sizes[first], sizes[second]))
        if totals[pair] >= enough:
            yield first, second


def _count(cuts: Sequence[Hashes]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs of documents, as one number each, and how many shingles they share."""
    documents = np.repeat(np.arange(len(cuts)), [cut.size for cut in cuts])
    hashes = np.concatenate(cuts) if cuts else np.empty(0, np.uint32)
    order = np.lexsort((documents, hashes))
    documents, hashes = documents[order], hashes[order]
    _, starts, lengths = np.unique(hashes, return_index=True, return_counts=True)
    pairs: list[NDArray[np.int64]] = []
    for length in np.unique(lengths[lengths > 1]):
        firsts, seconds = np.triu_indices(length, 1)
        groups = documents[starts[lengths == length][:, None] + np.arange(length)]
        pairs.append((groups[:, firsts] * len(cuts) + groups[:, seconds]).ravel())
    if not pairs:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    return np.unique(np.concatenate(pairs), return_counts=True)
