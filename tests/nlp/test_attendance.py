"""Attendance in numbers, as stated."""

import pytest

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Attendance, Paragraph
from minutes_nlp.nlp.attendance import read_attendance


def read(*lines: str) -> Attendance:
    """Read the attendance of an opening."""
    return read_attendance(
        tuple(Paragraph(i, text, SectionLabel.FORMALITIES) for i, text in enumerate(lines))
    )


@pytest.mark.parametrize(
    ("line", "total", "present", "absent"),
    [
        ("Tổng số: 14; có mặt: 13; vắng: 01 (đ/c Nam, có lý do)", 14, 13, 1),
        ("Đảng viên dự họp: 13/15 đồng chí", 15, 13, None),
        ("Có mặt 19/21", 21, 19, None),
        ("Quân số 9/11.", 11, 9, None),
        ("Quân số: 20 đ/c, có mặt 19, vắng 01", 20, 19, 1),
        ("Đủ 12 đ/c", 12, 12, 0),
        ("Chi bộ có 13 đảng viên, tới họp 12, vắng 1 là chú Cảnh", 13, 12, 1),
        ("Tổng số 10 đảng viên có mặt 9.", 10, 9, None),
        ("ĐV: 12 (chính thức 11, dự bị 1). Có mặt 11.", 12, 11, None),
        ("Mười hai đồng chí có mặt trên tổng số mười ba đồng chí", 13, 12, None),
        ("Đảng viên tham dự: mười ba đồng chí", None, 13, None),
        ("11/12 đồng chí (92%) dự.", 12, 11, None),
        ("Có mặt 8/8 ĐV, vắng 0.", 8, 8, 0),
        ("7/7 ĐV dự, ko vắng ai.", 7, 7, 0),
        ("Tham dự có 9 đồng chí trên tổng số 10 đồng chí", 10, 9, None),
        ("Danh sách có 41 người, đến họp 25, vắng ba, đều có báo.", 41, 25, 3),
        ("Vắng 2 anh (đi biển)", None, None, 2),
        ("Tổng số đảng viên 52 đồng chí. Toàn bộ có mặt.", 52, 52, 0),
        ("Chi bộ 24, miễn sinh hoạt 1, có mặt 22, vắng 1 (anh Nghĩa ốm).", 24, 22, 1),
        ("QS: 18. Dự: 14. Vắng 04: bốn đồng chí ở chốt.", 18, 14, 4),
        ("Cả chi bộ 24 người, bà Sáu được miễn, còn lại 22 ngồi đủ.", 24, 22, None),
    ],
)
def test_numbers(line: str, total: int | None, present: int | None, absent: int | None) -> None:
    attendance = read(line)
    assert (attendance.total, attendance.present, attendance.absent) == (total, present, absent)


@pytest.mark.parametrize(
    ("line", "exempt", "temporary", "probationary"),
    [
        ("Tổng số 28, 4 cụ được miễn sinh hoạt, có mặt 22", 4, None, None),
        ("Miễn công tác và sinh hoạt 3. Có mặt 20.", 3, None, None),
        ("Tổng số 45; một anh (Hà Đăng Khôi) đang sinh hoạt tạm thời ở nơi khác", None, 1, None),
        ("13 ĐV (1 dự bị: đd. Thơm). Dự 12.", None, None, 1),
        ("Dự 15, trong đó có 01 đảng viên dự bị", None, None, 1),
    ],
)
def test_special_members(
    line: str, exempt: int | None, temporary: int | None, probationary: int | None
) -> None:
    attendance = read(line)
    found = (attendance.exempt, attendance.temporary, attendance.probationary)
    assert found == (exempt, temporary, probationary)


def test_nothing_is_computed_that_is_not_said() -> None:
    attendance = read("Tổng số đảng viên 21. Có mặt 19.")
    assert (attendance.absent, attendance.exempt, attendance.reason_given) == (None, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Đảng phí tháng 5: thu đủ 15/15 đảng viên",
        "Thời gian: 19h30 ngày 05/3/2026, phòng họp 302",
        "BIÊN BẢN HỌP CHI BỘ SỐ 7",
        "Chi bộ 7 họp thường kỳ tháng 3",
        "Chi bộ PX Khai thác 4 họp thường kỳ",
        "Khách mời: 2 đồng chí",
    ],
)
def test_other_figures_are_no_attendance(line: str) -> None:
    assert read(line) == Attendance(evidence=read(line).evidence)


def test_named_absentees_are_counted() -> None:
    line = "Tổng số 30, dự 28, thiếu ông Âu Lâm (trông vợ ốm) và cô Tăng Mỹ Duyên (đi thi)."
    assert read(line).absent == 2
    assert read("Tổng số 13 ĐV, dự 12. Đd. Sáng xin nghỉ lo đám tang bố vợ.").absent == 1


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("Có mặt 12, vắng 3: đ/c Tâm, đ/c Việt, anh Chín Đua.", False),
        ("Có mặt 12. Vắng 2: ông Tài, anh Duy.", False),
        ("Có mặt 11, vắng 1: bs. Hiếu, giữ phòng hồi sức, đã báo.", True),
        ("Có mặt 11, vắng 2 có lý do.", True),
        ("Có mặt 11, vắng 1 không lý do.", True),
        ("Có mặt 11, vắng 1 (đ/c Nam ốm).", True),
        ("Chủ trì: đd. Hạnh (bs. Tùng đi học Hà Nội). Có mặt 11. Vắng: bs. Tùng.", True),
        ("Có mặt đủ 12/12, không vắng ai.", None),
    ],
)
def test_whether_a_reason_is_given(line: str, given: bool | None) -> None:
    assert read(line).reason_given is given


def test_a_table_of_counts() -> None:
    attendance = read("STT | Tổng số ĐV | Có mặt | Vắng | Miễn sinh hoạt", "1 | 21 | 18 | 2 | 1")
    assert (attendance.total, attendance.present, attendance.absent, attendance.exempt) == (
        21,
        18,
        2,
        1,
    )


def test_evidence_quotes_the_sentences() -> None:
    line = "Chủ trì: đ/c An. Tổng số 14, có mặt 13."
    assert [span.text for span in read(line).evidence] == ["Tổng số 14, có mặt 13."]


def test_persons_named_beside_the_word_are_counted() -> None:
    attendance = read("Chi bộ có 25 đảng viên, đến 23; bác Đại miễn sinh hoạt; cậu Khoa là dự bị.")
    assert attendance.exempt == 1
    assert attendance.probationary == 1
    assert attendance.temporary is None
