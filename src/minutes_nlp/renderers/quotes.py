"""Evidence as people quote it: what was said, where, and a little of what surrounds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.report import EvidenceInfo, ParagraphInfo
from minutes_nlp.renderers.highlights import Mark, segments
from minutes_nlp.renderers.plain_text import LONGEST, plain, shorten
from minutes_nlp.renderers.words import Words

_CONTEXT: Final = 90
_SHORT: Final = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a quote; ``counts`` tells them from what only surrounds them."""

    text: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words; ``number`` counts paragraphs from 1, ``place`` says where in words."""

    number: int
    place: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The quote as it reads, what surrounds the words included."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def partial(self) -> bool:
        """Whether some words, not only stops and spaces, are there to surround the others."""
        around = "".join(piece.text for piece in self.pieces if not piece.counts)
        return any(char.isalnum() for char in around)


def quote_words(
    spans: Sequence[EvidenceInfo], paragraphs: Mapping[int, ParagraphInfo], words: Words
) -> Quote:
    """Quote spans of one paragraph together; very few words come with what surrounds them.

    ``spans`` must hold at least one.
    """
    index = spans[0].paragraph
    paragraph = paragraphs.get(index)
    if paragraph is None:
        return quote_paragraph(index, spans[0].text, paragraphs, words)
    boxes = spans[0].boxes  # a paragraph may begin on the page before
    page = boxes[0].page if boxes else paragraph.page
    place = place_of(index + 1, page, words)
    return Quote(index + 1, place, tuple(_pieces(paragraph.text, spans)))


def quote_paragraph(
    index: int, text: str, paragraphs: Mapping[int, ParagraphInfo], words: Words
) -> Quote:
    """Quote ``text`` out of the paragraph with this index."""
    paragraph = paragraphs.get(index)
    place = place_of(index + 1, paragraph.page if paragraph else None, words)
    return Quote(index + 1, place, (Piece(shorten(plain(text))),))


def place_of(number: int, page: int | None, words: Words) -> str:
    """Say where paragraph ``number`` (from 1) stands."""
    if page is None:
        return words("paragraph_at", n=number)
    return words("paragraph_on_page", n=number, page=page)


def _pieces(text: str, spans: Sequence[EvidenceInfo]) -> Iterator[Piece]:
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    few = last - first < _SHORT
    start, end = _around(text, first, last) if few else (first, _word_end(text, first, last))
    marks = [Mark(0, span.start - start, span.end - start, 0) for span in spans]
    if few and start > 0:
        yield Piece("… ", False)
    for segment in segments(text[start:end], marks):
        yield Piece(segment.text, segment.finding)
    if end < (len(text) if few else last):
        yield Piece(" …", False)


def _around(text: str, first: int, last: int) -> tuple[int, int]:
    start, end = max(0, first - _CONTEXT), min(len(text), last + _CONTEXT)
    if start > 0:
        start = max(start, text.find(" ", start, first) + 1)
    if end < len(text):
        space = text.rfind(" ", last, end)
        end = space if space >= 0 else end
    return start, end


def _word_end(text: str, first: int, last: int) -> int:
    if last - first <= LONGEST:
        return last
    space = text.rfind(" ", first + 1, first + LONGEST)
    return space if space > 0 else first + LONGEST
