"""Paragraphs as annotated, for training, evaluation and the examples of rules."""

from __future__ import annotations

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph


def gold_paragraphs(record: CorpusRecord) -> tuple[Paragraph, ...]:
    """Return the record's paragraphs with their annotated sections and nothing else."""
    return tuple(
        Paragraph(index=index, text=p.text, section=p.section or SectionLabel.FORMALITIES)
        for index, p in enumerate(record.paragraphs)
    )
