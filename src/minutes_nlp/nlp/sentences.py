"""Sentences and clauses of a paragraph, as half-open offset ranges.

Minutes abound in full stops that end nothing ("bs. Tùng", "1.400 mét", "TP. Vinh"): a stop
ends a sentence only before white space and a capital, digit, dash or quote.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from minutes_nlp.nlp.phrases import word_set
from minutes_nlp.nlp.text import fold

Range = tuple[int, int]

_STOP: Final = re.compile(r"[.!?…](?=\s+[^\W_]|\s+[-–+•*→\"“(])|[\n\r]|\s→\s")
_LAST_WORD: Final = re.compile(r"[\w/]+(?:\.\w+)*$")
_CLAUSE_END: Final = re.compile(r";")


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[Range, ...]:
    """Return the sentences of ``text`` as offset ranges, blanks trimmed."""
    folded = fold(text)
    return _pieces(text, [m.end() for m in _STOP.finditer(text) if _is_end(text, folded, m)])


@lru_cache(maxsize=8192)
def clauses(text: str) -> tuple[Range, ...]:
    """Return the sentences of ``text``, cut at semicolons as well."""
    ranges: list[Range] = []
    for start, end in sentences(text):
        cuts = [m.end() for m in _CLAUSE_END.finditer(text[start:end])]
        ranges += [(start + a, start + b) for a, b in _pieces(text[start:end], cuts)]
    return tuple(ranges)


def _is_end(text: str, folded: str, match: re.Match[str]) -> bool:
    if text[match.start()] != ".":
        return True
    before = _LAST_WORD.search(folded[max(0, match.start() - 16) : match.start()])
    if before is None:
        return True
    word = before[0]
    following = text[match.end() :].lstrip()[:1]
    if word in word_set("abbreviations") and not word.isdigit():
        return False
    is_number = word.isdigit() and not text[: match.start() - len(word)].strip(" -+•*()")
    return not is_number and (following.isupper() or not following.isalpha())


def _pieces(text: str, cuts: list[int]) -> tuple[Range, ...]:
    bounds = [0, *cuts, len(text)]
    ranges = (_trim(text, a, b) for a, b in pairwise(bounds))
    return tuple((a, b) for a, b in ranges if a < b)


def _trim(text: str, start: int, end: int) -> Range:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
