"""Leadership: what the cell reviewed, set, decided and voted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import Characteristic, Level, SectionLabel
from minutes_nlp.model.minutes import (
    CueKind,
    Paragraph,
    Quality,
    SignEvidence,
    Substance,
    Task,
    Vote,
)
from minutes_nlp.nlp.owners import named_people

_MOST: Final = 5
"""Pieces of evidence quoted for one sign."""


def read_leadership(
    paragraphs: tuple[Paragraph, ...], votes: tuple[Vote, ...], tasks: tuple[Task, ...]
) -> Quality:
    """Present: a concrete task beside a review, a chair's decision or a vote."""
    concrete = [SignEvidence("concrete_task", task.span) for task in tasks if task.concrete]
    vague = [SignEvidence("vague_task", task.span) for task in tasks if not task.concrete]
    review = list(_review(paragraphs))
    decisions = list(_decisions(paragraphs))
    voted = [SignEvidence("vote", vote.span) for vote in votes]
    beside = [*review[:_MOST], *decisions[:_MOST], *voted[:_MOST]]
    evidence = (*concrete[:_MOST], *beside, *([] if concrete else vague[:_MOST]))
    near = bool(concrete) or any(
        (task.due or task.quantified) and _names_somebody(task, paragraphs) for task in tasks
    )
    if concrete and beside:
        return _quality(Level.PRESENT, 0.95 if len(concrete) > 1 else 0.75, evidence)
    if evidence:
        return _quality(Level.WEAK, 0.45 if near else 0.8, evidence)
    return _quality(Level.ABSENT, 0.85, ())


def _names_somebody(task: Task, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether somebody but the speaker stands in the clause or right before it.

    It may be the one in charge: "Tổ giúp làm giấy tờ: chị Hường, chị Mơ; mở từ thứ ba 08/7".
    """
    paragraph = next(p for p in paragraphs if p.index == task.span.paragraph)
    said_from = paragraph.speaker.end if paragraph.speaker else 0
    return any(
        said_from <= person.start < task.span.end and _reaches(paragraph.text, person.end, task)
        for person in named_people(paragraph.text)
    )


def _reaches(text: str, end: int, task: Task) -> bool:
    """Whether nothing but marks inside a sentence stands between a name's end and the task."""
    between = text[end : task.span.start]
    return not any(char.isalnum() or char in ".!?" for char in between)


def _quality(level: Level, confidence: float, evidence: tuple[SignEvidence, ...]) -> Quality:
    return Quality(Characteristic.LEADERSHIP, level, confidence, evidence)


def _review(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    """Yield what is told against the last resolution; a heading announces it for what follows."""
    announced = False
    for paragraph in paragraphs:
        if paragraph.section is not SectionLabel.TASK_REVIEW:
            announced = False
            continue
        cue = next(paragraph.spans(CueKind.PREVIOUS_RESOLUTION), None)
        if paragraph.is_heading:
            announced = announced or cue is not None
            continue
        if cue is not None or announced:
            start = 0 if cue is None else cue.start
            yield SignEvidence("review_of_leadership", paragraph.span(start))
        announced = False


def _decisions(paragraphs: tuple[Paragraph, ...]) -> Iterator[SignEvidence]:
    for paragraph in paragraphs:
        is_conclusion = paragraph.section is SectionLabel.CONCLUSIONS
        if is_conclusion and paragraph.substance is Substance.SUBSTANTIVE:
            yield SignEvidence("chair_decision", paragraph.span())
