"""What settles a check, and what only seems to: lines read with their sections given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Speaker
from minutes_nlp.rules import all_rules
from tests.rules.building import minutes_of, outcome, paragraph
from tests.rules.reading import read_example

LINES = [
    # Agreement of all where nobody's opinion is: hollow, unless nobody spoke either.
    (
        "YK002",
        "found",
        ["contributions:chair | Đồng chí Bí thư hỏi anh em thấy sao. 100% đảng viên nhất trí."],
    ),
    (
        "YK002",
        "passed",
        ["contributions:chair | Đồng chí Bí thư hỏi, không ai có ý kiến. 100% đảng viên nhất trí."],
    ),
    (
        "YK001",
        "undecided",
        ["contributions:chair | Đồng chí Bí thư hỏi, không ai có ý kiến. 100% đảng viên nhất trí."],
    ),
    # A fault that nobody owns is no opinion; one that is owned in a report may be.
    ("YK001", "found", ["criticism | Trong tháng việc báo cáo còn chậm, chưa thật sự chủ động."]),
    ("YK001", "undecided", ["task_review | Chi ủy tự nhận còn để quỹ vay quá hạn hai hộ."]),
    ("TC003", "undecided", ["task_review | Chi ủy tự nhận còn để quỹ vay quá hạn hai hộ."]),
    ("TC003", "found", ["task_review | Quỹ vay còn quá hạn hai hộ."]),
    # Faults of everybody are nobody's.
    (
        "TC003",
        "found",
        [
            "criticism | Các đồng chí đều thẳng thắn nhìn nhận ưu điểm, khuyết điểm của mình trong "
            "tháng.",
        ],
    ),
    # Somebody and a time in clauses apart may belong together.
    (
        "TC001",
        "undecided",
        ["next_tasks | Tổ giúp làm giấy tờ: chị Hường, chị Mơ; mở từ thứ ba 08/7."],
    ),
    # A report's agreement is other people's.
    (
        "BQ001",
        "found",
        [
            "task_review | Họp dân có 139/151 hộ đồng ý góp tiền làm đường.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan đổ đường trước ngày 20/7.",
        ],
    ),
    # Thanks settle nothing; what is told to be done does.
    ("KL001", "found", ["conclusions:chair | Bí thư thay mặt chi bộ cảm ơn, xin tiếp thu ý kiến."]),
    (
        "KL001",
        "passed",
        ["conclusions:chair | Bí thư cảm ơn các ý kiến, giao đ/c Lan nạo kênh trước ngày 20/7."],
    ),
]


@pytest.mark.parametrize(("code", "expected", "lines"), LINES)
def test_lines(code: str, expected: str, lines: list[str]) -> None:
    rule = next(rule for rule in all_rules() if rule.code == code)
    assert outcome(code, read_example(rule, lines)) == expected


@pytest.mark.parametrize("role", list(Role))
def test_only_whoever_presides_may_have_concluded(role: Role) -> None:
    doubtful = paragraph(
        SectionLabel.CONTRIBUTIONS,
        "Đ/c Lan: nạo kênh trước mùa mưa.",
        perhaps=SectionLabel.CONCLUSIONS,
        probability=0.4,
    )
    doubtful = replace(doubtful, speaker=Speaker(role, ("Lan",), None, 0, 7))
    expected = "undecided" if role is Role.CHAIR else "found"
    assert outcome("KL001", minutes_of([doubtful])) == expected
