"""What kind of paper a text is."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.minutes import DocumentType, Paragraph


def read_document_type(paragraphs: Sequence[Paragraph]) -> DocumentType:
    """Return the kind of paper."""
    return DocumentType(DocumentKind.REGULAR, 0.5)
