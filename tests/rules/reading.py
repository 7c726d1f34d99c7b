"""Read labelled lines through everything that understands paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes_nlp.corpus.labelled_text import parse_paragraph
from minutes_nlp.model.labels import DocumentKind, SectionLabel
from minutes_nlp.model.minutes import DocumentType, Minutes
from minutes_nlp.nlp.pipeline import read_labelled
from minutes_nlp.rules import Rule


def read_lines(lines: Iterable[str]) -> Minutes:
    """Read labelled lines; a line without a label counts as formal."""
    parsed = [parse_paragraph(line) for line in lines]
    labels = [paragraph.section or SectionLabel.FORMALITIES for paragraph in parsed]
    return read_labelled([paragraph.text for paragraph in parsed], labels)


def read_example(rule: Rule, lines: Iterable[str]) -> Minutes:
    """Read an example; a few lines do not show of what kind a paper is, so the rule says it."""
    minutes = read_lines(lines)
    if DocumentKind.OTHER in rule.kinds:
        return minutes
    order = list(DocumentKind)
    kind = min(rule.kinds, key=order.index)
    return replace(minutes, document_type=DocumentType(kind))
