"""Paragraphs and tables of one story of a .docx: body, note, header, text box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.readers.docx.inline import (
    InlineReader,
    InlineText,
    NoteReader,
    chosen_branch,
)
from minutes_nlp.readers.docx.numbering import Lists
from minutes_nlp.readers.docx.pages import PageCounter
from minutes_nlp.readers.docx.styles import Style, Styles
from minutes_nlp.readers.docx.tables import read_table
from minutes_nlp.readers.docx.wordml import child, is_on, name_of
from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.soft_breaks import split_soft_breaks
from minutes_nlp.readers.xml_safety import Element

_DROPPED: Final = frozenset(
    [
        "w:del",
        "w:moveFrom",
        "w:sectPr",
        "w:tcPr",
        "w:tblPr",
        "w:tblGrid",
        "w:trPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:customXmlPr",
        "w:bookmarkStart",
        "w:bookmarkEnd",
        "w:proofErr",
    ]
)
_LOOSE_INLINE: Final = frozenset({"w:r", "w:hyperlink", "w:fldSimple"})
_EMBEDDED: Final = frozenset({"w:altChunk", "w:subDoc"})


def _no_note(_kind: str, _note_id: str) -> str:
    return ""


@dataclass(slots=True)
class StoryReader:
    """Reads the blocks of a story in order; counts pages and list items as it goes on."""

    styles: Styles
    lists: Lists
    read_note: NoteReader = _no_note
    expected: Expected = NOTHING
    pages: PageCounter = field(default_factory=PageCounter)
    held_back: list[str] = field(default_factory=list)

    def read(self, container: Element, kind: ParagraphKind = "body") -> Iterator[SourceParagraph]:
        """Yield the paragraphs under ``container``; blank ones are left out.

        Raises:
            UnreadableInputError: part of the text lies in an embedded document.
        """
        for element in container:
            yield from self._block(element, kind)
        yield from self._flush(kind)

    def _block(self, element: Element, kind: ParagraphKind) -> Iterator[SourceParagraph]:
        name = name_of(element)
        if name == "w:p":
            yield from self._paragraph(element, kind)
        elif name == "w:tbl":
            yield from self._flush(kind)
            yield from self._table(element)
        elif name == "mc:AlternateContent":
            branch = chosen_branch(element)
            yield from () if branch is None else self._blocks(branch, kind)
        elif name in _EMBEDDED:
            raise refusals.embedded_chunk()
        elif name in _LOOSE_INLINE:
            found = self._inline(Style()).read([element])
            yield from self._emit("", found, kind)
        elif name not in _DROPPED:
            yield from self._blocks(element, kind)

    def _inline(self, style: Style) -> InlineReader:
        return InlineReader(self.styles, style, self.read_note, self.expected)

    def _blocks(self, container: Element, kind: ParagraphKind) -> Iterator[SourceParagraph]:
        for element in container:
            yield from self._block(element, kind)

    def _paragraph(self, element: Element, kind: ParagraphKind) -> Iterator[SourceParagraph]:
        properties = child(element, "w:pPr")
        style = self.styles.paragraph_style(properties)
        if is_on(child(properties, "w:pageBreakBefore")):
            self.pages.ask()
        found = self._inline(style).read(element)
        if _mark_is_gone(properties):
            # Its text belongs to the next paragraph, whose number and style it takes.
            self.held_back.append(found.text)
            yield from self._text_boxes(found)
        else:
            yield from self._emit(self.lists.label(properties, style), found, kind)

    def _emit(
        self, label: str, found: InlineText, kind: ParagraphKind
    ) -> Iterator[SourceParagraph]:
        text = "".join([*self.held_back, found.text])
        self.held_back.clear()
        if text.strip():
            yield from self._lines(label, text, kind)
        yield from self._text_boxes(found)

    def _lines(self, label: str, text: str, kind: ParagraphKind) -> Iterator[SourceParagraph]:
        for line in split_soft_breaks(text):
            page = self.pages.pass_over(line)
            if words := clean(line):
                yield SourceParagraph(clean(label + words), page, kind)
                label = ""

    def _table(self, element: Element) -> Iterator[SourceParagraph]:
        def read_cell(cell: Element) -> list[SourceParagraph]:
            return list(self._apart().read(cell, "table_row"))

        return read_table(element, read_cell)

    def _apart(self) -> StoryReader:
        # The same counts of pages and lists; text held back stays outside.
        return replace(self, held_back=[])

    def _flush(self, kind: ParagraphKind) -> Iterator[SourceParagraph]:
        yield from self._emit("", InlineText(), kind)

    def _text_boxes(self, found: InlineText) -> Iterator[SourceParagraph]:
        for box in found.text_boxes:
            yield from self._apart().read(box, "text_box")


def _mark_is_gone(properties: Element | None) -> bool:
    mark = child(properties, "w:rPr")
    deleted = (child(mark, "w:del"), child(mark, "w:moveFrom"))
    if any(element is not None for element in deleted):
        return True
    return bool(is_on(child(mark, "w:vanish")) or is_on(child(mark, "w:specVanish")))
