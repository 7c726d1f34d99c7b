"""What kind of paper a text is."""

import pytest

from minutes_nlp.model.labels import DocumentKind, SectionLabel
from minutes_nlp.model.minutes import DocumentType, Paragraph
from minutes_nlp.nlp.document_type import read_document_type

SITTING = (
    "Lúc 19h30 ngày 05/3/2026, chi bộ họp ở nhà văn hóa. Có mặt 12/13 đảng viên.",
    "Chủ trì: đ/c Lê Văn Phước, bí thư. Thư ký: đ/c Trần Thị Thơm.",
    "Đ/c Lan: đề nghị sửa đường trước mùa mưa cho dân đi lại.",
    "Đ/c Hải: nhất trí với báo cáo, xin thêm hai bóng đèn ở ngõ.",
    "Đ/c Minh: cái cống đầu làng phải khơi trước tháng 5.",
    "Đ/c Phước chốt: sửa đường trong tháng 4, giao đ/c Hải.",
    "Chi bộ biểu quyết 12/12 nhất trí.",
    "Biên bản đọc lại trước chi bộ. Họp xong lúc 21h.",
)


def kind_of(*lines: str) -> DocumentType:
    """Read the kind of a paper all of whose paragraphs are untagged."""
    return read_document_type(
        tuple(Paragraph(i, text, SectionLabel.FORMALITIES) for i, text in enumerate(lines))
    )


@pytest.mark.parametrize(
    "title",
    [
        ("BIÊN BẢN HỌP CHI BỘ THÁNG 3/2026",),
        ("CHI BỘ TỔ DÂN PHỐ SỐ 9", "BIÊN BẢN", "Sinh hoạt chi bộ thường kỳ tháng 3"),
        ("BIÊN BẢN SHCB T3/2026",),
        ("ĐẢNG BỘ CÔNG TY MAY", "CHI BỘ XƯỞNG 2", "BIÊN BẢN"),
        ("bien ban hop chi bo thang 3",),
        ("BIÊN BẢN", "Hội nghị chi bộ tháng 3 (phổ biến nghị quyết, kết nạp đảng viên)"),
        (),
        ("CHƯƠNG TRÌNH",),
    ],
)
def test_minutes_of_the_cell_whatever_their_title(title: tuple[str, ...]) -> None:
    read = kind_of(*title, *SITTING)
    assert read.kind is DocumentKind.REGULAR
    assert read.looks_like is None


def test_minutes_without_diacritics_are_minutes() -> None:
    read = kind_of(
        "Bien ban hop chi bo thang 3/2026",
        "Tong so dang vien: 15, co mat 14, vang 1 (dong chi Nam om)",
        "Dong chi Lan: de nghi sua duong truoc mua mua, nhan dan rat mong doi viec nay.",
        "Ket thuc luc 21h, bien ban duoc thong qua.",
    )
    assert read.kind is DocumentKind.REGULAR
    assert read.confidence < 0.5


@pytest.mark.parametrize(
    ("title", "looks_like"),
    [
        ("NGHỊ QUYẾT CHI BỘ THÁNG 3/2026", "nghị quyết"),
        ("BÁO CÁO KẾT QUẢ CÔNG TÁC THÁNG 3", "báo cáo"),
        ("KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ", "kế hoạch"),
        ("THÔNG BÁO KẾT LUẬN CỦA BAN THƯỜNG VỤ", "thông báo"),
        ("CHƯƠNG TRÌNH SINH HOẠT CHI BỘ", "chương trình"),
    ],
)
def test_other_party_papers(title: str, looks_like: str) -> None:
    read = kind_of(
        "ĐẢNG BỘ XÃ AN LÂM",
        "CHI BỘ THÔN ĐÔNG",
        title,
        "1. Chi bộ đã quán triệt nghị quyết và đạt các chỉ tiêu đề ra trong tháng.",
        "2. Kết luận của bí thư chi bộ tháng trước đã thực hiện xong các việc.",
        "T/M CHI BỘ",
    )
    assert (read.kind, read.looks_like) == (DocumentKind.OTHER, looks_like)


@pytest.mark.parametrize(
    ("title", "looks_like"),
    [
        ("BIÊN BẢN HỌP CHI ỦY THÁNG 3", "biên bản họp chi ủy"),
        ("BIÊN BẢN HỌP CHI ỦY CHI BỘ THÔN ĐÔNG", "biên bản họp chi ủy"),
        ("BIÊN BẢN SINH HOẠT CHI ĐOÀN", "biên bản họp chi đoàn"),
        ("BIÊN BẢN HỌP TỔ DÂN PHỐ SỐ 9", "biên bản họp tổ dân phố"),
        ("TRÍCH BIÊN BẢN HỌP CHI BỘ", "trích biên bản"),
        ("BIÊN BẢN KIỂM PHIẾU", "biên bản kiểm phiếu"),
        ("BIÊN BẢN LỄ KẾT NẠP ĐẢNG VIÊN", "biên bản lễ kết nạp đảng viên"),
        ("BIÊN BẢN HỌP HỘI ĐỒNG QUẢN TRỊ", "biên bản họp hội đồng quản trị"),
    ],
)
def test_minutes_of_other_sittings(title: str, looks_like: str) -> None:
    read = kind_of(title, *SITTING)
    assert (read.kind, read.looks_like) == (DocumentKind.OTHER, looks_like)


def test_other_languages_are_named() -> None:
    english = (
        "The board of the company met in the main hall and it was agreed to build the new line"
    )
    french = "Nous avons le plaisir de vous informer que la réunion des membres est dans la salle"
    assert kind_of(*[english] * 3).looks_like == "văn bản tiếng Anh"
    assert kind_of(*[french] * 3).looks_like == "văn bản tiếng Pháp"


def test_a_blank_form_is_no_minutes() -> None:
    form = [f"{n}. Nội dung: ………………………" for n in range(10)]
    assert kind_of("BIÊN BẢN SINH HOẠT CHI BỘ", *form).kind is DocumentKind.OTHER


def test_an_article_about_a_cell_is_no_minutes() -> None:
    read = kind_of(
        "Khi buổi họp chi bộ có tiếng cãi nhau",
        "Tối 05/8, chúng tôi đến dự buổi họp của chi bộ khu phố Bến Than.",
        "Ông Chất đứng lên trước: tôi không nhất trí với phương hướng chi ủy đưa ra.",
        "Chị Nhung, bí thư, kết luận chia ba mức thu. Biểu quyết, 29 trên 31 cánh tay giơ lên.",
        "Bài và ảnh: Ngọc Hường",
    )
    assert read.kind is DocumentKind.OTHER


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III", DocumentKind.THEMATIC),
        ("BIÊN BẢN HỌP CHI BỘ THÁNG 6 (thường kỳ + chuyên đề quý II)", DocumentKind.COMBINED),
        ("BIÊN BẢN SINH HOẠT CHI BỘ THƯỜNG KỲ THÁNG 6", DocumentKind.REGULAR),
    ],
)
def test_regular_thematic_or_both(title: str, kind: DocumentKind) -> None:
    assert kind_of(title, *SITTING).kind is kind


def test_confidence_is_a_probability_and_higher_with_a_title() -> None:
    titled, untitled = kind_of("BIÊN BẢN HỌP CHI BỘ", *SITTING), kind_of(*SITTING)
    assert 0 < untitled.confidence < titled.confidence <= 1


def test_without_diacritics_nothing_is_surely_another_paper() -> None:
    told = (
        "Chi bo thon Bau Say, dem 5 thang 1 nam 2026 tai nha van hoa",
        "Bi thu noi chuyen thang truoc, dang vien nghe roi gop y tung nguoi mot.",
        "Anh Bay noi dam gio khong uong ruou, chi bo dong y giu loi hua do.",
        "Chi bo gio tay nhat tri 12/12 dang vien, giao anh Nam lo viec bac cau.",
        "Tan hop luc 21 gio 15, bien ban doc lai nhat tri thong qua.",
    )
    assert kind_of(*told).kind is DocumentKind.REGULAR
    assert kind_of(*told).confidence < 0.5
    other = kind_of("So phai thu quy I", "Chi bo, dang vien nop cho Bi thu giu", *told[1:])
    assert other.confidence < 0.5
