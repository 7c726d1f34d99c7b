"""How a scan was read: the pages, and how sure the recogniser was of each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageReading:
    """How well one page of a scan was recognised; every figure in 0..1.

    ``quality`` is ``None`` for a blank page, on which there is nothing to read.  The other
    figures are those of :class:`minutes_nlp.model.document.Page`.
    """

    number: int
    quality: float | None = None
    confidence: float | None = None
    ink_covered: float | None = None
    syllable_share: float | None = None

    def is_poor(self, least: float) -> bool:
        """Whether the page was read too badly to judge what it says."""
        return self.quality is not None and self.quality < least


@dataclass(frozen=True, slots=True)
class WordReading:
    """A recognised word: where it stands in its paragraph, on which page, and how sure it is."""

    start: int
    end: int
    page: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Recognition:
    """How the pages and words of a scan were read.

    ``words`` has an entry for each paragraph of the minutes, empty where its text was not
    recognised from an image.
    """

    pages: tuple[PageReading, ...]
    words: tuple[tuple[WordReading, ...], ...] = ()

    @property
    def quality(self) -> float | None:
        """The quality of the worst page, for what is missing could stand on it."""
        return min((p.quality for p in self.pages if p.quality is not None), default=None)

    def poor_pages(self, least: float) -> tuple[PageReading, ...]:
        """Return the pages whose quality is under ``least``."""
        return tuple(page for page in self.pages if page.is_poor(least))

    def words_of(self, paragraph: int) -> tuple[WordReading, ...]:
        """Return the recognised words of a paragraph, in its order."""
        return self.words[paragraph] if paragraph < len(self.words) else ()

    def words_in(self, paragraph: int, start: int, end: int) -> Iterator[WordReading]:
        """Yield the recognised words that ``text[start:end]`` of a paragraph touches."""
        for word in self.words_of(paragraph):
            if word.start < end and start < word.end:
                yield word
