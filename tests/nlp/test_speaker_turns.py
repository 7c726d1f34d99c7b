"""Speakers without an address, and speakers whom a paragraph does not name."""

import pytest

from minutes_nlp.corpus.labelled_text import parse_paragraph
from minutes_nlp.model.labels import Role
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.meeting import read_meeting
from minutes_nlp.nlp.speakers import attribute_speakers

OPENING = (
    "formalities | CHI BỘ KHO VẬN",
    "formalities | Chủ trì: đ/c Lê Văn Phước, Bí thư chi bộ. Thư ký: đ/c Trần Thị Thơm.",
    "formalities | Khách mời: đồng chí Bùi Ngọc Sáu, Ủy viên Ban Thường vụ Đảng ủy.",
)
OWN_HAND = ("formalities | CHI BỘ XÓM KHẠ", "formalities | Tôi Bùi Văn Quyết chủ trì và ghi.")


def roles(*lines: str, opening: tuple[str, ...] = OPENING) -> list[Role | None]:
    """Return the role in each of these lines under an opening."""
    parsed = [parse_paragraph(line) for line in (*opening, *lines)]
    paragraphs = tuple(
        Paragraph(index, p.text, p.section) for index, p in enumerate(parsed) if p.section
    )
    attributed = attribute_speakers(paragraphs, read_meeting(paragraphs))[len(opening) :]
    return [p.speaker.role if p.speaker else None for p in attributed]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Khôi: khách khiếu nại thì phải có ảnh tem.", "Khôi"),
        ("Linh hỏi: không chụp tem thì lấy gì làm chứng?", "Linh"),
        ("- a. Phát: hẻm đầu gắn một camera là đủ.", "Phát"),
        ("14h20 – Sơn: chốt tôi thấy đèn hai đêm.", "Sơn"),
        ("Mười Thắm hỏi cá kiểng bán ở đâu.", "Mười Thắm"),
    ],
)
def test_reads_names_without_an_address(text: str, name: str) -> None:
    parsed = [parse_paragraph(line) for line in (*OPENING, f"contributions | {text}")]
    paragraphs = tuple(
        Paragraph(index, p.text, p.section) for index, p in enumerate(parsed) if p.section
    )
    speaker = attribute_speakers(paragraphs, read_meeting(paragraphs))[-1].speaker
    assert speaker is not None
    assert speaker.role is Role.MEMBER
    assert speaker.names == (name,)


@pytest.mark.parametrize("text", ["Điện: tháng này trả 300 nghìn.", "Thảo luận:", "Nước: còn đục."])
def test_a_topic_before_a_colon_is_nobody(text: str) -> None:
    small = "contributions:member | Đ/c Lan: tiền điện, tiền nước tháng này cao."
    assert roles(small, f"contributions | {text}")[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Có thêm 5 đồng chí nói nhất trí, không ghi hết tên.",
        "Nhiều đồng chí nói không biết nó tới như vậy.",
        "Có người đề nghị đặt ống cống to hơn.",
        '"Ai bán? Thuê!"',
    ],
)
def test_voices_of_nobody_in_particular_are_members(text: str) -> None:
    assert roles(f"contributions | {text}") == [Role.MEMBER]


@pytest.mark.parametrize(
    "text",
    [
        "Mời các đồng chí thảo luận, nói ngắn thôi.",
        "Ai có ý kiến gì thì nói.",
        "Chuyển sang việc thứ hai.",
        "Đề nghị các đồng chí phát biểu vào báo cáo.",
    ],
)
def test_steering_without_a_subject_is_the_chair(text: str) -> None:
    assert roles(f"contributions | {text}") == [Role.CHAIR]


def test_a_guest_goes_on_by_points() -> None:
    said = roles(
        "contributions:guest | Đ/c Bùi Ngọc Sáu phát biểu: tôi có ba ý.",
        "contributions:guest | Thứ hai, hồ sơ đảng viên phải xong trước 30/6.",
        "contributions:guest | Cuối cùng, chúc chi bộ năm mới.",
        "contributions:member | Đ/c Lan: xin hỏi mẫu hồ sơ lấy ở đâu?",
    )
    assert said == [Role.GUEST, Role.GUEST, Role.GUEST, Role.MEMBER]


def test_i_am_the_chair_where_he_writes_himself() -> None:
    said = roles(
        "contributions:chair | Tôi mời anh Thắng nói trước.",
        "criticism:chair | Tôi không cãi, lỗi của tôi là không gọi.",
        opening=OWN_HAND,
    )
    assert said == [Role.CHAIR, Role.CHAIR]


def test_i_am_the_note_taker_where_another_presides() -> None:
    assert roles("contributions:member | Tôi góp: nên khơi lại rãnh xóm Giữa.") == [Role.MEMBER]


def test_rows_after_a_conclusion_are_the_chairs() -> None:
    said = roles(
        "conclusions:chair | Đ/c Phước kết luận, giao việc như sau:",
        "conclusions:chair | Lắp cảm biến | Trường | 07/3",
    )
    assert said == [Role.CHAIR, Role.CHAIR]
