"""The door out of spaCy: from an annotated Doc to frozen :class:`Minutes`."""

from __future__ import annotations

from spacy.tokens import Doc

from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.minutes import DocumentType, Meeting, Minutes
from minutes_nlp.model.recognition import Recognition


def assemble(doc: Doc, *, recognition: Recognition | None = None) -> Minutes:
    """Gather what the components found; what a component did not run for stays empty.

    Args:
        doc: a Doc that has been through the pipeline.
        recognition: how a scan was read, ``None`` for typed text.
    """
    return Minutes(
        document_type=doc._.minutes_type or DocumentType(DocumentKind.REGULAR, 0.0),
        meeting=doc._.minutes_meeting or Meeting(),
        paragraphs=doc._.minutes_paragraphs,
        votes=doc._.minutes_votes,
        tasks=doc._.minutes_tasks,
        items=doc._.minutes_items,
        qualities=doc._.minutes_qualities,
        recognition=recognition,
    )
