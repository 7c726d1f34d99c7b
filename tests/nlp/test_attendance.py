"""Attendance in numbers, as stated."""

import sys
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("line", "total", "present", "absent"),
    [
        ("Nhà có 23 đảng viên, tối nay tới 19, hai bác ốm.", 23, 19, None),
        ("Toàn chi bộ ba mươi hai đồng chí, hai mươi tám đồng chí có mặt, bốn đồng chí vắng.",
         32, 28, 4),
        ("Chi bộ ta hai mươi. Hai chị xin nghỉ, còn mười tám người ngồi kín phòng.", 20, 18, 2),
        ("Sổ có 25 người, miễn sinh hoạt một, vắng bốn, ai cũng có xin. Còn 20.", 25, 20, 4),
        ("Hôm nay chỉ được mười bốn người, vắng mất năm, chi bộ có mười chín.", 19, 14, 5),
        ("31 người: tới 29, vắng chú Bảy, miễn bác Lâm.", 31, 29, 1),
        ("Ai có mặt? 26/28. Vắng: a. Thắng, vợ sanh. Miễn: bác Tư.", 28, 26, 1),
        ("Điểm danh: 9/10, chị Hạ nghỉ vì con nhập viện.", 10, 9, 1),
        ("Có mặt 18/19 (vắng: đ/c Bạch Văn Tuyển, sốt).", 19, 18, 1),
        ("22/24 đ/c; vắng Hiền (đám cưới con), Sáu (bù ca đêm).", 24, 22, 2),
        ("Sĩ số 33. Hiện diện 30. Vắng có phép 2, không phép 1.", 33, 30, 3),
        ("Có mặt 11/13, vắng anh Cường đi viện, ông Ký miễn sinh hoạt.", 13, 11, 1),
        ("Tổng 21, có mặt 19. 19 giờ 40 anh Tư tới, thành 20.", 21, 20, None),
        ("Đúng giờ đếm được 13 người, lát sau thêm được 3 người nữa là 16.", None, 16, None),
        ("Chi bộ 11 người, miễn 1, còn 10 người phải họp thì ra đủ cả 10.", 11, 10, 0),
        ("Đảng viên 17, miễn sinh hoạt 01, có mặt 16/16.", 17, 16, None),
        ("Tề tựu đông đủ, không thiếu một ai, mười một người cả thảy.", 11, 11, 0),
        ("Thành phần: 100% đảng viên chi bộ (11 đồng chí).", 11, 11, 0),
        ("Quân số 21, có mặt 19, vắng hai, đảng phí thu đủ mười chín người.", 21, 19, 2),
    ],
)  # fmt: skip
def test_told_statements(
    line: str, total: int | None, present: int | None, absent: int | None
) -> None:
    attendance = read(line)
    assert (attendance.total, attendance.present, attendance.absent) == (total, present, absent)


@pytest.mark.parametrize(
    ("line", "exempt", "temporary", "probationary"),
    [
        ("Có mặt 18 + 1 đồng chí sinh hoạt tạm thời. Tổng số 18.", None, 1, None),
        ("Tổng số 28, có 02 giáo sinh Đại học Sư phạm sinh hoạt tạm thời. Có mặt 26.",
         None, 2, None),
        ("16 ĐV, miễn Ngọ, có mặt 14. SHTT: Duy, Hoa có mặt (ngoài 14).", 1, 2, None),
        ("Có mặt 12/13. Cùng dự có đồng chí Hoa, sinh hoạt tạm thời.", None, 1, None),
        ("Đảng viên sinh hoạt tạm thời cùng dự, không tính vào số trên: 02 (Duy, Hoa).",
         None, 2, None),
        ("28 người: tới 26 (3 tạm thời 213, Vinh dự bị), miễn bác Tư.", 1, 3, 1),
        ("Đảng viên 21 (19 chính thức, 2 dự bị), bác Bổng được miễn sinh hoạt.", 1, None, 2),
        ("Chi bộ 21, nghe đọc đơn xin miễn sinh hoạt của bác Lâm.", None, None, None),
    ],
)  # fmt: skip
def test_groups_by_number_or_name(
    line: str, exempt: int | None, temporary: int | None, probationary: int | None
) -> None:
    attendance = read(line)
    found = (attendance.exempt, attendance.temporary, attendance.probationary)
    assert found == (exempt, temporary, probationary)


@pytest.mark.parametrize(
    "line",
    [
        "21 đảng viên chính thức và 1 dự bị, dự họp 20.",
        "Đảng viên chính thức 14/15 có mặt; dự bị 2/2.",
    ],
)
def test_a_part_is_not_taken_for_the_total(line: str) -> None:
    assert read(line).total is None


def test_a_list_that_contradicts_the_numbers_is_left_out() -> None:
    assert read("Tổng số 20, có mặt 19, vắng ông Tài, anh Duy, chị Lan.").absent is None
    assert read("Tổng số 20, có mặt 17, vắng ông Tài, anh Duy, chị Lan.").absent == 3


def test_a_bare_number_counts_only_where_it_closes_the_sum() -> None:
    assert read("Sổ có 25 người, miễn hai cụ, vắng bốn. Còn 19.").present == 19
    assert read("Sổ có 25 người, miễn hai cụ, vắng bốn. Còn 18.").present is None


_SPELLED = {
    7: "bảy", 12: "mười hai", 15: "mười lăm", 18: "mười tám", 20: "hai mươi",
    21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 30: "ba mươi",
}  # fmt: skip


def _number(value: int, *, in_words: bool) -> str:
    return _SPELLED.get(value, str(value)) if in_words else f"{value:02d}"


@given(
    total=st.integers(8, 40),
    absent=st.integers(1, 4),
    unit=st.sampled_from(["đồng chí", "đ/c", "đảng viên", "người"]),
    total_word=st.sampled_from(["tổng số", "chi bộ có", "quân số", "trong sổ có"]),
    present_word=st.sampled_from(["có mặt", "dự họp", "hiện diện", "tới họp"]),
    absent_word=st.sampled_from(["vắng", "vắng mặt", "thiếu"]),
    link=st.sampled_from([" ", ": ", " là "]),
    stop=st.sampled_from([", ", "; ", ". "]),
    order=st.permutations(["total", "present", "absent"]),
    in_words=st.booleans(),
)
def test_every_composition_is_read(
    total: int,
    absent: int,
    unit: str,
    total_word: str,
    present_word: str,
    absent_word: str,
    link: str,
    stop: str,
    order: list[str],
    in_words: bool,
) -> None:
    """Words, units, links and order may be combined at will."""
    values = {"total": total, "present": total - absent, "absent": absent}
    words = {"total": total_word, "present": present_word, "absent": absent_word}
    parts = [
        f"{words[kind]}{link}{_number(values[kind], in_words=in_words)} {unit}" for kind in order
    ]
    attendance = read("Thành phần: " + stop.join(parts))
    assert (attendance.total, attendance.present, attendance.absent) == tuple(values.values())


_PIECES = st.sampled_from(
    ["vắng ", "có mặt ", "1 ", "19/21 ", "hai mươi ", "đồng chí ", "hiện nay hiện có ", "(", ") ",
     "bác Đại ", "miễn ", "sinh hoạt tạm thời ", "đủ ", ", ", "; ", ": ", "Hoa, ", "phải dự ",
     "chính thức ", "chi bộ ", "không ", "xin nghỉ "]
)  # fmt: skip


_SERIAL = count(1)


def _calls(line: str) -> int:
    """Return how many calls the reading takes, whatever the clock says."""
    calls = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    # No two lines are the same, so that no cache saves the work.
    fresh = f"{next(_SERIAL)}x {line}"
    sys.setprofile(tick)
    try:
        read(fresh)
    finally:
        sys.setprofile(None)
    return calls


@settings(max_examples=25, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=4))
def test_the_work_is_linear_in_the_length(pieces: list[str]) -> None:
    """Twice the text takes about twice the work, whatever the text repeats."""
    unit = "".join(pieces)
    read(unit)  # compiles the patterns
    short, long = (unit * 60, unit * 240)
    assert _calls(long) <= 6 * _calls(short) + 2000


@pytest.mark.parametrize(
    ("line", "temporary"),
    [
        ("Tổng số 18. Sinh hoạt tạm thời nơi khác 01 (đ/c Vũ). Phải dự 17, có mặt 16.", 1),
        ("Tổng số 18, miễn 2, SHTT ở nơi khác: 02, có mặt 13.", 2),
        ("Đảng viên 16. Đ/c Châu hết hạn sinh hoạt tạm thời hôm 05/5, đã về. Có mặt 15.", None),
        ("Tổng số 20, có mặt 18. Chú Hoan trả giấy sinh hoạt tạm thời ngày 20/3.", None),
    ],
)
def test_members_elsewhere_for_a_time(line: str, temporary: int | None) -> None:
    assert read(line).temporary == temporary


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("Có mặt 14 trên 17 (ông Lạc đau, chú Sơn và bà Tuyền xin ở nhà chống lụt).", 3),
        ("Tới 15 người trong số 19. Ngoài ông Lạc bà Mai, vắng cô Hà (nghỉ sanh) và chú Tín.", 4),
        ("Phải dự 19, dự 18. Cô Mai Hương sanh cháu.", 1),
        ("Đến 12 trên 14. Anh Khang đi Hàn hai tháng, chị Ngọc làm ca.", 2),
        # Who is elsewhere for a time is not among the absent, and nobody is guessed.
        ("Đảng viên 16, có mặt 14. Anh Khang đi công tác.", None),
        ("Có mặt 12. Vắng một số đồng chí còn ở đám.", None),
        ("Có mặt 16; vắng 01 là anh Thụ, do đi nộp tài liệu ở tỉnh.", 1),
        ("Phải dự 16, có mặt 14. Vắng: anh Điệp (phép), anh Bảo. Ghi vắng không lý do.", 2),
        ("Tổng số 28, có mặt 27. Không ai vắng không phép.", None),
    ],
)
def test_absent_members_named_in_other_words(line: str, absent: int | None) -> None:
    assert read(line).absent == absent


@pytest.mark.parametrize(
    ("line", "total", "present"),
    [
        ("Phải dự 22, có mặt 19, vắng 3.", None, 19),
        ("Diện phải họp 21 đảng viên. Có mặt 19.", 21, 19),
        ("Họp lúc 14 giờ, có 17 đồng chí, vắng 4.", None, 17),
        ("Phải dự 18. Có 15.", None, 15),
        ("Chi bộ có 16 đảng viên, vắng 2.", 16, None),
        ("19 giờ 30 có mặt ở nhà văn hóa. Chi bộ 24, đến họp 21, vắng 3.", 24, 21),
        ("Tổng số đảng viên của Chi bộ tính đến hôm nay là 18 đồng chí: 17 chính thức.", 18, None),
        ("Đảng viên 17, anh Quý về từ 01/02. Dự 14.", 17, 14),
        ("Có mặt 28. Đảng phí tháng 4 nợ đã nộp; tháng 5 đủ 38/38.", None, 28),
    ],
)
def test_who_is_due_and_who_came(line: str, total: int | None, present: int | None) -> None:
    attendance = read(line)
    assert (attendance.total, attendance.present) == (total, present)


def test_an_aside_may_say_who_is_exempt() -> None:
    attendance = read("Đảng viên 23, có mặt 21, vắng cụ Sáu (miễn) và anh Thắng (tạm thời).")
    assert (attendance.exempt, attendance.temporary) == (1, 1)
    assert read("Tổng 23, dự bị không còn ai, có mặt 19.").probationary == 0
