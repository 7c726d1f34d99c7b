"""Rows of tables: one paragraph a row, cells joined by a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.model.document import SourceParagraph

CELL_SEPARATOR: Final = " | "
_LAYOUT_PARAGRAPHS: Final = 3
_LAYOUT_CHARACTERS: Final = 500


def row_paragraphs(cells: Sequence[Sequence[SourceParagraph]]) -> list[SourceParagraph]:
    """Return a row as one paragraph, its cells joined by a bar; blank cells are left out.

    A row that only lays out the page keeps its paragraphs: one with a single filled cell,
    and one with a cell of running text (three paragraphs and 500 characters or more).
    Text boxes keep to themselves, after the row.
    """
    boxes = [part for cell in cells for part in cell if part.kind == "text_box"]
    filled = [
        inside for cell in cells if (inside := [part for part in cell if part.kind != "text_box"])
    ]
    if len(filled) < 2 or any(map(_is_running_text, filled)):
        return [part for cell in filled for part in cell] + boxes
    text = CELL_SEPARATOR.join(" ".join(part.text for part in cell) for cell in filled)
    return [SourceParagraph(text, filled[0][0].page, "table_row"), *boxes]


def _is_running_text(cell: Sequence[SourceParagraph]) -> bool:
    characters = sum(len(part.text) for part in cell)
    return len(cell) >= _LAYOUT_PARAGRAPHS and characters >= _LAYOUT_CHARACTERS


@dataclass(slots=True)
class RowCollector:
    """Puts rows together for formats that mark only where cells and rows end.

    Depth 0 is the text itself, 1 a table, 2 a table in a cell, and so on.
    """

    finished: list[SourceParagraph] = field(default_factory=list)
    """Paragraphs and rows of depth 0 that are complete."""
    _open: list[_Row] = field(default_factory=list)

    def add(self, paragraphs: Sequence[SourceParagraph], depth: int) -> None:
        """Take paragraphs at ``depth``; rows left open in deeper tables end here."""
        while len(self._open) > depth:
            self._close()
        while len(self._open) < depth:
            self._open.append(_Row())
        (self._open[-1].cell if depth else self.finished).extend(paragraphs)

    def end_cell(self, depth: int) -> None:
        """End the cell that is open at ``depth``."""
        self.add((), depth)
        if depth:
            self._open[-1].end_cell()

    def end_row(self, depth: int) -> None:
        """End the row that is open at ``depth`` and hand it to what stands around it."""
        self.add((), depth)
        if depth:
            self._close()

    def end(self) -> list[SourceParagraph]:
        """End every row and return all paragraphs."""
        self.add((), 0)
        return self.finished

    def _close(self) -> None:
        row = self._open.pop()
        row.end_cell()
        (self._open[-1].cell if self._open else self.finished).extend(row_paragraphs(row.cells))


@dataclass(slots=True)
class _Row:
    cells: list[list[SourceParagraph]] = field(default_factory=list)
    cell: list[SourceParagraph] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(self.cell)
        self.cell = []
