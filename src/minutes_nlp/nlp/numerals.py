"""Numbers in digits and in Vietnamese words ("05", "mười hai", "một trăm lẻ ba")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.text import fold

_UNITS: Final = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_UNIT: Final = "|".join(_UNITS)
# "ba lăm" is 35: "lăm", "nhăm" and "mốt" only ever follow a ten, whose own word is left out.
_SHORT_TENS: Final = r"(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)\s+(?:lăm|nhăm|mốt)"
# "tư" and "năm" alone are a rank and a year as well: only "mười", a ten or a unit opens a number.
WORDS: Final = (
    rf"(?:(?:{_UNIT})\s+trăm(?:\s+(?:lẻ|linh))?\s+)?"
    rf"(?:(?:{_UNIT})\s+(?:mươi|chục)(?:\s+(?:{_UNIT}))?|mười(?:\s+(?:{_UNIT}))?|{_SHORT_TENS}|hăm\s+(?:{_UNIT})"
    rf"|(?:{_UNIT}))"
)
"""Pattern of a number in words, for folded text."""

NUMBER: Final = rf"(?<![\w/.,])(?<!\d-)(?:\d{{1,4}}|{WORDS})(?![\w])"
"""Pattern of a whole number in digits or words, for folded text."""

_NUMBER: Final = re.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number at ``text[start:end]``."""

    value: int
    start: int
    end: int
    in_words: bool


def value_of(words: str) -> int:
    """Return the value of a folded number in digits or words.

    Raises:
        ValueError: ``words`` is no number.
    """
    if words.isdigit():
        return int(words)
    tokens = words.split()
    total = 0
    if "trăm" in tokens:
        cut = tokens.index("trăm")
        total = 100 * _UNITS[tokens[cut - 1]]
        tokens = [token for token in tokens[cut + 1 :] if token not in {"lẻ", "linh"}]
    return total + _below_hundred(tokens)


def _below_hundred(tokens: list[str]) -> int:
    if not tokens:
        return 0
    if tokens[0] == "mười":
        return 10 + (_UNITS[tokens[1]] if len(tokens) > 1 else 0)
    if tokens[0] == "hăm":
        return 20 + _UNITS[tokens[1]]
    if len(tokens) > 1 and tokens[1] in {"mươi", "chục"}:
        return 10 * _UNITS[tokens[0]] + (_UNITS[tokens[2]] if len(tokens) > 2 else 0)
    if len(tokens) == 2 and tokens[1] in {"lăm", "nhăm", "mốt"}:
        return 10 * _UNITS[tokens[0]] + _UNITS[tokens[1]]
    if len(tokens) == 1 and tokens[0] in _UNITS:
        return _UNITS[tokens[0]]
    raise ValueError(f"no number: {' '.join(tokens)!r}")


@lru_cache(maxsize=8192)
def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the whole numbers of NFC ``text`` in order, those in words included."""
    return tuple(
        Number(value_of(match[0]), match.start(), match.end(), not match[0][0].isdigit())
        for match in _NUMBER.finditer(fold(text))
    )
