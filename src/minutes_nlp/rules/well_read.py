"""The part of the minutes that was read well, when some pages of a scan were not."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from minutes_nlp.model.labels import Level, SectionLabel
from minutes_nlp.model.minutes import (
    Attendance,
    Meeting,
    Minutes,
    Paragraph,
    Quality,
    Span,
    Substance,
)
from minutes_nlp.model.recognition import Recognition

_SIGNS_NEEDED: Final = 2  # a level that rests on several signs needs two of them


def unread_paragraphs(minutes: Minutes, poor: frozenset[int]) -> frozenset[int]:
    """Return the indices of the paragraphs that stand, if only in part, on the pages ``poor``."""
    recognition = minutes.recognition or Recognition(())
    return frozenset(
        paragraph.index
        for paragraph in minutes.paragraphs
        if paragraph.page in poor
        or any(word.page in poor for word in recognition.words_of(paragraph.index))
    )


def without(minutes: Minutes, unread: frozenset[int]) -> Minutes:
    """Return the minutes with the paragraphs ``unread`` blank and nothing that rests on them.

    Paragraphs keep their indices, so that evidence points where it did.
    """

    def stands(span: Span) -> bool:
        return span.paragraph not in unread

    return replace(
        minutes,
        meeting=_meeting(minutes.meeting, unread),
        paragraphs=tuple(_blank(p) if p.index in unread else p for p in minutes.paragraphs),
        votes=tuple(vote for vote in minutes.votes if stands(vote.span)),
        tasks=tuple(task for task in minutes.tasks if stands(task.span)),
        items=tuple(
            item for item in minutes.items if unread.isdisjoint(range(item.first, item.end))
        ),
        qualities=tuple(_quality(quality, unread) for quality in minutes.qualities),
    )


def _blank(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that says nothing, in the place of one that was not read."""
    return Paragraph(
        index=paragraph.index,
        text="",
        section=SectionLabel.FORMALITIES,
        page=paragraph.page,
        substance=Substance.HEADING,
    )


def _meeting(meeting: Meeting, unread: frozenset[int]) -> Meeting:
    """Return what is stated of the sitting by words that were read well."""
    stated = tuple((name, s) for name, s in meeting.stated if s.paragraph not in unread)
    names = {name for name, _ in stated}
    attendance = meeting.attendance
    if not attendance.evidence or any(s.paragraph in unread for s in attendance.evidence):
        attendance = Attendance()
    return Meeting(
        cell=meeting.cell if "cell" in names else None,
        date=meeting.date if "date" in names else None,
        start=meeting.start if "start" in names else None,
        end=meeting.end if "end" in names else None,
        place=meeting.place if "place" in names else None,
        chair=meeting.chair if "chair" in names else None,
        secretary=meeting.secretary if "secretary" in names else None,
        attendance=attendance,
        stated=stated,
    )


def _quality(quality: Quality, unread: frozenset[int]) -> Quality:
    """Return the level as far as words that were read well back it."""
    kept = tuple(sign for sign in quality.evidence if sign.span.paragraph not in unread)
    needed = min(_SIGNS_NEEDED, len({sign.sign for sign in quality.evidence}))
    shown = quality.level is Level.PRESENT and kept and len({s.sign for s in kept}) >= needed
    level = Level.PRESENT if shown else min(quality.level, Level.WEAK, key=_LOWEST_FIRST.index)
    return replace(quality, level=level, evidence=kept)


_LOWEST_FIRST: Final = (Level.ABSENT, Level.WEAK, Level.PRESENT)
