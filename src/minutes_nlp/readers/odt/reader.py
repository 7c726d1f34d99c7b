"""Read OpenDocument texts (.odt, .ott and flat .fodt): body in order, headers and footers apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.letters.detection import Expected
from minutes_nlp.readers.letters.legacy_text import expected_encoding
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.odt.inline import read_deletions
from minutes_nlp.readers.odt.odf import child, children, name_of, stored_texts
from minutes_nlp.readers.odt.story import StoryReader
from minutes_nlp.readers.odt.styles import read_styles
from minutes_nlp.readers.packages import ZippedParts
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import is_flat_opendocument, is_opendocument
from minutes_nlp.readers.xml_safety import Element, parse_xml

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"
_HEADERS: Final = ("style:header", "style:header-left", "style:header-first")
_FOOTERS: Final = ("style:footer", "style:footer-left", "style:footer-first")
_PICTURES: Final = frozenset({"draw:image", "draw:object", "draw:object-ole"})


class OdtReader:
    """Reads .odt with a walker of its own, and gives what :class:`DocxReader` gives.

    Numbers and bullets of lists and headings are written out, tracked deletions and hidden
    text left out, notes put in parentheses at their reference, text boxes after the
    paragraph that anchors them.
    """

    name = "odt"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` is an OpenDocument file, zipped or flat."""
        return is_opendocument(data) or is_flat_opendocument(data)

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the body of ``raw``.

        Raises:
            UnreadableInputError: damaged, locked, unsafe, too large, no text document, empty.
        """
        try:
            content, styles = _roots(raw.data, limits)
            body = _text_of(content)
            expected = expected_encoding(stored_texts(body))
            # Where names are the same, the automatic styles of the body have the say.
            known = read_styles(styles, content)
            story = StoryReader(known, read_deletions(body), expected)
            paragraphs = _read(body, story, limits)
            headers = _furniture(styles, _HEADERS, expected)
            footers = _furniture(styles, _FOOTERS, expected)
        except RecursionError as error:
            raise refusals.unsafe("lồng nhau quá sâu", "nested too deeply") from error
        return Document(
            source=Source(
                name=raw.name,
                sha256=hashlib.sha256(raw.data).hexdigest(),
                media_type=MEDIA_TYPE,
                reader=self.name,
            ),
            paragraphs=tuple(paragraphs),
            headers=headers,
            footers=footers,
        )


def _roots(data: bytes, limits: Limits) -> tuple[Element, Element | None]:
    """Return the root that holds the body and the one that holds the styles."""
    if is_flat_opendocument(data):
        root = parse_xml(data, limits)
        return root, root
    parts = ZippedParts(data, limits)
    if b"encryption-data" in (parts.content("META-INF/manifest.xml") or b""):
        raise refusals.encrypted()
    content = parts.xml("content.xml")
    if content is None:
        raise refusals.damaged()
    return content, parts.xml("styles.xml")


def _text_of(content: Element) -> Element:
    body = child(content, "office:body", "office:text")
    if body is None:
        raise refusals.other_format(
            "bảng tính hoặc bản trình chiếu OpenDocument", "an OpenDocument sheet or presentation"
        )
    return body


def _read(body: Element, story: StoryReader, limits: Limits) -> list[SourceParagraph]:
    paragraphs: list[SourceParagraph] = []
    characters = 0
    for paragraph in story.read(body):
        paragraphs.append(paragraph)
        characters += len(paragraph.text)
        check_size(len(paragraphs), characters, limits)
    if not paragraphs:
        pictures = any(name_of(element) in _PICTURES for element in body.iter())
        raise refusals.no_text(pictures=pictures)
    return paragraphs


def _furniture(root: Element | None, names: tuple[str, ...], expected: Expected) -> tuple[str, ...]:
    """Return the paragraphs of all headers (or footers), each text once."""
    styles = read_styles(root)
    texts: dict[str, None] = {}
    for place in _places(root, names):
        story = StoryReader(styles, expected=expected)
        texts.update(dict.fromkeys(paragraph.text for paragraph in story.read(place)))
    return tuple(texts)


def _places(root: Element | None, names: tuple[str, ...]) -> Iterator[Element]:
    for master in children(child(root, "office:master-styles"), "style:master-page"):
        yield from children(master, *names)
