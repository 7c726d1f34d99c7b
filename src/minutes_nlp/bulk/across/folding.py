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
    """Return what a name of a cell is known by, whatever its capitals, tones and short forms.

    >>> key_of("CHI BỘ TDP Bến Lò") == key_of("Chi bộ tổ dân phố Bến Lò")
    True
    """
    return " ".join(_SHORT.get(word, word) for word in _WORD.findall(fold(name)))


_SHORT: Final = {
    "bvr": "bao ve rung",
    "cb": "chi bo",
    "cp": "co phan",
    "ctcp": "cong ty co phan",
    "cty": "cong ty",
    "dvnn": "dich vu nong nghiep",
    "hqck": "hai quan cua khau",
    "htx": "hop tac xa",
    "khdn": "khach hang doanh nghiep",
    "kp": "khu pho",
    "pk": "phong kham",
    "px": "phan xuong",
    "qld": "quan ly dien",
    "sv": "sinh vien",
    "tdp": "to dan pho",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "tnhh": "trach nhiem huu han",
    "yhct": "y hoc co truyen",
}
"""Common short forms; others are aliases in the roll."""
