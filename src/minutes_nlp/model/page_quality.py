"""How far the recognised text of a page can be relied on: one figure, and what lowers it.

Three things are measured on a page, each a share (0..1), and each sees what the others miss:

- the recogniser's mean confidence in its words falls on blurred, faint or handwritten pages, but
  not where whole lines were dropped;
- the share of glyph-sized ink inside recognised words falls where lines were dropped;
- the share of words that are possible Vietnamese syllables falls where letters were made up.

Each stands for a part of the page's characters that were read wrongly or not at all; the parts add
up to the character error rate to be expected.  A quality of 0.5 is the limit of what may be relied
on, an expected rate of :data:`LIMIT`; 1 expects no error, 0 twice the limit or more.  The numbers
were fitted by ``benchmarks/quality_gate.py``, see docs/decisions/0013-quality-gate.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

LIMIT: Final = 0.05
"""Character error rate to be expected of a page of quality 0.5."""

_SURE: Final = 0.96
"""Mean confidence on a page without a fault; Tesseract hardly gives more."""
_ERRORS_PER_DOUBT: Final = 0.64
_UNREADABLE_BELOW: Final = 0.88
"""Mean confidence below which words that are no syllables were made up."""
_USUAL_SYLLABLES: Final = 0.95
"""Share of syllables in minutes: names, numerals and abbreviations of other languages occur."""
_ERRORS_PER_NO_SYLLABLE: Final = 0.3
_FOREIGN_BELOW: Final = 0.5
"""Share of syllables below which a page that was read surely is in another language."""
_FOREIGN_DOUBT: Final = 0.04
"""By how much the recogniser is less sure of words that its Vietnamese dictionary lacks."""


class Measure(StrEnum):
    """What is measured on a recognised page."""

    CONFIDENCE = "confidence"
    INK = "ink"
    SYLLABLES = "syllables"


def page_quality(*, confidence: float, ink_covered: float, syllable_share: float) -> float:
    """Return the quality (0..1) of a recognised page on which there are words.

    Args:
        confidence: the recogniser's mean confidence in its words.
        ink_covered: share of glyph-sized ink inside recognised words.
        syllable_share: share of words that are possible Vietnamese syllables.
    """
    expected = sum(expected_errors(confidence, ink_covered, syllable_share).values())
    return round(max(0.0, 1 - expected / (2 * LIMIT)), 4)


def expected_errors(
    confidence: float, ink_covered: float, syllable_share: float
) -> dict[Measure, float]:
    """Return the character error rate (0..) that each measure lets expect, the highest first."""
    sure, made_up = _SURE, 0.0
    if confidence < _UNREADABLE_BELOW:
        made_up = max(0.0, _USUAL_SYLLABLES - syllable_share)
    elif syllable_share < _FOREIGN_BELOW:
        sure -= _FOREIGN_DOUBT
    errors = {
        Measure.CONFIDENCE: _ERRORS_PER_DOUBT * max(0.0, sure - confidence),
        Measure.INK: 1 - ink_covered,
        Measure.SYLLABLES: _ERRORS_PER_NO_SYLLABLE * made_up,
    }
    return dict(sorted(errors.items(), key=lambda pair: -pair[1]))
