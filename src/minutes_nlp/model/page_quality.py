"""How far the recognised text of a page can be relied on: one figure, and what lowers it.

Three things are measured on a page, each a share (0..1), and each sees what the others miss:

- the recogniser's mean confidence in its words falls on blurred, faint or handwritten pages, but
  not where whole lines were dropped;
- the share of glyph-sized ink inside recognised words falls where lines were dropped;
- the share of words that are possible Vietnamese syllables falls where letters were made up.

Each is put on a common scale, on which 0.5 is the limit of what may be relied on, and the lowest
is the page's quality: a page is read as well as its worst measure says.  The limits were fitted
by ``benchmarks/quality_gate.py``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Measure(StrEnum):
    """What is measured on a recognised page."""

    CONFIDENCE = "confidence"
    INK = "ink"
    SYLLABLES = "syllables"


_SCALES: Final[dict[Measure, tuple[float, float]]] = {
    Measure.CONFIDENCE: (0.70, 0.95),
    Measure.INK: (0.70, 0.99),
    Measure.SYLLABLES: (0.70, 0.98),
}
"""Which value of each measure is quality 0, and which is quality 1."""


def page_quality(
    *, confidence: float | None, ink_covered: float | None, syllable_share: float | None
) -> float | None:
    """Return the quality of a recognised page, 0..1.

    Args:
        confidence: the recogniser's mean confidence in its words; ``None`` without any word.
        ink_covered: share of glyph-sized ink inside recognised words; ``None`` without ink.
        syllable_share: share of words that are possible syllables; ``None`` without any word.

    Returns:
        ``None`` for a blank page, on which there is nothing to read; 0 for a page with ink of
        which no word was recognised.
    """
    measured = scaled_measures(confidence, ink_covered, syllable_share)
    if measured:
        return min(measured.values())
    return None


def scaled_measures(
    confidence: float | None, ink_covered: float | None, syllable_share: float | None
) -> dict[Measure, float]:
    """Return each known measure on the common scale of quality, the lowest first."""
    known = {
        Measure.CONFIDENCE: confidence,
        Measure.INK: ink_covered,
        Measure.SYLLABLES: syllable_share,
    }
    scaled = {m: _scaled(value, *_SCALES[m]) for m, value in known.items() if value is not None}
    return dict(sorted(scaled.items(), key=lambda pair: pair[1]))


def _scaled(value: float, nothing: float, full: float) -> float:
    return min(1.0, max(0.0, (value - nothing) / (full - nothing)))
