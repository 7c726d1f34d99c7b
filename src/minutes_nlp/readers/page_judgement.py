"""How far the text of a recognised page can be relied on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes_nlp.model.document import Page
from minutes_nlp.model.page_quality import page_quality
from minutes_nlp.readers.syllables import syllable_share


def judged(page: Page, words: Sequence[str]) -> Page:
    """Return a recognised page with the share of possible syllables among its words, and quality.

    Args:
        page: with ``confidence`` and ``ink_covered`` as measured.
        words: what was recognised on it.
    """
    if not words:
        # Ink of which nothing was read, or a blank page, of which nothing can be missing.
        quality = None if page.ink_covered == 1.0 else 0.0
        return replace(page, quality=quality, confidence=None, syllable_share=None)
    share = round(syllable_share(words), 4)
    quality = page_quality(
        confidence=page.confidence or 0.0,
        ink_covered=page.ink_covered or 0.0,
        syllable_share=share,
    )
    return replace(page, quality=quality, syllable_share=share)
