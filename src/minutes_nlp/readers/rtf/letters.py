"""The letters that a stretch of RTF text stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

_CODE: Final = re.compile(rb"\\'([0-9A-Fa-f]{2})")
_MOST_STAND_INS: Final = 100
_BEYOND_UNICODE: Final = 0x110000


def letters_of(text: bytes, stand_ins: int, decode: Callable[[bytes], str]) -> tuple[str, int]:
    r"""Return the letters of ``text`` and how many stand-ins after it are still to be skipped.

    Args:
        text: plain characters, bytes in hexadecimal, and letters by their Unicode number.
        stand_ins: how many characters stand for the same letter after each ``\u``.
        decode: reads bytes by the font in force.
    """
    pieces: list[str] = []
    place = missing = 0
    for match in _unicode(min(stand_ins, _MOST_STAND_INS)).finditer(text):
        if match.start() > place:
            pieces.append(decode(_bytes(text[place : match.start()])))
        pieces.append(_letter(int(match[1])))
        missing = stand_ins - len(_bytes(match[2]))
        place = match.end()
    if place < len(text):
        pieces.append(decode(_bytes(text[place:])))
        missing = 0
    return "".join(pieces), missing


def without_first(text: bytes, count: int) -> tuple[bytes, int]:
    """Return ``text`` without its first ``count`` characters, and how many of them it lacked."""
    if not count:
        return text, 0
    skipped = _stand_ins(min(count, _MOST_STAND_INS)).match(text)
    end = skipped.end() if skipped else 0
    return text[end:], count - len(_bytes(text[:end]))


@lru_cache(maxsize=8)
def _unicode(stand_ins: int) -> re.Pattern[bytes]:
    return re.compile(rb"\\u(-?[0-9]{1,10}) ?((?:\\'[0-9A-Fa-f]{2}|[^\\]){0,%d})" % stand_ins)


@lru_cache(maxsize=8)
def _stand_ins(count: int) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\\'[0-9A-Fa-f]{2}|[^\\]){0,%d}" % count)


def _bytes(text: bytes) -> bytes:
    if b"\\" not in text:
        return text
    return _CODE.sub(lambda match: bytes([int(match[1], 16)]), text)


def _letter(number: int) -> str:
    if number < 0:
        number += 0x10000
    return chr(number) if 0 <= number < _BEYOND_UNICODE else ""
