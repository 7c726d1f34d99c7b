"""Where in the XML of a .docx each character of its paragraphs stands, for who writes into it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.readers.docx.inline import InlineText
from minutes_nlp.readers.docx.story import StoryReader
from minutes_nlp.readers.docx.tables import read_table
from minutes_nlp.readers.docx.wordml import name_of
from minutes_nlp.readers.letters.conversion import Converted, unchanged
from minutes_nlp.readers.letters.fonts import is_symbol_font
from minutes_nlp.readers.letters.legacy_fonts import claim_of
from minutes_nlp.readers.letters.legacy_text import convert_paragraph
from minutes_nlp.readers.pieces import Piece
from minutes_nlp.readers.table_rows import CELL_SEPARATOR
from minutes_nlp.readers.xml_safety import Element


@dataclass(frozen=True, slots=True)
class Origin:
    """What shows a character: ``node.text[start:end]``, or all of ``node`` without ``start``."""

    node: Element
    start: int | None = None
    end: int | None = None


Ends = tuple[Origin, Origin]
"""The first and the last origin of one character; letters of old encodings may have several."""


@dataclass(frozen=True, slots=True)
class PlacedParagraph(SourceParagraph):
    """A paragraph with the origins of its characters.

    ``places`` has one entry a character: ``None`` for spaces and for what no element shows
    (automatic numbers, bars between cells).  ``blocks`` are the ``w:p`` that the text stands
    in; ``sure`` tells that the characters could be followed back to their elements.
    """

    places: tuple[Ends | None, ...] = ()
    blocks: tuple[Element, ...] = ()
    sure: bool = True


class PlacingReader(StoryReader):
    """Reads what :class:`StoryReader` reads; every paragraph is a :class:`PlacedParagraph`."""

    __slots__ = ()

    def _lines(
        self, label: str, parts: list[InlineText], kind: ParagraphKind
    ) -> Iterator[SourceParagraph]:
        lines = list(StoryReader._lines(self, label, parts, kind))
        if lines:
            yield from _placed_lines(lines, label, parts)

    def _table(self, element: Element) -> Iterator[SourceParagraph]:
        waiting: list[SourceParagraph] = []
        row_is_over = False

        def read_cell(cell: Element) -> list[SourceParagraph]:
            nonlocal row_is_over
            if row_is_over:
                waiting.clear()
                row_is_over = False
            found = list(self._apart().read(cell, "table_row"))
            waiting.extend(found)
            return found

        for paragraph in read_table(element, read_cell):
            row_is_over = True
            placed = isinstance(paragraph, PlacedParagraph)
            yield paragraph if placed else _joined(paragraph, waiting)


def _placed_lines(
    lines: Sequence[SourceParagraph], label: str, parts: Iterable[InlineText]
) -> Iterator[PlacedParagraph]:
    """Follow the letters of ``lines`` and of ``parts`` side by side, spaces left out."""
    found = [(letter, ends) for part in parts for letter, ends in _letters(part)]
    blocks = _blocks(ends for _, ends in found)
    numbered = len(list(_spread(clean(label)))) if label else 0
    wanted = [
        (letter, line, index)
        for line, paragraph in enumerate(lines)
        for letter, index in _spread(paragraph.text)
    ][numbered:]
    places: list[list[Ends | None]] = [[None] * len(paragraph.text) for paragraph in lines]
    sure = [letter for letter, _ in found] == [letter for letter, _, _ in wanted]
    if sure:
        for (_, line, index), (_, ends) in zip(wanted, found, strict=True):
            before = places[line][index]
            places[line][index] = (before[0], ends[1]) if before and ends else (before or ends)
    for paragraph, own in zip(lines, places, strict=True):
        yield PlacedParagraph(
            paragraph.text, paragraph.page, paragraph.kind, tuple(own), _blocks(own) or blocks, sure
        )


def _letters(part: InlineText) -> Iterator[tuple[str, Ends | None]]:
    for finished, group in groupby(part.pieces, key=lambda piece: piece.finished):
        pieces = list(group)
        origins = [origin for piece, whole in _with_care(pieces) for origin in _each(piece, whole)]
        for char, (start, end) in _converted(pieces, part, finished=finished):
            # A code that stands for several characters belongs to each of them.
            first, last = (start, end - 1) if end > start else (start - 1, start - 1)
            begin, stop = origins[max(first, 0)], origins[max(last, 0)]
            for letter in _shown(char):
                yield letter, (begin, stop) if begin and stop else None


def _converted(
    pieces: Sequence[Piece], part: InlineText, *, finished: bool
) -> Iterator[tuple[str, tuple[int, int]]]:
    converted: Converted
    if finished:
        converted = unchanged("".join(piece.text for piece in pieces))
    else:
        runs = [(piece.text, piece.font) for piece in pieces]
        converted = convert_paragraph(runs, part.expected)
    yield from zip(converted.text, converted.origins, strict=True)


def _with_care(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Yield each piece and whether it must stay whole, since what it says hangs on its length.

    Short text in a symbol font shows signs; a letter beside old fonts is taken for one of them.
    """
    beside_old_fonts = any(claim_of(piece.font) for piece in pieces)
    for piece in pieces:
        unclaimed = beside_old_fonts and claim_of(piece.font) is None
        yield piece, piece.finished or unclaimed or is_symbol_font(piece.font)


def _each(piece: Piece, whole: bool) -> Iterator[Origin | None]:
    node = piece.node
    if node is None:
        yield from (None for _ in piece.text)
    elif whole or name_of(node) != "w:t" or len(node.text or "") != len(piece.text):
        yield from (Origin(node) for _ in piece.text)
    else:
        yield from (Origin(node, index, index + 1) for index in range(len(piece.text)))


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    """Return the letter and marks that stay of ``char`` when text is cleaned."""
    return unicodedata.normalize("NFD", clean(char))


def _spread(text: str) -> Iterator[tuple[str, int]]:
    for index, char in enumerate(text):
        for letter in _shown(char):
            yield letter, index


def _blocks(places: Iterable[Ends | None]) -> tuple[Element, ...]:
    """Return the ``w:p`` that the nodes of ``places`` stand in, in order."""
    nodes = dict.fromkeys(origin.node for ends in places if ends for origin in ends)
    blocks: dict[Element, None] = {}
    for node in nodes:
        block = node
        while block is not None and name_of(block) != "w:p":
            block = block.getparent()
        if block is not None:
            blocks[block] = None
    return tuple(blocks)


_SEPARATORS: Final = (CELL_SEPARATOR, " ")


def _joined(row: SourceParagraph, waiting: Iterable[SourceParagraph]) -> PlacedParagraph:
    """Return ``row`` with the places of the parts of cells that it was joined from."""
    places: list[Ends | None] = []
    blocks: dict[Element, None] = {}
    for part in waiting:
        if not isinstance(part, PlacedParagraph) or part.kind == "text_box":
            continue
        for separator in _SEPARATORS if places else ("",):
            if row.text.startswith(separator + part.text, len(places)):
                places += [*(None for _ in separator), *part.places]
                blocks.update(dict.fromkeys(part.blocks))
                break
    sure = len(places) == len(row.text)
    return PlacedParagraph(
        row.text,
        row.page,
        row.kind,
        tuple(places) if sure else tuple(None for _ in row.text),
        tuple(blocks),
        sure,
    )
