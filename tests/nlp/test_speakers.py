"""Who speaks, and in what role."""

import pytest

from minutes_nlp.corpus.labelled_text import parse_paragraph
from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph, Speaker
from minutes_nlp.nlp.meeting import read_meeting
from minutes_nlp.nlp.speakers import attribute_speakers

OPENING = (
    "formalities | CHI BỘ KHOA NỘI",
    "formalities | Chủ trì: đ/c Lê Văn Phước, Bí thư chi bộ. Thư ký: đ/c Trần Thị Thơm.",
    "formalities | Khách mời: đồng chí Bùi Ngọc Sáu, Ủy viên Ban Thường vụ Đảng ủy.",
)


def attribute(*lines: str) -> tuple[Paragraph, ...]:
    """Attribute the speakers of labelled lines under a fixed opening; return those lines."""
    parsed = [parse_paragraph(line) for line in (*OPENING, *lines)]
    paragraphs = tuple(
        Paragraph(index, p.text, p.section) for index, p in enumerate(parsed) if p.section
    )
    return attribute_speakers(paragraphs, read_meeting(paragraphs))[len(OPENING) :]


def speaker_of(*lines: str) -> Speaker | None:
    """Return the speaker of the last line."""
    return attribute(*lines)[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Đ/c Lan: đề nghị sửa đường.", "Lan"),
        ("1 | Đ/c Lan | Đường hỏng từ tháng 3.", "Lan"),
        ("+ Đ/c Lan đề nghị sửa đường.", "Lan"),
        ("Ý kiến 1: Đồng chí Lan cho rằng phải sửa đường.", "Lan"),
        ("Về con đường, đồng chí Lan cho rằng phải sửa ngay.", "Lan"),
        ("Đường hỏng từ tháng 3, phải sửa ngay, theo đ/c Lan.", "Lan"),
        ("Phải sửa đường ngay (đ/c Lan).", "Lan"),
        ("Sửa đường thì phải xin xã – ý kiến của đ/c Lan.", "Lan"),
        ("Phải sửa đường, bs. Lan nói.", "Lan"),
        ("Bà Sáu không chịu dời, theo như anh Lan kể lại.", "Lan"),
        ("b) Ủng hộ nhưng băn khoăn về người, đồng chí Lan tính rằng phải thêm hai người.", "Lan"),
        ("Người giơ tay đầu tiên là ông Lan, kỹ sư. Ông nói thang máy hỏng.", "Lan"),
    ],
)
def test_finds_the_speaker_wherever_named(text: str, name: str) -> None:
    speaker = speaker_of(f"contributions | {text}")
    assert speaker is not None
    assert (speaker.names, speaker.role) == ((name,), Role.MEMBER)
    assert name in text[speaker.start : speaker.end]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Đ/c Phước: mời anh em nói.", Role.CHAIR),
        ("Đ/c Bí thư trả lời: để hỏi thêm.", Role.CHAIR),
        ("Bác chủ tọa đáp rằng chưa có tiền.", Role.CHAIR),
        ("Đ/c Hòa (phó khoa): nên mua máy mới.", Role.OFFICER),
        ("Bí thư chi đoàn đ/c Khua nhận việc này.", Role.OFFICER),
        ("Đ/c Phó Bí thư: đồng ý.", Role.OFFICER),
        ("Gia Huy (Phó Bí thư Đoàn trường) xin thêm 5 bạn.", Role.OFFICER),
        ("Tổ trưởng dân phố Đỗ Mạnh Cầu nói: ngõ tối quá.", Role.OFFICER),
        ("Đ/c Sáu: Đảng ủy yêu cầu ba việc.", Role.GUEST),
        ("Đại biểu cấp trên phát biểu: chi bộ làm tốt.", Role.GUEST),
        ("Thơm: nên để hòm ở cổng.", Role.MEMBER),
        ("Một đảng viên cao tuổi nhắc rằng đất ấy là đất lúa.", Role.MEMBER),
        ("Tổ trắc đạc: mốc 12 mất rồi.", Role.MEMBER),
        ("Đại diện chi hội phụ nữ: xin thêm ống.", Role.OFFICER),
    ],
)
def test_roles(text: str, role: Role) -> None:
    speaker = speaker_of(f"contributions | {text}")
    assert speaker is not None
    assert speaker.role is role


@pytest.mark.parametrize(
    "text",
    [
        "Thảo luận:",
        "III. Thảo luận, liên hệ",
        "Có ý kiến cho rằng phải đào hang chuột.",
        "100% đảng viên nhất trí.",
        "Các đồng chí đảng viên thảo luận sôi nổi, đề nghị thêm kinh phí.",
    ],
)
def test_nobody_identified(text: str) -> None:
    assert speaker_of(f"contributions | {text}") is None


def test_a_joint_statement_names_everybody() -> None:
    speaker = speaker_of("contributions | Các đ/c Lan, Hoa và Minh nhất trí với báo cáo.")
    assert speaker is not None
    assert speaker.names == ("Lan", "Hoa", "Minh")


def test_a_second_speaker_of_the_paragraph_is_named_too() -> None:
    speaker = speaker_of("contributions | Ông Vịnh bảo trồng đậu. Ông Tài cãi: đậu lỡ vụ rồi.")
    assert speaker is not None
    assert speaker.names == ("Vịnh", "Tài")


def test_posts_are_learnt_from_the_whole_document() -> None:
    speaker = speaker_of(
        "task_review | Đ/c Nguyễn Thị Nhàn – tổ trưởng công đoàn – báo cáo.",
        "contributions | Đ/c Nhàn: nên họp sớm hơn.",
    )
    assert speaker is not None
    assert (speaker.names, speaker.role) == (("Nguyễn Thị Nhàn",), Role.OFFICER)


def test_a_deputy_presides_and_the_secretary_is_an_officer() -> None:
    parsed = [
        parse_paragraph(line)
        for line in (
            "formalities | Chủ trì: đ/c Lê Thị Thoa, phó bí thư (thay bí thư).",
            "contributions | Đ/c Thoa: mời các đồng chí.",
            "contributions | Đ/c Bí thư nói thêm: tôi nhất trí.",
        )
    ]
    paragraphs = tuple(Paragraph(i, p.text, p.section) for i, p in enumerate(parsed) if p.section)
    read = attribute_speakers(paragraphs, read_meeting(paragraphs))
    assert [p.speaker.role if p.speaker else None for p in read[1:]] == [Role.CHAIR, Role.OFFICER]


def test_a_conclusion_is_the_chairs_and_a_bare_heading_nobodys() -> None:
    heading, conclusion = attribute(
        "conclusions | V. Kết luận", "conclusions | Giao đ/c Lan sửa đường trước 20/8."
    )
    assert heading.speaker is None
    assert conclusion.speaker is not None
    assert (conclusion.speaker.role, conclusion.speaker.names) == (Role.CHAIR, ("Lê Văn Phước",))


def test_a_chair_who_is_not_named() -> None:
    text = "Đồng chí chủ trì kết luận: giao đ/c Lan sửa đường."
    paragraphs = (Paragraph(0, text, SectionLabel.CONCLUSIONS),)
    speaker = attribute_speakers(paragraphs, Meeting())[0].speaker
    assert speaker == Speaker(Role.CHAIR, (), "chủ trì", 0, len("Đồng chí chủ trì"))


def test_a_speech_goes_on_under_its_bullets() -> None:
    *_, last = attribute(
        "contributions | Đồng chí Sáu phát biểu chỉ đạo:",
        "contributions | - Chi bộ phải làm chuyên đề.",
        "contributions | - Dùng Sổ tay đảng viên điện tử.",
    )
    assert last.speaker is not None
    assert (last.speaker.role, last.speaker.start, last.speaker.end) == (Role.GUEST, 0, 0)


def test_speakers_stand_only_in_spoken_sections() -> None:
    assert speaker_of("task_review | Đ/c Lan báo cáo: thu đủ.") is None


def test_who_is_praised_or_addressed_does_not_speak() -> None:
    speaker = speaker_of("criticism | Đ/c Lan góp ý đ/c Hiếu: hay đi muộn.")
    assert speaker is not None
    assert speaker.names == ("Lan",)


@pytest.mark.parametrize(
    ("text", "names", "role"),
    [
        ("Hỏi (chị Nhung): máy quét hư từ bao giờ?", ("Nhung",), Role.MEMBER),
        ("Đáp (đ/c Phước): hư từ đầu tháng.", ("Lê Văn Phước",), Role.CHAIR),
        ("Hỏi (đồng chí Sáu): ai ký phiếu?", ("Bùi Ngọc Sáu",), Role.GUEST),
    ],
)
def test_questions_and_answers_name_the_speaker_in_brackets(text, names, role) -> None:
    speaker = speaker_of(f"contributions | {text}")
    assert speaker is not None
    assert (speaker.names, speaker.role) == (names, role)


def test_who_says_that_he_heads_a_body_is_an_officer_all_along() -> None:
    own = "criticism | Đ/c Chòi: tôi là tổ trưởng mà không đếm đầu người."
    later = "contributions | Đ/c Chòi hỏi bãi ấy của ai."
    first, second = (p.speaker for p in attribute(own, later))
    assert first is not None
    assert second is not None
    assert first.role is second.role is Role.OFFICER
    other = speaker_of(own, "contributions | Đ/c Lan: tôi nghe anh tổ trưởng nói rồi.")
    assert other is not None
    assert other.role is Role.MEMBER


@pytest.mark.parametrize(
    "line",
    [
        "formalities | Người theo dõi, chấm điểm: chị Nguyễn Thị Thuyền.",
        "formalities | Chị Nguyễn Thị Thuyền được miễn sinh hoạt nhưng vẫn lên dự.",
        "formalities | Chị Nguyễn Thị Thuyền sinh hoạt tạm thời, cùng dự.",
    ],
)
def test_who_scores_or_is_exempt_is_no_guest(line: str) -> None:
    speaker = speaker_of(line, "contributions | Chị Thuyền nhất trí với phần việc của xóm.")
    assert speaker is not None
    assert speaker.role is Role.MEMBER
