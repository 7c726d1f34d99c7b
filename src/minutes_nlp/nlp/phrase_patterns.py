"""Patterns of phrases that are asked only about text with words that they need.

A regular expression of a hundred phrases looks at every letter of a text; whether the text has
any of the words without which none of them matches is a question of sets, and most texts of
minutes have none.  What is found is what the expression alone would find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from threading import Lock
from typing import Final

from minutes_nlp.nlp.phrase_notation import phrase_regex
from minutes_nlp.nlp.phrase_words import Units, first_words, necessary_units, text_units

_FIRST: Final = re.compile(r"\w*")
_CUT: Final = re.compile(r"\w\w")
"""An end inside a word: what is left of it is no word of the text."""


class _Patterns:
    """Which of all patterns may match a text, as the bits of one number.

    The words of a text are looked up once, however many patterns ask about it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._bits: dict[str, int] = {}
        self._count = 0

    def add(self, needed: Iterable[str]) -> int:
        """Return the bit of a new pattern, every match of which has one of the units."""
        with self._lock:
            bit = 1 << self._count
            for unit in needed:
                self._bits[unit] = self._bits.get(unit, 0) | bit
            # Last, so that what was remembered of a text before is forgotten only now.
            self._count += 1
        return bit

    def of(self, text: str) -> int:
        """Return the bits of the patterns whose units ``text`` has."""
        return _bits_of(text, self._count)

    def look_up(self, text: str) -> int:
        """Do the work of :meth:`of`."""
        bits = 0
        bit_of = self._bits.get
        for unit in text_units(text):
            bits |= bit_of(unit, 0)
        return bits


_PATTERNS: Final = _Patterns()


@lru_cache(maxsize=2048)
def _bits_of(text: str, count: int) -> int:
    """Remember :meth:`_Patterns.look_up` as long as no pattern is added."""
    return _PATTERNS.look_up(text)


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
    def _bit(self) -> int | None:
        """The pattern's bit; ``None`` when there are no units that a match cannot do without."""
        needed: set[str] = set()
        for phrase in self._phrases:
            sets = necessary_units(phrase)
            if not sets:
                return None
            needed |= sets[0]
        return _PATTERNS.add(needed)

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
        bit = self._bit
        if bit is None or _CUT.match(text, max(0, end - 1)):
            return True
        return bool(_PATTERNS.of(text) & bit)
