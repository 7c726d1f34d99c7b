"""Votes: counts, percentages, agreement of the cell, and what is no vote."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.votes import find_votes
from tests.nlp.marking import paragraph

VOTES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "resolution",
        "Biểu quyết: 19/19 đồng chí nhất trí, đạt 100%.",
        {"in_favour": 19, "voters": 19, "percent": 100.0, "unanimous": True},
    ),
    (
        "resolution",
        "Kết quả: tán thành 18, không tán thành 01, đạt 94,7%.",
        {"in_favour": 18, "against": 1, "percent": 94.7, "unanimous": False},
    ),
    ("resolution", "Cả tàu giơ tay đồng ý hết.", {"unanimous": True}),
    ("resolution", "Chi bộ biểu quyết 22/20 đồng chí tán thành.", {"in_favour": 22, "voters": 20}),
    (
        "resolution",
        "100% đảng viên nhất trí thông qua nghị quyết.",
        {"percent": 100.0, "unanimous": True},
    ),
    ("conclusions", "Toàn thể chi bộ thống nhất thông qua.", {"unanimous": True}),
    (
        "resolution",
        "Số phiếu tán thành: 14/15 (93,3%); không tán thành: 1.",
        {"in_favour": 14, "voters": 15, "against": 1, "percent": 93.3},
    ),
    (
        "resolution",
        "Biểu quyết trên app Sổ tay đảng viên: 17 đồng ý, 0 không đồng ý.",
        {"in_favour": 17, "against": 0},
    ),
    (
        "resolution",
        "Chấm điểm buổi sinh hoạt: 92 điểm, 15/15 đ/c đồng ý xếp loại tốt.",
        {"in_favour": 15, "voters": 15},
    ),
    ("resolution", "Mọi người đồng ý, không ai phản đối.", {"unanimous": True}),
    ("resolution", "Hội nghị thống nhất 100%.", {"percent": 100.0}),
]
NO_VOTES = [
    ("formalities", "Có mặt 19/21 đồng chí, đạt 90,5%."),
    ("contributions", "Đ/c Hà: nhất trí 100% với báo cáo."),
    ("formalities", "Thư ký đọc biên bản, 100% đồng chí nhất trí thông qua."),
    ("formalities", "Chương trình họp được 100% đảng viên nhất trí."),
    ("task_review", "Tỷ lệ hộ tán thành làm đường đạt 95%."),
    ("resolution", "Ý kiến khác: không."),
]


@pytest.mark.parametrize(("section", "text", "numbers"), VOTES)
def test_numbers_of_a_vote(section: str, text: str, numbers: dict[str, Any]) -> None:
    (vote,) = find_votes((paragraph(text, section),))
    assert {name: getattr(vote, name) for name in numbers} == numbers


@pytest.mark.parametrize(("section", "text"), NO_VOTES)
def test_no_vote(section: str, text: str) -> None:
    assert find_votes((paragraph(text, section),)) == ()


def test_the_share_of_all_members_goes_with_its_percentage() -> None:
    text = "Biểu quyết 10/10 đ/c có mặt tán thành, đạt 10/11 là 90,9% tổng số đảng viên chính thức."
    (vote,) = find_votes((paragraph(text, "resolution"),))
    assert (vote.in_favour, vote.voters, vote.percent) == (10, 11, 90.9)


def test_a_holiday_is_no_count() -> None:
    text = "Chi bộ biểu quyết khen ba đoàn viên sửa trường dịp 2/9: mọi người giơ tay."
    (vote,) = find_votes((paragraph(text, "resolution"),))
    assert vote.in_favour is None


@given(favour=st.integers(1, 60), voters=st.integers(13, 60))
def test_counts_are_read_as_written(favour: int, voters: int) -> None:
    text = f"Biểu quyết: {favour}/{voters} đồng chí tán thành."
    (vote,) = find_votes((paragraph(text, "resolution"),))
    assert (vote.in_favour, vote.voters) == (favour, voters)
    assert vote.unanimous == (favour == voters)


@given(text=st.text(max_size=200))
def test_spans_repeat_the_text(text: str) -> None:
    for vote in find_votes((paragraph(text, "resolution"),)):
        assert text[vote.span.start : vote.span.end] == vote.span.text


def test_ballots_told_before_the_result_are_its_voters() -> None:
    text = "Bỏ phiếu kín: phát ra 19, thu về 19. Đồng ý 17 phiếu, đạt 94,7%; không đồng ý 2 phiếu."
    vote = find_votes((paragraph(text, "resolution"),))[-1]
    assert (vote.in_favour, vote.against, vote.voters, vote.percent) == (17, 2, 19, 94.7)


def test_a_share_of_all_members_is_not_laid_to_those_present() -> None:
    text = "11 tán thành trên 14 đảng viên chính thức, đạt 78,6%, trong số 11 đồng chí dự họp."
    (vote,) = find_votes((paragraph(text, "resolution"),))
    assert (vote.in_favour, vote.voters, vote.percent) == (11, 14, 78.6)
