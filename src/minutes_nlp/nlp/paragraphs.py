"""Paragraphs of a Doc: one a line, offsets into the Doc's text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, SpanGroup

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.extensions import EVIDENCE_GROUP, PARAGRAPHS_GROUP
from minutes_nlp.nlp.tokenizer import compose


def split_paragraphs(doc: Doc) -> list[Span]:
    """Return one span a line of ``doc`` that is not blank, without white space at its ends."""
    spans: list[Span] = []
    start: int | None = None
    words = [token.text for token in doc]
    for position, word in enumerate(words):
        if "\n" in word:
            if start is not None:
                spans.append(_trimmed(doc, words, start, position))
            start = None
        elif start is None and not word.isspace():
            start = position
    if start is not None:
        spans.append(_trimmed(doc, words, start, len(words)))
    return spans


def _trimmed(doc: Doc, words: Sequence[str], start: int, end: int) -> Span:
    while words[end - 1].isspace():
        end -= 1
    return doc[start:end]


def paragraph_spans(doc: Doc) -> list[Span]:
    """Return the paragraph spans that are set on ``doc``, or split and set them now."""
    if PARAGRAPHS_GROUP not in doc.spans:
        doc.spans[PARAGRAPHS_GROUP] = split_paragraphs(doc)
    return list(doc.spans[PARAGRAPHS_GROUP])


def label_paragraphs(
    doc: Doc, labels: Iterable[SectionLabel], distributions: Iterable[dict[SectionLabel, float]]
) -> None:
    """Set ``doc._.minutes_paragraphs`` and the labelled span group from tagged sections."""
    spans = paragraph_spans(doc)
    paragraphs: list[Paragraph] = []
    labelled: list[Span] = []
    for index, (span, label, distribution) in enumerate(
        zip(spans, labels, distributions, strict=True)
    ):
        labelled.append(Span(doc, span.start, span.end, label=label.value))
        paragraphs.append(
            Paragraph(
                index=index,
                text=unicodedata.normalize("NFC", span.text),
                section=label,
                confidence=distribution.get(label, 0.0),
                probabilities=tuple(distribution.items()),
            )
        )
    doc.spans[PARAGRAPHS_GROUP] = labelled
    doc._.minutes_paragraphs = tuple(paragraphs)


def relabel_paragraphs(doc: Doc, paragraphs: tuple[Paragraph, ...]) -> None:
    """Set ``doc._.minutes_paragraphs`` and the labelled span group from what is known by now."""
    doc.spans[PARAGRAPHS_GROUP] = [
        Span(doc, span.start, span.end, label=paragraph.section.value)
        for span, paragraph in zip(paragraph_spans(doc), paragraphs, strict=True)
    ]
    doc._.minutes_paragraphs = paragraphs


def mark_evidence(doc: Doc) -> None:
    """Set the evidence span group from ``doc._.minutes_qualities``."""
    spans = paragraph_spans(doc)
    group = SpanGroup(doc, name=EVIDENCE_GROUP)
    for quality in doc._.minutes_qualities:
        for sign in quality.evidence:
            paragraph = spans[sign.span.paragraph]
            # Offsets count NFC text; the Doc may spell letters with combining marks.
            _, origins = compose(paragraph.text)
            covering = doc.char_span(
                paragraph.start_char + origins[sign.span.start][0],
                paragraph.start_char + origins[sign.span.end - 1][1],
                label=sign.sign,
                alignment_mode="expand",
            )
            if covering is not None:
                group.append(covering)
    doc.spans[EVIDENCE_GROUP] = group
