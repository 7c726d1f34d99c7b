"""Read PDF files, page by page by the text layer or by recognition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.model.document import Document, Page
from minutes_nlp.readers import refusals
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.line_boxes import straight_lines
from minutes_nlp.readers.line_paragraphs import tidied
from minutes_nlp.readers.pdf.file import PdfPage, open_pdf
from minutes_nlp.readers.pdf.layer import TextLayer, read_layer
from minutes_nlp.readers.pdf.pages import typed_lines
from minutes_nlp.readers.pdf.rendering import draw_page
from minutes_nlp.readers.pdf.trust import Verdict, judge
from minutes_nlp.readers.pdf.words import Word
from minutes_nlp.readers.sandbox.progress import expect_pages
from minutes_nlp.readers.scan.page_image import PageImage
from minutes_nlp.readers.scan.recognition import ReadPage, place_lines_on_pages, recognise_page
from minutes_nlp.readers.size import check_size
from minutes_nlp.readers.sniffing import is_pdf

MEDIA_TYPE: Final = "application/pdf"
Recogniser = Callable[[PageImage, int], ReadPage]
"""From the picture of a page and its number to its lines."""


def recognise(image: PageImage, number: int) -> ReadPage:
    """Recognise a page with what is installed.

    Raises:
        MissingProgramError: the extra ``ocr`` or Tesseract's Vietnamese model is missing.
    """
    return recognise_page(image.pixels, number, image.dpi)


@dataclass(frozen=True, slots=True)
class PdfReader:
    """Reads PDF: what is typed by its text layer, scanned pages by recognition.

    Page numbers, running headers and footers, watermarks and text at the side are kept apart
    from the body; text that is not drawn or lies outside the page is left out.  Rows of tables
    are one paragraph each, cells joined by a bar.
    """

    recogniser: Recogniser = recognise

    @property
    def name(self) -> str:
        """The reader's name in reports."""
        return "pdf"

    def accepts(self, data: bytes) -> bool:
        """Whether ``data`` begins as a PDF does, possibly after other bytes."""
        return is_pdf(data)

    def read(self, raw: RawFile, limits: Limits) -> Document:
        """Read the pages of ``raw``.

        Raises:
            UnreadableInputError: damaged, locked by a password, too large, or without text.
            MissingProgramError: pages are scanned, and recognition is not installed.
        """
        typed: list[_Typed] = []
        recognised: list[ReadPage] = []
        with open_pdf(raw.data, limits) as file:
            characters = 0
            expect_pages(file.count)
            for index in range(file.count):
                with file.page(index) as page:
                    found = self._read(page, index + 1, limits)
                if isinstance(found, ReadPage):
                    recognised.append(found)
                else:
                    typed.append(found)
                    characters += sum(len(word.text) + 1 for word in found.words)
                    check_size(0, characters, limits)
        return _document(raw, typed, recognised)

    def _read(self, page: PdfPage, number: int, limits: Limits) -> _Typed | ReadPage:
        layer = read_layer(page, limits)
        verdict = judge(layer)
        facts = Page(
            number=number,
            width=round(layer.upright.width),
            height=round(layer.upright.height),
            turned=layer.turned,
        )
        if verdict is Verdict.TYPED:
            return _Typed(facts, layer, layer.words)
        try:
            return self.recogniser(draw_page(page, limits), number)
        except MissingProgramError:
            if verdict is not Verdict.HIDDEN or not (layer.hidden or layer.words):
                raise
        # Better than nothing, but nobody has seen it: no check may rely on what it lacks.
        return _Typed(
            replace(facts, recognised=True, quality=0.0), layer, (*layer.words, *layer.hidden)
        )


@dataclass(frozen=True, slots=True)
class _Typed:
    """A page with the words of its text layer that are taken."""

    page: Page
    layer: TextLayer
    words: tuple[Word, ...]


def _document(raw: RawFile, typed: list[_Typed], recognised: list[ReadPage]) -> Document:
    found = typed_lines((part.page.number, part.layer, part.words) for part in typed)
    scanned = tidied(straight_lines(line for page in recognised for line in page.lines))
    lines = sorted([*found.lines, *scanned], key=lambda line: line.page)
    pages = [*(ReadPage(part.page, ()) for part in typed), *recognised]
    paragraphs, placed = place_lines_on_pages(
        lines, sorted(pages, key=lambda read: read.page.number), scanned=False
    )
    if not paragraphs:
        raise refusals.no_text(pictures=bool(recognised))
    return Document(
        source=raw.source(
            MEDIA_TYPE, "pdf", pages=len(placed), recognised=any(page.recognised for page in placed)
        ),
        paragraphs=paragraphs,
        headers=found.headers,
        footers=found.footers,
        pages=placed,
    )
