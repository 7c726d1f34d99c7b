"""The picture of a page, upright as it was read: for whoever checks a report against the paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.picture import PagePicture, PageView
from minutes_nlp.readers.sandbox.reading import draw_in_sandbox

__all__ = ["PagePicture", "page_picture"]


def page_picture(
    paths: Path | Sequence[Path],
    page: int,
    *,
    turned: int = 0,
    skew: float = 0.0,
    width: int = 1400,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> PagePicture:
    """Return one page of a PDF or of pictures, drawn in the sandbox.

    With ``turned`` and ``skew`` of the report's ``source.page_quality`` its boxes lie on their
    words.  Where paper was bent, only its boxes are: the picture shows the page as it is.

    Args:
        paths: a PDF, a picture, a folder of pictures, or several pictures in page order.
        page: its number, from 1.
        turned: degrees, clockwise, by which the stored page is turned: 0, 90, 180 or 270.
        skew: degrees, counter-clockwise, by which it is turned then, on a canvas of its size.
        width: of the picture in pixels, 100 to 3000; what is stored with fewer stays smaller.
        limits: how much to take in.

    Raises:
        UnreadableInputError: the file cannot be read, has no such page, or is a typed one, which
            has no pages; or it is over a limit or breaks what draws it.
        MissingProgramError: it is a picture, and the extra ``ocr`` is not installed.
        ValueError: ``turned``, ``skew`` or ``width`` is out of its range.
    """
    return draw_in_sandbox(paths, PageView(page, turned, skew, width), limits)
