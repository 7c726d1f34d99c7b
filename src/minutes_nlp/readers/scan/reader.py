"""Read pictures of pages: one file, a TIFF of many pages, or several files as one document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from minutes_nlp.model.document import Document, Source
from minutes_nlp.readers import refusals
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.scan.page_image import PageImage, page_images
from minutes_nlp.readers.scan.recognition import ReadPage, assemble, recognise_page
from minutes_nlp.readers.sniffing import picture_type

_SEVERAL: Final = "multipart/mixed"


class ImageReader:
    """Recognises the print in JPEG, PNG, TIFF, BMP and WEBP pictures."""

    name = "image"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` begins as such a picture does."""
        return picture_type(data) is not None

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Recognise the pages of one picture.

        Raises:
            UnreadableInputError: it is damaged or too large.
            MissingProgramError: the extra ``ocr`` or Tesseract's Vietnamese model is missing.
        """
        return self.read_several(raw.name, [raw], limits)

    def read_several(self, name: str, files: Iterable[RawFile], limits: Limits) -> Document:
        """Recognise several pictures, given in page order, as one document of this name.

        Raises:
            UnreadableInputError: one is damaged, too large or no picture, or there are too many.
            MissingProgramError: the extra ``ocr`` or Tesseract's Vietnamese model is missing.
        """
        digest = hashlib.sha256()
        kinds: list[str] = []
        pages: list[ReadPage] = []
        for image in _images(files, limits, digest.update, kinds):
            pages.append(recognise_page(image.pixels, len(pages) + 1, image.dpi))
        paragraphs, placed = assemble(pages)
        source = Source(
            name=name,
            sha256=digest.hexdigest(),
            media_type=_media_type(kinds),
            reader=self.name,
            pages=len(placed),
            recognised=True,
        )
        return Document(source=source, paragraphs=paragraphs, pages=placed)


def _images(
    files: Iterable[RawFile],
    limits: Limits,
    digest: Callable[[bytes], None],
    kinds: list[str],
) -> Iterator[PageImage]:
    count = 0
    for file in files:
        kind = picture_type(file.data)
        if kind is None:
            raise refusals.unread_picture()
        kinds.append(kind)
        digest(file.data)
        for image in page_images(file.data, limits):
            count += 1
            if count > limits.images:
                raise refusals.too_many_images(limits.images)
            yield image


def _media_type(kinds: Sequence[str]) -> str:
    return kinds[0] if len(set(kinds)) == 1 else _SEVERAL
