"""Words of the minutes made safe to show, and cut at a length that people read."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 320
"""A longer quote is cut after this many code points; the rest stands in the minutes."""

# Control characters, bidirectional overrides and lone surrogates would let a file drive the
# terminal or hide words; none of them is ever part of minutes.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """Return ``text`` with every unsafe character made a space; the length stays."""
    return _UNSAFE.sub(" ", text)


def shorten(text: str, longest: int = LONGEST) -> str:
    """Cut ``text`` at the end of a word and mark the cut."""
    if len(text) <= longest:
        return text
    kept = text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept} …"
