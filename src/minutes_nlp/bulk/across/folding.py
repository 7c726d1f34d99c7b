"""Words as they are compared: folded, without tones, letters apart from numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[a-z]+|[0-9]+")
_MARKS: Final = dict.fromkeys(range(0x300, 0x370)) | {ord("đ"): "d"}


def fold(text: str) -> str:
    """Return ``text`` in small letters without any diacritic: "Đảng phí" gives "dang phi"."""
    return unicodedata.normalize("NFD", text.casefold()).translate(_MARKS)


def folded_words(text: str) -> list[str]:
    """Return the folded words of ``text``; every number is "0", so that dates do not count."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> str:
    """Return what a name of a cell is known by, whatever its capitals, tones and signs."""
    return " ".join(_WORD.findall(fold(name)))
