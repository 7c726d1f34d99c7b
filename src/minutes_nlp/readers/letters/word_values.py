"""How likely a written word is as a Vietnamese one, to choose between readings of the same text."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Final

from minutes_nlp.orthography import is_syllable

WORD: Final = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
"""A run of letters, with their combining marks."""

_DATA: Final = "syllable_counts.txt"
_PER_DIGIT: Final = 0.25


@lru_cache(maxsize=1 << 14)
def word_value(word: str) -> float:
    """Return 0 for no syllable, 1 for a possible one, up to 2 for the most frequent ones.

    A small letter before a capital makes a word impossible: the wrong reading of an old
    encoding does that all the time (``vÒ`` for ``về``).
    """
    if not (word.islower() or word.isupper() or word[1:].islower()) or not is_syllable(word):
        return 0.0
    return 1.0 + _PER_DIGIT * digits_of_count(word)


def digits_of_count(word: str) -> int:
    """Return how many digits (0..4, more count as 4) the syllable's count in our corpus has."""
    return _counts().get(word.lower(), 0)


def frequent_words(digits: int = 2) -> list[str]:
    """Return the syllables whose count in our corpus has ``digits`` digits or more."""
    return [word for word, size in _counts().items() if size >= digits]


def vietnamese_score(text: str) -> float:
    """Return 0..1: the share of words beyond ASCII that are possible syllables.

    Signs inside a word count as letters.  A text without any such word scores 1: every
    reading of it is the same.
    """
    words = [word for word in text.split() if not word.isascii()]
    parts = [part for word in words for part in _SEPARATORS.split(word) if not part.isascii()]
    return sum(word_value(part) > 0 for part in parts) / len(parts) if parts else 1.0


_SEPARATORS: Final = re.compile(r"[\x00-\x40\[-`{-~“”‘’–—…•°€₫\xa0\u200b\ufeff\uf000-\uf0ff]+")


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    source = resources.files("minutes_nlp.readers.letters").joinpath(_DATA)
    lines = source.read_text(encoding="utf-8").splitlines()
    return {
        word: int(size)
        for size, words in (line.split(" ", 1) for line in lines)
        for word in words.split()
    }
