"""From the pages of a document to what the checks need to know of how it was recognised."""

from __future__ import annotations

from minutes_nlp.model.document import Document, Page
from minutes_nlp.model.recognition import PageReading, Recognition, WordReading


def read_recognition(document: Document) -> Recognition | None:
    """Return how the recognised pages were read, or ``None`` when every page was typed."""
    pages = [page for page in document.pages if page.recognised]
    if not pages:
        return _without_pages(document)
    words: dict[int, list[WordReading]] = {}
    for page, word in document.placed_words():
        if word.confidence is not None:
            read = WordReading(word.start, word.end, page, word.confidence)
            words.setdefault(word.paragraph, []).append(read)
    last = max(words, default=-1)
    return Recognition(
        pages=tuple(_reading(page) for page in pages),
        words=tuple(_in_order(words.get(index, [])) for index in range(last + 1)),
    )


def _in_order(words: list[WordReading]) -> tuple[WordReading, ...]:
    return tuple(sorted(words, key=lambda word: word.start))


def _reading(page: Page) -> PageReading:
    return PageReading(
        number=page.number,
        quality=page.quality,
        confidence=page.confidence,
        ink_covered=page.ink_covered,
        syllable_share=page.syllable_share,
    )


def _without_pages(document: Document) -> Recognition | None:
    """Return what is known of recognised text whose pages were not kept: its quality."""
    if not document.source.recognised:
        return None
    return Recognition((PageReading(1, document.source.quality),))
