"""Numbers in digits and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.numerals import find_numbers, value_of

UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spell(number: int) -> str:
    """Spell 1..999 as people write it."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [f"{UNITS[hundreds]} trăm"] if hundreds else []
    if tens == 0 and unit and hundreds:
        words.append("lẻ")
    if tens == 1:
        words.append("mười")
    elif tens:
        words.append(f"{UNITS[tens]} mươi")
    if unit:
        last = "mốt" if unit == 1 and tens > 1 else "lăm" if unit == 5 and tens else UNITS[unit]
        words.append(last)
    return " ".join(words)


@given(st.integers(1, 999))
def test_words_and_digits_have_the_same_value(number: int) -> None:
    assert value_of(spell(number)) == value_of(str(number)) == number


@given(st.integers(10, 99))
def test_spelled_numbers_are_found_whole(number: int) -> None:
    found = find_numbers(f"có mặt {spell(number)} đồng chí")
    assert [n.value for n in found] == [number]
    assert found[0].in_words


@pytest.mark.parametrize("text", ["18-KL/TW", "ngày 05/3", "số 42-HD"])
def test_parts_of_names_and_dates_are_no_numbers(text: str) -> None:
    assert all(n.value not in {3} for n in find_numbers(text))


def test_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        value_of("đồng chí")
