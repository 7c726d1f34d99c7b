"""Bytes of Rich Text Format to letters: code pages by the character set of the font."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.letters.legacy_fonts import claim_of
from minutes_nlp.readers.letters.western import western_letters

_CODE_PAGES: Final = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
_SYMBOLS: Final = 2


@dataclass(slots=True)
class Font:
    """A font of the font table; ``code_page`` where the table states one."""

    name: str = ""
    charset: int = 0
    code_page: str | None = None


@dataclass(slots=True)
class Fonts:
    """The font table and the code page of the file."""

    code_page: str = "cp1252"
    default: int = 0
    table: dict[int, Font] = field(default_factory=dict)

    def name(self, number: int | None) -> str | None:
        """Return the name of font ``number``, the default font's for ``None``."""
        font = self.table.get(self.default if number is None else number)
        return None if font is None else font.name.strip(" ;\"'") or None

    def decode(self, data: bytes, number: int | None) -> str:
        """Return the letters (code points) of ``data`` in font ``number``."""
        if data.isascii():
            return data.decode("ascii")
        font = self.table.get(self.default if number is None else number) or Font(charset=1)
        if font.charset == _SYMBOLS:
            return data.decode("latin-1")
        # In fonts of old encodings codes are places, no letters, whatever code page is named.
        if claim_of(font.name):
            return western_letters(data)
        page = font.code_page or _CODE_PAGES.get(font.charset, self.code_page)
        return western_letters(data) if page == "cp1252" else data.decode(page, errors="replace")

    def set_code_page(self, number: int | None) -> None:
        r"""Take the code page of the file (``\ansicpg``); unknown ones are passed over."""
        self.code_page = code_page_of(number) or self.code_page


def code_page_of(number: int | None) -> str | None:
    """Return Python's name of a Windows code page, ``None`` for one that it does not have."""
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name
