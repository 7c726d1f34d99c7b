"""What a reader hands over: the text of a file, paragraph by paragraph, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
class PageWord:
    """A word where it stands on its page.

    ``left``, ``top``, ``right``, ``bottom`` are shares (0..1) of the page's width and height, seen
    upright; ``confidence`` is the recogniser's (0..1), ``None`` for words of a text layer.
    ``start`` and ``end`` cut the word out of the text of paragraph ``paragraph``.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    paragraph: int
    start: int
    end: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a scan or a PDF, in the order of ``number`` (from 1).

    Attributes:
        number: the page as paragraphs name it.
        width: pixels of the upright page image on which words were found (points in a text layer).
        height: idem.
        recognised: whether the text was recognised in an image.
        turned: degrees (0, 90, 180, 270), clockwise, by which the stored image was turned upright.
        skew: degrees, counter-clockwise, by which it was then straightened.
        quality: how far the recognised text can be relied on, 0..1; ``None`` for a text layer.
        confidence: the recogniser's mean confidence in its words, 0..1.
        ink_covered: share of glyph-sized ink that lies inside recognised words, 0..1.
        syllable_share: share of words that are possible Vietnamese syllables, 0..1.
        words: in reading order.
    """

    number: int
    width: int
    height: int
    recognised: bool = False
    turned: int = 0
    skew: float = 0.0
    quality: float | None = None
    confidence: float | None = None
    ink_covered: float | None = None
    syllable_share: float | None = None
    words: tuple[PageWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its paragraphs in reading order, furniture apart from the body.

    ``pages`` is empty for formats that do not know pages.
    """

    source: Source
    paragraphs: tuple[SourceParagraph, ...]
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()

    def placed_words(self) -> Iterator[tuple[int, PageWord]]:
        """Yield the number of its page with every word of a paragraph that is not blank.

        Paragraphs are numbered as the minutes number them, without blank ones, and offsets cut
        the word out of a paragraph's text without white space at its ends.
        """
        kept = (index for index, p in enumerate(self.paragraphs) if p.text.strip())
        numbers = {index: number for number, index in enumerate(kept)}
        for page in self.pages:
            for word in page.words:
                if word.paragraph in numbers:
                    text = self.paragraphs[word.paragraph].text
                    indent = len(text) - len(text.lstrip())
                    yield (
                        page.number,
                        replace(
                            word,
                            paragraph=numbers[word.paragraph],
                            start=word.start - indent,
                            end=word.end - indent,
                        ),
                    )
