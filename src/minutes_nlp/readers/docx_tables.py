"""Rows of tables: one paragraph a row, cells joined by a bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from minutes_nlp.model.document import SourceParagraph
from minutes_nlp.readers.wordml import attribute, child, name_of, number
from minutes_nlp.readers.xml_safety import Element

CELL_SEPARATOR: Final = " | "
_NOT_CONTENT: Final = frozenset({"w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:del"})
_LAYOUT_PARAGRAPHS: Final = 3
_LAYOUT_CHARACTERS: Final = 500

CellReader = Callable[[Element], list[SourceParagraph]]
"""From ``w:tc`` to its paragraphs."""


def read_table(table: Element, read_cell: CellReader) -> Iterator[SourceParagraph]:
    """Yield the paragraphs of ``table``, row by row; deleted rows and cells are left out."""
    above: dict[int, str] = {}
    for row in _inside(table, "w:tr"):
        if child(row, "w:trPr", "w:del") is None:
            yield from row_paragraphs(_cells(row, read_cell, above))


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


def _cells(
    row: Element, read_cell: CellReader, above: dict[int, str]
) -> list[list[SourceParagraph]]:
    cells: list[list[SourceParagraph]] = []
    column = 0
    for cell in _inside(row, "w:tc"):
        properties = child(cell, "w:tcPr")
        if child(properties, "w:cellDel") is None:
            parts = read_cell(cell)
            text = "\n".join(part.text for part in parts)
            # Some programs repeat the text in every cell that is merged into one.
            if not (_goes_on(properties) and text == above.get(column)):
                cells.append(parts)
                above[column] = text
        column += max(1, number(child(properties, "w:gridSpan")) or 1)
    return cells


def _goes_on(properties: Element | None) -> bool:
    merged = child(properties, "w:vMerge")
    return merged is not None and attribute(merged) != "restart"


def _inside(container: Element, wanted: str) -> Iterator[Element]:
    for element in container:
        name = name_of(element)
        if name == wanted:
            yield element
        elif name not in _NOT_CONTENT:
            yield from _inside(element, wanted)
