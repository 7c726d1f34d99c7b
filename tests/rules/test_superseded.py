"""HT005: which citations are of a superseded document, as if it were in force."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Meeting
from tests.rules.building import minutes_of, outcome, paragraph, verdict_on

AFTER, BEFORE = date(2026, 6, 5), date(2025, 6, 5)


def _citing(text: str, held: date | None):
    cited = paragraph(SectionLabel.POLICY_DISSEMINATION, text)
    return minutes_of([cited], meeting=Meeting(date=held))


@pytest.mark.parametrize(
    ("text", "held", "expected"),
    [
        ("Chấm điểm theo Hướng dẫn số 12-HD/BTCTW.", AFTER, "found"),
        ("Theo HD 12 - HD/BTCTW, ngày 06/7/2018.", AFTER, "found"),
        ("Chấm điểm theo Hướng dẫn số 12-HD/BTCTƯ.", AFTER, "found"),
        ("Chấm điểm theo Hướng dẫn số 12-HD/BTCTW.", BEFORE, "passed"),
        ("Chấm điểm theo Hướng dẫn số 12-HD/BTCTW.", None, "undecided"),
        ("Hướng dẫn 42-HD/BTCTW thay thế Hướng dẫn 12-HD/BTCTW.", AFTER, "passed"),
        ("Theo Hướng dẫn số 12-HD/BTCTW ngày 03/4/2026.", AFTER, "passed"),
        ("Nghe đọc Hướng dẫn số 12-HD/BTCTW.", AFTER, "undecided"),
        ("Chấm điểm theo Hướng dẫn số 112-HD/BTCTW.", AFTER, "passed"),
        ("Sinh hoạt chi bộ theo Hướng dẫn số 12-HD/BTCTU.", AFTER, "passed"),
        ("Hướng dẫn 01-HD/TW ngày 28/9/2021.", AFTER, "found"),
        ("Hướng dẫn 01-HD/TW ngày 19/5/2026.", AFTER, "passed"),
        ("Quy định số 24-QÐ/TW về thi hành Điều lệ Đảng.", AFTER, "found"),
    ],
)
def test_citations(text, held, expected) -> None:
    assert outcome("HT005", _citing(text, held)) == expected


def test_the_citation_is_quoted_as_it_stands() -> None:
    finding = verdict_on("HT005", _citing("Chấm điểm theo HD số 12 – HD/BTC TW.", AFTER))
    assert [span.text for span in finding.evidence] == ["12 – HD/BTC TW"]
    assert "42-HD/BTCTW" in finding.message
