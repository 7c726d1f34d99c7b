"""Pages of a PDF to the lines of a document, headers and footers apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.pdf.furniture import PageRows, without_furniture
from minutes_nlp.readers.pdf.grid import grids
from minutes_nlp.readers.pdf.hyphens import with_whole_words
from minutes_nlp.readers.pdf.layer import TextLayer
from minutes_nlp.readers.pdf.letterhead import with_whole_columns
from minutes_nlp.readers.pdf.notes import with_notes_in_place
from minutes_nlp.readers.pdf.rows import rows_of
from minutes_nlp.readers.pdf.syllables import with_whole_syllables
from minutes_nlp.readers.pdf.tables import Table, read_tables
from minutes_nlp.readers.pdf.words import Word


@dataclass(frozen=True, slots=True)
class PdfLines:
    """Lines from top to bottom, page by page, and the texts of headers and footers."""

    lines: tuple[Box, ...]
    headers: tuple[str, ...]
    footers: tuple[str, ...]


def typed_lines(layers: Iterable[tuple[int, TextLayer, Sequence[Word]]]) -> PdfLines:
    """Return the lines of pages that are read by their text layer.

    Args:
        layers: for each page its number (from 1), its layer and the words of it to take.
    """
    pages: list[PageRows] = []
    tables: dict[int, list[Table]] = {}
    headers: list[str] = []
    for number, layer, words in layers:
        tables[number], outside = read_tables(words, grids(layer.drawings), number)
        pages.append(
            PageRows(number, layer.upright.height, tuple(with_whole_syllables(rows_of(outside))))
        )
        headers += layer.aside
    furniture = without_furniture(pages)
    lines = [line for page in furniture.pages for line in _in_order(page, tables[page.number])]
    headers = list(dict.fromkeys([*furniture.headers, *headers]))
    return PdfLines(tuple(with_whole_words(lines)), tuple(headers), furniture.footers)


def _in_order(page: PageRows, tables: Sequence[Table]) -> list[Box]:
    rows = with_notes_in_place(page.rows)
    if page.number == 1:
        rows = with_whole_columns(rows)
    parts: list[tuple[float, tuple[Box, ...]]] = [
        *((row.top, (row.box(page.number),)) for row in rows),
        *((table.top, table.lines) for table in tables),
    ]
    return [line for _, lines in sorted(parts, key=lambda part: part[0]) for line in lines]
