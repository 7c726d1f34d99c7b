"""Text that was converted, and where every character of it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from minutes_nlp.readers.letters.tables import TABLES, LegacyEncoding

Span = tuple[int, int]
"""Start and end of a slice."""

_UNASSIGNED: Final = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
_WINDOWS_SIGNS: Final = {
    bytes([code]).decode("cp1252"): chr(code)
    for code in range(0x80, 0xA0)
    if code not in _UNASSIGNED
}
_TWICE_ENCODED: Final = re.compile(
    "[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
)
_STARTER: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Converted:
    """Text with, for each of its characters, the slice of the source that it stands for.

    ``origins`` has one ``(start, end)`` a character; put in a row, they cover the source in
    order, each beginning where the one before ends.  A slice is longer than one where several
    characters became one, and empty where one became several (all but the first).
    """

    text: str
    origins: tuple[Span, ...]

    def source_span(self, start: int, end: int) -> Span:
        """Return the slice of the source for ``text[start:end]``, which is not empty."""
        return self.origins[start][0], self.origins[end - 1][1]

    def then(self, following: Converted) -> Converted:
        """Return ``following``, a conversion of this text, with the origins in this source."""
        origins: list[Span] = []
        at = 0
        for start, end in following.origins:
            stop = self.origins[end - 1][1] if end > start else at
            origins.append((at, stop))
            at = stop
        return Converted(following.text, tuple(origins))


def in_pieces(pieces: Iterable[tuple[str, str]]) -> Converted:
    """Return what pairs of a source's piece and its text make in a row.

    An empty text gives its source to the character before it, or else after it.
    """
    characters: list[str] = []
    starts: list[int] = []
    length = 0
    for source, text in pieces:
        for index, char in enumerate(text):
            starts.append((length if starts else 0) if index == 0 else length + len(source))
            characters.append(char)
        length += len(source)
    return Converted("".join(characters), tuple(pairwise([*starts, length])))


def unchanged(text: str) -> Converted:
    """Return ``text`` as it is."""
    return Converted(text, tuple((index, index + 1) for index in range(len(text))))


def convert(text: str, encoding: LegacyEncoding, *, capitals: bool = False) -> Converted:
    """Return ``text``, whose characters are codes of ``encoding``, in Unicode.

    Nothing is judged here: see ``legacy_detection`` for whether it should be done.
    ``capitals``: a font of capitals showed the text (".VnTimeH").
    """
    pieces = _twice_encoded(text) if encoding == "utf-8" else _by_table(text, encoding)
    if capitals:
        return in_pieces((source, letters.upper()) for source, letters in pieces)
    return in_pieces(pieces)


def compose(text: str) -> Converted:
    """Return ``text`` in NFC: letters with their marks become one character."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return unchanged(text)
    return in_pieces(
        (match[0], unicodedata.normalize("NFC", match[0])) for match in _STARTER.finditer(text)
    )


def _by_table(text: str, encoding: LegacyEncoding) -> Iterable[tuple[str, str]]:
    table = TABLES[encoding]
    return ((match[0], table.get(match[0], match[0])) for match in _codes(encoding).finditer(text))


@cache
def _codes(encoding: LegacyEncoding) -> re.Pattern[str]:
    table: Mapping[str, str] = TABLES[encoding]
    pairs = sorted(re.escape(codes) for codes in table if len(codes) > 1)
    return re.compile("|".join([*pairs, "."]), re.DOTALL)


def _twice_encoded(text: str) -> Iterable[tuple[str, str]]:
    codes = "".join(_WINDOWS_SIGNS.get(char, char) for char in text)
    at = 0
    for match in _TWICE_ENCODED.finditer(codes):
        yield from ((char, char) for char in text[at : match.start()])
        letter = match[0].encode("latin-1").decode("utf-8", errors="replace")
        yield text[match.start() : match.end()], letter
        at = match.end()
    yield from ((char, char) for char in text[at:])
