"""LT002: tasks that are taken up, that are not, and all between."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_nlp.bulk.across.documents import Held
from minutes_nlp.bulk.across.follow_up import FollowUp, OpenTask
from tests.bulk.across.building import held, lines

WHAT = "Đồng chí Lan lập danh sách hộ nghèo xóm Đình, gửi Đảng ủy xã trước ngày 15"
OTHER = [
    "Vụ đông toàn thôn gieo được bốn mươi héc-ta, đạt kế hoạch.",
    "Đường liên thôn đổ bê tông xong đoạn qua nhà văn hóa.",
    "Đồng chí Hùng nhắc các nhà giữ vệ sinh chuồng trại khi trời rét.",
]


def row(
    what: str = WHAT, who: str | None = "đồng chí Lan", due: str | None = None
) -> dict[str, Any]:
    return {"path": "7", "first": 4, "who": who, "what": what, "due": due}


def follow(
    later: dict[Held, list[str]], task: dict[str, Any] | None = None, month: str = "2026-07"
) -> list[OpenTask]:
    documents = [held("7", month=month), *later]
    looking = FollowUp(documents, [task or row()])
    for document, texts in later.items():
        looking.read(document, lines(texts, "task_review"))
    return looking.open_tasks()


AUGUST = held("8", month="2026-08", day="2026-08-05")


@pytest.mark.parametrize(
    "told",
    [
        "Danh sách hộ nghèo xóm Đình đã lập xong, gửi Đảng ủy đúng hạn.",
        "danh sach ho ngheo xom Dinh da lap xong",
        "Việc lập danh sách hộ nghèo ở xóm Đình do đồng chí Lan làm còn chậm.",
    ],
)
def test_a_task_that_is_taken_up_is_not_told(told: str) -> None:
    assert follow({AUGUST: [*OTHER, told]}) == []


def test_a_task_that_is_not_taken_up_is_found() -> None:
    (task,) = follow({AUGUST: OTHER})
    assert task.doubt is None
    assert task.score < 0.15
    assert (task.task.paragraph, task.later.path) == (4, "8")


def test_something_like_it_is_undecided() -> None:
    (task,) = follow({AUGUST: [*OTHER, "Hộ nghèo trong thôn được tặng quà Tết."]})
    assert task.doubt is not None
    assert task.nearest is not None
    assert task.nearest.text.startswith("Hộ nghèo")


def test_only_tones_tell_empty_words_from_others() -> None:
    told = "Nhãn bài tài trợ đã kiểm thử."
    assert follow({AUGUST: [told]}, row("Kiểm thử quy trình có nhãn bài tài trợ")) == []


def test_hard_to_read_minutes_leave_it_undecided() -> None:
    poor = held("8", month="2026-08", legible=False)
    (task,) = follow({poor: OTHER})
    assert task.doubt is not None


def test_a_task_of_a_few_words_is_undecided() -> None:
    (task,) = follow({AUGUST: OTHER}, row("Tổng kết cuối năm"))
    assert task.doubt is not None


@pytest.mark.parametrize(
    ("later", "task", "month"),
    [
        ({}, row(), "2026-07"),  # no minutes of the next month
        ({AUGUST: OTHER}, row(), "2026-06"),  # nor of the month between
        ({AUGUST: OTHER}, row(who=None, due=None), "2026-07"),  # nobody and no time
        ({AUGUST: OTHER}, row(due="2026-08-30"), "2026-07"),  # not due yet
        ({held("8", month="2026-08", kind="thematic"): OTHER}, row(), "2026-07"),
        ({held("8", "Chi bộ B", "2026-08"): OTHER}, row(), "2026-07"),
    ],
)
def test_where_it_is_not_asked(later, task, month) -> None:
    assert follow(later, task, month) == []


def test_any_paper_of_the_month_may_take_it_up() -> None:
    thematic = held("8b", month="2026-08", kind="thematic")
    told = "Danh sách hộ nghèo xóm Đình đã gửi Đảng ủy xã."
    assert follow({AUGUST: OTHER, thematic: [told]}) == []


def test_formalities_do_not_take_anything_up() -> None:
    documents = [held("7"), AUGUST]
    looking = FollowUp(documents, [row()])
    looking.read(AUGUST, lines([WHAT], "formalities"))
    assert len(looking.open_tasks()) == 1
    assert looking.looked_for == 1
