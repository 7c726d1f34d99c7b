"""Length-preserving folding of Vietnamese text, so that patterns need one spelling each.

``fold(text)`` has exactly as many code points as ``text``: what matches in the folded text
is cut out of the original with the same offsets.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NEW_TO_OLD: Final = {
    **{"o" + a: b + "a" for a, b in zip("àáảãạ", "òóỏõọ", strict=True)},
    **{"o" + e: b + "e" for e, b in zip("èéẻẽẹ", "òóỏõọ", strict=True)},
    **{"u" + y: b + "y" for y, b in zip("ỳýỷỹỵ", "ùúủũụ", strict=True)},
}
_TONE_PAIR: Final = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_I_SPELLING: Final = re.compile(r"(?<!\w)(k|h|l|m|s|t|qu)([iìíỉĩị])(?!\w)")
_I_TO_Y: Final = dict(zip("iìíỉĩị", "yỳýỷỹỵ", strict=True))
_PUNCTUATION: Final = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "“": '"',
        "”": '"',
        "’": "'",
        "‘": "'",
        "\xa0": " ",
    }
)


_TONE_PAIR_ANY_CASE: Final = re.compile(_TONE_PAIR.pattern, re.IGNORECASE)


def place_tones(text: str) -> str:
    """Put tone marks on the place that dictionaries use (hoà → hòa, THUỶ → THỦY).

    Case and length stay as they are; ``text`` must be NFC.
    """
    return _TONE_PAIR_ANY_CASE.sub(_place_pair, text)


def _place_pair(match: re.Match[str]) -> str:
    pair = match[0]
    placed = _NEW_TO_OLD[pair.lower()]
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(pair, placed, strict=True)
    )


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case, put tones on the old place (hoà → hòa), i → y (kì → kỳ), plain dashes and quotes.

    The result has the length of ``text``, which must be NFC.
    """
    lowered = lower(text).translate(_PUNCTUATION)
    lowered = _TONE_PAIR.sub(lambda match: _NEW_TO_OLD[match[0]], lowered)
    return _I_SPELLING.sub(lambda match: match[1] + _I_TO_Y[match[2]], lowered)


def lower(text: str) -> str:
    """Lower-case letter by letter, keeping letters whose lower case is longer."""
    lowered = text.lower()
    # Only a sigma's lower case depends on its neighbours.
    if len(lowered) == len(text) and "Σ" not in text:
        return lowered
    return "".join(_lower(char) for char in text)


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char


@lru_cache(maxsize=65536)
def without_tones(text: str) -> str:
    """Strip every diacritic ("đảng ủy" → "dang uy"); the length stays that of NFC ``text``."""
    return text.translate(_BASES)


class _Bases(dict[int, str]):
    """Letters without diacritics, by code point; filled as they are met."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _MOST_BASES:
            self.clear()
        char = chr(code)
        decomposed = unicodedata.normalize("NFD", char)
        base = {"đ": "d", "Đ": "D"}.get(char) or (decomposed[0] if len(decomposed) > 1 else char)
        self[code] = base
        return base


_MOST_BASES: Final = 4096
_BASES: Final = _Bases()
