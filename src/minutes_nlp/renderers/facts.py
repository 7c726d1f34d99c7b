"""The lines of the summary: cell, sitting, people, how much was read."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.report import AttendanceInfo, MeetingInfo, Report, SourceInfo
from minutes_nlp.renderers.dates import spoken_day, spoken_time
from minutes_nlp.renderers.names import KINDS
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.words import Words


def meeting_facts(report: Report, words: Words) -> tuple[tuple[str, str], ...]:
    """Return label and value of every fact that the report knows; unknown ones are left out."""
    facts: list[tuple[str, str | None]] = []
    if report.meeting is not None:
        facts += _sitting(report, report.meeting, words)
    facts.append((words("scan"), _scan(report.source, words)))
    facts.append((words("read"), _read_count(report, words)))
    return tuple((label, plain(value)) for label, value in facts if value)


def _sitting(
    report: Report, meeting: MeetingInfo, words: Words
) -> Iterator[tuple[str, str | None]]:
    yield words("cell"), meeting.cell
    yield words("sitting"), ", ".join(_when(report, meeting, words))
    yield words("place"), meeting.place
    yield words("chair"), meeting.chair
    yield words("secretary"), meeting.secretary
    yield words("members"), ", ".join(_numbers(meeting.attendance, words))


def _when(report: Report, meeting: MeetingInfo, words: Words) -> Iterator[str]:
    kind = report.document_type
    if kind is not None and kind.label is not DocumentKind.OTHER:
        yield KINDS[kind.label].in_language(words.language)
    if meeting.date:
        yield words("date", date=spoken_day(meeting.date, words.language))
    start = spoken_time(meeting.start, words.language) if meeting.start else None
    end = spoken_time(meeting.end, words.language) if meeting.end else None
    if start and end:
        yield words("clock", start=start, end=end)
    elif start:
        yield words("clock_start", start=start)
    elif end:
        yield words("clock_end", end=end)


def _numbers(attendance: AttendanceInfo, words: Words) -> Iterator[str]:
    for name in ("total", "present", "absent", "exempt", "temporary", "probationary"):
        number = getattr(attendance, name)
        if number is not None:
            yield words(name, n=number)


def _scan(source: SourceInfo, words: Words) -> str | None:
    if not source.recognised:
        return None
    if source.quality is None:
        return words("scan_plain")
    several = sum(page.quality is not None for page in source.page_quality) > 1
    phrase = "scan_worst" if several else "scan_quality"
    return words(phrase, percent=round(source.quality * 100))


def _read_count(report: Report, words: Words) -> str:
    # Indices count every paragraph of the file, so a gap means a paragraph that was not read.
    total = max((paragraph.index + 1 for paragraph in report.paragraphs), default=0)
    return words("read_count", read=len(report.paragraphs), total=total)
