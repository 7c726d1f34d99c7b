"""Write the number of a list item as Word shows it."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_KEPT_BULLETS: Final = frozenset("-+*")
_IN_SYMBOL_FONT: Final = {"\uf02b": "+", "\uf02a": "*"}


def format_number(value: int, number_format: str) -> str:
    """Return ``value`` in a ``w:numFmt``; formats not used in Vietnamese count in digits."""
    if number_format == "none":
        return ""
    if number_format == "decimalZero":
        return f"{value:02d}"
    written = ""
    if number_format in {"lowerRoman", "upperRoman"}:
        written = _roman(value)
    elif number_format in {"lowerLetter", "upperLetter"}:
        written = _letters(value)
    if not written:
        return str(value)
    return written.upper() if number_format.startswith("upper") else written


def format_bullet(sign: str) -> str:
    """Return the bullet: ``-``, ``+`` and ``*`` stay, every other sign becomes ``-``."""
    sign = sign.strip()
    sign = _IN_SYMBOL_FONT.get(sign, sign)
    return sign if sign in _KEPT_BULLETS else "-"


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return ""
    written = ""
    for size, letters in _ROMAN:
        times, value = divmod(value, size)
        written += letters * times
    return written


def _letters(value: int) -> str:
    # a … z, aa, bb … zz, aaa …; Word itself stops at 780.
    if not 0 < value <= 780:
        return ""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
