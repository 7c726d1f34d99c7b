import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.learning.damage.old_encodings import (
    ENCODERS,
    cp1258_as_cp1252,
    tcvn3,
    utf8_as_cp1252,
    vni,
)
from minutes_nlp.readers.letters.conversion import Converted, compose, convert, in_pieces
from minutes_nlp.readers.letters.tables import TABLES, LegacyEncoding

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
CAPITALS = [letter.upper() for letter in SMALL]
ENCODINGS: list[LegacyEncoding] = ["tcvn3", "vni", "cp1258", "utf-8"]
words = st.text(st.sampled_from([*SMALL, *CAPITALS, *"bcghklmnpqrtvxBCGH  .,:/-0123456789"]))
anything = st.text(max_size=40)


def covers(converted: Converted, source: str) -> bool:
    at = 0
    for start, end in converted.origins:
        if start != at or end < start:
            return False
        at = end
    return at == len(source) and len(converted.origins) == len(converted.text)


@pytest.mark.parametrize("letter", SMALL)
def test_every_small_letter_comes_back(letter: str) -> None:
    assert convert(tcvn3(letter), "tcvn3").text == letter
    assert convert(vni(letter), "vni").text == letter
    assert convert(cp1258_as_cp1252(letter), "cp1258").text == letter
    assert convert(utf8_as_cp1252(letter), "utf-8").text == letter


@pytest.mark.parametrize("letter", CAPITALS)
def test_every_capital_comes_back(letter: str) -> None:
    assert convert(tcvn3(letter), "tcvn3", capitals=True).text == letter
    assert convert(vni(letter), "vni").text == letter
    assert convert(cp1258_as_cp1252(letter), "cp1258").text == letter
    assert convert(utf8_as_cp1252(letter), "utf-8").text == letter


def test_shaped_capitals_have_codes_of_their_own_in_tcvn3() -> None:
    assert convert("¡¢£¤¥¦§", "tcvn3").text == "ĂÂÊÔƠƯĐ"


def test_vni_letters_that_are_often_forgotten() -> None:
    assert convert("aúaüyùyøyûyõî AÚAÜYÙYØYÛYÕÎ aÙ", "vni").text == "ẳẵýỳỷỹỵ ẲẴÝỲỶỸỴ á"


@given(words)
def test_encoded_text_comes_back(text: str) -> None:
    for encoding in ("vni", "cp1258", "utf-8"):
        assert convert(ENCODERS[encoding](text), encoding).text == text
    assert convert(tcvn3(text), "tcvn3").text.lower() == text.lower()


@given(words | anything)
def test_origins_cover_the_source_in_order(text: str) -> None:
    for encoding in (*TABLES, "utf-8"):
        for capitals in (False, True):
            source = ENCODERS.get(encoding, str)(text)
            converted = convert(source, encoding, capitals=capitals)
            assert covers(converted, source) or not source


@given(words)
def test_an_origin_is_the_code_of_its_letter(text: str) -> None:
    source = vni(text)
    converted = convert(source, "vni")
    assert [source[start:end] for start, end in converted.origins] == [vni(c) for c in text]


@given(words)
def test_composing_gives_nfc_and_keeps_the_way_back(text: str) -> None:
    source = unicodedata.normalize("NFD", text)
    composed = compose(source)
    assert composed.text == text
    assert covers(composed, source)
    assert [source[start:end] for start, end in composed.origins] == [
        unicodedata.normalize("NFD", char) for char in text
    ]


@given(words)
def test_conversions_follow_each_other(text: str) -> None:
    source = unicodedata.normalize("NFD", vni(text))
    composed = compose(source)
    both = composed.then(convert(composed.text, "vni"))
    assert both.text == text
    assert covers(both, source)


@given(st.lists(st.tuples(st.text(max_size=2), st.text(max_size=2)), max_size=6))
def test_dropped_and_added_characters_leave_no_gap(pieces: list[tuple[str, str]]) -> None:
    source = "".join(old for old, _ in pieces)
    converted = in_pieces(pieces)
    assert converted.text == "".join(new for _, new in pieces)
    assert covers(converted, source) or not converted.text


def test_a_span_is_traced_back() -> None:
    source = "Ñoàng chí Bí thö"
    converted = convert(source, "vni")
    start = converted.text.index("Đồng")
    assert source[slice(*converted.source_span(start, start + 4))] == "Ñoàng"
