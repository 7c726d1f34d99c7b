import pytest

from minutes_nlp.readers.soft_breaks import split_soft_breaks


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ĐẢNG BỘ XÃ ĐẠI KHÊ\nCHI BỘ THÔN ĐÔNG", ["ĐẢNG BỘ XÃ ĐẠI KHÊ", "CHI BỘ THÔN ĐÔNG"]),
        ("Đ/c Lan: nhất trí.\nĐ/c Hùng: bổ sung", ["Đ/c Lan: nhất trí.", "Đ/c Hùng: bổ sung"]),
        ("Các việc\n- sửa bơm\n- phát cỏ", ["Các việc", "- sửa bơm", "- phát cỏ"]),
        ("đề nghị sửa\nđoạn mương", ["đề nghị sửa đoạn mương"]),
        ("có mặt các đồng chí,\nBảy và Tám", ["có mặt các đồng chí, Bảy và Tám"]),
        (
            "Hội nghị giao việc nạo vét mương chính cho đồng chí Nguyễn\nVăn A",
            ["Hội nghị giao việc nạo vét mương chính cho đồng chí Nguyễn Văn A"],
        ),
        ("một dòng", ["một dòng"]),
    ],
)
def test_breaks_that_end_a_line_of_thought_separate(text: str, lines: list[str]) -> None:
    assert [line.strip() for line in split_soft_breaks(text)] == lines


def test_control_characters_are_kept_and_looked_through() -> None:
    assert split_soft_breaks("Xong.\n\x0e- Một") == ["Xong.", "\x0e- Một"]
    assert "".join(split_soft_breaks("Xong.\n\x0f\n")).count("\x0f") == 1
