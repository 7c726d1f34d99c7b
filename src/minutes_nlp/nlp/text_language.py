"""In which language a text is written: Vietnamese, with or without its diacritics, or another."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.nlp.text import fold, without_tones

# The commonest syllables of official Vietnamese, diacritics stripped; chosen so that English
# and French have hardly any of them.
_VIETNAMESE: Final = frozenset(
    "va cua cac dong chi bo khong da duoc trong nhung voi ngay thang nam dang vien hop nhiem vu kien"
    " thuc hien cho nguoi den ve tu mot hai nay theo hoi nghi lam phai co them xa thon truong nha noi"
    " bao cao cong tac tri hanh dan qua thu gio phut".split()
)
_OTHERS: Final[dict[str, frozenset[str]]] = {
    "văn bản tiếng Anh": frozenset(
        "the of and to in was for that is on with be by as at were will it this are from".split()
    ),
    "văn bản tiếng Pháp": frozenset(
        "le la les de des du et à en un une que qui dans pour nous vous est au aux sur ce".split()
    ),
}
_MIN_WORDS: Final = 12
_WORD: Final = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str | None:
    """Return the Vietnamese name of a foreign language's text; ``None`` for Vietnamese.

    Texts of a few words are given the benefit of the doubt.
    """
    words = [fold(word) for word in _WORD.findall(text)]
    if len(words) < _MIN_WORDS:
        return None
    marked = sum(word != without_tones(word) for word in words) / len(words)
    known = sum(without_tones(word) in _VIETNAMESE for word in words) / len(words)
    shares = {
        name: sum(word in common for word in words) / len(words) for name, common in _OTHERS.items()
    }
    name = max(shares, key=lambda key: shares[key])
    if marked >= 0.4 or (known >= 0.15 and known > shares[name]):
        return None
    if shares[name] >= 0.12 and marked < 0.4:
        return name
    return "văn bản không phải tiếng Việt" if known < 0.1 and marked < 0.2 else None
