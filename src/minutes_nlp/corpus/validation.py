"""Hold a corpus record to the annotation guide and catch contradictions.

Most findings follow from labels and stated numbers; where they do, the record must agree
with itself in both directions.  What needs reading (is this opinion hollow?) is left to people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.model.labels import (
    SPOKEN_SECTIONS,
    Characteristic,
    Level,
    Role,
    SectionLabel,
)

_FAMILIES = {
    "KL": 4, "YK": 5, "TC": 3, "ND": 11, "PB": 3, "TP": 5, "TG": 3, "DP": 1, "BQ": 2, "CD": 5,
}  # fmt: skip
CHECK_CODES = frozenset(
    [f"{family}{n:03}" for family, count in _FAMILIES.items() for n in range(1, count + 1)]
    + [f"HT{n:03}" for n in range(6)]
)
"""Codes that one document can carry (HT006, HT007 and LT need more than its text)."""

HD42_FROM = date(2025, 10, 28)
_BLANK = re.compile(
    r"…{2,}|\.{5,}|\.{4}(?=/)|_{4,}|\[(?:không đề cập|…+|\.+)\]"
    r"|(?:ngày|tháng)(?: {2,}| ?(?:…|\.{3}) ?)(?=/|tháng|năm)"
    r"|ngày tháng(?= \d{1,2} năm \d{4})"
)
_HEADING_WORDS = 14
_COUNTED = re.compile(
    r"(?<!tháng )(?<!năm )(?<!quý )(?<!thứ )(?<!ngày )(?<!^)(?<![\d/.])\b\d+ [^\W\d]"
)
_REGULAR_ONLY = frozenset(["ND001", "ND002", "ND003", "ND004", "ND005", "ND006", "PB001"])
_THEMATIC_ONLY = frozenset(["CD001", "CD002", "CD003", "CD004", "CD005"])
_LEVEL_CODES = {
    "TC001": Characteristic.LEADERSHIP,
    "TC002": Characteristic.EDUCATIONAL,
    "TC003": Characteristic.COMBATIVE,
}
_SECTION_CODES = {
    "ND001": SectionLabel.NEWS,
    "ND002": SectionLabel.POLICY_DISSEMINATION,
    "ND003": SectionLabel.TASK_REVIEW,
}


def contradictions(record: CorpusRecord) -> list[str]:
    """Return one line for each way in which the record breaks the guide or contradicts itself."""
    problems = list(_text_problems(record))
    if not record.is_minutes:
        if record.findings != ("HT000",):
            problems.append("a paper that is not such minutes has the findings HT000 alone")
        if not record.other_type:
            problems.append("name the paper's type in '# type: …'")
        return problems
    for check in _MINUTES_CHECKS:
        problems.extend(check(record))
    return problems


def _text_problems(record: CorpusRecord) -> Iterator[str]:
    if record.kind not in {"regular", "thematic", "other"}:
        yield f"unknown kind {record.kind!r}"
    for code in record.findings:
        if code not in CHECK_CODES:
            yield f"unknown finding {code}"
    for number, paragraph in enumerate(record.paragraphs):
        if paragraph.text != unicodedata.normalize("NFC", paragraph.text):
            yield f"paragraph {number} is not NFC"
        if record.is_minutes and paragraph.section is None:
            yield f"paragraph {number} has no section: {paragraph.text[:40]!r}"
        if paragraph.role and paragraph.section not in SPOKEN_SECTIONS:
            yield f"paragraph {number}: role {paragraph.role} outside the spoken sections"
        if paragraph.section is SectionLabel.CONCLUSIONS and paragraph.role not in {
            None,
            Role.CHAIR,
        }:
            yield f"paragraph {number}: only whoever presides concludes"


def is_heading(paragraph: CorpusParagraph) -> bool:
    """Guess whether the paragraph only opens others: short, without a sentence of its own."""
    text = paragraph.text.rstrip()
    short = len(text.split()) <= _HEADING_WORDS
    run_in = re.search(r":\s*\S", text) is not None
    # "Sốt xuất huyết 3 ca" tells a result; "Việc tháng 5" only names what follows.
    told = _COUNTED.search(text.lower()) is not None
    return short and not run_in and not told and (not text.endswith(".") or text.isupper())


def _with_body(record: CorpusRecord, label: SectionLabel) -> list[CorpusParagraph]:
    return [
        p
        for p in record.paragraphs
        if (p.section is label or label in p.also) and not (is_heading(p) and p.role is None)
    ]


def _iff(record: CorpusRecord, code: str, *, fault: bool, why: str) -> Iterator[str]:
    if fault and code not in record.findings:
        yield f"{code} should be listed: {why}"
    if not fault and code in record.findings:
        yield f"{code} is listed, but {why} does not hold"


def _levels(record: CorpusRecord) -> Iterator[str]:
    levels = record.characteristics or {}
    if len(levels) != len(Characteristic):
        yield "state leadership, educational and combative"
        return
    for code, characteristic in _LEVEL_CODES.items():
        low = levels[characteristic] is not Level.PRESENT
        yield from _iff(record, code, fault=low, why=f"{characteristic} is below present")


def _sections(record: CorpusRecord) -> Iterator[str]:
    thematic = record.kind == "thematic"
    for code in record.findings:
        if thematic and code in _REGULAR_ONLY:
            yield f"{code} does not apply to a purely thematic meeting"
        if code in _THEMATIC_ONLY and not (thematic or record.combined):
            yield f"{code} needs a thematic or combined meeting"
    if thematic:
        return
    for code, label in _SECTION_CODES.items():
        missing = not _with_body(record, label)
        if missing and code not in record.findings:
            yield f"{code} should be listed: no {label} beyond a heading"
        if code in record.findings and len(_with_body(record, label)) > 1:
            yield f"{code} is listed, but there is {label}"
    none = not any(p.section is SectionLabel.CRITICISM or SectionLabel.CRITICISM in p.also
                   for p in record.paragraphs)  # fmt: skip
    yield from _iff(record, "PB001", fault=none, why="no criticism paragraph")


def _conclusions(record: CorpusRecord) -> Iterator[str]:
    recorded = bool(_with_body(record, SectionLabel.CONCLUSIONS))
    yield from _iff(record, "KL001", fault=not recorded, why="no conclusion beyond a heading")
    if "KL001" in record.findings:
        for code in ("KL002", "KL003", "KL004"):
            if code in record.findings:
                yield f"{code} cannot stand beside KL001"
    if {"KL002", "KL004"} <= set(record.findings):
        yield "KL004 (substantive conclusions) cannot stand beside KL002 (all hollow)"


def _opinions(record: CorpusRecord) -> Iterator[str]:
    said = [
        p
        for label in (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
        for p in _with_body(record, label)
        if p.role in {Role.MEMBER, Role.OFFICER}
    ]
    findings = set(record.findings)
    if said and "YK001" in findings:
        yield f"YK001 is listed, but a member speaks: {said[0].text[:50]!r}"
    if "YK001" in findings and findings & {"YK002", "YK003"}:
        yield "YK001 excludes YK002 and YK003"
    if {"YK002", "YK003"} <= findings:
        yield "YK003 (opinions with content) excludes YK002 (all hollow)"
    if "YK005" in findings:
        yield "YK005 is off by default: never list it"
    speakers, attendance = record.named_speakers, record.attendance
    if speakers is None:
        yield "state '# named_speakers: N'"
    elif attendance and attendance.present:
        few = speakers / attendance.present < 0.30
        yield from _iff(record, "YK004", fault=few, why="named speakers under 30 % of present")


def _attendance(record: CorpusRecord) -> Iterator[str]:
    stated = record.attendance
    present = stated.present if stated else None
    yield from _iff(record, "TP001", fault=present is None, why="number present not stated")
    if not stated or stated.present is None or not stated.total:
        return
    low = stated.present / stated.total < _attendance_threshold(record)
    excused = (stated.exempt or 0) + (stated.temporary or 0)
    if low and not excused and not _explained(record):
        yield from _iff(record, "TP004", fault=True, why="attendance under the threshold")
    if not low:
        yield from _iff(record, "TP004", fault=False, why="attendance under the threshold")
    if stated.absent is not None and not _explained(record):
        gap = stated.total - stated.present - stated.absent
        slack = excused + (stated.probationary or 0)
        yield from _iff(record, "TP002", fault=not -slack <= gap <= slack, why="sum does not fit")


def _explained(record: CorpusRecord) -> bool:
    """Whether the opening counts those who are due apart: "26 đảng viên, phải dự 24"."""
    opening = " ".join(p.text.lower() for p in record.paragraphs[:12])
    return "phải dự" in opening or "trừ ra" in opening


def _meeting_date(record: CorpusRecord) -> date | None:
    stated = record.meeting.date if record.meeting else None
    return date.fromisoformat(stated) if stated else None


def _attendance_threshold(record: CorpusRecord) -> float:
    held = _meeting_date(record)
    return 0.85 if held and held < HD42_FROM else 0.90


def _times(record: CorpusRecord) -> Iterator[str]:
    meeting = record.meeting
    start, end = (meeting.start, meeting.end) if meeting else (None, None)
    yield from _iff(record, "TG001", fault=not (start and end), why="start or end not stated")
    if start and end:
        minutes = _clock(end) - _clock(start)
        if minutes < 0:
            yield "the meeting ends before it starts"
        limit = 120 if record.combined else 90
        yield from _iff(record, "TG002", fault=minutes < limit, why=f"{minutes} of {limit} minutes")
    no_officers = not (meeting and meeting.chair and meeting.secretary)
    yield from _iff(record, "TP005", fault=no_officers, why="chair or secretary named nowhere")
    held = _meeting_date(record)
    if "DP001" in record.findings and held and held < HD42_FROM:
        yield "DP001 belongs to hd42-2025 only"


def _clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _form(record: CorpusRecord) -> Iterator[str]:
    body = [p.text for p in record.paragraphs[:-6]]
    blanks = [text for text in body if _BLANK.search(text)]
    if blanks and "HT004" not in record.findings:
        yield f"HT004 should be listed: {blanks[0][:60]!r}"
    if "HT004" in record.findings and not any(_BLANK.search(p.text) for p in record.paragraphs):
        yield "HT004 is listed, but no blank is left"
    head = " ".join(p.text for p in record.paragraphs[:12]).lower()
    if "đảng cộng sản việt nam" not in head and "HT003" not in record.findings:
        yield "HT003 should be listed: no party title in the first paragraphs"


def _shares(record: CorpusRecord) -> Iterator[str]:
    words = dict.fromkeys(SectionLabel, 0)
    for paragraph in record.paragraphs:
        if paragraph.section:
            words[paragraph.section] += len(paragraph.text.split())
    total = sum(words.values()) or 1
    told = words[SectionLabel.NEWS] + words[SectionLabel.POLICY_DISSEMINATION]
    told += words[SectionLabel.TASK_REVIEW]
    discussed = words[SectionLabel.CONTRIBUTIONS] + words[SectionLabel.CRITICISM]
    heavy = told / total > 0.80 and discussed / total < 0.10
    why = f"told {told / total:.0%}, discussed {discussed / total:.0%}"
    yield from _iff(record, "ND010", fault=heavy, why=why)


_MINUTES_CHECKS: tuple[Callable[[CorpusRecord], Iterator[str]], ...] = (
    _levels,
    _sections,
    _conclusions,
    _opinions,
    _attendance,
    _times,
    _form,
    _shares,
)
