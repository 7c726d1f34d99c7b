"""Soft line breaks (Shift+Enter): a new paragraph, or only a line that was too long."""

from __future__ import annotations

import re
from typing import Final

_MARKER: Final = re.compile(
    r"(?:[-+*•–—]|\(?\d{1,3}[.)/]|[a-zđA-ZĐ][.)/]|[IVXLC]{1,6}[.\-)/])\s*\S"
)
_SENTENCE_END: Final = tuple(".!?;:…”\"')")
_FULL_LINE: Final = 50
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f]+")


def split_soft_breaks(text: str) -> list[str]:
    r"""Split ``text`` at those ``\n`` that evidently end a line of thought; join the others.

    A break separates when the next line opens with a list marker, or when it opens with
    anything but a small letter and the line before ends a sentence or is short (under 50
    characters: letterheads, titles, signatures).  A line that ends in a comma goes on.
    Control characters are looked through and kept.
    """
    groups: list[list[str]] = []
    before = ""
    for line in text.split("\n"):
        after = _visible(line)
        if groups and not _separates(before, after):
            groups[-1].append(line)
        else:
            groups.append([line])
        before = after or before
    return [" ".join(group) for group in groups]


def _visible(line: str) -> str:
    return _CONTROL.sub("", line).strip()


def _separates(before: str, after: str) -> bool:
    if not before or not after:
        return False
    if _MARKER.match(after):
        return True
    if after[0].islower() or before.endswith((",", "(", "-")):
        return False
    return before.endswith(_SENTENCE_END) or len(before) < _FULL_LINE
