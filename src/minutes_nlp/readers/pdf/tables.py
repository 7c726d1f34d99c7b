"""Rows of ruled tables, as the .docx reader gives them: one line a row, cells joined by a bar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.line_paragraphs import PlacedParagraph, place_lines
from minutes_nlp.readers.pdf.grid import Grid
from minutes_nlp.readers.pdf.rows import rows_of
from minutes_nlp.readers.pdf.syllables import with_whole_syllables
from minutes_nlp.readers.pdf.words import Word

_CELL_SEPARATOR: Final = " | "
_RUNNING_PARAGRAPHS: Final = 3
_RUNNING_CHARACTERS: Final = 500


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: lines that are paragraphs of their own, from ``top`` on."""

    top: float
    lines: tuple[Box, ...]


def read_tables(
    words: Sequence[Word], grids: Sequence[Grid], page: int
) -> tuple[list[Table], list[Word]]:
    """Return the tables of a page, and the words that stand in none."""
    outside = list(words)
    tables: list[Table] = []
    for grid in grids:
        cells: dict[tuple[int, int], list[Word]] = defaultdict(list)
        beside: list[Word] = []
        for word in outside:
            place = grid.cell_at((word.left + word.right) / 2, word.base - word.size / 4)
            (beside if place is None else cells[place]).append(word)
        outside = beside
        if cells:
            tables.append(Table(grid.top, tuple(_lines(cells, page))))
    return tables, outside


def _lines(cells: dict[tuple[int, int], list[Word]], page: int) -> Iterator[Box]:
    for _, group in groupby(sorted(cells), key=lambda place: place[0]):
        filled = [_paragraphs(cells[place], page) for place in group]
        if len(filled) < 2 or any(map(_is_running_text, filled)):
            for paragraphs in filled:
                yield from (_line([paragraph], page) for paragraph in paragraphs)
        else:
            yield _row(filled, page)


def _paragraphs(words: Sequence[Word], page: int) -> list[PlacedParagraph]:
    rows = with_whole_syllables(rows_of(words, split=False))
    return place_lines([row.box(page) for row in rows], scanned=False)


def _is_running_text(cell: Sequence[PlacedParagraph]) -> bool:
    characters = sum(len(paragraph.text) for paragraph in cell)
    return len(cell) >= _RUNNING_PARAGRAPHS and characters >= _RUNNING_CHARACTERS


def _row(cells: Sequence[Sequence[PlacedParagraph]], page: int) -> Box:
    text = _CELL_SEPARATOR.join(" ".join(p.text for p in cell) for cell in cells)
    return _line([paragraph for cell in cells for paragraph in cell], page, text)


def _line(paragraphs: Sequence[PlacedParagraph], page: int, text: str = "") -> Box:
    words = tuple(box for paragraph in paragraphs for box, _, _ in paragraph.words)
    return Box(
        text=text or " ".join(paragraph.text for paragraph in paragraphs),
        left=min((box.left for box in words), default=0.0),
        top=min((box.top for box in words), default=0.0),
        right=max((box.right for box in words), default=0.0),
        bottom=max((box.bottom for box in words), default=0.0),
        page=page,
        words=words,
        alone=True,
    )
