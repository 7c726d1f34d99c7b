"""Dates and months in every style."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.meeting_date import find_dates, find_months


@pytest.mark.parametrize(
    "text",
    [
        "ngày 04/7/2026",
        "4-7-26",
        "04.7.2026",
        "hôm nay, ngày mùng 4 tháng 7 năm 2026",
        "Hà Nội, ngày 04 tháng 07 năm 2026",
        "tối 04/7/2026",
        "ngày mùng bốn tháng bảy năm hai nghìn không trăm hai mươi sáu",
        "NGÀY 4 THÁNG 7 NĂM 2026",
    ],
)
def test_reads_the_day(text: str) -> None:
    assert [mention.with_year(None) for mention in find_dates(text)] == [date(2026, 7, 4)]


def test_a_day_without_a_year_takes_one() -> None:
    (mention,) = find_dates("họp tối 5/3")
    assert mention.with_year(None) is None
    assert mention.with_year(2026) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "text", ["19/21 đồng chí", "17 tháng Giêng", "Hướng dẫn 42-HD/BTCTW", "đạt 92,9%", "tổ 3/4"]
)
def test_other_figures_are_no_days(text: str) -> None:
    assert find_dates(text) == ()


def test_an_impossible_day_is_no_date() -> None:
    (mention,) = find_dates("ngày 30 tháng 2 năm 2026")
    assert mention.with_year(None) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("HỌP THÁNG 12/2025", [(12, 2025)]),
        ("SINH HOẠT T5/2026", [(5, 2026)]),
        ("kiểm điểm T11", [(11, None)]),
        ("tháng mười năm 2025", [(10, 2025)]),
        ("ngày 05 tháng 3 năm 2026", []),
        ("tháng Giêng", []),
        ("trong 3 tháng", []),
    ],
)
def test_reads_months(text: str, months: list[tuple[int, int | None]]) -> None:
    assert [(m.month, m.year) for m in find_months(text)] == months


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_long_and_short_notation_agree(day: date) -> None:
    long = f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    short = f"ngày {day.day}/{day.month}/{day.year}"
    read = [mention.with_year(None) for text in (long, short) for mention in find_dates(text)]
    assert read == [day, day]
