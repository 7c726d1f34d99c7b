"""How a paragraph is numbered, or whether it looks like a heading.

Minutes are numbered in many ways ("I.", "A/", "1-", "a)", "+", "VIỆC THỨ HAI:", capitals).
"""

from __future__ import annotations

import re
from typing import Final

_STYLES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "part",
        re.compile(
            r"\s*(?:phần|mục)\s+(?:thứ\s+)?\w+|\s*(?:việc|vấn đề) (?:thứ )?\w+\s*[:.]", re.I
        ),
    ),
    ("square", re.compile(r"\s*\[\d{1,2}\]|\s*[■◆▶#]")),
    ("roman", re.compile(r"\s*[IVX]{1,5}\s*[.)/\-:]")),
    ("capital", re.compile(r"\s*[A-ZĐ]\s*[.)/\-](?=\s)")),
    ("1.1.1", re.compile(r"\s*\d{1,2}\.\d{1,2}\.\d{1,2}")),
    ("1.1", re.compile(r"\s*\d{1,2}\.\d{1,2}\b")),
    ("number", re.compile(r"\s*\d{1,2}\s*[.)/\-:]|\s*\(\d{1,2}\)")),
    ("letter", re.compile(r"\s*[a-zđ]\s*[.)/](?=\s)|\s*\([a-zđ]\)")),
    ("dash", re.compile(r"\s*[-–—]")),
    ("plus", re.compile(r"\s*\+")),
    ("bullet", re.compile(r"\s*[*•●▪→✓]")),
)
_LONGEST_HEADING: Final = 16


def numbering_style(text: str) -> str | None:
    """Return the style of a paragraph's numbering or heading, ``None`` for plain text."""
    for name, pattern in _STYLES:
        if pattern.match(text):
            return name
    words = len(text.split())
    if text.isupper() and words <= _LONGEST_HEADING:
        return "upper"
    if words <= _LONGEST_HEADING and text.rstrip().endswith(":"):
        return "colon"
    return None
