import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.readers.line_wrapping import rejoin_wrapped_lines

PARAGRAPHS = [
    "Thời gian: bắt đầu lúc 19 giờ 30 phút ngày 05 tháng 7 năm 2026 tại nhà văn hóa thôn Đông, "
    "có mặt 19 trên tổng số 21 đảng viên, vắng 02 đồng chí có lý do chính đáng.",
    "- Đ/c Lan: đề nghị thôn sửa ngay đoạn mương bị sạt cạnh nhà ông Bảy vì nước đã tràn vào "
    "ruộng của sáu hộ, nếu để sang tháng sau thì lúa hè thu hỏng hết.",
    "Đồng chí Bí thư kết luận: giao tổ Đảng số 2 chủ trì nạo vét mương, huy động mỗi hộ một công, "
    "hoàn thành trước ngày 20 tháng 7 và báo cáo lại chi bộ ở kỳ họp tháng sau.",
    "Chi bộ biểu quyết nhất trí một trăm phần trăm với kết luận của đồng chí chủ trì hội nghị "
    "và giao cấp ủy theo dõi, đôn đốc việc thực hiện trong cả tháng.",
]


@pytest.mark.parametrize("width", [65, 72, 80])
def test_wrapped_text_is_rejoined(width: int) -> None:
    lines = [line for text in PARAGRAPHS for line in textwrap.wrap(text, width)]
    assert rejoin_wrapped_lines(lines) == PARAGRAPHS


def test_blank_lines_stay_between_wrapped_paragraphs() -> None:
    lines = [line for text in PARAGRAPHS for line in [*textwrap.wrap(text, 72), ""]]
    rejoined = rejoin_wrapped_lines(lines)
    assert [line for line in rejoined if line] == PARAGRAPHS


def test_one_line_a_paragraph_stays_as_it_is() -> None:
    assert rejoin_wrapped_lines(PARAGRAPHS) == PARAGRAPHS


def test_short_notes_in_lower_case_stay_apart() -> None:
    lines = [
        "lan: nhất trí với báo cáo của chi ủy, đề nghị sửa đường sớm",
        "hùng: đồng ý, thêm việc thu quỹ",
        "tám: nên giao cho tổ 2 làm trước mùa mưa",
        "chủ trì: ghi nhận các ý kiến",
        "họp xong lúc 21h",
    ]
    assert rejoin_wrapped_lines(lines) == lines


def test_corpus_lines_are_never_joined() -> None:
    folder = Path(__file__).parents[2] / "corpora" / "sources"
    files = sorted(folder.glob("*/*.txt"))
    assert files
    for path in files:
        lines = [
            line.partition(" | ")[2] or line
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
        assert rejoin_wrapped_lines(lines) == lines, path.name


@given(st.lists(st.text(alphabet="ab Đ.-", max_size=90), max_size=12))
def test_no_character_but_space_is_lost(lines: list[str]) -> None:
    joined = "".join(rejoin_wrapped_lines(lines))
    assert joined.replace(" ", "") == "".join(lines).replace(" ", "")
