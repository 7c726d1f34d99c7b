"""Simulated errors of character recognition, for training only.

This is no recognition: letters are confused as Tesseract confused them on the printed part of the
corpus (``confusions.json``, counted by ``scripts/recognise_corpus.py``), only more often; marks
are strewn in and a line is lost now and then.  What recognition costs is measured on
``recognised`` alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from itertools import accumulate
from random import Random
from typing import Final

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.damage.alignment import align
from minutes_nlp.learning.damage.base import composed, generator, with_texts

CONFUSIONS: Final = "confusions.json"
_STRONGER: Final = 3.0
"""Scans that people hand in are worse than those that were made here."""
_STRAY: Final = 0.004
_STRAY_MARKS: Final = ".,:;'-_|~"
_LOST_LINE: Final = 0.01
_LINE_WORDS: Final = 14
_RAREST: Final = 2

Table = Mapping[str, tuple[float, tuple[str, ...], tuple[int, ...]]]
"""By letter: how often it is confused, with what, and the running sums of the counts."""


def count_confusions(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Count what became of each letter, itself included, over (source, recognised) texts."""
    counts: dict[str, Counter[str]] = {}
    for source, copy in pairs:
        aligned = align(source, copy)
        for ours, theirs in aligned.pairs:
            letter = source[ours]
            if letter.isalpha():
                counts.setdefault(letter, Counter())[copy[theirs]] += 1
    return {
        letter: {
            other: n for other, n in sorted(became.items()) if n >= _RAREST and not other.isspace()
        }
        for letter, became in sorted(counts.items())
    }


def with_recognition_noise(record: CorpusRecord) -> CorpusRecord:
    """Return the record with simulated errors of recognition."""
    random = generator("recognition_noise", record)
    return with_texts(record, (_noisy(text, random) for text in composed(record)))


@lru_cache(maxsize=1)
def _table() -> Table:
    text = resources.files(__package__ or "").joinpath(CONFUSIONS).read_text(encoding="utf-8")
    table: dict[str, tuple[float, tuple[str, ...], tuple[int, ...]]] = {}
    for letter, became in json.loads(text).items():
        wrong = {other: n for other, n in became.items() if other != letter}
        if wrong:
            rate = sum(wrong.values()) / sum(became.values())
            table[letter] = (rate, tuple(wrong), tuple(accumulate(wrong.values())))
    return table


def _noisy(text: str, random: Random) -> str:
    words = text.split(" ")
    if len(words) > 2 * _LINE_WORDS and random.random() < _LOST_LINE * len(words) / _LINE_WORDS:
        start = random.randrange(_LINE_WORDS, len(words) - _LINE_WORDS + 1)
        del words[start : start + _LINE_WORDS]
    return " ".join(_noisy_word(word, random) for word in words)


def _noisy_word(word: str, random: Random) -> str:
    letters = [_confused(letter, random) for letter in word]
    stray = random.random() < _STRAY
    return "".join(letters) + (f" {random.choice(_STRAY_MARKS)}" if stray else "")


def _confused(letter: str, random: Random) -> str:
    rate, others, sums = _table().get(letter, (0.0, (), ()))
    if random.random() >= _STRONGER * rate:
        return letter
    return random.choices(others, cum_weights=sums)[0]
