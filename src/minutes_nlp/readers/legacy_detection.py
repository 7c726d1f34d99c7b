"""Decide whether text is in an old encoding, by the Vietnamese words before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from minutes_nlp.readers.conversion import Converted, convert, in_pieces, unchanged
from minutes_nlp.readers.legacy_tables import LegacyEncoding
from minutes_nlp.readers.syllables import syllable_share
from minutes_nlp.readers.word_values import WORD, digits_of_count, word_value

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

_LONE_SIGN: Final = re.compile(
    r"(?<![^\W\d_\x00-\x7f])(?<![a-zA-Z])[§£¥¤±](?=\s?\d)|(?<=\d)[½¼¾·±](?![^\W\d_])"
    r"|(?<=\d)×|(?<=\d\s)×(?![^\W\d_])|(?<![^\W\d_])×(?=\s?\d)|(?<=[\d\s])µ(?=[mglFA]\b)"
    r"|(?<!\S)[£¥¤±®©½¼¾·×](?!\S)"
)
"""Signs that belong to a number and are letters in no encoding: ``§4``, ``£840``, ``7 × 2``."""
_BETWEEN: Final = re.compile(r"[\x00-\x40\[-`{-~\u2000-\u206f\uf000-\uf0ff]+")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the paragraphs of a document betray: an old encoding, letters of Unicode, or both."""

    encoding: LegacyEncoding | None = None
    unicode: bool = False


NOTHING: Final = Expected()


@dataclass(frozen=True, slots=True)
class _Change:
    """A word that a conversion changes: its place in the source, and both values."""

    start: int
    end: int
    source: str
    word: str
    before: float
    after: float

    @property
    def gained(self) -> bool:
        """Whether no syllable became one; single letters prove nothing."""
        return self.after > 0 and self.before == 0 and len(self.word) > 1

    @property
    def foreign(self) -> bool:
        """Whether it is a syllable neither way: a name or another language; not a short form."""
        return self.before == self.after == 0 and len(self.word) > 1 and not self.word.isupper()

    @property
    def natural(self) -> bool:
        """Whether the source is shaped as a word, and not as signs and capitals at random."""
        return self.source.isalpha() and (self.source.isupper() or self.source[1:].islower())

    @property
    def spoiled(self) -> bool:
        """Whether a word was one before rather than afterwards."""
        return (self.before > 0 and self.after == 0) or (self.foreign and self.natural)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text read as one encoding, and the words that this changes."""

    encoding: LegacyEncoding
    converted: Converted
    changes: tuple[_Change, ...]

    @property
    def gain(self) -> float:
        """How much likelier the changed words are."""
        return sum(change.after - change.before for change in self.changes)


def guess(text: str, expected: Expected = NOTHING) -> tuple[Converted, bool]:
    """Return ``text`` out of whatever old encoding its words betray, or unchanged; and whether.

    Evidence is asked for: words that were no Vietnamese syllables and become frequent ones,
    hardly any the other way round, and Vietnamese around them.  Less is asked for the
    encoding that is ``expected`` from the rest of the document, and hardly any where no
    paragraph of it is in Unicode.  Unicode words beside them stay.
    """
    if expected.encoding and not expected.unicode and not text.isascii():
        return claimed(text, expected.encoding, expected)
    reading = _best_guess(text, expected)
    if reading is None:
        return unchanged(text), False
    mixed = _UNICODE.search(text) is not None
    return (_only_gained(text, reading) if mixed else reading.converted), True


def betrayed(text: str) -> Expected:
    """Return what the letters and words of one paragraph betray."""
    reading = _best_guess(text, NOTHING)
    return Expected(reading.encoding if reading else None, _UNICODE.search(text) is not None)


def claimed(
    text: str, encoding: LegacyEncoding, expected: Expected = NOTHING
) -> tuple[Converted, bool]:
    """Return ``text`` read as ``encoding``, which its font claims, unless it is better as it is.

    Where it is not, it may still be in another old encoding.  In a document that is in Unicode
    throughout (``expected``), the claim needs words that bear it out.  The second value is
    whether anything was converted.
    """
    if text.isascii():
        return unchanged(text), True
    reading = _read(text, encoding)
    if _UNICODE.search(text):
        return _only_gained(text, reading), any(change.gained for change in reading.changes)
    if expected == Expected(None, unicode=True) and not any(
        change.gained for change in reading.changes
    ):
        return unchanged(text), False
    other = _best_guess(text, NOTHING) if _has_broken_word(reading.converted.text) else None
    if other is not None and other.gain > reading.gain:
        return other.converted, True
    if reading.changes and _is_credible(reading, expected):
        return reading.converted, True
    if expected.encoding not in {None, encoding} and not expected.unicode:
        return guess(text, expected)
    return unchanged(text), False


def _is_credible(reading: _Reading, expected: Expected) -> bool:
    """Whether the words do not speak against what the font says.

    Words that are syllables either way (``cô`` is ``cụ`` in TCVN3) go by their frequency, or
    by the font where the document is known to use the encoding.
    """
    if expected.encoding == reading.encoding:
        lost = any(change.before > 0 and change.after == 0 for change in reading.changes)
        return not lost or reading.gain >= 0
    unsure = sum(-_UNSURE if c.natural else _UNSURE for c in reading.changes if c.foreign)
    return reading.gain + unsure >= 0


def _best_guess(text: str, expected: Expected) -> _Reading | None:
    if not _HIGH.search(text) or (expected.encoding is None and not _has_broken_word(text)):
        return None
    readings = (_read(text, encoding) for encoding in _GUESSED)
    evident = [r for r in readings if _is_evident(r, r.encoding == expected.encoding)]
    return max(evident, key=lambda reading: reading.gain, default=None)


def read_as(text: str, encoding: LegacyEncoding) -> Converted:
    """Return ``text`` read as ``encoding``, numbers' signs kept, capitals mended; unjudged."""
    kept = {match.start() for match in _LONE_SIGN.finditer(text)}
    reading = convert(text, encoding)
    if kept and encoding != "utf-8":
        reading = in_pieces(
            (text[start:end], text[start] if start in kept else char)
            for char, (start, end) in zip(reading.text, reading.origins, strict=True)
        )
    return reading.then(_with_capitals(reading.text)) if encoding == "tcvn3" else reading


def _read(text: str, encoding: LegacyEncoding) -> _Reading:
    reading = read_as(text, encoding)
    return _Reading(encoding, reading, tuple(_changes(text, reading)))


def _with_capitals(text: str) -> Converted:
    """Return ``text`` with the capitals that TCVN3 has no codes for (``ĐảNG``)."""
    capitals = [match.span() for match in WORD.finditer(text) if _is_capitals(match[0])]
    plain = [char for char in text if char.isascii() and char.isalpha()]
    is_heading = all(char.isupper() for char in plain)
    if is_heading and any(word_value(text[start:end].upper()) for start, end in capitals):
        capitals = [(0, len(text))]
    chars = list(text)
    for start, end in capitals:
        chars[start:end] = [char.upper() for char in chars[start:end]]
    return in_pieces(zip(text, chars, strict=True))


def _is_capitals(word: str) -> bool:
    """Whether only letters that TCVN3 has no capitals for are small."""
    small = any(char.islower() and char.isascii() for char in word)
    return not small and sum(char.isupper() for char in word) >= 2


def _changes(text: str, reading: Converted) -> Iterator[_Change]:
    for match in WORD.finditer(reading.text):
        start, end = reading.source_span(*match.span())
        source = text[start:end]
        if source != match[0]:
            before = word_value(source) if WORD.fullmatch(source) else 0.0
            yield _Change(start, end, source, match[0], before, word_value(match[0]))


def _is_evident(reading: _Reading, expected: bool) -> bool:
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


def _only_gained(text: str, reading: _Reading) -> Converted:
    pieces: list[tuple[str, str]] = []
    at = 0
    for change in reading.changes:
        if change.gained:
            pieces += zip(text[at : change.start], text[at : change.start], strict=True)
            pieces += _pieces(text, reading.converted, change.start, change.end)
            at = change.end
    pieces += zip(text[at:], text[at:], strict=True)
    return in_pieces(pieces)


def _pieces(text: str, reading: Converted, start: int, end: int) -> Iterator[tuple[str, str]]:
    for char, (left, right) in zip(reading.text, reading.origins, strict=True):
        if start <= left and right <= end:
            yield text[left:right], char


def _has_broken_word(text: str) -> bool:
    return any(not word.isascii() and not _is_sound(word) for word in text.split())


@lru_cache(maxsize=1 << 15)
def _is_sound(word: str) -> bool:
    return all(
        part.isascii() or (WORD.fullmatch(part) is not None and word_value(part) > 0)
        for part in _BETWEEN.split(word)
    )
