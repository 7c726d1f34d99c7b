"""What a reader hands over: the text of a file, paragraph by paragraph, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ParagraphKind = Literal["body", "table_row", "text_box"]


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph of the body as it stands in the file.

    ``text`` is NFC, without line ends; cells of a table row are joined by ``" | "``.
    ``page`` counts from 1 and is ``None`` where the format does not know pages.
    """

    text: str
    page: int | None = None
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from."""

    name: str
    sha256: str
    media_type: str
    reader: str
    pages: int | None = None
    recognised: bool = False
    quality: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its paragraphs in reading order, furniture apart from the body."""

    source: Source
    paragraphs: tuple[SourceParagraph, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
