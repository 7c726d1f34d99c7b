"""From the finished reading to the report of the JSON contract."""

from __future__ import annotations

from typing import Final

from minutes_nlp.fingerprints import with_fingerprints
from minutes_nlp.model.document import Document
from minutes_nlp.model.labels import Characteristic
from minutes_nlp.model.minutes import Item, Meeting, Minutes, Paragraph, Quality, Span, Task
from minutes_nlp.model.report import (
    AssignmentInfo,
    AttendanceInfo,
    CharacteristicInfo,
    DocumentTypeInfo,
    FindingInfo,
    ItemInfo,
    MeetingInfo,
    ParagraphInfo,
    ProducedBy,
    Report,
    SignInfo,
    SourceInfo,
    SpeakerInfo,
    UndecidedInfo,
)
from minutes_nlp.reporting_pages import Boxes, lowest_quality, page_qualities

_OPEN_AT_MOST: Final = 0.5


def build_report(
    document: Document,
    minutes: Minutes,
    *,
    findings: tuple[FindingInfo, ...],
    undecided: tuple[UndecidedInfo, ...],
    produced_by: ProducedBy,
    poor_pages: tuple[int, ...] = (),
    open_levels: frozenset[Characteristic] = frozenset(),
) -> Report:
    """Put everything that is known of one file into one report.

    Args:
        document: the file as read.
        minutes: what was understood of it.
        findings: of the checks.
        undecided: idem.
        produced_by: which program made the report.
        poor_pages: numbers of the pages that were read too badly to judge what they say.
        open_levels: characteristics whose level cannot be told, because of such pages or because
            the check on it is undecided.
    """
    source = document.source
    kind = minutes.document_type
    boxes = Boxes(document)
    quality = lowest_quality(document)
    # An open level is no surer than the worst page, and never sure.
    most_open = min(_OPEN_AT_MOST, 1.0 if quality is None else quality)
    return Report(
        source=SourceInfo(
            name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            reader=source.reader,
            pages=source.pages,
            recognised=source.recognised,
            quality=quality,
            page_quality=page_qualities(document, poor_pages),
        ),
        produced_by=produced_by,
        document_type=DocumentTypeInfo(
            label=kind.kind, confidence=kind.confidence, looks_like=kind.looks_like
        ),
        meeting=_meeting(minutes.meeting),
        paragraphs=tuple(_paragraph(paragraph) for paragraph in minutes.paragraphs),
        items=tuple(_item(item) for item in minutes.items),
        characteristics={
            one.characteristic: _level(
                one, boxes, at_most=most_open if one.characteristic in open_levels else 1.0
            )
            for one in minutes.qualities
        },
        findings=with_fingerprints(boxes.placed(finding) for finding in findings),
        undecided=undecided,
    )


def _meeting(meeting: Meeting) -> MeetingInfo:
    numbers = meeting.attendance
    return MeetingInfo(
        cell=meeting.cell,
        date=meeting.date.isoformat() if meeting.date else None,
        start=f"{meeting.start:%H:%M}" if meeting.start else None,
        end=f"{meeting.end:%H:%M}" if meeting.end else None,
        place=meeting.place,
        chair=meeting.chair,
        secretary=meeting.secretary,
        attendance=AttendanceInfo(
            total=numbers.total,
            present=numbers.present,
            absent=numbers.absent,
            exempt=numbers.exempt,
            temporary=numbers.temporary,
            probationary=numbers.probationary,
        ),
    )


def _paragraph(paragraph: Paragraph) -> ParagraphInfo:
    speaker = paragraph.speaker
    return ParagraphInfo(
        index=paragraph.index,
        page=paragraph.page,
        text=paragraph.text,
        section=paragraph.section,
        confidence=paragraph.confidence,
        speaker=SpeakerInfo(name=speaker.name, role=speaker.role) if speaker else None,
    )


def _item(item: Item) -> ItemInfo:
    return ItemInfo(
        title=item.title,
        first=item.first,
        end=item.end,
        presented=item.presented,
        discussed=item.discussed,
        concluded=item.concluded.value if item.concluded else None,
        voted=item.voted,
        assigned=tuple(_assignment(task) for task in item.assigned),
    )


def _assignment(task: Task) -> AssignmentInfo:
    due = task.due_date.isoformat() if task.due_date else task.due
    return AssignmentInfo(who=task.who, what=task.what, due=due)


def _level(quality: Quality, boxes: Boxes, *, at_most: float) -> CharacteristicInfo:
    return CharacteristicInfo(
        level=quality.level,
        confidence=min(quality.confidence, at_most),
        evidence=tuple(_sign(sign.sign, sign.span, boxes) for sign in quality.evidence),
    )


def _sign(sign: str, span: Span, boxes: Boxes) -> SignInfo:
    return SignInfo(
        sign=sign,
        paragraph=span.paragraph,
        start=span.start,
        end=span.end,
        text=span.text,
        boxes=boxes.of(span.paragraph, span.start, span.end),
    )
