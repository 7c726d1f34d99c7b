"""Tables of a .docx, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from minutes_nlp.model.document import SourceParagraph
from minutes_nlp.readers.docx.wordml import attribute, child, name_of, number
from minutes_nlp.readers.table_rows import row_paragraphs
from minutes_nlp.readers.xml_safety import Element

_NOT_CONTENT: Final = frozenset({"w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:del"})

CellReader = Callable[[Element], list[SourceParagraph]]
"""From ``w:tc`` to its paragraphs."""


def read_table(table: Element, read_cell: CellReader) -> Iterator[SourceParagraph]:
    """Yield the paragraphs of ``table``, row by row; deleted rows and cells are left out."""
    above: dict[int, str] = {}
    for row in _inside(table, "w:tr"):
        if child(row, "w:trPr", "w:del") is None:
            yield from row_paragraphs(_cells(row, read_cell, above))


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
