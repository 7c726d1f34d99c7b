"""How far the recognised text of a page can be relied on: one figure, and what lowers it.

Each measure sees what the others miss:

- the recogniser's confidence in its words falls on blurred, faint or handwritten pages: their mean,
  and the share of letters in words that it doubted, for a page half of which is lost may have
  a good mean; neither falls where whole lines were dropped;
- the share of glyph-sized ink inside recognised words falls where lines were dropped;
- the share of words that are possible Vietnamese syllables falls where letters were made up.

A page of few words tells little of itself: there doubt weighs more.

Each stands for a part of the page's characters that were read wrongly or not at all; the parts add
up to the character error rate to be expected.  A quality of 0.5 is the limit of what may be relied
on, an expected rate of :data:`LIMIT`; 1 expects no error, 0 twice the limit or more.  The numbers
were fitted by ``benchmarks/quality_gate.py``, see docs/decisions/0013-quality-gate.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

LIMIT: Final = 0.05
"""Character error rate to be expected of a page of quality 0.5."""

_SURE: Final = 0.96
"""Mean confidence on a page without a fault; Tesseract hardly gives more."""
_ERRORS_PER_DOUBT: Final = 0.1
_DOUBTED_BELOW: Final = 0.75
"""Confidence under which a word is doubtful."""
_ERRORS_PER_DOUBTFUL: Final = 0.3
_FEW: Final = 20
"""Words below which doubt is a small sample, and weighs up to twice as much."""
_UNREADABLE_BELOW: Final = 0.88
"""Mean confidence below which words that are no syllables were made up."""
_USUAL_SYLLABLES: Final = 0.95
"""Share of syllables in minutes: names, numerals and abbreviations of other languages occur."""
_ERRORS_PER_NO_SYLLABLE: Final = 0.3


class Measure(StrEnum):
    """What is measured on a recognised page."""

    CONFIDENCE = "confidence"
    INK = "ink"
    SYLLABLES = "syllables"


def doubtful_share(words: Iterable[tuple[str, float]]) -> float:
    """Return the share (0..1) of letters that stand in words of low confidence, 0 without words.

    Args:
        words: each with the recogniser's confidence in it.
    """
    letters = doubtful = 0
    for text, confidence in words:
        letters += len(text)
        doubtful += len(text) * (confidence < _DOUBTED_BELOW)
    return doubtful / letters if letters else 0.0


def page_quality(
    *, confidence: float, doubtful: float, ink_covered: float, syllable_share: float, words: int
) -> float:
    """Return the quality (0..1) of a recognised page on which there are words.

    Args:
        confidence: the recogniser's mean confidence in its words.
        doubtful: share of letters in words of low confidence, see :func:`doubtful_share`.
        ink_covered: share of glyph-sized ink inside recognised words.
        syllable_share: share of words that are possible Vietnamese syllables.
        words: how many there are.
    """
    errors = expected_errors(confidence, ink_covered, syllable_share, doubtful, words)
    expected = sum(errors.values())
    return round(max(0.0, 1 - expected / (2 * LIMIT)), 4)


def expected_errors(
    confidence: float,
    ink_covered: float,
    syllable_share: float,
    doubtful: float | None = None,
    words: int = _FEW,
) -> dict[Measure, float]:
    """Return the character error rate (0..) that each measure lets expect, the highest first.

    Where ``doubtful`` is not known, it is taken to be what the mean is short of; where
    ``words`` is not, there are taken to be many.
    """
    short = max(0.0, _SURE - confidence)
    made_up = max(0.0, _USUAL_SYLLABLES - syllable_share) if confidence < _UNREADABLE_BELOW else 0.0
    doubted = short if doubtful is None else doubtful
    weight = 1 + max(0, _FEW - words) / _FEW
    errors = {
        Measure.CONFIDENCE: weight * (_ERRORS_PER_DOUBT * short + _ERRORS_PER_DOUBTFUL * doubted),
        Measure.INK: 1 - ink_covered,
        Measure.SYLLABLES: _ERRORS_PER_NO_SYLLABLE * made_up,
    }
    return dict(sorted(errors.items(), key=lambda pair: -pair[1]))
