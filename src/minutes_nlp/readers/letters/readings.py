"""A text read as one old encoding, and what that does to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from minutes_nlp.readers.letters.conversion import Converted, convert, in_pieces
from minutes_nlp.readers.letters.tables import LegacyEncoding
from minutes_nlp.readers.letters.word_values import WORD, word_value

_LONE_SIGN: Final = re.compile(
    r"(?<![^\W\d_])[§£¥¤±](?=\s?\d)|(?<=\d)[½¼¾·±](?![^\W\d_])"
    r"|(?<=\d)×|(?<=\d\s)×(?![^\W\d_])|(?<![^\W\d_])×(?=\s?\d)|(?<=[\d\s])µ(?=[mglFA]\b)"
)
"""Signs that belong to a number and are letters in no encoding: ``§4``, ``£840``, ``7 × 2``."""
_SIGN_ALONE: Final = re.compile(r"(?<!\S)[£¥¤±®©½¼¾·×](?!\S)")


@dataclass(frozen=True, slots=True)
class Change:
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
class Reading:
    """A text read as one encoding, and the words that this changes."""

    encoding: LegacyEncoding
    converted: Converted
    changes: tuple[Change, ...]

    @property
    def gain(self) -> float:
        """How much likelier the changed words are."""
        return sum(change.after - change.before for change in self.changes)


def read_as(text: str, encoding: LegacyEncoding, *, by_font: bool = True) -> Converted:
    """Return ``text`` read as ``encoding``, numbers' signs kept, capitals mended; unjudged.

    Signs that stand alone are letters only if a font says so (``by_font``).
    """
    kept = {match.start() for match in _LONE_SIGN.finditer(text)}
    if not by_font:
        kept |= {match.start() for match in _SIGN_ALONE.finditer(text)}
    reading = convert(text, encoding)
    if kept and encoding != "utf-8":
        reading = in_pieces(
            (text[start:end], text[start] if start in kept else char)
            for char, (start, end) in zip(reading.text, reading.origins, strict=True)
        )
    return reading.then(_with_capitals(reading.text)) if encoding == "tcvn3" else reading


def read_with_changes(text: str, encoding: LegacyEncoding, *, by_font: bool) -> Reading:
    """Return ``text`` read as ``encoding``, with the words that this changes."""
    reading = read_as(text, encoding, by_font=by_font)
    return Reading(encoding, reading, tuple(_changes(text, reading)))


def _with_capitals(text: str) -> Converted:
    """Return ``text`` with the capitals that TCVN3 has no codes for (``ĐảNG``)."""
    capitals = [match.span() for match in WORD.finditer(text) if _is_capitals(match[0])]
    plain = [char for char in text if char.isascii() and char.isalpha()]
    is_heading = all(char.isupper() for char in plain)
    words = [text[start:end].upper() for start, end in capitals if end - start > 2]
    if is_heading and any(map(word_value, words)):
        capitals = [(0, len(text))]
    chars = list(text)
    for start, end in capitals:
        chars[start:end] = [char.upper() for char in chars[start:end]]
    return in_pieces(zip(text, chars, strict=True))


def _is_capitals(word: str) -> bool:
    """Whether only letters that TCVN3 has no capitals for are small."""
    small = any(char.islower() and char.isascii() for char in word)
    return not small and sum(char.isupper() for char in word) >= 2


def _changes(text: str, reading: Converted) -> Iterator[Change]:
    for match in WORD.finditer(reading.text):
        start, end = reading.source_span(*match.span())
        source = text[start:end]
        if source != match[0]:
            before = word_value(source) if WORD.fullmatch(source) else 0.0
            yield Change(start, end, source, match[0], before, word_value(match[0]))


def only_gained(text: str, reading: Reading) -> Converted:
    """Return ``text`` with only those words converted that become syllables by it."""
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
