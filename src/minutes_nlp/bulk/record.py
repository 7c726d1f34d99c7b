"""What a store keeps of one content: the rows of a report, without the path of any file.

The path, the cell, the month and duplicates are told when a row is written, so that a record is
used again when a file is moved or another roll is given.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from minutes_nlp.bulk.schema import Outcome, Row, Table
from minutes_nlp.bulk.triage import why_a_person
from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.report import FindingInfo, Report

_QUOTED: Final = re.compile("“[^”]*”")
_HEAD: Final = 14
"""Paragraphs at the head of minutes in which their month may stand."""
_MONTH: Final = re.compile(
    r"\bTHÁNG\s+(0?[1-9]|1[0-2])\s*(?:/|-|NĂM|\.)\s*((?:19|20)\d\d)\b", re.IGNORECASE
)
_DAY_BEFORE: Final = re.compile(r"(?:NGÀY|,)\s*\d{1,2}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """Rows of one content by table; they lack ``path`` and ``sha256``, ``file`` also the place.

    All values are such as JSON knows.
    """

    file: dict[str, Any]
    rows: dict[Table, list[dict[str, Any]]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return what ``Record(**…)`` makes the record from again; nothing is copied."""
        return {"file": self.file, "rows": self.rows}

    @property
    def outcome(self) -> Outcome:
        """What became of the content."""
        return Outcome(self.file["outcome"])


def failed_record(error: str, why: str, *, refused: bool = False) -> Record:
    """Return the record of a content that could not, or must not, be analysed.

    Nothing of a document that bears a mark of secrecy is kept but the hash of its bytes, from
    which nothing can be read; it lets the next run know the file.
    """
    outcome = Outcome.REFUSED if refused else Outcome.FAILED
    return Record({"outcome": outcome.value, "why": why, "error": error})


def report_record(report: Report, checks: int) -> Record:
    """Return the record of a report; ``checks`` is how many checks there are in all."""
    why = why_a_person(report, checks)
    outcome = Outcome.NEEDS_PERSON if why else Outcome.ANALYSED
    return Record(
        {"outcome": outcome.value, "why": why, **_meeting(report), **_reading(report)},
        {
            "findings": [*_findings(report)],
            "levels": [*_levels(report)],
            "quotes": [*_quotes(report)],
            "texts": [*_texts(report)],
            "tasks": [*_tasks(report)],
        },
    )


def _meeting(report: Report) -> Row:
    meeting, kind = report.meeting, report.document_type
    if meeting is None or kind is None:
        return {}
    return {
        "stated_unit": meeting.cell,
        "stated_month": _stated_month(report),
        "meeting_date": meeting.date,
        "kind": kind.label.value,
        "kind_confidence": kind.confidence,
        "looks_like": kind.looks_like,
        "members": meeting.attendance.total,
        "present": meeting.attendance.present,
    }


def _reading(report: Report) -> Row:
    source = report.source
    severities = Counter(finding.severity for finding in report.findings)
    return {
        "profile": report.produced_by.profile,
        "reader": source.reader,
        "media_type": source.media_type,
        "recognised": source.recognised,
        "quality": source.quality,
        "pages": source.pages,
        "paragraphs": len(report.paragraphs),
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "infos": severities[Severity.INFO],
        "undecided": len(report.undecided),
    }


def _stated_month(report: Report) -> str | None:
    """Return the month that the title names, no matter on which day the cell met."""
    for paragraph in report.paragraphs[:_HEAD]:
        if paragraph.section is not SectionLabel.FORMALITIES:
            return None
        for found in _MONTH.finditer(paragraph.text):
            if not _DAY_BEFORE.search(paragraph.text[: found.start()]):
                return f"{found[2]}-{int(found[1]):02}"
    return None


def without_quotes(message: str) -> str:
    """Return ``message`` with the words between quotation marks left out."""
    return _QUOTED.sub("“…”", message)


def _findings(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {
            "code": finding.code,
            "severity": finding.severity.value,
            "undecided": False,
            "title": finding.title,
            "message": without_quotes(finding.message),
        }
    for check in report.undecided:
        yield {
            "code": check.code,
            "undecided": True,
            "title": check.title,
            "message": without_quotes(check.why),
        }


def _levels(report: Report) -> Iterator[dict[str, Any]]:
    for characteristic, info in report.characteristics.items():
        yield {
            "characteristic": characteristic.value,
            "level": info.level.value,
            "confidence": info.confidence,
            "evidence": len(info.evidence),
        }


def _quotes(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield from _quotes_of(finding)
    for check in report.undecided:
        yield from _message(check.code, check.why)
    for characteristic, info in report.characteristics.items():
        for sign in info.evidence:
            about: dict[str, Any] = {
                "field": "sign",
                "characteristic": characteristic.value,
                "sign": sign.sign,
            }
            yield about | _cut(sign.paragraph, sign.start, sign.end, sign.text)


def _quotes_of(finding: FindingInfo) -> Iterator[dict[str, Any]]:
    code = finding.code
    yield from _message(code, finding.message)
    for span in finding.evidence:
        about: dict[str, Any] = {"field": "evidence", "code": code}
        yield about | _cut(span.paragraph, span.start, span.end, span.text)
    for near in finding.nearest:
        about = {"field": "nearest", "code": code, "why_not": near.why_not}
        yield about | _cut(near.paragraph, 0, len(near.text), near.text)


def _message(code: str, message: str) -> Iterator[dict[str, Any]]:
    if without_quotes(message) != message:
        yield {"field": "message", "code": code, "text": message}


def _cut(paragraph: int, start: int, end: int, text: str) -> dict[str, Any]:
    return {"paragraph": paragraph, "start": start, "end": end, "text": text}


def _texts(report: Report) -> Iterator[dict[str, Any]]:
    for paragraph in report.paragraphs:
        yield {
            "paragraph": paragraph.index,
            "page": paragraph.page,
            "section": paragraph.section.value,
            "confidence": paragraph.confidence,
            "text": paragraph.text,
        }


def _tasks(report: Report) -> Iterator[dict[str, Any]]:
    for item in report.items:
        for task in item.assigned:
            matter = {"first": item.first, "end": item.end, "item": item.title}
            yield matter | {"who": task.who, "what": task.what, "due": task.due}
