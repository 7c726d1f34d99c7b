"""Read .docx files: body in reading order, headers and footers apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.docx.numbering import read_lists
from minutes_nlp.readers.docx.package import FlatParts, main_part, related
from minutes_nlp.readers.docx.story import StoryReader
from minutes_nlp.readers.docx.styles import read_styles
from minutes_nlp.readers.docx.wordml import (
    attribute,
    children,
    count_paragraphs,
    has_pictures,
    stored_texts,
)
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.letters.detection import NOTHING
from minutes_nlp.readers.letters.legacy_text import expected_encoding
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.packages import Parts, ZippedParts
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import is_flat_package, is_opendocument, is_zip
from minutes_nlp.readers.xml_safety import Element

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class DocxReader:
    """Reads .docx (also .docm, .dotx, strict and Flat OPC) with a walker of its own.

    The text is what Word shows with all tracked changes accepted: automatic numbers and
    bullets written out, fields by their result, notes in parentheses at their reference,
    text boxes after the paragraph that anchors them, hidden text and comments left out.
    """

    name = "docx"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` is a zip archive (of no OpenDocument) or a Flat OPC file."""
        return (is_zip(data) and not is_opendocument(data)) or is_flat_package(data)

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the body of ``raw``.

        Raises:
            UnreadableInputError: damaged, locked, unsafe, too large, no Word document, empty.
        """
        parts: Parts = (
            ZippedParts(raw.data, limits) if is_zip(raw.data) else FlatParts(raw.data, limits)
        )
        main = main_part(parts)
        try:
            package = _Package(parts, main, limits)
            paragraphs, pages = package.body()
            headers, footers = package.furniture("header"), package.furniture("footer")
        except RecursionError as error:
            raise refusals.unsafe("lồng nhau quá sâu", "nested too deeply") from error
        return Document(
            source=Source(
                name=raw.name,
                sha256=hashlib.sha256(raw.data).hexdigest(),
                media_type=MEDIA_TYPE,
                reader=self.name,
                pages=pages,
            ),
            paragraphs=tuple(paragraphs),
            headers=headers,
            footers=footers,
        )


class _Package:
    """One open .docx."""

    def __init__(self, parts: Parts, main: str, limits: Limits) -> None:
        self._parts, self._main, self._limits = parts, main, limits
        self._styles = read_styles(self._first("styles"), self._first("theme"))
        self._expected = NOTHING

    def body(self) -> tuple[list[SourceParagraph], int | None]:
        """Return the paragraphs of the body and the number of pages where it is known."""
        root = self._parts.xml(self._main)
        if count_paragraphs(root) > 5 * self._limits.paragraphs:
            raise refusals.too_many_paragraphs(self._limits.paragraphs)
        self._expected = expected_encoding(stored_texts(root))
        notes = _Notes(
            {kind: self._notes(kind) for kind in ("footnote", "endnote")},
            self._story(),
        )
        lists = read_lists(self._first("numbering"), self._styles)
        story = replace(self._story(), lists=lists, read_note=notes.text)
        paragraphs: list[SourceParagraph] = []
        characters = 0
        for body in children(root, "w:body"):
            for paragraph in story.read(body):
                paragraphs.append(paragraph)
                characters += len(paragraph.text)
                # Here too, not only at the end: a hostile file should cost little.
                check_size(len(paragraphs), characters, self._limits)
        if not paragraphs:
            raise refusals.no_text(pictures=has_pictures(root))
        if story.pages.known:
            return paragraphs, story.pages.current
        return [replace(paragraph, page=None) for paragraph in paragraphs], None

    def _story(self) -> StoryReader:
        lists = read_lists(None, self._styles)
        return StoryReader(self._styles, lists, expected=self._expected)

    def furniture(self, kind: str) -> tuple[str, ...]:
        """Return the paragraphs of all headers (or footers), each text once."""
        texts: dict[str, None] = {}
        for root in self._roots(kind):
            story = self._story()
            texts.update(dict.fromkeys(paragraph.text for paragraph in story.read(root)))
        return tuple(texts)

    def _notes(self, kind: str) -> dict[str, Element]:
        return {
            attribute(note, "id") or "": note
            for root in self._roots(f"{kind}s")
            for note in children(root, f"w:{kind}")
            if attribute(note, "type") in {None, "normal"}
        }

    def _roots(self, kind: str) -> Iterator[Element]:
        for name in related(self._parts, self._main, kind):
            root = self._parts.xml(name)
            if root is not None:
                yield root

    def _first(self, kind: str) -> Element | None:
        return next(self._roots(kind), None)


@dataclass(slots=True)
class _Notes:
    """Notes by kind and id; each is given out once, however often it is referred to."""

    elements: dict[str, dict[str, Element]]
    story: StoryReader
    _given: set[tuple[str, str]] = field(default_factory=set)

    def text(self, kind: str, note_id: str) -> str:
        """Return the note's text on one line, ``""`` for an unknown or used one."""
        element = self.elements[kind].get(note_id)
        if element is None or (kind, note_id) in self._given:
            return ""
        self._given.add((kind, note_id))
        return " ".join(paragraph.text for paragraph in self.story.read(element))
