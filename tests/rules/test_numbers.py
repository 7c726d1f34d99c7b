"""Checks that compute with stated numbers, dates and votes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from minutes_nlp.model.labels import DocumentKind, SectionLabel
from minutes_nlp.model.minutes import DocumentType, Meeting, Minutes, Span, Vote
from tests.rules.building import attendance, minutes_of, outcome, paragraph

FORMAL = SectionLabel.FORMALITIES


def _sitting(meeting: Meeting, text: str = "Hội nghị kết thúc.") -> Minutes:
    return minutes_of([paragraph(FORMAL, text)], meeting=meeting)


def _counted(sentence: str, **numbers: int | None) -> Minutes:
    meeting = attendance(**numbers)
    evidence = (Span(0, 0, len(sentence), sentence),)
    stated = replace(meeting.attendance, evidence=evidence)
    return _sitting(replace(meeting, attendance=stated), sentence)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({"total": 21, "present": 19, "absent": 2}, "passed"),
        ({"total": 21, "present": 18, "absent": 2}, "found"),
        ({"total": 21, "present": 18, "absent": 2, "exempt": 1}, "passed"),
        ({"total": 21, "present": 20, "absent": 2, "temporary": 1}, "passed"),
        ({"total": 21, "present": 16, "absent": 2, "probationary": 2}, "found"),
        ({"total": 21, "present": 18}, "passed"),
    ],
)
def test_attendance_adds_up_with_whoever_may_be_left_out(numbers, expected) -> None:
    sentence = " ".join(str(number) for number in numbers.values())
    assert outcome("TP002", _counted(sentence, **numbers)) == expected


def test_numbers_that_were_not_read_in_digits_do_not_accuse() -> None:
    worded = _counted("Có 21 đảng viên, dự 18, vắng hai", total=21, present=18, absent=2)
    assert outcome("TP002", worded) == "undecided"
    groups = _counted("21, dự 18, vắng 2, một số cụ miễn", total=21, present=18, absent=2)
    assert outcome("TP002", groups) == "undecided"


@pytest.mark.parametrize(
    ("profile", "present", "expected"),
    [
        ("hd42-2025", 18, "passed"),
        ("hd42-2025", 17, "found"),
        ("hd12-2018", 17, "passed"),
        ("hd12-2018", 16, "found"),
    ],
)
def test_the_share_that_should_come_depends_on_the_profile(profile, present, expected) -> None:
    minutes = _counted("", total=20, present=present)
    assert outcome("TP004", minutes, profile=profile) == expected


def test_exempt_members_are_left_out_and_those_away_perhaps() -> None:
    assert outcome("TP004", _counted("", total=20, present=15, exempt=4)) == "passed"
    assert outcome("TP004", _counted("", total=20, present=15, temporary=4)) == "undecided"
    assert outcome("TP004", _counted("hai cụ miễn", total=20, present=15)) == "undecided"


@pytest.mark.parametrize(
    ("text", "reason", "expected"),
    [
        ("Vắng 2: ông Ba, bà Tư.", False, "found"),
        ("Vắng 2: ông Ba, bà Tư.", True, "passed"),
        ("Vắng 2: ông Ba nằm viện, bà Tư.", False, "undecided"),
        ("Vắng 2: ông Ba, bà Tư.", None, "undecided"),
    ],
)
def test_absence_without_reason(text, reason, expected) -> None:
    minutes = _sitting(attendance(total=9, present=7, absent=2, reason_given=reason), text)
    assert outcome("TP003", minutes) == expected


def test_nobody_absent_needs_no_reason() -> None:
    assert outcome("TP003", _sitting(attendance(total=9, present=9, absent=0))) == "passed"


@pytest.mark.parametrize(
    ("kind", "confidence", "end", "expected"),
    [
        (DocumentKind.REGULAR, 1.0, time(21, 0), "passed"),
        (DocumentKind.REGULAR, 1.0, time(20, 59), "found"),
        (DocumentKind.COMBINED, 1.0, time(21, 29), "found"),
        (DocumentKind.COMBINED, 0.4, time(21, 15), "undecided"),
        (DocumentKind.REGULAR, 1.0, time(9, 0), "undecided"),
    ],
)
def test_the_least_length_depends_on_the_kind(kind, confidence, end, expected) -> None:
    minutes = _sitting(Meeting(start=time(19, 30), end=end))
    typed = replace(minutes, document_type=DocumentType(kind, confidence))
    assert outcome("TG002", typed) == expected


@pytest.mark.parametrize(
    ("held", "months", "expected"),
    [
        (date(2026, 7, 5), (("title", 2026, 7), ("reviewed", None, 6)), "passed"),
        (date(2026, 7, 5), (("title", 2026, 4),), "found"),
        (date(2026, 7, 5), (("title", 2025, 7),), "found"),
        (date(2026, 6, 29), (("title", 2026, 7),), "undecided"),
        (date(2026, 7, 2), (("title", None, 6),), "undecided"),
        (date(2026, 1, 5), (("title", None, 1), ("reviewed", None, 12)), "passed"),
        (date(2026, 7, 5), (("title", None, 7), ("reviewed", None, 9)), "found"),
        (date(2026, 7, 5), (("title", None, 7), ("opening", None, 4)), "passed"),
        (None, (("title", 2026, 4),), "passed"),
    ],
)
def test_months_that_contradict(held, months, expected) -> None:
    assert outcome("TG003", _sitting(Meeting(date=held, months=months))) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"in_favour": 19, "voters": 19, "percent": 100.0}, "passed"),
        ({"in_favour": 18, "voters": 19, "percent": 94.7}, "passed"),
        ({"in_favour": 18, "voters": 19, "percent": 95.0}, "passed"),
        ({"in_favour": 18, "voters": 19, "percent": 100.0}, "found"),
        ({"in_favour": 20, "voters": 19}, "found"),
        ({"in_favour": 18, "against": 2, "voters": 19}, "found"),
        ({"in_favour": 17, "voters": 19}, "passed"),
        ({"in_favour": 22, "voters": 22}, "undecided"),
        ({"percent": 100.0}, "passed"),
    ],
)
def test_votes_that_contradict(counts, expected) -> None:
    minutes = _sitting(attendance(total=21, present=19))
    vote = Vote(minutes.paragraphs[0].span(0, 4), **counts)
    assert outcome("BQ002", replace(minutes, votes=(vote,))) == expected


@pytest.mark.parametrize(
    ("meeting", "text", "expected"),
    [
        (Meeting(), "Hội nghị kết thúc.", "found"),
        (Meeting(), "Nghỉ họp lúc 9 giờ tối.", "undecided"),
        (Meeting(start=time(19, 0), end=time(21, 0)), "Hội nghị kết thúc.", "passed"),
    ],
)
def test_a_time_somewhere_may_be_the_missing_one(meeting, text, expected) -> None:
    assert outcome("TG001", _sitting(meeting, text)) == expected


@pytest.mark.parametrize(
    ("numbers", "text", "expected"),
    [
        ({}, "Hội nghị kết thúc.", "found"),
        ({}, "Hiện diện hôm nay được 12 người.", "undecided"),
        ({"total": 14, "absent": 1}, "Hội nghị kết thúc.", "undecided"),
        ({"present": 12}, "Hội nghị kết thúc.", "passed"),
    ],
)
def test_a_count_somewhere_may_be_the_missing_one(numbers, text, expected) -> None:
    assert outcome("TP001", _sitting(attendance(**numbers), text)) == expected


def test_more_votes_than_members_show_that_the_attendance_was_misread() -> None:
    minutes = _counted("5 tổ, 1 khách, vắng 1", total=5, present=1, absent=1)
    assert outcome("TP002", minutes) == "found"
    assert outcome("TP004", minutes) == "found"
    voted = replace(minutes, votes=(Vote(minutes.paragraphs[0].span(0, 4), 10, voters=10),))
    assert outcome("TP002", voted) == "undecided"
    assert outcome("TP004", voted) == "undecided"
