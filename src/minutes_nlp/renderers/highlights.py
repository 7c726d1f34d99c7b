"""The minutes with every quoted word marked: paragraphs cut where quotes begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from minutes_nlp.renderers.plain_text import plain


@dataclass(frozen=True, slots=True)
class Mark:
    """Words from ``start`` to ``end`` of a paragraph that something quotes.

    ``finding`` is the number of the finding that quotes them, ``None`` for a characteristic.
    """

    paragraph: int
    start: int
    end: int
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks.

    ``numbers`` lists the findings that quote it; ``ends`` those whose quote ends here, so that
    their number is shown once.
    """

    text: str
    finding: bool = False
    sign: bool = False
    ends: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()


def segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut ``text`` at the bounds of ``marks``; the parts joined give ``text`` again.

    Marks may overlap; what lies outside the text is left out.
    """
    length = len(text)
    held = [mark for mark in marks if mark.start < min(mark.end, length)]
    bounds = {0, length}
    for mark in held:
        bounds |= {max(mark.start, 0), min(mark.end, length)}
    return tuple(_cut(plain(text), sorted(bounds), held))


def _cut(text: str, bounds: list[int], marks: list[Mark]) -> Iterator[Segment]:
    for start, end in pairwise(bounds):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        ending = {mark.finding for mark in over if min(mark.end, len(text)) == end}
        yield Segment(
            text=text[start:end],
            finding=any(mark.finding is not None for mark in over),
            numbers=tuple(sorted({mark.finding for mark in over if mark.finding is not None})),
            sign=any(mark.finding is None for mark in over),
            ends=tuple(sorted(number for number in ending if number is not None)),
        )
