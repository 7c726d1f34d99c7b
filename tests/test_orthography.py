import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.orthography import is_syllable, syllable_share

POSSIBLE = (
    "ạ ở y ý đồng chí nghiệp nguyễn khuỷu quốc quyết Quỳnh quý qúy quả giết giếng gì gìn già hòa "
    "hoà thủy thuỷ khỏe khoẻ ĐẢNG Ủy uỷ yêu yếu khoẳm ngoằn ngoèo xoong rượu người hươu được "
    "Đắk Lắk Kạn mỹ vỹ lý kỷ thuở huơ quơ buýt khuya khuyến chuếch huỵch nghỉ ghi ngã"
)
IMPOSSIBLE = (
    "th ng hh biê đả̉ng nghuyên gha ka ce nghã côt đep hocj §ång chÝ camera app Krông Blô bốt1 "
    "àn̉ thgi tòan ngừơi cưả ienn ượng̀ w z fan zin jan iên"
)


@pytest.mark.parametrize("word", POSSIBLE.split())
def test_possible_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", IMPOSSIBLE.split())
def test_impossible_syllables(word: str) -> None:
    assert not is_syllable(word)


def share(text: str) -> float:
    return syllable_share(text.split())


def test_a_stopped_syllable_takes_two_tones_only() -> None:
    assert [is_syllable(w) for w in ("hoc", "hòc", "hỏc", "hõc", "hóc", "học")] == [False] * 4 + [
        True
    ] * 2


def test_share_counts_words_and_leaves_out_what_says_nothing() -> None:
    assert share("đ/c Nguyễn Văn B. (UBND xã) 19h30 - NQ/TW, Phó-ca-tô") == 1
    assert share("chi bộ camera online") == 0.5
    assert share("12 / 05 UBND") == 0
    assert syllable_share([]) == 0


def test_share_of_broken_text_is_low() -> None:
    assert share("§ång chÝ BÝ th­ kÕt luËn") < 0.2
    assert share("ĐI ÊU BIÊ NB ẢN th ưc hi ênn") < 0.7


@given(st.lists(st.text(max_size=8), max_size=8))
def test_share_is_a_share_whatever_the_words(words: list[str]) -> None:
    assert 0 <= syllable_share(words) <= 1


@given(st.text(max_size=12))
def test_case_and_composition_do_not_matter(word: str) -> None:
    lower = word.lower()
    assert is_syllable(unicodedata.normalize("NFD", lower)) == is_syllable(lower)
