import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.text import fold, lower, place_tones, without_tones

NFC_TEXT = st.text(max_size=80).map(lambda text: unicodedata.normalize("NFC", text))


@given(NFC_TEXT)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(place_tones(text)) == len(text)
    assert len(without_tones(text)) == len(text)


def test_both_tone_placements_fold_alike() -> None:
    assert fold("Uỷ viên Hoà, Thuỷ khoẻ") == fold("Ủy viên Hòa, Thủy khỏe")
    assert fold("kì họp, tỉ lệ, quí II") == "kỳ họp, tỷ lệ, quý ii"


def test_placing_tones_keeps_case_and_the_qu_sound() -> None:
    assert place_tones("UỶ BAN, Hoà, QUÝ") == "ỦY BAN, Hòa, QUÝ"


def test_diacritics_are_stripped_letter_by_letter() -> None:
    assert without_tones("Đảng ủy Nguyễn") == "Dang uy Nguyen"


@given(st.text(max_size=40) | st.text(alphabet="ΑΣσς İıßA ", max_size=12))
def test_lower_case_is_taken_letter_by_letter(text: str) -> None:
    assert lower(text) == "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@given(st.text(max_size=40))
def test_stripping_is_taken_letter_by_letter(text: str) -> None:
    assert without_tones(text) == "".join(map(without_tones, text))
    assert without_tones("Ω\u2126") == "Ω\u2126"
