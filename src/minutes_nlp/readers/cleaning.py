"""Clean text: NFC, plain spaces, nothing invisible, no line ends."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPACES: Final = re.compile(r"\s+")
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufe00-\ufe0f\ud800-\udfff\uffff\ufffe]+"
)
# Symbol and Wingdings glyphs that Word keeps in the private use area.
_SYMBOLS: Final = {
    **dict.fromkeys(
        "\uf02d\uf0b7\uf0a7\uf076\uf0a8\uf0d8\uf0f0\uf06c\uf06e\uf071\uf072\uf077", "-"
    ),
    "\uf0e0": "→",
    "\uf0e8": "→",
    "\uf0ae": "→",
    "\uf0de": "⇒",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf06f": "☐",
    "\uf0b3": "≥",
    "\uf0a3": "≤",
    "\uf0b1": "±",
    "\uf0b4": "×",
    "\uf0b0": "°",
}
_PRIVATE_USE: Final = re.compile("[\ue000-\uf8ff]")


def clean(text: str) -> str:
    """Return ``text`` as one line of NFC without invisible characters, spaces collapsed.

    Bullets of symbol fonts become ``-``; other glyphs of private use are dropped when no
    plain character stands for them, for nobody can read them without the font.
    """
    visible = _INVISIBLE.sub("", text)
    if not visible.isascii():
        visible = _PRIVATE_USE.sub(lambda match: _SYMBOLS.get(match[0], " "), visible)
        visible = unicodedata.normalize("NFC", visible)
    return _SPACES.sub(" ", visible).strip()
