"""Find the words that were plainly typed wrong, by the words around them.

A word is touched only when minutes do not have it beside either neighbour, another word that could
have been mistyped so stands there often, and the writer does not use it again and again.  The
repaired text is for looking once more for what was not found: nothing quotes it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from minutes_nlp.model.second_reading import Repair
from minutes_nlp.nlp.spelling.candidates import candidates
from minutes_nlp.nlp.spelling.pairs import OTHER, WordPairs, word_pairs
from minutes_nlp.nlp.spelling.words import Word, words_of
from minutes_nlp.orthography import is_abbreviation, is_syllable

_ENOUGH: Final = 2
"""Least sum of the classes of both pairs for a word that is no syllable."""
_ENOUGH_FOR_SYLLABLES: Final = 4
"""The same for a syllable, which must fit both neighbours: most rare ones are right as they are."""
_OWN_WORD: Final = 3
"""A form that a writer uses so often is meant."""

_CAPITALS: Final = 0.6
"""Share of capitals among the letters of a line that is set in capitals."""


def find_repairs(texts: Sequence[str]) -> tuple[Repair, ...]:
    """Return what was plainly mistyped in the paragraphs of a document, in order.

    Args:
        texts: NFC, one a paragraph.
    """
    pairs = word_pairs()
    paragraphs = [words_of(text) for text in texts]
    uses = Counter(word.folded for words in paragraphs for word in words)
    return tuple(
        repair
        for index, (text, words) in enumerate(zip(texts, paragraphs, strict=True))
        for repair in _in_paragraph(index, text, words, uses, pairs)
    )


def with_repairs(texts: Sequence[str], repairs: Iterable[Repair]) -> list[str]:
    """Return the paragraphs with the repairs made.

    Capitals are kept of a word that was wholly in capitals, or began with one.
    """
    mended = list(texts)
    for repair in sorted(repairs, key=lambda r: (r.paragraph, r.start), reverse=True):
        text = mended[repair.paragraph]
        mended[repair.paragraph] = text[: repair.start] + repair.meant + text[repair.end :]
    return mended


def _in_paragraph(
    index: int, text: str, words: Sequence[Word], uses: Mapping[str, int], pairs: WordPairs
) -> Iterator[Repair]:
    folded = [word.folded for word in words]
    capitals = _is_in_capitals(text)
    for place in range(1, len(words) - 1):
        left, word, right = folded[place - 1 : place + 2]
        if word == OTHER or pairs.strength(left, word) or pairs.strength(word, right):
            continue
        start, end = words[place].start, words[place].end
        typed = text[start:end]
        if uses[word] >= _OWN_WORD or is_abbreviation(typed.lower() if capitals else typed):
            continue
        meant = _meant(left, word, right, pairs)
        if meant is not None:
            folded[place] = meant.split()[-1]
            yield Repair(index, start, end, typed, _in_case(meant, typed))


def _is_in_capitals(text: str) -> bool:
    """Whether a line is set in capitals, so that they mark no short form."""
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def _meant(left: str, word: str, right: str, pairs: WordPairs) -> str | None:
    syllable = is_syllable(word)
    fitting: list[tuple[int, int, str]] = []
    for candidate in candidates(word, letters=not syllable or word not in pairs.words):
        before, after = pairs.strength(left, candidate), pairs.strength(candidate, right)
        enough = before + after >= (_ENOUGH_FOR_SYLLABLES if syllable else _ENOUGH)
        if enough and (not syllable or (before and after)):
            fitting.append((before + after, -_distance(word, candidate), candidate))
    if fitting:
        return max(fitting)[-1]
    return None if syllable else _parted(word, pairs)


def _distance(typed: str, meant: str) -> int:
    """Return how many letters and marks one has and the other has not."""
    first, second = (Counter(unicodedata.normalize("NFD", word)) for word in (typed, meant))
    return ((first - second) + (second - first)).total()


def _parted(word: str, pairs: WordPairs) -> str | None:
    """Return two words that were run together, when minutes have them side by side."""
    for place in range(1, len(word)):
        left, right = word[:place], word[place:]
        if pairs.strength(left, right) >= _ENOUGH:
            return f"{left} {right}"
    return None


def _in_case(meant: str, typed: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant
