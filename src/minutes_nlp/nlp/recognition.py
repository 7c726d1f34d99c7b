"""From the pages of a document to what the checks need to know of how it was recognised."""

from __future__ import annotations

from minutes_nlp.model.document import Document, Page
from minutes_nlp.model.recognition import PageReading, Recognition, WordReading


def read_recognition(document: Document) -> Recognition | None:
    """Return how the recognised pages were read, or ``None`` when every page was typed.

    Words are given for the paragraphs that are not blank, as the minutes number them, with
    offsets into their texts without white space at the ends.
    """
    pages = [page for page in document.pages if page.recognised]
    if not pages:
        return _without_pages(document)
    words: dict[int, list[WordReading]] = {}
    for page in pages:
        for word in page.words:
            text = document.paragraphs[word.paragraph].text
            indent = len(text) - len(text.lstrip())
            read = WordReading(
                start=word.start - indent,
                end=word.end - indent,
                page=page.number,
                confidence=1.0 if word.confidence is None else word.confidence,
            )
            words.setdefault(word.paragraph, []).append(read)
    kept = [index for index, p in enumerate(document.paragraphs) if p.text.strip()]
    by_paragraph = tuple(
        tuple(sorted(words.get(index, ()), key=lambda w: w.start)) for index in kept
    )
    return Recognition(tuple(_reading(page) for page in pages), by_paragraph)


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
