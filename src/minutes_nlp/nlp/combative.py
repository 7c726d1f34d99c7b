"""Combative quality: faults owned or named, disagreement, follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import Characteristic, Level, SectionLabel
from minutes_nlp.model.minutes import CueKind, Paragraph, Quality, SignEvidence, Substance

_MOST: Final = 5
_ARGUED_WORDS: Final = 14
"""A disagreement in fewer words gives no reason."""


def read_combative(paragraphs: tuple[Paragraph, ...]) -> Quality:
    """Present: one concrete fault owned or named, one argued disagreement, one follow-up."""
    strong = [piece for p in paragraphs for piece in _strong(p)]
    if strong:
        confidence = 0.95 if len(strong) > 2 else 0.8 if len(strong) > 1 else 0.65
        return Quality(Characteristic.COMBATIVE, Level.PRESENT, confidence, tuple(strong[:12]))
    weak = tuple(piece for p in paragraphs for piece in _weak(p))[:_MOST]
    level = Level.WEAK if weak else Level.ABSENT
    return Quality(Characteristic.COMBATIVE, level, 0.75 if weak else 0.8, weak)


def _strong(paragraph: Paragraph) -> Iterator[SignEvidence]:
    if paragraph.section is SectionLabel.CRITICISM:
        yield from _concrete(paragraph)
    if paragraph.section is SectionLabel.CONTRIBUTIONS and paragraph.words >= _ARGUED_WORDS:
        for span in paragraph.spans(CueKind.DISAGREEMENT):
            yield SignEvidence("argued_disagreement", paragraph.span(span.start))
            break
    for span in paragraph.spans(CueKind.FOLLOW_UP):
        yield SignEvidence("follow_up", paragraph.span(span.start))
        break


def _concrete(paragraph: Paragraph) -> Iterator[SignEvidence]:
    if paragraph.substance is not Substance.SUBSTANTIVE:
        return
    if paragraph.has(CueKind.NAMED_CRITICISM):
        yield SignEvidence("concrete_criticism", paragraph.span())
    elif paragraph.has(CueKind.SELF_CRITICISM):
        yield SignEvidence("concrete_self_criticism", paragraph.span())


def _weak(paragraph: Paragraph) -> Iterator[SignEvidence]:
    if paragraph.section is not SectionLabel.CRITICISM:
        return
    formula = next(paragraph.spans(CueKind.CRITICISM_FORMULA), None)
    if formula is not None:
        yield SignEvidence("criticism_formula", formula)
    elif not paragraph.is_heading:
        yield SignEvidence("ownerless_shortcoming", paragraph.span())
