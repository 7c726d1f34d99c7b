"""Rejoin paragraphs of plain text that some program broke into lines of equal width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

_MARKER: Final = re.compile(
    r"[-+*•–—●▪]|\(?\d{1,3}[.)/:]|[a-zđ][.)/]|[IVXLC]{1,6}[.)/-]|(?:Đ/c|Đc|Đồng chí|ĐỒNG CHÍ)\s"
)
_SENTENCE_END: Final = tuple(".!?;:…")
_WIDEST: Final = 100
_NARROWEST: Final = 50


def rejoin_wrapped_lines(lines: Sequence[str]) -> list[str]:
    """Return ``lines`` with wrapped ones joined by a space; blank lines stay apart.

    One line is one paragraph in most files, so lines are joined only in a text that is
    evidently wrapped (no line over 100 characters, full lines the rule, lines that go on in
    lower case), and only where the next word would not have fitted on the line before and
    the next line goes on with the sentence: in lower case, or the line before ended none.
    """
    width = _width(lines)
    if width is None:
        return list(lines)
    groups: list[list[str]] = []
    previous = ""
    for line in lines:
        if groups and _goes_on(previous, line, width):
            groups[-1].append(line.strip())
        else:
            groups.append([line])
        previous = line.strip()
    return [" ".join(group) for group in groups]


def _width(lines: Sequence[str]) -> int | None:
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) < 4:
        return None
    width = max(map(len, filled))
    if not _NARROWEST <= width <= _WIDEST or median(map(len, filled)) < 0.6 * width:
        return None
    pairs = pairwise(lines)
    lowers = sum(line[0].islower() for line in filled)
    evident = sum(
        _goes_on(before.strip(), after, width) and after.strip()[0].islower()
        for before, after in pairs
    )
    # Lines that begin in lower case although the word would have fitted speak against it.
    return width if evident >= max(2, 0.15 * len(filled)) and evident >= 0.7 * lowers else None


def _goes_on(before: str, after: str, width: int) -> bool:
    after = after.strip()
    if not before or not after or _MARKER.match(after):
        return False
    first = after.split(maxsplit=1)[0]
    if len(before) + 1 + len(first) <= width:
        return False
    if after[0].islower():
        return True
    # A name or a date may begin the line; a heading in capitals begins something new.
    return not before.endswith(_SENTENCE_END) and before.isupper() == after.isupper()
