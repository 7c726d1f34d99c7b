"""Shingles: runs of a few folded words, as numbers of 32 bits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.bulk.across.folding import folded_words

Hashes = NDArray[np.uint32]

WORDS: Final = 5
"""Length of a shingle: five syllables are some three words."""
_FEWEST: Final = 3
_SPREAD: Final = np.uint32(0x9E3779B1)
_MIX: Final = (np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35))


def shingles(paragraphs: Iterable[str]) -> Hashes:
    """Return the sorted distinct shingles of some paragraphs.

    None runs across the end of a paragraph; a paragraph of three or four words is one shingle.
    """
    parts = [_of_paragraph(text) for text in paragraphs]
    return np.unique(np.concatenate(parts)) if parts else np.empty(0, np.uint32)


def _of_paragraph(text: str) -> Hashes:
    words = folded_words(text)
    if len(words) < _FEWEST:
        return np.empty(0, np.uint32)
    codes = np.fromiter((_code(word) for word in words), np.uint32, len(words))
    length = min(WORDS, len(words))
    count = len(words) - length + 1
    rolled = np.zeros(count, np.uint32)
    for place in range(length):
        rolled = rolled * _SPREAD + codes[place : place + count]
    return _mixed(rolled)


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    return crc32(word.encode())


def _mixed(hashes: Hashes) -> Hashes:
    """Spread every bit, so that small numbers are a fair sample (the end of MurmurHash3)."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * _MIX[0]
    hashes = (hashes ^ (hashes >> np.uint32(13))) * _MIX[1]
    mixed: Hashes = hashes ^ (hashes >> np.uint32(16))
    return mixed


def shared(first: Hashes, second: Hashes) -> int:
    """Return how many shingles two sorted lists have in common."""
    return int(np.intersect1d(first, second, assume_unique=True).size)
