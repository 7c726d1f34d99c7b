"""Styles and fonts of a Word 97-2003 file."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.word97.file import WordFile

_STYLES: Final = 1
_FONTS: Final = 15
_DEFAULT_FONT: Final = 12
_PARAGRAPH_STYLE: Final = 1
_CHARACTER_STYLE: Final = 2
_FONT_NAME: Final = 39


@dataclass(frozen=True, slots=True)
class Style:
    """A style's own changes to paragraphs and characters, and the style it is based on."""

    base: int
    paragraph: bytes = b""
    character: bytes = b""


@dataclass(slots=True)
class Styles:
    """Styles and fonts by number."""

    styles: dict[int, Style] = field(default_factory=dict)
    fonts: list[str] = field(default_factory=list)
    default_font: int | None = None

    def chain(self, number: int) -> list[Style]:
        """Return the ancestors of style ``number``, the eldest first, and itself."""
        chain: dict[int, Style] = {}
        while number in self.styles and number not in chain:
            chain[number] = self.styles[number]
            number = chain[number].base
        return list(reversed(chain.values()))

    def font(self, number: int | None) -> str | None:
        """Return the name of font ``number``."""
        known = number is not None and number < len(self.fonts)
        return self.fonts[number] if known and number is not None else None


def read_styles(file: WordFile) -> Styles:
    """Read the style sheet and the font table."""
    styles = Styles(fonts=_read_fonts(file.block(_FONTS)))
    sheet = file.block(_STYLES)
    if len(sheet) < 2 + _DEFAULT_FONT + 2:
        return styles
    header = struct.unpack_from("<H", sheet)[0]
    count, base_size = struct.unpack_from("<HH", sheet, 2)
    styles.default_font = struct.unpack_from("<H", sheet, 2 + _DEFAULT_FONT)[0]
    at = 2 + header
    for number in range(count):
        if at + 2 > len(sheet):
            break
        size = struct.unpack_from("<H", sheet, at)[0]
        if size:
            styles.styles[number] = _read_style(sheet[at + 2 : at + 2 + size], base_size)
        at += 2 + size + size % 2
    return styles


def _read_style(stored: bytes, base_size: int) -> Style:
    kind, count = (value & 0xF for value in struct.unpack_from("<HH", stored, 2))
    base = struct.unpack_from("<H", stored, 2)[0] >> 4
    name_length = struct.unpack_from("<H", stored, base_size)[0]
    at = base_size + 2 + 2 * (name_length + 1)
    changes: list[bytes] = []
    for _ in range(count):
        if at + 2 > len(stored):
            break
        size = struct.unpack_from("<H", stored, at)[0]
        changes.append(stored[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    changes += [b"", b""]
    if kind == _PARAGRAPH_STYLE:  # its changes to paragraphs begin with its own number
        return Style(base, changes[0][2:], changes[1])
    return Style(base, character=changes[0] if kind == _CHARACTER_STYLE else b"")


def _read_fonts(table: bytes) -> list[str]:
    fonts: list[str] = []
    at = 4
    while at < len(table):
        size = table[at]
        name = table[at + 1 + _FONT_NAME : at + 1 + size]
        # A second name may follow, for when the font is missing.
        fonts.append(name.decode("utf-16-le", "replace").partition("\0")[0])
        at += 1 + size
    return fonts
