"""The outline of a document: which line each paragraph stands under.

Minutes are numbered in many ways ("I.", "A/", "1-", "a)", "+", "VIỆC THỨ HAI:", capitals) and
levels are skipped at will, so the depth of a style is learnt from where it first appears.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_MAJOR: Final = frozenset({"part", "square", "roman", "capital"})
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


def ancestors(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """Return for each paragraph the indices of the lines it stands under, outermost first."""
    stack: list[tuple[str, int]] = []
    result: list[tuple[int, ...]] = []
    for index, text in enumerate(texts):
        style = numbering_style(text)
        if style is not None:
            stack = _unwind(stack, style)
        result.append(tuple(above for _, above in stack))
        if style is not None:
            stack.append((style, index))
    return result


def _unwind(stack: list[tuple[str, int]], style: str) -> list[tuple[str, int]]:
    styles = [name for name, _ in stack]
    if style in styles:
        return stack[: styles.index(style)]
    if style == "upper":
        return []
    if style in _MAJOR:
        return [(name, index) for name, index in stack if name in {"upper", "part"}]
    return stack
