"""Which words stand side by side in minutes: word pairs that several writers use.

The data (``scripts/count_word_pairs.py``) hold pairs of folded words by how many voices of the
corpus use them; the voices set apart are not counted.  ``<`` and ``>`` are the ends of a paragraph,
``#`` is a number or a sign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from minutes_nlp.nlp.text import without_tones

START: Final = "<"
END: Final = ">"
OTHER: Final = "#"
CLASSES: Final = (4, 8, 16)
"""Least number of voices of each class of pairs, weakest first."""

_FILE: Final = "word_pairs.txt"


@dataclass(frozen=True, slots=True)
class WordPairs:
    """How common it is that one word follows another.

    ``common`` holds for each pair its class, from 1 (weakest); ``by_skeleton`` the words without
    their diacritics.
    """

    common: Mapping[tuple[str, str], int]
    words: frozenset[str]
    by_skeleton: Mapping[str, tuple[str, ...]]

    def strength(self, left: str, right: str) -> int:
        """Return the class of a pair of folded words; 0 when hardly anybody writes it."""
        return self.common.get((left, right), 0)


@lru_cache(maxsize=1)
def word_pairs() -> WordPairs:
    """Return the pairs of the package's data."""
    text = files("minutes_nlp.nlp.data").joinpath(_FILE).read_text(encoding="utf-8")
    common = dict(_read(text.splitlines()))
    words = {word for pair in common for word in pair} - {START, END, OTHER}
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        forms[without_tones(word)].append(word)
    by_skeleton = {skeleton: tuple(some) for skeleton, some in forms.items()}
    return WordPairs(common, frozenset(words), by_skeleton)


def write_pairs(counts: Mapping[tuple[str, str], int]) -> str:
    """Return the text of the data file for the number of voices that use each pair."""
    lines: defaultdict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in CLASSES])
    for (left, right), voices in sorted(counts.items()):
        reached = sum(voices >= least for least in CLASSES)
        if reached:
            lines[left][reached - 1].append(right)
    rows = (
        "\t".join((left, *(" ".join(some) for some in classes)))
        for left, classes in sorted(lines.items())
    )
    return "".join(row + "\n" for row in rows)


def _read(lines: Iterable[str]) -> Iterator[tuple[tuple[str, str], int]]:
    for line in lines:
        left, *classes = line.split("\t")
        for number, some in enumerate(classes, start=1):
            for right in some.split():
                yield (left, right), number
