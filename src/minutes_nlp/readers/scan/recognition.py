"""Pages as pictures to lines of words, and pages of any kind to one document.

A reader of scans calls :func:`recognise_page` for every page image and :func:`assemble` once; a
PDF hands in its pages with a text layer as :class:`ReadPage` too, so that paragraphs go on from one
kind of page to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from minutes_nlp.model.document import Page, PageWord, SourceParagraph
from minutes_nlp.readers.line_boxes import Box, straight_lines
from minutes_nlp.readers.line_paragraphs import PlacedParagraph, place_lines
from minutes_nlp.readers.sandbox.progress import Phase, Stage, report
from minutes_nlp.readers.scan.blank_page import is_blank
from minutes_nlp.readers.scan.ink import ink_covered
from minutes_nlp.readers.scan.misreadings import mended
from minutes_nlp.readers.scan.page_judgement import judged
from minutes_nlp.readers.scan.page_preparation import PreparedPage, prepare
from minutes_nlp.readers.scan.page_warp import Warp
from minutes_nlp.readers.scan.tesseract import GreyImage, engine

__all__ = ["GreyImage", "ReadPage", "assemble", "place_lines_on_pages", "recognise_page"]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page as it was read: what is known of it, and the words of each of its lines.

    ``page.words`` is empty; boxes are in the units of ``page.width`` and ``page.height``.  With
    ``warp`` they are those of the page after its bent lines were made straight.
    """

    page: Page
    lines: tuple[tuple[Box, ...], ...]
    warp: Warp | None = None


def recognise_page(image: GreyImage, number: int, dpi: int | None = None) -> ReadPage:
    """Recognise the print on one page.

    Args:
        image: the page as stored, in grey; it may lie on its side, upside down or askew.
        number: the page's number in the document, from 1.
        dpi: pixels an inch, where the file tells it truly.

    Raises:
        MissingProgramError: the extra ``ocr`` or Tesseract's Vietnamese model is missing.
    """
    report(Stage(Phase.RECOGNITION, number))
    if is_blank(image):
        return _blank(image, number)
    prepared = prepare(image, dpi)
    if prepared.hopeless:
        return _unread(prepared, number)
    lines = mended(engine().read(prepared.image, prepared.dpi, number))
    height, width = prepared.image.shape
    words = [word for line in lines for word in line]
    page = Page(
        number=number,
        width=width,
        height=height,
        recognised=True,
        turned=prepared.turned,
        skew=prepared.skew,
        confidence=_confidence(words),
        ink_covered=ink_covered(prepared.image, words),
    )
    return ReadPage(page, tuple(tuple(line) for line in lines), prepared.warp)


def _blank(image: GreyImage, number: int) -> ReadPage:
    height, width = image.shape
    return ReadPage(Page(number, width, height, recognised=True, ink_covered=1.0), ())


def _unread(prepared: PreparedPage, number: int) -> ReadPage:
    """Return a page of noise: it counts as recognised, and nothing on it is covered."""
    height, width = prepared.image.shape
    page = Page(
        number,
        width,
        height,
        recognised=True,
        turned=prepared.turned,
        skew=prepared.skew,
        confidence=0.0,
        ink_covered=0.0,
    )
    return ReadPage(page, ())


def _confidence(words: Sequence[Box]) -> float:
    return round(fmean(w.confidence or 0.0 for w in words), 4) if words else 0.0


def assemble(
    pages: Sequence[ReadPage],
) -> tuple[tuple[SourceParagraph, ...], tuple[Page, ...]]:
    """Return the paragraphs of a document and its pages with the place of every word.

    Args:
        pages: in the order of their numbers.
    """
    lines = straight_lines(line for read in pages for line in read.lines)
    return place_lines_on_pages(lines, pages)


def place_lines_on_pages(
    lines: Sequence[Box], pages: Sequence[ReadPage], *, scanned: bool = True
) -> tuple[tuple[SourceParagraph, ...], tuple[Page, ...]]:
    """Return the paragraphs that ``lines`` make up, and the pages with their words.

    Args:
        lines: from top to bottom, page by page.
        pages: in the order of their numbers; their own lines are not looked at.
        scanned: whether they come as recognised; else margins are exact and page numbers gone.
    """
    placed = place_lines(lines, scanned=scanned)
    words = _words(placed, {read.page.number: read for read in pages})
    return (
        tuple(SourceParagraph(part.text, part.page, part.kind) for part in placed),
        tuple(
            replace(_judged(read), words=tuple(words.get(read.page.number, ()))) for read in pages
        ),
    )


def _judged(read: ReadPage) -> Page:
    if not read.page.recognised:
        return read.page
    words = [(word.text, word.confidence or 0.0) for line in read.lines for word in line]
    return judged(read.page, words)


def _words(
    paragraphs: Sequence[PlacedParagraph], pages: dict[int, ReadPage]
) -> dict[int, list[PageWord]]:
    result: dict[int, list[PageWord]] = {}
    for index, paragraph in enumerate(paragraphs):
        for box, start, end in paragraph.words:
            read = pages[box.page]
            page, drop = read.page, _drop(box, read.warp)
            result.setdefault(box.page, []).append(
                PageWord(
                    text=paragraph.text[start:end],
                    left=_share(box.left, page.width),
                    top=_share(box.top + drop, page.height),
                    right=_share(box.right, page.width),
                    bottom=_share(box.bottom + drop, page.height),
                    paragraph=index,
                    start=start,
                    end=end,
                    confidence=box.confidence,
                )
            )
    return result


def _drop(box: Box, warp: Warp | None) -> float:
    return 0.0 if warp is None else warp.drop_at((box.left + box.right) / 2, box.bottom)


def _share(length: float, whole: int) -> float:
    share = length / (whole or 1)
    return round(share, 5) if 0.0 <= share <= 1.0 else float(share > 1.0)
