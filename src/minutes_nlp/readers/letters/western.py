"""Windows-1252 as Word reads it."""

from __future__ import annotations

from typing import Final

_TABLE: Final = {
    code: letter
    for code in range(0x80, 0xA0)
    if (letter := bytes([code]).decode("cp1252", errors="ignore"))
}


def western_letters(data: bytes) -> str:
    """Return the letters of ``data``; at the five places that are empty the code itself."""
    return data.decode("latin-1").translate(_TABLE)
