"""spaCy components around the functions that understand paragraphs.

The functions take and give frozen values, so they test without spaCy; the components only
move those values between the Doc's extension attributes.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from minutes_nlp.nlp.characteristics import read_qualities
from minutes_nlp.nlp.cues import mark_cues
from minutes_nlp.nlp.document_type import read_document_type
from minutes_nlp.nlp.guest_turns import with_guest_turns
from minutes_nlp.nlp.items import find_items
from minutes_nlp.nlp.meeting import read_meeting
from minutes_nlp.nlp.paragraphs import mark_evidence, relabel_paragraphs
from minutes_nlp.nlp.speakers import attribute_speakers
from minutes_nlp.nlp.substance import mark_substance
from minutes_nlp.nlp.tasks import find_tasks
from minutes_nlp.nlp.votes import find_votes


@Language.component(
    "minutes_meeting",
    requires=["doc._.minutes_paragraphs"],
    assigns=["doc._.minutes_meeting", "doc._.minutes_type"],
)
def read_meeting_facts(doc: Doc) -> Doc:
    """What kind of paper it is; cell, date, times, place, officers and attendance."""
    doc._.minutes_type = read_document_type(doc._.minutes_paragraphs)
    doc._.minutes_meeting = read_meeting(doc._.minutes_paragraphs)
    return doc


@Language.component(
    "minutes_speakers",
    requires=["doc._.minutes_paragraphs", "doc._.minutes_meeting"],
    assigns=["doc._.minutes_paragraphs"],
)
def name_speakers(doc: Doc) -> Doc:
    """Who speaks in each paragraph of discussion, criticism and conclusion.

    What a guest goes on to say becomes a contribution, whatever it was tagged as.
    """
    spoken = attribute_speakers(doc._.minutes_paragraphs, doc._.minutes_meeting)
    relabel_paragraphs(doc, with_guest_turns(spoken))
    return doc


@Language.component(
    "minutes_understanding",
    requires=["doc._.minutes_paragraphs", "doc._.minutes_meeting"],
    assigns=["doc._.minutes_paragraphs", "doc._.minutes_votes", "doc._.minutes_tasks"],
)
def understand_paragraphs(doc: Doc) -> Doc:
    """Whether a paragraph has substance, what its words show, votes and tasks."""
    paragraphs = mark_cues(mark_substance(doc._.minutes_paragraphs))
    doc._.minutes_paragraphs = paragraphs
    doc._.minutes_votes = find_votes(paragraphs)
    doc._.minutes_tasks = find_tasks(paragraphs, doc._.minutes_meeting.date)
    return doc


@Language.component(
    "minutes_items",
    requires=["doc._.minutes_paragraphs", "doc._.minutes_votes", "doc._.minutes_tasks"],
    assigns=["doc._.minutes_items"],
)
def list_items(doc: Doc) -> Doc:
    """The item matrix."""
    doc._.minutes_items = find_items(
        doc._.minutes_paragraphs, doc._.minutes_votes, doc._.minutes_tasks
    )
    return doc


@Language.component(
    "minutes_characteristics",
    requires=["doc._.minutes_paragraphs", "doc._.minutes_votes", "doc._.minutes_tasks"],
    assigns=["doc._.minutes_qualities"],
)
def judge_characteristics(doc: Doc) -> Doc:
    """Leadership, education and combativeness, each with the words that show it."""
    doc._.minutes_qualities = read_qualities(
        doc._.minutes_paragraphs, doc._.minutes_votes, doc._.minutes_tasks
    )
    mark_evidence(doc)
    return doc
