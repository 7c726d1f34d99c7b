"""Names by writers who save letters or capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.informal_names import informal_names
from minutes_nlp.nlp.names import find_persons


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("giao a. Tuấn với c. Hạnh làm", ["Tuấn", "Hạnh"]),
        ("ô chiểu: tôi hỏi tháng 5 làm được gì", ["chiểu"]),
        ("14h30 – đc tạc nhận lỗi", ["tạc"]),
        ("bt vũ đình khoát chủ trì, bùi văn hợi tôi ghi", ["vũ đình khoát", "bùi văn hợi"]),
        ("vắng 1 a tân chạy xe", ["tân"]),
    ],
)
def test_short_addresses_and_small_letters(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_persons(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "a. Ưu điểm: hoàn thành 5/6 việc",
        "c. Nguyên nhân: thiếu vốn",
        "a. kế hoạch tháng tới",
        "cụ thể: làm trong tuần",
        "bà con ngõ 8 đều đồng ý",
        "bt nói rồi, ai cũng biết",
        "Giao bà con dọn vệ sinh",
    ],
)
def test_letters_of_lists_and_common_words_are_nobody(text: str) -> None:
    assert find_persons(text) == ()


@given(st.text(alphabet="ôac. đ/bùivănthịhợiTn:1,", max_size=60))
def test_a_mention_quotes_the_text(text: str) -> None:
    for mention in informal_names(text):
        assert text[mention.name_start : mention.name_end] == mention.name
        assert mention.start <= mention.name_start < mention.name_end
