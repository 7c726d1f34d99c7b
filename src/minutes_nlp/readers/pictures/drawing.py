"""Draw one page of a file: inside the sandbox."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from minutes_nlp.readers import refusals
from minutes_nlp.readers.base import READERS
from minutes_nlp.readers.intake import take_in
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.reader import PdfReader
from minutes_nlp.readers.pictures.encoding import Pixels, encoded
from minutes_nlp.readers.pictures.pdf_page import draw_pdf_page
from minutes_nlp.readers.pictures.picture import PagePicture, PageView
from minutes_nlp.readers.pictures.stored_page import draw_stored_page
from minutes_nlp.readers.scan.page_image import frame_count, opened
from minutes_nlp.readers.scan.picture_files import head_of, is_folder, pictures_in
from minutes_nlp.readers.scan.reader import ImageReader
from minutes_nlp.readers.sniffing import picture_type, refusal_of

_OF_MANY_PAGES: Final = "image/tiff"


def draw_page_picture(path: Path | Sequence[Path], view: PageView, limits: Limits) -> PagePicture:
    """Return the picture of a page of what :func:`.base.read_document` reads from ``path``.

    Raises:
        UnreadableInputError: the file cannot be read, has no such page, or no pages at all.
        MissingProgramError: it is a picture, and the extra ``ocr`` is not installed.
    """
    if not isinstance(path, str | Path):
        return encoded(_of_several(path, view, limits))
    path = Path(path)
    if is_folder(path):
        return encoded(_of_several(pictures_in(path, limits), view, limits))
    return encoded(_of_file(take_in(path, limits).data, view, limits))


def _of_file(data: bytes, view: PageView, limits: Limits) -> Pixels:
    reader = next((reader for reader in READERS if reader.accepts(data)), None)
    if isinstance(reader, PdfReader):
        return draw_pdf_page(data, view, limits)
    if isinstance(reader, ImageReader):
        return draw_stored_page(data, view.page, view, limits)
    raise refusals.no_page_pictures() if reader else refusal_of(data) or refusals.not_text()


def _of_several(paths: Sequence[Path], view: PageView, limits: Limits) -> Pixels:
    if len(paths) > limits.images:
        raise refusals.too_many_images(limits.images)
    before = 0
    for path in map(Path, paths):
        count = _pages_in(path, limits)
        if before < view.page <= before + count:
            data = take_in(path, limits).data
            return draw_stored_page(data, view.page - before, view, limits)
        before += count
    raise refusals.no_such_page(view.page, before)


def _pages_in(path: Path, limits: Limits) -> int:
    """Return the number of pages in a picture; most are known by their first bytes."""
    kind = None
    with suppress(OSError):  # taking it in tells why
        kind = picture_type(head_of(path)) if path.is_file() else None
    if kind is not None and kind != _OF_MANY_PAGES:
        return 1
    data = take_in(path, limits).data
    if picture_type(data) is None:
        raise refusals.unread_picture()
    with opened(data, limits) as picture:
        return frame_count(picture, limits)
