"""Decide whether text is in an old encoding, by the Vietnamese words before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from minutes_nlp.orthography import syllable_share
from minutes_nlp.readers.letters.conversion import Converted, unchanged
from minutes_nlp.readers.letters.readings import Reading, only_gained, read_with_changes
from minutes_nlp.readers.letters.tables import LegacyEncoding
from minutes_nlp.readers.letters.word_values import (
    WORD,
    digits_of_count,
    frequent_words,
    word_value,
)

_GUESSED: Final[tuple[LegacyEncoding, ...]] = ("tcvn3", "vni", "cp1258", "utf-8")
_UNICODE: Final = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u036f]")
"""Letters that no old encoding has: the text is, in part at least, Unicode."""
_HIGH: Final = re.compile("[\x80-\xff]")

_MIN_DIFFERENT: Final = 2
_MIN_GAIN: Final = 3.0
_MIN_GAIN_EXPECTED: Final = 1.0
_MIN_SHARE: Final = 0.6
_MOST_WORDS_ALONE: Final = 3
_MIN_LENGTH_ALONE: Final = 3
_UNSURE: Final = 0.5

_BETWEEN: Final = re.compile(r"[\x00-\x40\[-`{-~\u2000-\u206f\uf000-\uf0ff]+")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the paragraphs of a document betray: an old encoding, letters of Unicode, or both."""

    encoding: LegacyEncoding | None = None
    unicode: bool = False


NOTHING: Final = Expected()


def guess(text: str, expected: Expected = NOTHING) -> tuple[Converted, bool]:
    """Return ``text`` out of whatever old encoding its words betray, or unchanged; and whether.

    Evidence is asked for: words that were no Vietnamese syllables and become frequent ones,
    hardly any the other way round, and Vietnamese around them.  Less is asked for the
    encoding that is ``expected`` from the rest of the document, and hardly any where no
    paragraph of it is in Unicode.  Unicode words beside them stay, and so does text all of
    whose words would only become less natural (``café``).
    """
    if expected.encoding and not expected.unicode and not text.isascii():
        changes = read_with_changes(text, expected.encoding, by_font=False).changes
        if changes and all(change.spoiled for change in changes):
            return unchanged(text), False
        return claimed(text, expected.encoding, expected, by_font=False)
    reading = _best_guess(text, expected)
    if reading is None:
        return unchanged(text), False
    mixed = _UNICODE.search(text) is not None
    return (only_gained(text, reading) if mixed else reading.converted), True


def betrayed(text: str) -> Expected:
    """Return what the letters and words of one paragraph betray."""
    reading = _best_guess(text, NOTHING)
    return Expected(reading.encoding if reading else None, _UNICODE.search(text) is not None)


def claimed(
    text: str,
    encoding: LegacyEncoding,
    expected: Expected = NOTHING,
    *,
    by_font: bool = True,
) -> tuple[Converted, bool]:
    """Return ``text`` read as ``encoding``, unless it is better as it is.

    Its font (``by_font``) or its document claims the encoding.  Where that reading is worse,
    it may still be in another old encoding.  In a document that is in Unicode throughout
    (``expected``), the claim needs words that bear it out.  The second value is whether
    anything was converted.
    """
    if text.isascii():
        return unchanged(text), True
    reading = read_with_changes(text, encoding, by_font=by_font)
    if _UNICODE.search(text):
        return only_gained(text, reading), any(change.gained for change in reading.changes)
    if expected == Expected(None, unicode=True) and not any(
        change.gained for change in reading.changes
    ):
        return unchanged(text), False
    other = (
        _best_guess(text, NOTHING) if any(map(_is_broken, reading.converted.text.split())) else None
    )
    if other is not None and other.gain > reading.gain:
        return other.converted, True
    if reading.changes and _is_credible(reading, expected):
        return reading.converted, True
    if expected.encoding not in {None, encoding} and not expected.unicode:
        return guess(text, expected)
    return unchanged(text), False


def _is_credible(reading: Reading, expected: Expected) -> bool:
    """Whether the words do not speak against what the font says.

    Words that are syllables either way (``cô`` is ``cụ`` in TCVN3) go by their frequency, or
    by the font where the document is known to use the encoding.
    """
    if expected.encoding == reading.encoding:
        lost = any(change.before > 0 and change.after == 0 for change in reading.changes)
        return not lost or reading.gain >= 0
    unsure = sum(-_UNSURE if c.natural else _UNSURE for c in reading.changes if c.foreign)
    return reading.gain + unsure >= 0


def warm_up() -> None:
    """Judge the most frequent words once, so that processes forked from this one know them."""
    may_be_legacy(" ".join([*frequent_words(), "\xe9"]), NOTHING)


def may_be_legacy(text: str, expected: Expected) -> bool:
    """Whether ``text`` is worth a closer look; Unicode Vietnamese is told quickly."""
    if not _HIGH.search(text):
        return False
    return expected.encoding is not None or any(map(_is_broken, text.split()))


def _best_guess(text: str, expected: Expected) -> Reading | None:
    if not may_be_legacy(text, expected):
        return None
    broken = [word for word in text.split() if _is_broken(word)]
    readings = (
        read_with_changes(text, encoding, by_font=False)
        for encoding in _GUESSED
        if encoding == expected.encoding or any(_is_mended(word, encoding) for word in broken)
    )
    evident = [r for r in readings if _is_evident(r, r.encoding == expected.encoding)]
    return max(evident, key=lambda reading: reading.gain, default=None)


def _is_evident(reading: Reading, expected: bool) -> bool:
    gained = [change for change in reading.changes if change.gained]
    spoiled = sum(change.spoiled for change in reading.changes)
    if not gained or 3 * spoiled > len(gained):
        return False
    words = reading.converted.text.split()
    share = syllable_share(words)
    if share < _MIN_SHARE:
        return False
    if expected:
        return reading.gain >= _MIN_GAIN_EXPECTED
    if len({change.word.lower() for change in gained}) >= _MIN_DIFFERENT:
        return True
    if reading.gain >= _MIN_GAIN and not spoiled:
        return True
    return (
        len(words) <= _MOST_WORDS_ALONE
        and len(reading.changes) == 1
        and not gained[0].natural
        and len(gained[0].word) >= _MIN_LENGTH_ALONE
        and digits_of_count(gained[0].word) > 0
    )


@lru_cache(maxsize=1 << 15)
def _is_broken(word: str) -> bool:
    """Whether some part of ``word`` beyond ASCII is no syllable."""
    return any(
        not part.isascii() and not (WORD.fullmatch(part) and word_value(part) > 0)
        for part in _BETWEEN.split(word)
    )


@lru_cache(maxsize=1 << 15)
def _is_mended(word: str, encoding: LegacyEncoding) -> bool:
    """Whether reading a broken word as ``encoding`` makes a syllable of it."""
    changes = read_with_changes(word, encoding, by_font=False).changes
    return any(change.gained for change in changes)
