"""How far the text of a recognised page can be relied on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_nlp.model.document import Page
from minutes_nlp.model.page_quality import doubtful_share, page_quality
from minutes_nlp.orthography import syllable_share


def judged(page: Page, words: Sequence[tuple[str, float]]) -> Page:
    """Return a recognised page with the share of possible syllables among its words, and quality.

    Args:
        page: with ``confidence`` and ``ink_covered`` as measured.
        words: what was recognised on it, each with the recogniser's confidence (0..1).
    """
    if not words:
        # Ink of which nothing was read, or a blank page, of which nothing can be missing.
        quality = None if page.ink_covered == 1.0 else 0.0
        return replace(page, quality=quality, confidence=None, syllable_share=None)
    share = round(syllable_share([text for text, _ in words]), 4)
    quality = page_quality(
        confidence=page.confidence or 0.0,
        doubtful=doubtful_share(words),
        ink_covered=page.ink_covered or 0.0,
        syllable_share=share,
        words=len(words),
    )
    return replace(page, quality=quality, syllable_share=share)
