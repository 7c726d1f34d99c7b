"""Fonts that change what a code point means: symbol fonts and fonts of old encodings."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.readers.letters.legacy_fonts import claim_of
from minutes_nlp.readers.letters.legacy_text import unicode_of_paragraph

_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings", "monotype sorts")
_PRIVATE_USE: Final = 0xF000
_SYMBOL_CODE: Final = re.compile("[\x21-\xff]")
_LONGEST_SYMBOLS: Final = 3  # longer text names a symbol font by mistake


def unicode_of(text: str, font: str | None) -> str:
    """Return the letters that one run of ``text`` shows in ``font``.

    Glyphs of symbol fonts are moved to their places in the private use area.  Where the
    other runs of the paragraph are at hand, ``pieces.shown`` judges better: syllables cross
    the borders of runs.
    """
    symbols = symbols_of(text, font)
    return unicode_of_paragraph([(text, font)]) if symbols is None else symbols


def symbols_of(text: str, font: str | None) -> str | None:
    """Return ``text`` of a symbol font in the private use area; ``None`` in other fonts."""
    if not (font or "").lower().startswith(_SYMBOL_FONTS) or len(text) > _LONGEST_SYMBOLS:
        return None
    return _SYMBOL_CODE.sub(lambda match: chr(_PRIVATE_USE + ord(match[0])), text)


def code_of_symbol(code: int, font: str | None) -> int:
    """Return the code of a ``w:sym``: Word moves letters of old fonts into private use too."""
    is_moved = _PRIVATE_USE <= code <= _PRIVATE_USE + 0xFF
    return code - _PRIVATE_USE if is_moved and claim_of(font) else code
