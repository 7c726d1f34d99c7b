"""Character classes for capitalised Vietnamese words, for use inside regular expressions."""

from __future__ import annotations

import unicodedata
from typing import Final

_LATIN: Final = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]

UPPER: Final = "".join(char for char in _LATIN if unicodedata.category(char) == "Lu")
"""Every Latin capital, the Vietnamese ones included."""

LOWER: Final = "".join(char for char in _LATIN if unicodedata.category(char) == "Ll")
"""Every Latin small letter, the Vietnamese ones included."""

_MARKS: Final = "\u0300-\u036f"  # Ê Đê and Jrai letters that NFC leaves in two parts

CAPITALISED: Final = rf"[{UPPER}](?:['’`]?[{UPPER}{LOWER}{_MARKS}])*"
"""One capitalised word, apostrophes inside ("K'Brèo", "H’Len", "A")."""
