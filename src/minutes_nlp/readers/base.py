"""Read a file into a Document, whatever its suffix says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from minutes_nlp.model.document import Document, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.docx import DocxReader
from minutes_nlp.readers.images import ImageReader
from minutes_nlp.readers.intake import RawFile, take_in
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.picture_files import is_folder, pictures_in
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import refusal_of
from minutes_nlp.readers.text import TextReader

__all__ = ["READERS", "Limits", "Reader", "read_document", "read_pages"]


class Reader(Protocol):
    """Something that reads files of one format."""

    @property
    def name(self) -> str:
        """The reader's name in reports, such as ``docx``."""

    def accepts(self, data: bytes) -> bool:
        """Whether a file of these bytes is of this reader's format, told by content."""

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the file.

        Raises:
            UnreadableInputError: it is damaged, locked, too large or without text.
        """


READERS: Final[tuple[Reader, ...]] = (DocxReader(), ImageReader(), TextReader())
"""In the order in which they are asked; the last takes whatever is text."""


def read_document(path: Path, limits: Limits = Limits()) -> Document:  # noqa: B008  (frozen)
    """Read the file at ``path`` into its paragraphs, in reading order.

    The format is told by content.  Text is NFC; blank paragraphs are left out.

    Args:
        path: a .docx file, plain text, a picture of a page, or a folder of such pictures.
        limits: how much to take in.

    Raises:
        UnreadableInputError: the file cannot be read; its message says what to do.
        MissingProgramError: reading it needs something that is not installed.
    """
    path = Path(path)
    if is_folder(path):
        return read_pages(pictures_in(path, limits), limits, name=path.absolute().name)
    raw = take_in(path, limits)
    for reader in READERS:
        if reader.accepts(raw.data):
            return _checked(reader.read(raw, limits), limits)
    raise refusal_of(raw.data) or refusals.not_text()


def read_pages(
    paths: Sequence[Path],
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    *,
    name: str | None = None,
) -> Document:
    """Recognise pictures of pages, given in page order, as one document.

    Args:
        paths: the pictures.
        limits: how much to take in, of each file.
        name: the document's name; by default that of the first picture.

    Raises:
        UnreadableInputError: one cannot be read, or is no picture.
        MissingProgramError: recognition is not installed.
    """
    if len(paths) > limits.images:
        raise refusals.too_many_images(limits.images)
    files = (take_in(Path(path), limits) for path in paths)
    document = ImageReader().read_several(name or Path(paths[0]).name, files, limits)
    return _checked(document, limits)


def _checked(document: Document, limits: Limits) -> Document:
    paragraphs = tuple(paragraph for paragraph in document.paragraphs if _has_text(paragraph))
    if not paragraphs:
        raise refusals.no_text()
    characters = sum(len(paragraph.text) for paragraph in paragraphs)
    check_size(len(paragraphs), characters, limits)
    return replace(document, paragraphs=paragraphs)


def _has_text(paragraph: SourceParagraph) -> bool:
    return bool(paragraph.text.strip())
