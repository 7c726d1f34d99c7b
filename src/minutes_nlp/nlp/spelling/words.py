"""The words of a paragraph, as pairs are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from minutes_nlp.nlp.spelling.pairs import END, OTHER, START
from minutes_nlp.nlp.text import fold

_WORD: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place; ``folded`` is ``#`` for a number or a sign."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of NFC ``text`` between a word for its start and one for its end."""
    folded = fold(text)
    inner = [
        Word(match[0] if match[0].isalpha() else OTHER, match.start(), match.end())
        for match in _WORD.finditer(folded)
    ]
    return [Word(START, 0, 0), *inner, Word(END, len(text), len(text))]
