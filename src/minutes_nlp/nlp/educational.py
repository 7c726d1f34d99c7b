"""Education: what members were taught, reminded of, or drew from the thematic part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import Characteristic, Level, SectionLabel
from minutes_nlp.model.minutes import CueKind, Paragraph, Quality, SignEvidence, Span, Substance

_TAUGHT: Final = frozenset({SectionLabel.POLICY_DISSEMINATION, SectionLabel.NEWS})
_MOST: Final = 5
_ENOUGH_WORDS: Final = 12
"""Fewer words than these give a reminder or a paper no content."""


def read_educational(paragraphs: tuple[Paragraph, ...]) -> Quality:
    """Present: policy applied to the cell, a thematic part with content, or guidance."""
    strong = [*_first(_explained(paragraphs)), *_first(_thematic(paragraphs))]
    strong += [*_first(_guided(paragraphs)), *_first(_praised(paragraphs))]
    if strong:
        confidence = 0.95 if len(strong) > 2 else 0.8 if len(strong) > 1 else 0.6
        return Quality(Characteristic.EDUCATIONAL, Level.PRESENT, confidence, tuple(strong))
    weak = tuple(_first(_told(paragraphs)))
    level = Level.WEAK if weak else Level.ABSENT
    confidence = 0.45 if any(_may_teach(p) for p in paragraphs) else 0.8
    return Quality(Characteristic.EDUCATIONAL, level, confidence, weak)


def _may_teach(paragraph: Paragraph) -> bool:
    """Whether what is told of a document may say in other words what it asks of the cell."""
    told = paragraph.section in _TAUGHT and paragraph.substance is Substance.SUBSTANTIVE
    return told and (
        paragraph.has(CueKind.APPLIED_TO_CELL, at_least=0.0)
        or paragraph.has(CueKind.REMINDER, CueKind.LESSON, CueKind.COMMITMENT)
    )


def _first(evidence: Iterator[SignEvidence]) -> list[SignEvidence]:
    return [piece for piece, _ in zip(evidence, range(_MOST), strict=False)]


def _sentence(paragraph: Paragraph, span: Span) -> Span:
    end = paragraph.text.find(". ", span.end)
    return paragraph.span(span.start, len(paragraph.text) if end < 0 else end + 1)


def _explained(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    for paragraph in paragraphs:
        if paragraph.section in _TAUGHT and paragraph.substance is not Substance.HEADING:
            # What a text asks of all comes first, what it means here comes last.
            spans = list(paragraph.spans(CueKind.APPLIED_TO_CELL))
            if spans:
                yield SignEvidence("explained_policy", _sentence(paragraph, spans[-1]))


def _thematic(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    for paragraph in paragraphs:
        has_words = paragraph.words >= _ENOUGH_WORDS and not paragraph.is_heading
        if paragraph.section is SectionLabel.THEMATIC and has_words:
            yield SignEvidence("thematic_content", paragraph.span())


def _guided(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    for paragraph in paragraphs:
        if paragraph.section is SectionLabel.FORMALITIES or paragraph.words < _ENOUGH_WORDS:
            continue
        for span in paragraph.spans(CueKind.GUIDANCE):
            yield SignEvidence("guidance", _sentence(paragraph, span))
            break


def _praised(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    for paragraph in paragraphs:
        if paragraph.has(CueKind.PRAISE) and paragraph.has(CueKind.LESSON):
            span = next(paragraph.spans(CueKind.PRAISE))
            yield SignEvidence("praise_with_lesson", paragraph.span(span.start))


def _told(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    for paragraph in paragraphs:
        if paragraph.section in _TAUGHT | {SectionLabel.THEMATIC} and not paragraph.is_heading:
            hollow = paragraph.substance is Substance.HOLLOW
            yield SignEvidence("title_only" if hollow else "policy_told", paragraph.span())
