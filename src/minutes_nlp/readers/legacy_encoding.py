"""TCVN3 (TCVN 5712:1993 VN3, the encoding of ".Vn" fonts), still met in old cells' files."""

from __future__ import annotations

from typing import Final

_TCVN3: Final = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""First code of each run of letters."""
_TABLE: Final = {
    first + offset: letter for first, run in _TCVN3.items() for offset, letter in enumerate(run)
}


def decode_tcvn3(data: bytes) -> str:
    """Decode TCVN3 bytes.

    Capitals with tones share the codes of small letters (a font of capitals showed them).
    """
    return letters_of_tcvn3(data.decode("latin-1"))


def letters_of_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Return Unicode letters for ``text`` whose code points are TCVN3 codes.

    ``capitals``: the text was set in a font of capitals (".VnTimeH").
    """
    letters = text.translate(_TABLE)
    return letters.upper() if capitals else letters
