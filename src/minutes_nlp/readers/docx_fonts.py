"""Fonts that change what a code point means: symbol fonts and fonts of the TCVN3 encoding."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.readers.legacy_encoding import letters_of_tcvn3
from minutes_nlp.readers.vietnamese_letters import vietnamese_score

_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings", "monotype sorts")
_PRIVATE_USE: Final = 0xF000
_SYMBOL_CODE: Final = re.compile("[\x21-\xff]")
_LONGEST_SYMBOLS: Final = 3  # longer text names a symbol font by mistake
_BEYOND_BYTES: Final = re.compile("[\u0100-\u1fff]")


def unicode_of(text: str, font: str | None) -> str:
    """Return the letters that ``text`` shows in ``font``.

    Glyphs of symbol fonts are moved to their places in the private use area.  Text in a
    ".Vn" font is read as TCVN3 when that makes better Vietnamese: much text that was typed
    in Unicode still names such a font.
    """
    name = (font or "").lower()
    if name.startswith(_SYMBOL_FONTS) and len(text) <= _LONGEST_SYMBOLS:
        return _SYMBOL_CODE.sub(lambda match: chr(_PRIVATE_USE + ord(match[0])), text)
    if not name.startswith(".vn") or _BEYOND_BYTES.search(text):
        return text
    letters = letters_of_tcvn3(text, capitals=name.endswith("h"))
    if text.isascii():
        return letters
    return letters if vietnamese_score(letters) >= vietnamese_score(text) else text
