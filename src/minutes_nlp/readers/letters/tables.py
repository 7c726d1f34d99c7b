"""What the codes of old Vietnamese encodings stand for, as characters of Latin-1.

Every table maps sequences of one to two characters to letters; what it does not name stays.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final, Literal

LegacyEncoding = Literal["tcvn3", "vni", "cp1258", "viscii", "utf-8"]
"""``cp1258`` and ``utf-8``: bytes of these encodings that somebody read as Windows-1252."""

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
"""TCVN 5712:1993 VN3, the encoding of ".Vn" fonts: the first code of each run of letters.

Capitals with tones share the codes of small letters (a font of capitals shows them).
"""

_VNI_LETTERS: Final = dict(zip("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ", strict=True))
_VNI_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_TONED: Final = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_VNI_CIRCUMFLEX: Final = dict(zip("âáàåãä", "âấầẩẫậ", strict=True))
_VNI_BREVE: Final = dict(zip("êéèúüë", "ăắằẳẵặ", strict=True))

_CP1258_LETTERS: Final = dict(zip("ÃãÐðÕõÝý", "ĂăĐđƠơƯư", strict=True))
_CP1258_TONES: Final = dict(zip("ìÌÒÞò", "\u0301\u0300\u0309\u0303\u0323", strict=True))

_VISCII: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
"""Codes 0x80 to 0xFF; six capitals lie among the control codes."""
_VISCII_CONTROLS: Final = {2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ"}


def _tcvn3() -> Iterator[tuple[str, str]]:
    for first, run in _TCVN3.items():
        for offset, letter in enumerate(run):
            yield chr(first + offset), letter


def _vni() -> Iterator[tuple[str, str]]:
    yield from _VNI_LETTERS.items()
    for (base, letter), (code, tone) in product(_VNI_TONED.items(), _VNI_TONES.items()):
        yield base + code, letter + tone
    for base, (code, shaped) in product("aeo", _VNI_CIRCUMFLEX.items()):
        yield base + code, unicodedata.normalize("NFD", shaped).replace("a", base)
    for code, shaped in _VNI_BREVE.items():
        yield "a" + code, shaped


def _cp1258() -> Iterator[tuple[str, str]]:
    yield from _CP1258_LETTERS.items()
    letters = {letter: letter for letter in "aâeêioôuyAÂEÊIOÔUY"} | _CP1258_LETTERS
    letters = {code: letter for code, letter in letters.items() if letter not in "đĐ"}
    for (base, letter), (code, tone) in product(letters.items(), _CP1258_TONES.items()):
        yield base + code, letter + tone


def _viscii() -> Iterator[tuple[str, str]]:
    yield from ((chr(0x80 + offset), letter) for offset, letter in enumerate(_VISCII))
    yield from ((chr(code), letter) for code, letter in _VISCII_CONTROLS.items())


def _either_case(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs for small and capital base letters, whatever the case of their marks."""
    for codes, letter in pairs:
        yield codes, letter
        if len(codes) == 2:
            base, mark = codes[0], codes[1]
            for cased in {mark, mark.upper()}:
                yield base + cased, letter
                yield base.upper() + cased, letter.upper()


def _composed(pairs: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    return {codes: unicodedata.normalize("NFC", letter) for codes, letter in pairs}


TABLES: Final[Mapping[LegacyEncoding, Mapping[str, str]]] = {
    "tcvn3": _composed(_tcvn3()),
    "vni": _composed(_either_case(_vni())),
    "cp1258": _composed(_cp1258()),
    "viscii": _composed(_viscii()),
}
