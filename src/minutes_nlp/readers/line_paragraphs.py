"""The paragraphs of a printed page from its lines.

A line begins a paragraph when it is set in from the margin, when it stands off from the line
before, when it opens with a bullet or a number, or when the line before ended although the
next word would have had room on it.  Lengths are in any one unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.scan.margins import with_upright_margins

_MARKER: Final = re.compile(
    r"(?:[-+*•–—●▪]|\(?\d{1,2}[.)/]|\d{1,2}(?:\.\d{1,2}){1,2}\.?|[a-zđA-ZĐ][.)/]|[IVX]{1,5}[.)/\-])\s"
)
_PAGE_NUMBER: Final = re.compile(r"\W{0,2}\d{1,3}\W{0,2}")
_STANDS_OFF: Final = 1.35
"""Times the usual distance of lines."""
_SET_IN: Final = 0.9
"""Times the height of a line."""
_EVEN: Final = 0.1
"""Heights of a line by which evenly ending lines differ."""
_FEWEST_EVEN: Final = 6
_MOSTLY: Final = 0.6
"""Share of the wide lines that end evenly on a justified page."""
_MARGINS: Final = 0.75
"""Share of the width of the widest page below which a page's lines are all short."""
_SPACE: Final = 0.5
"""A space and a little for what is not measured exactly, in heights of a line."""


@dataclass(frozen=True, slots=True)
class _Page:
    """Margins of the text on one page, and how its lines usually follow each other.

    ``even`` tells that lines end evenly on the right: a shorter one ends its paragraph.
    """

    left: float
    right: float
    pitch: float
    height: float
    even: bool


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """A paragraph with its words, each with the offsets that cut it out of ``text``."""

    text: str
    page: int
    words: tuple[tuple[Box, int, int], ...]
    kind: ParagraphKind = "body"


def join_lines(lines: Sequence[Box]) -> list[SourceParagraph]:
    """Return the paragraphs that the lines make up, each with the page it begins on.

    Args:
        lines: the lines of a document, from top to bottom and page by page.
    """
    return [SourceParagraph(paragraph.text, paragraph.page) for paragraph in place_lines(lines)]


def place_lines(lines: Sequence[Box], *, scanned: bool = True) -> list[PlacedParagraph]:
    """Return the paragraphs that the lines make up, with the place of every word.

    Args:
        lines: the lines of a document, from top to bottom and page by page.
        scanned: whether they come as recognised; else margins are exact and page numbers gone.
    """
    if scanned:
        lines = tidied(lines)
    pages = _pages(lines)
    groups: list[list[Box]] = []
    for line in lines:
        if not groups or _begins(groups[-1], line, pages):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [placed for group in groups if (placed := _placed(group)).text]


def tidied(lines: Sequence[Box]) -> list[Box]:
    """Return recognised lines with leaning margins set upright, without page numbers."""
    pages = groupby(lines, key=lambda line: line.page)
    return _without_page_numbers(
        [line for _, page in pages for line in with_upright_margins(list(page))]
    )


def _placed(lines: Sequence[Box]) -> PlacedParagraph:
    text = clean(" ".join(line.text for line in lines))
    words: list[tuple[Box, int, int]] = []
    position = 0
    for word in (word for line in lines for word in line.words):
        own = clean(word.text)
        start = text.find(own, position)
        if own and start >= 0:
            position = start + len(own)
            words.append((word, start, position))
    is_row = lines[0].alone and " | " in text
    return PlacedParagraph(text, lines[0].page, tuple(words), "table_row" if is_row else "body")


def _without_page_numbers(lines: Sequence[Box]) -> list[Box]:
    ends = {id(a) for a, b in pairwise(lines) if a.page != b.page}
    ends |= {id(b) for a, b in pairwise(lines) if a.page != b.page}
    ends |= {id(line) for line in (*lines[:1], *lines[-1:])}
    return [line for line in lines if not (id(line) in ends and _PAGE_NUMBER.fullmatch(line.text))]


def _pages(lines: Sequence[Box]) -> dict[int, _Page]:
    by_page: dict[int, list[Box]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    result: dict[int, _Page] = {}
    fullest = max(by_page.values(), key=_width_of_text, default=[])
    for number, own in by_page.items():
        # A page of short lines, as of signatures, does not show its margins.
        measured = own if _width_of_text(own) > _MARGINS * _width_of_text(fullest) else fullest
        height = median(line.height for line in own)
        steps = [b.bottom - a.bottom for a, b in pairwise(own) if b.bottom > a.bottom]
        widest = _width_of_text(measured)
        wide = [line for line in measured if line.right - line.left > 0.8 * widest]
        right = _upper_quartile([line.right for line in wide])
        ends = [abs(line.right - right) < _EVEN * height for line in wide]
        result[number] = _Page(
            left=min(line.left for line in wide),
            right=right,
            pitch=median(steps) if steps else height,
            height=height,
            even=len(ends) >= _FEWEST_EVEN and sum(ends) > _MOSTLY * len(ends),
        )
    return result


def _width_of_text(lines: Sequence[Box]) -> float:
    return max(line.right - line.left for line in lines)


def _upper_quartile(values: Sequence[float]) -> float:
    return sorted(values)[3 * len(values) // 4]


def _begins(group: Sequence[Box], line: Box, pages: dict[int, _Page]) -> bool:
    before = group[-1]
    page, last = pages[line.page], pages[before.page]
    if line.alone or before.alone or " | " in line.text or " | " in before.text:
        return True
    if line.style and before.style and line.style != before.style:
        return True
    if line.page == before.page and line.bottom - before.bottom > _STANDS_OFF * page.pitch:
        return True
    if _had_room(before, line, last):
        return True
    if _hangs(group, line) or (_is_centred(before, last) and _is_centred(line, page)):
        return False
    set_in = line.left - page.left > _SET_IN * page.height
    marked = _MARKER.match(line.text) is not None
    return set_in or (marked and before.left - last.left <= _SET_IN * last.height and
                      before.text.rstrip().endswith((".", ";", ":")))  # fmt: skip


def _had_room(before: Box, line: Box, page: _Page) -> bool:
    """Whether the first word of ``line`` would have fitted on the line before."""
    if page.even and before.right < page.right - _SPACE * page.height:
        return True
    return before.right + _SPACE * page.height + line.first_word < page.right


def _is_centred(line: Box, page: _Page) -> bool:
    left, right = line.left - page.left, page.right - line.right
    return min(left, right) > _SET_IN * page.height and abs(left - right) < _SPACE * page.height


def _hangs(group: Sequence[Box], line: Box) -> bool:
    """Whether ``line`` goes on under the text of a full line that a bullet or number opens."""
    before = group[-1]
    if _MARKER.match(line.text):
        return False
    if len(group) > 1:  # set in as the line before, which goes on itself
        return abs(line.left - before.left) < 0.5 * before.height
    inset = line.left - before.left
    return (
        line.page == before.page
        and _MARKER.match(before.text) is not None
        and 0.5 * before.height < inset < 4 * before.height
    )
