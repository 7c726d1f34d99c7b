"""Paragraphs, lists and tables of one story of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.model.document import ParagraphKind, SourceParagraph
from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.odt.inline import Deletions, InlineReader, InlineText
from minutes_nlp.readers.odt.lists import Item, ListNumbers, OpenList
from minutes_nlp.readers.odt.odf import attribute, name_of
from minutes_nlp.readers.odt.styles import Styles
from minutes_nlp.readers.paragraph_lines import paragraph_lines
from minutes_nlp.readers.table_rows import row_paragraphs
from minutes_nlp.readers.xml_safety import Element

_DROPPED: Final = frozenset(
    [
        "text:tracked-changes",
        "text:number",
        "text:sequence-decls",
        "text:variable-decls",
        "text:user-field-decls",
        "text:dde-connection-decls",
        "text:alphabetical-index-auto-mark-file",
        "table:covered-table-cell",
        "office:forms",
        "office:annotation",
        "office:event-listeners",
    ]
)
_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})


@dataclass(slots=True)
class StoryReader:
    """Reads the blocks of a story in order; counts list items as it goes on."""

    styles: Styles
    deletions: Deletions = field(default_factory=lambda: Deletions(frozenset()))
    expected: Expected = NOTHING
    lists: ListNumbers = field(init=False)
    _held_back: str = ""

    def __post_init__(self) -> None:
        self.lists = ListNumbers(self.styles)

    def read(self, container: Element, kind: ParagraphKind = "body") -> Iterator[SourceParagraph]:
        """Yield the paragraphs under ``container``; blank ones are left out."""
        for element in container:
            yield from self._block(element, kind, None, None)

    def _block(
        self, element: Element, kind: ParagraphKind, around: OpenList | None, item: Item | None
    ) -> Iterator[SourceParagraph]:
        name = name_of(element)
        if name in _PARAGRAPHS:
            yield from self._paragraph(element, kind, item)
        elif name == "text:list":
            yield from self._list(element, kind, around)
        elif name == "table:table":
            yield from self._table(element)
        elif name.startswith("draw:"):
            yield from self._loose(element, kind)
        elif len(element) and not _is_dropped(element, name):
            for inner in element:
                yield from self._block(inner, kind, around, item)

    def _list(
        self, element: Element, kind: ParagraphKind, around: OpenList | None
    ) -> Iterator[SourceParagraph]:
        inside = self.lists.open(element, around)
        for holder in element:
            name = name_of(holder)
            item = self.lists.item(holder, inside) if name == "text:list-item" else None
            if item is not None or name == "text:list-header":
                for inner in holder:
                    yield from self._block(inner, kind, inside, item)

    def _paragraph(
        self, element: Element, kind: ParagraphKind, item: Item | None
    ) -> Iterator[SourceParagraph]:
        style = self.styles.style("paragraph", attribute(element, "text:style-name"))
        found = self._inline().read(element, style)
        text = "" if found.hidden else self._held_back + found.text
        self._held_back = ""
        if self.deletions.going_on:  # Its end is deleted: it goes on in the next paragraph.
            self._held_back = text
            yield from self._text_boxes(found)
            return
        # Blank items are counted too: they have a number in LibreOffice.
        label = ""
        if item is not None:
            label = self.lists.label(item, style.list_style)
        elif name_of(element) == "text:h":
            label = self.lists.heading_label(element)
        yield from paragraph_lines(label, text, kind)
        yield from self._text_boxes(found)

    def _loose(self, element: Element, kind: ParagraphKind) -> Iterator[SourceParagraph]:
        """Read a frame that is anchored to the page and stands between paragraphs."""
        found = self._inline().read([element], self.styles.style("", None))
        yield from paragraph_lines("", found.text, kind)
        yield from self._text_boxes(found)

    def _inline(self) -> InlineReader:
        return InlineReader(self.styles, self.deletions, self._note, self.expected)

    def _text_boxes(self, found: InlineText) -> Iterator[SourceParagraph]:
        for box in found.text_boxes:
            yield from self.read(box, "text_box")

    def _table(self, element: Element) -> Iterator[SourceParagraph]:
        for row in _rows(element):
            cells = (cell for cell in row if name_of(cell) == "table:table-cell")
            yield from row_paragraphs([list(self.read(cell, "table_row")) for cell in cells])

    def _note(self, body: Element) -> str:
        return " ".join(paragraph.text for paragraph in self.read(body))


def _rows(element: Element) -> Iterator[Element]:
    for inner in element:
        name = name_of(inner)
        if name == "table:table-row":
            yield inner
        elif name.startswith("table:table-") or name == "text:soft-page-break":
            yield from _rows(inner)


def _is_dropped(element: Element, name: str) -> bool:
    return name in _DROPPED or name.endswith("-source") or _is_hidden(element)


def _is_hidden(element: Element) -> bool:
    display = attribute(element, "text:display")
    if display == "condition":
        return attribute(element, "text:is-hidden") == "true"
    return display == "none"
