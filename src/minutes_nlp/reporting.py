"""From the finished reading to the report of the JSON contract."""

from __future__ import annotations

from minutes_nlp.model.document import Document
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


def build_report(
    document: Document,
    minutes: Minutes,
    *,
    findings: tuple[FindingInfo, ...],
    undecided: tuple[UndecidedInfo, ...],
    produced_by: ProducedBy,
) -> Report:
    """Put everything that is known of one file into one report."""
    source = document.source
    kind = minutes.document_type
    return Report(
        source=SourceInfo(
            name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            reader=source.reader,
            pages=source.pages,
            recognised=source.recognised,
            quality=source.quality,
        ),
        produced_by=produced_by,
        document_type=DocumentTypeInfo(
            label=kind.kind, confidence=kind.confidence, looks_like=kind.looks_like
        ),
        meeting=_meeting(minutes.meeting),
        paragraphs=tuple(_paragraph(paragraph) for paragraph in minutes.paragraphs),
        items=tuple(_item(item) for item in minutes.items),
        characteristics={quality.characteristic: _level(quality) for quality in minutes.qualities},
        findings=findings,
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


def _level(quality: Quality) -> CharacteristicInfo:
    return CharacteristicInfo(
        level=quality.level,
        confidence=quality.confidence,
        evidence=tuple(_sign(sign.sign, sign.span) for sign in quality.evidence),
    )


def _sign(sign: str, span: Span) -> SignInfo:
    return SignInfo(
        sign=sign, paragraph=span.paragraph, start=span.start, end=span.end, text=span.text
    )
