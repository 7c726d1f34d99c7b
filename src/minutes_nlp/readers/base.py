"""Read a file into a Document, whatever its suffix says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from minutes_nlp.model.document import Document, SourceParagraph
from minutes_nlp.readers import refusals
from minutes_nlp.readers.docx.reader import DocxReader
from minutes_nlp.readers.intake import RawFile, take_in
from minutes_nlp.readers.letters import detection as legacy_detection
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.odt.reader import OdtReader
from minutes_nlp.readers.pdf.reader import PdfReader
from minutes_nlp.readers.rtf.reader import RtfReader
from minutes_nlp.readers.sandbox.progress import expect_pages
from minutes_nlp.readers.scan.picture_files import is_folder, pictures_in
from minutes_nlp.readers.scan.reader import ImageReader
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import refusal_of
from minutes_nlp.readers.text import TextReader
from minutes_nlp.readers.word97.reader import Word97Reader

__all__ = ["READERS", "Limits", "Reader", "read_document", "warm_up"]


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


READERS: Final[tuple[Reader, ...]] = (
    DocxReader(),
    OdtReader(),
    RtfReader(),
    Word97Reader(),
    PdfReader(),
    ImageReader(),
    TextReader(),
)
"""In the order in which they are asked; the last takes whatever is text."""


def warm_up() -> None:
    """Fill what every file needs, so that processes forked from this one have it."""
    legacy_detection.warm_up()


def read_document(
    path: Path | Sequence[Path],
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Document:
    """Read the file at ``path`` into its paragraphs, in reading order.

    The format is told by content.  Text is NFC; blank paragraphs are left out.

    Args:
        path: a .docx, .odt, .rtf, .doc or PDF file, plain text, a picture of a page, or a folder
            of such pictures; or several pictures, in page order, that make up one document.
        limits: how much to take in, of each file.

    Raises:
        UnreadableInputError: the file cannot be read; its message says what to do.
        MissingProgramError: reading it needs something that is not installed.
    """
    if not isinstance(path, str | Path):
        return _read_pages(path, limits, name=path[0].name)
    path = Path(path)
    if is_folder(path):
        return _read_pages(pictures_in(path, limits), limits, name=path.absolute().name)
    raw = take_in(path, limits)
    for reader in READERS:
        if reader.accepts(raw.data):
            return _checked(reader.read(raw, limits), limits)
    raise refusal_of(raw.data) or refusals.not_text()


def _read_pages(paths: Sequence[Path], limits: Limits, *, name: str) -> Document:
    if len(paths) > limits.images:
        raise refusals.too_many_images(limits.images)
    files = (take_in(Path(path), limits) for path in paths)
    expect_pages(len(paths))
    document = ImageReader().read_several(name, files, limits)
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
