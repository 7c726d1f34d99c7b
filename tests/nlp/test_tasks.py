"""Tasks: who, by when, how much."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.due_dates import find_dues
from minutes_nlp.nlp.tasks import find_tasks
from tests.nlp.marking import marked, paragraph

MEETING = date(2026, 7, 5)
TASKS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "conclusions",
        "Giao đồng chí Trần Thị Lan rà soát hộ nghèo, hoàn thành trước ngày 20/7.",
        {"who": "đồng chí Trần Thị Lan", "due_date": date(2026, 7, 20)},
    ),
    (
        "conclusions",
        "Phân công đ/c Hòa phụ trách, báo cáo tại kỳ sinh hoạt tháng 8.",
        {"who": "đ/c Hòa", "due": "tháng 8"},
    ),
    (
        "conclusions",
        "Chi đoàn tổ chức dọn vệ sinh vào sáng chủ nhật tuần này.",
        {"who": "Chi đoàn"},
    ),
    (
        "conclusions",
        "Đ/c Quản đốc chịu trách nhiệm bố trí đủ thợ cho ca 3, xong trong tuần.",
        {"due": "trong tuần"},
    ),
    (
        "conclusions",
        "Sửa máy bơm: ông Lực, hạn 15/7.",
        {"who": "ông Lực", "due_date": date(2026, 7, 15)},
    ),
    (
        "next_tasks",
        "Rà soát hồ sơ vay | Đ/c Khánh Vy | 25/7",
        {"who": "Đ/c Khánh Vy", "due_date": date(2026, 7, 25)},
    ),
    ("conclusions", "Ông Hai Đực lo phần mua dây thừng, bữa rằm phải có.", {"who": "Ông Hai Đực"}),
    (
        "conclusions",
        "Tổ cơ điện kiểm tra toàn bộ quạt cục bộ trước 10/7.",
        {"who": "Tổ cơ điện", "due_date": date(2026, 7, 10)},
    ),
    ("conclusions", "Tiếp tục thực hiện tốt nhiệm vụ được giao.", {"who": None, "due": None}),
    (
        "conclusions",
        "Chậm nhất ngày 12 tháng 7, thầy hiệu phó phải xong thời khóa biểu.",
        {"due_date": date(2026, 7, 12), "who": "thầy hiệu phó"},
    ),
    (
        "conclusions",
        "Bí thư kết luận: giao bà Mận và anh Tài vận động 12 hộ, xong trước 25/7/2026.",
        {"who": "bà Mận và anh Tài", "due_date": date(2026, 7, 25), "quantified": True},
    ),
    (
        "conclusions",
        "Mỗi đảng viên nhận giúp 1 hộ nghèo trong quý III.",
        {"due": "trong quý III", "quantified": True},
    ),
    (
        "conclusions",
        "Đại phó Quân kiểm tra dây buộc hàng trước khi tàu vào Busan.",
        {"who": "Đại phó Quân"},
    ),
    ("conclusions", "Từ ngày 01/01 áp dụng lịch trực mới.", {"due_date": date(2027, 1, 1)}),
    (
        "conclusions",
        "Bạn Trâm lập danh sách dự bị nộp trước 17g ngày 9/7.",
        {"who": "Bạn Trâm", "due_date": date(2026, 7, 9)},
    ),
    (
        "conclusions",
        "Giám đốc phòng giao Khánh làm việc với khách hàng X, deadline 30/7.",
        {"due_date": date(2026, 7, 30)},
    ),
]


@pytest.mark.parametrize(("section", "text", "facts"), TASKS)
def test_facts_of_a_task(section: str, text: str, facts: dict[str, Any]) -> None:
    role = "chair" if section == "conclusions" else None
    (task, *_) = find_tasks((paragraph(text, section, role),), MEETING)
    assert {name: getattr(task, name) for name in facts} == facts


def test_an_invitation_to_speak_is_no_task() -> None:
    text = "Đề nghị các đồng chí phát biểu ý kiến."
    assert find_tasks((paragraph(text, "conclusions", "chair"),), MEETING) == ()


def test_a_member_without_an_address_is_known_from_the_document() -> None:
    paragraphs = marked(
        "formalities | Thư ký: Nguyễn Thị Thơm.",
        "conclusions:chair | Tủ thuốc: Thơm mua, xong trước 12/7.",
    )
    assert [(task.who, task.due_date) for task in find_tasks(paragraphs, MEETING)] == [
        ("Thơm", date(2026, 7, 12))
    ]


def test_a_deadline_of_its_own_belongs_to_the_task_before() -> None:
    text = "Giao đ/c Hòa soạn nội quy nhà xe. Xong trước 15/7."
    (task,) = find_tasks((paragraph(text, "conclusions", "chair"),), MEETING)
    assert (task.who, task.due_date) == ("đ/c Hòa", date(2026, 7, 15))


def test_the_chair_is_not_in_charge_by_speaking() -> None:
    text = "Đ/c Mận nói: giữ người là việc số 1."
    tasks = find_tasks((paragraph(text, "conclusions", "chair"),), MEETING)
    assert [task.who for task in tasks if task.who] == []


def test_a_lunar_day_is_no_day_of_the_calendar() -> None:
    (due,) = find_dues("xong trước mùng 10 tháng Chạp", MEETING)
    assert due.day is None


def test_a_plan_of_a_month_is_no_deadline() -> None:
    assert find_dues("Phương hướng nhiệm vụ tháng 8", MEETING) == ()


@given(day=st.dates(date(2026, 7, 6), date(2026, 11, 30)))
def test_a_day_of_the_coming_months_is_found(day: date) -> None:
    (due, *_) = find_dues(f"hoàn thành trước ngày {day.day}/{day.month}", MEETING)
    assert due.day == day


@given(text=st.text(max_size=200), section=st.sampled_from(["conclusions", "next_tasks"]))
def test_spans_repeat_the_text(text: str, section: str) -> None:
    for task in find_tasks((paragraph(text, section),), MEETING):
        assert text[task.span.start : task.span.end] == task.span.text
