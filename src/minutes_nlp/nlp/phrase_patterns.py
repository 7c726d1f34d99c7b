"""Patterns of phrases that are asked only about text with words that they need.

A regular expression of a hundred phrases looks at every letter of a text; whether the text has
any of the words without which none of them matches is a question of sets, and most texts of
minutes have none.  What is found is what the expression alone would find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from minutes_nlp.nlp.phrase_notation import phrase_regex
from minutes_nlp.nlp.phrase_words import Units, first_words, necessary_units, units_of

_FIRST: Final = re.compile(r"\w*")
_CUT: Final = re.compile(r"\w\w")
"""An end inside a word: what is left of it is no word of the text."""


class PhrasePattern:
    """Finds phrases in folded text; the methods are those of :class:`re.Pattern`.

    Raises:
        re.error: at the first search, when a bracket is not closed.
    """

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression alone."""
        return phrase_regex(self._phrases)

    @cached_property
    def _needed(self) -> Units | None:
        """Units of which every match has one; ``None`` when there are no such units."""
        needed: set[str] = set()
        for phrase in self._phrases:
            sets = necessary_units(phrase)
            if not sets:
                return None
            needed |= sets[0]
        return frozenset(needed)

    @cached_property
    def _first(self) -> Units | None:
        """Words one of which every match begins with; ``None`` when it may be anything."""
        found = [first_words(phrase) for phrase in self._phrases]
        return None if None in found else frozenset(word for words in found for word in words or ())

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        """Return the first match in ``text[pos:endpos]``."""
        end = len(text) if endpos is None else endpos
        return self.regex.search(text, pos, end) if self._may_match(text, end) else None

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """Return the match that begins at ``pos``."""
        if self._first is not None:
            word = _FIRST.match(text, pos)
            if word is None or word[0] not in self._first:
                return None
        return self.regex.match(text, pos)

    def finditer(
        self, text: str, pos: int = 0, endpos: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[pos:endpos]`` that do not overlap."""
        end = len(text) if endpos is None else endpos
        return self.regex.finditer(text, pos, end) if self._may_match(text, end) else iter(())

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return ``text`` with every match replaced."""
        return self.regex.sub(replacement, text) if self._may_match(text, len(text)) else text

    def _may_match(self, text: str, end: int) -> bool:
        if self._needed is None or _CUT.match(text, max(0, end - 1)):
            return True
        return not self._needed.isdisjoint(_text_units(text))


@lru_cache(maxsize=1024)
def _text_units(text: str) -> set[str]:
    return units_of(text, 0, len(text))
