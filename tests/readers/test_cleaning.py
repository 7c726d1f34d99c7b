import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.readers.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Chi\u00a0bộ \t họp ", "Chi bộ họp"),
        ("kết\u200b luận\ufeff", "kết luận"),
        ("Ho\u200ba\u0300", "Hoà"),
        ("\uf0b7 Đ/c Lan", "- Đ/c Lan"),
        ("A \uf0e0 B\uf0ff", "A → B"),
        ("………… còn chỗ trống", "………… còn chỗ trống"),
        ("a\nb\u2028c", "a b c"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_clean_is_idempotent_one_line_and_nfc(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert len(once.splitlines()) <= 1
    assert unicodedata.is_normalized("NFC", once)
