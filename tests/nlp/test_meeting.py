"""What the minutes state about the sitting."""

from datetime import date, time

import pytest

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph
from minutes_nlp.nlp.meeting import read_meeting


def formal(*lines: str) -> tuple[Paragraph, ...]:
    """Paragraphs that are all formalities."""
    return tuple(Paragraph(i, text, SectionLabel.FORMALITIES) for i, text in enumerate(lines))


WARD = formal(
    "ĐẢNG ỦY PHƯỜNG AN HÒA",
    "CHI BỘ KHU PHỐ 3",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "An Hòa, ngày 03 tháng 02 năm 2026",
    "BIÊN BẢN",
    "Họp Chi bộ định kỳ tháng 02 năm 2026",
    "Hôm nay, vào lúc 19 giờ 30 phút, ngày 03 tháng 02 năm 2026, tại Văn phòng khu phố 3.",
    "1. Chủ trì: Ông Nguyễn Văn Hòa – Bí thư Chi bộ",
    "2. Thư ký: Bà Trần Thị Mai – Chi ủy viên",
    "Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
)


def test_reads_a_formal_opening() -> None:
    meeting = read_meeting(WARD)
    assert meeting.cell == "CHI BỘ KHU PHỐ 3"
    assert (meeting.date, meeting.start, meeting.end) == (
        date(2026, 2, 3),
        time(19, 30),
        time(21, 15),
    )
    assert meeting.place == "Văn phòng khu phố 3"
    assert (meeting.chair, meeting.secretary) == ("Nguyễn Văn Hòa", "Trần Thị Mai")
    assert meeting.months == (("title", 2026, 2),)


def test_what_is_stated_is_quoted_from_its_paragraph() -> None:
    meeting = read_meeting(WARD)
    assert {name for name, _ in meeting.stated} >= {"cell", "date", "start", "end", "chair"}
    for _, span in meeting.stated:
        assert WARD[span.paragraph].text[span.start : span.end] == span.text


def test_reads_a_notebook_without_headings() -> None:
    meeting = read_meeting(
        formal(
            "Tối 14/8/2025 chi bộ xóm Đông họp ở nhà ông Tư Lợi, 7 rưỡi bắt đầu.",
            "Ông Bảy Thạnh (bí thư) chủ trì, tui là Lê Văn Út ghi.",
            "Ông Bảy nói chuyện giá lúa.",
            "Nghỉ lúc 9 giờ tối.",
        )
    )
    assert (meeting.start, meeting.end) == (time(19, 30), time(21, 0))
    assert (meeting.cell, meeting.date) == ("chi bộ xóm Đông", date(2025, 8, 14))
    assert (meeting.chair, meeting.secretary) == ("Bảy Thạnh", "Lê Văn Út")
    assert meeting.place == "nhà ông Tư Lợi"


@pytest.mark.parametrize(
    ("line", "chair", "secretary"),
    [
        (
            "Chủ trì: đ/c Hoàng Thị Mận – BT, CT Công đoàn. Ghi BB: Trần An.",
            "Hoàng Thị Mận",
            "Trần An",
        ),
        ("Đ/c Vũ Khoát (Bí thư) điều khiển, đ/c Bùi Thắng ghi biên bản.", "Vũ Khoát", "Bùi Thắng"),
        (
            "Bà Lê Thị Thoa, phó bí thư, chủ trì thay ông Khoái. Tôi, Vũ Soạn, ghi.",
            "Lê Thị Thoa",
            "Vũ Soạn",
        ),
        ("Đ/c bí thư uỷ quyền cho đ/c Giàng A Sính phó bí thư chủ trì.", "Giàng A Sính", None),
        ("Điều khiển: chị Trịnh Thị Bé Sáu. Viết biên bản: Lê Đực.", "Trịnh Thị Bé Sáu", "Lê Đực"),
        ("Đồng chí thư ký: Thượng úy Đoàn Thị Kim Chi", None, "Đoàn Thị Kim Chi"),
        ("Chủ tọa: Cô H'Len Ksor. Người chép: Y Thuyên Mlô", "H'Len Ksor", "Y Thuyên Mlô"),
    ],
)
def test_whoever_presides_and_writes(line: str, chair: str | None, secretary: str | None) -> None:
    meeting = read_meeting(formal("BIÊN BẢN HỌP CHI BỘ", line))
    assert (meeting.chair, meeting.secretary) == (chair, secretary)


@pytest.mark.parametrize(
    "block",
    [
        ("THƯ KÝ", "Trần Thị Mai", "CHỦ TRÌ", "Nguyễn Văn Hòa"),
        (
            "Thư ký | Chủ trì",
            "(Ký, ghi rõ họ tên) | (Ký, ghi rõ họ tên)",
            "Trần Thị Mai | Nguyễn Văn Hòa",
        ),
        ("NGƯỜI GHI BIÊN BẢN", "CHỦ TỌA", "Trần Thị Mai", "Nguyễn Văn Hòa"),
        ("Thư ký (đã ký): Trần Thị Mai", "Chủ toạ (đã ký): Nguyễn Văn Hòa"),
    ],
)
def test_names_from_the_signature_block(block: tuple[str, ...]) -> None:
    meeting = read_meeting(formal("BIÊN BẢN HỌP CHI BỘ", "Nghỉ lúc 21h.", *block))
    assert (meeting.chair, meeting.secretary) == ("Nguyễn Văn Hòa", "Trần Thị Mai")


def test_a_short_name_becomes_the_full_one_of_the_signature() -> None:
    meeting = read_meeting(formal("Thơm ghi biên bản.", "THƯ KÝ", "Nguyễn Thị Thơm"))
    assert meeting.secretary == "Nguyễn Thị Thơm"


def test_nobody_named_stays_none() -> None:
    meeting = read_meeting(formal("BIÊN BẢN HỌP CHI BỘ", "Chủ trì: đồng chí Bí thư", "Thư ký: "))
    assert (meeting.chair, meeting.secretary) == (None, None)


def test_what_is_not_stated_stays_none() -> None:
    meeting = read_meeting(formal("Chi bộ họp."))
    assert meeting == Meeting(stated=meeting.stated, cell=meeting.cell)


def test_other_days_and_times_are_not_the_sittings() -> None:
    meeting = read_meeting(
        formal(
            "BIÊN BẢN HỌP CHI BỘ THÁNG 6/2025",
            "Đảng phí tháng 5 nộp ngày 29/5/2025 lúc 8h00.",
            "Ngày 08/6/2025, 14h05, phòng học tầng 2.",
            "15h02 báo động, dừng họp. 15h27 họp tiếp.",
            "Biên bản đọc lúc 16h00, nhất trí. Kết thúc 16h10.",
        )
    )
    assert meeting.date == date(2025, 6, 8)
    assert (meeting.start, meeting.end) == (time(14, 5), time(16, 10))


@pytest.mark.parametrize(
    "line",
    [
        "Vào 19h30', ngày 04/6/2026, chi bộ họp tại nhà văn hóa (mất điện từ 18h).",
        "Chi bộ họp tại sảnh, vừa tan vụ vải, bắt đầu 19 giờ 30.",
        "Giờ họp: 19:30, tối 04/6/2026.",
        "Tối nay 19 rưỡi vô họp.",
    ],
)
def test_the_start_is_told_from_other_times(line: str) -> None:
    assert read_meeting(formal("BIÊN BẢN HỌP CHI BỘ", line)).start == time(19, 30)


def test_an_end_told_as_a_duration() -> None:
    meeting = read_meeting(formal("Bắt đầu 19h ngày 05/3/2026.", "Họp xong sau 1 tiếng rưỡi."))
    assert meeting.end == time(20, 30)


def test_months_of_title_and_review() -> None:
    paragraphs = (
        *formal("BIÊN BẢN", "Sinh hoạt chi bộ thường kỳ tháng 10 năm 2025"),
        Paragraph(2, "I. Đánh giá kết quả thực hiện nhiệm vụ tháng 9", SectionLabel.TASK_REVIEW),
    )
    assert read_meeting(paragraphs).months == (("title", 2025, 10), ("reviewed", None, 9))


def test_a_wrong_section_in_the_opening_hides_nothing() -> None:
    wrong = tuple(
        Paragraph(p.index, p.text, SectionLabel.NEWS if p.index == 6 else p.section) for p in WARD
    )
    assert read_meeting(wrong) == read_meeting(WARD)


def test_no_paragraphs_state_nothing() -> None:
    assert read_meeting(()) == Meeting()


@pytest.mark.parametrize(
    ("line", "chair", "secretary"),
    [
        ("Anh Hoàng Đình Bách, bí thư, chủ trì, tôi Tạ Văn Lãm ghi.",
         "Hoàng Đình Bách", "Tạ Văn Lãm"),
        ("anh Hoàng Đình Bách bí thư chủ trì tôi Tạ Văn Lãm làm thư ký",
         "Hoàng Đình Bách", "Tạ Văn Lãm"),
        ("Chủ trì Huỳnh Công Lực. Ghi biên bản Đỗ Văn Báu.", "Huỳnh Công Lực", "Đỗ Văn Báu"),
        ("4. Chủ trì, thư ký: đ/c Trương Văn Nhã chủ trì; đ/c Lê Quốc Thái ghi biên bản.",
         "Trương Văn Nhã", "Lê Quốc Thái"),
        ("Chủ trì chú Ba (Huỳnh Tấn Lâm, BT). Thư ký Quân (Trương Minh Quân).",
         "Huỳnh Tấn Lâm", "Trương Minh Quân"),
        ("Cô Lê Thị Nhơ được chị Vân ủy quyền chủ trì. Trần Thị Mai viết biên bản.",
         "Lê Thị Nhơ", "Trần Thị Mai"),
    ],
)  # fmt: skip
def test_names_and_offices_alternate(line: str, chair: str, secretary: str) -> None:
    meeting = read_meeting(formal("BIÊN BẢN", line))
    assert (meeting.chair, meeting.secretary) == (chair, secretary)


@pytest.mark.parametrize(
    ("block", "chair", "secretary"),
    [
        (("THƯ KÝ                    CHỦ TRÌ", "Lê Ngọc Bảo                    Đỗ Quốc Thái"),
         "Đỗ Quốc Thái", "Lê Ngọc Bảo"),
        (("NGƯỜI GHI | CHỦ TRÌ", "(ký) | (ký) Trần Thị Hà"), "Trần Thị Hà", None),
        (("Huỳnh Ngọc Quý, chủ trì (ký) | Đặng Thành Lân, người ghi (ký)",),
         "Huỳnh Ngọc Quý", "Đặng Thành Lân"),
        (("Người chép: Đặng Thành Lân (đã ký) | Chủ trì: Nguyễn Văn Tạo (đã ký)",),
         "Nguyễn Văn Tạo", "Đặng Thành Lân"),
        (("Người chủ trì và ghi biên bản", "(đã ký) Bùi Văn Quân"), "Bùi Văn Quân", "Bùi Văn Quân"),
    ],
)  # fmt: skip
def test_signature_blocks(block: tuple[str, ...], chair: str | None, secretary: str | None) -> None:
    meeting = read_meeting(formal("BIÊN BẢN", "Chi bộ nghe tin và bàn việc.", *block))
    assert (meeting.chair, meeting.secretary) == (chair, secretary)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Biên bản họp tháng 6/2026, ngày mùng 4", "Bắt đầu 19 giờ 30."), date(2026, 6, 4)),
        (("Biên bản họp tháng 7/2026 (8/7, tối thứ tư)",), date(2026, 7, 8)),
        (("biên bản họp tháng chín hai không hai lăm",
          "mười lăm giờ ngày năm tháng chín chi bộ họp"), date(2025, 9, 5)),
        (("họp ngày mùng năm tháng ba năm hai nghìn không trăm hai sáu mười chín giờ",),
         date(2026, 3, 5)),
        (("Biên bản họp tháng giêng dương lịch năm 2026", "Đêm 5 tháng 1 lạnh."),
         date(2026, 1, 5)),
    ],
)  # fmt: skip
def test_days_told_in_pieces(lines: tuple[str, ...], day: date) -> None:
    assert read_meeting(formal(*lines)).date == day


def test_evening_is_told_apart_from_the_hour() -> None:
    meeting = read_meeting(
        formal(
            "Biên bản họp chi bộ tháng 1/2026",
            "Đêm 5 tháng 1 lạnh, cửa đóng kín. Từ 7 giờ 30, đủ mặt.",
            "9 giờ 5 tan.",
        )
    )
    assert (meeting.start, meeting.end) == (time(19, 30), time(21, 5))


def test_a_clock_before_the_opening_words_is_the_start() -> None:
    meeting = read_meeting(formal("BIÊN BẢN", "Mở cửa lúc 7 giờ tối, 7 rưỡi vô họp."))
    assert meeting.start == time(19, 30)


def test_tens_and_halves_as_they_are_spoken() -> None:
    meeting = read_meeting(
        formal("BIÊN BẢN", "Sáu rưỡi chiều bắt đầu.", "Tám giờ bốn chục tối giải tán.")
    )
    assert (meeting.start, meeting.end) == (time(18, 30), time(20, 40))
