"""Long paragraphs that hold several things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.resegmentation import pieces_of


def test_who_speaks_next_and_headings_within_open_a_piece() -> None:
    text = (
        "Thôn gieo xong 42 ha, còn 3 ha thiếu nước. Bà Lý: ngõ tối, đề nghị lắp hai đèn. "
        "Ông Thỏa nói sẽ hỏi giá. Giá cả hỏi ở chợ. VI. Kết luận: bà Mận hỏi giá đèn."
    )
    assert pieces_of(text) == [
        "Thôn gieo xong 42 ha, còn 3 ha thiếu nước.",
        "Bà Lý: ngõ tối, đề nghị lắp hai đèn.",
        "Ông Thỏa nói sẽ hỏi giá. Giá cả hỏi ở chợ.",
        "VI. Kết luận: bà Mận hỏi giá đèn.",
    ]


def test_one_speech_and_a_row_of_a_table_stay_whole() -> None:
    speech = "Bà Lý nói ngõ tối. Đèn hỏng từ tháng trước. Nên lắp hai đèn."
    assert pieces_of(speech) == [speech]
    row = "1 | Lắp đèn. Bà Mận: hỏi giá | 20/5"
    assert pieces_of(row) == [row]


@given(st.text('abà ĐB.,:;|1V"“Ông nói', max_size=120))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    assert "".join("".join(pieces_of(text)).split()) == "".join(text.split())
