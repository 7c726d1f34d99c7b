"""Write text in the encodings of old fonts, as their typing programs stored it.

Kept apart from the tables of the readers, so that one can be checked against the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Final

_TCVN3_SMALL: Final = (
    "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ "
    "ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô "
    "ư\xad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§"
)
_TCVN3: Final[Mapping[str, str]] = {pair[0]: pair[1] for pair in _TCVN3_SMALL.split(" ")}
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_VNI_TONES: Final = dict(zip(_TONES, "øùõûï", strict=True))
_VNI_SHAPED: Final = {
    "\u0302": dict(zip(["", *_TONES], "âàáãåä", strict=True)),
    "\u0306": dict(zip(["", *_TONES], "êèéüúë", strict=True)),
}
_VNI_WHOLE: Final[Mapping[str, str]] = {
    "đ": "ñ", "ơ": "ô", "ư": "ö", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î",
}  # fmt: skip


def tcvn3(text: str) -> str:
    """Return TCVN3 codes as Latin-1 characters; capitals with tones become small letters."""
    return "".join(_TCVN3.get(char) or _TCVN3.get(char.lower(), char) for char in _nfc(text))


def tcvn3_runs(text: str) -> list[tuple[str, str]]:
    """Return runs of TCVN3 codes with their fonts: capitals with tones in a font of capitals."""
    runs = ((char, ".VnTimeH" if _needs_capitals(char) else ".VnTime") for char in _nfc(text))
    return [
        (tcvn3("".join(char for char, _ in group)), font)
        for font, group in groupby(runs, key=lambda run: run[1])
    ]


def is_encodable(text: str) -> bool:
    """Whether ``text`` holds Vietnamese letters and ASCII only, which every encoding has."""
    return all(char.isascii() or char.lower() in _TCVN3 for char in _nfc(text))


def _needs_capitals(char: str) -> bool:
    return char not in _TCVN3 and char.lower() in _TCVN3


def vni(text: str) -> str:
    """Return VNI codes as Latin-1 characters."""
    return "".join(_vni_letter(char) for char in _nfc(text))


def cp1258_as_cp1252(text: str) -> str:
    """Return Windows-1258 text as somebody reads it who takes it for Windows-1252."""
    letters = "".join(_cp1258_letter(char) for char in _nfc(text))
    return letters.encode("cp1258", errors="ignore").decode("cp1252", errors="ignore")


def utf8_as_cp1252(text: str) -> str:
    """Return UTF-8 text as somebody reads it who takes it for Windows-1252."""
    return "".join(_cp1252_sign(byte) for byte in _nfc(text).encode())


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _vni_letter(char: str) -> str:
    small = char.lower()
    whole = _VNI_WHOLE.get(small)
    if whole is None:
        whole = _vni_pair(small)
    return whole.upper() if char.isupper() else whole


def _vni_pair(small: str) -> str:
    decomposed = unicodedata.normalize("NFD", small)
    base, marks = decomposed[0], decomposed[1:]
    tone: str = next((mark for mark in marks if mark in _TONES), "")
    shape = next((mark for mark in marks if mark not in _TONES), "")
    if shape in _VNI_SHAPED:
        return f"{base}{_VNI_SHAPED[shape][tone]}"
    if tone and (shape or base in "aeouy"):
        horned = "ô" if base == "o" else "ö"
        return (horned if shape else base) + _VNI_TONES[tone]
    return small


def _cp1258_letter(char: str) -> str:
    decomposed = unicodedata.normalize("NFD", char)
    base, marks = decomposed[0], decomposed[1:]
    tone = "".join(mark for mark in marks if mark in _TONES)
    rest = _nfc(base + "".join(mark for mark in marks if mark not in _TONES))
    return rest + tone


def _cp1252_sign(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


ENCODERS: Final[Mapping[str, Callable[[str], str]]] = {
    "tcvn3": tcvn3,
    "vni": vni,
    "cp1258": cp1258_as_cp1252,
    "utf-8": utf8_as_cp1252,
}
