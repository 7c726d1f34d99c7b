"""Paragraphs as annotated, for training, evaluation and the examples of rules."""

from __future__ import annotations

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph


def gold_sections(record: CorpusRecord) -> tuple[SectionLabel, ...]:
    """Return the annotated section of each paragraph of minutes.

    Raises:
        ValueError: a paragraph has no section, as in a paper that is not minutes.
    """
    labels = tuple(p.section for p in record.paragraphs if p.section is not None)
    if len(labels) != len(record.paragraphs):
        raise ValueError(f"{record.id}: not every paragraph has a section")
    return labels


def gold_paragraphs(record: CorpusRecord) -> tuple[Paragraph, ...]:
    """Return the record's paragraphs with their annotated sections and nothing else.

    In a paper that is not minutes every paragraph counts as formalities.
    """
    return tuple(
        Paragraph(index=index, text=p.text, section=p.section or SectionLabel.FORMALITIES)
        for index, p in enumerate(record.paragraphs)
    )
