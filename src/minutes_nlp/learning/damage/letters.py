"""A Vietnamese letter as base, shape mark and tone, and the keys that type it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
_TONE_KEYS: Final = dict(zip(TONES, "fsrxj", strict=True))
_SHAPES: Final = {"\u0302": None, "\u0306": "w", "\u031b": "w"}
"""Circumflex (the base again in Telex), breve and horn."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in its parts; ``shape`` and ``tone`` are combining marks or empty."""

    base: str
    shape: str = ""
    tone: str = ""

    @property
    def text(self) -> str:
        """The letter, composed."""
        return unicodedata.normalize("NFC", self.base + self.shape + self.tone)

    def telex(self) -> tuple[str, str]:
        """Return what stands where the method failed to compose, and the key of the tone."""
        if self.base in "đĐ":
            return ("dd" if self.base == "đ" else "DD"), ""
        key = ""
        if self.shape:
            key = _SHAPES[self.shape] or self.base.lower()
        return self.base + key, _TONE_KEYS.get(self.tone, "")


def letter(char: str) -> Letter:
    """Take one composed character apart."""
    base, *marks = list(unicodedata.normalize("NFD", char))
    shape = next((mark for mark in marks if mark in _SHAPES), "")
    tone = next((mark for mark in marks if mark in TONES), "")
    return Letter(base, shape, tone)
