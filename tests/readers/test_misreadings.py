"""Only what form alone decides is put right, and true readings stay."""

import pytest

from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.scan.misreadings import mended


def read(text: str, heights: dict[int, float] | None = None) -> str:
    words = [
        Box(word, 50.0 * i, 0.0, 50.0 * i + 40, (heights or {}).get(i, 20.0), confidence=0.5)
        for i, word in enumerate(text.split())
    ]
    return " ".join(word.text for line in mended([words]) for word in line)


@pytest.mark.parametrize(
    ("read_as", "printed"),
    [
        ("Ð/c Sơn, 31-KH/ĐÐU", "Đ/c Sơn, 31-KH/ĐU"),
        ("chỉ bộ, Chỉ ủy, CHỈ BỘ", "chi bộ, Chi ủy, CHI BỘ"),
        ("'đồng ý'. 'giảm 100%'", '"đồng ý". "giảm 100%"'),
        ("có I1, vắng l đồng chí", "có 11, vắng 1 đồng chí"),
        ("vắng I đồng chí", "vắng 1 đồng chí"),
        ("2l/5 và 0!/6", "21/5 và 01/6"),
    ],
)
def test_put_right(read_as: str, printed: str) -> None:
    assert read(read_as) == printed


@pytest.mark.parametrize(
    "text",
    [
        "chỉ bộ phận một cửa, chỉ bộ đội",
        "chỉ thị 05, chỉ tiêu, chỉ huy",
        "I. THÔNG TIN",
        "quý I năm nay, phần I của báo cáo",
        "họp từ 7 giờ 30' đến 8 giờ",
        "A1 B2 H5N1",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert read(text) == text


def test_a_low_mark_at_the_head_of_a_line_is_a_bullet_and_a_letter_is_none() -> None:
    assert read("« Thu đảng phí", {0: 9.0}) == "• Thu đảng phí"
    assert read("s Thu đảng phí", {0: 9.0}) == "• Thu đảng phí"
    assert read("e Thu đảng phí") == "e Thu đảng phí"
