"""Words that were plainly typed wrong."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.spelling import find_repairs, with_repairs


def _repaired(text: str) -> str:
    return with_repairs([text], find_repairs([text]))[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ĐẢGN CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("ĐẢNG ỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("ĐẢNGCỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("Thư ký đọc lại biên ản, chi bộ nhất trí.", "Thư ký đọc lại biên bản, chi bộ nhất trí."),
        ("Hội nghị kết thúuc lúc 21 giờ cùng ngày.", "Hội nghị kết thúc lúc 21 giờ cùng ngày."),
        ("Chi bộ khoong có ý kiến khác.", "Chi bộ không có ý kiến khác."),
        ("Ddồng chí Bí thư kết luận.", "Đồng chí Bí thư kết luận."),
    ],
)
def test_what_is_plainly_mistyped_is_put_right(typed: str, meant: str) -> None:
    assert _repaired(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "UBND xã và HĐND xã họp với MTTQ.",
        "Chị H'Lôi Êban nói buôn mình còn ba hộ chưa có nhà tiêu.",
        "Bác Thạch Sa Rây xin vắng, có phép.",
        "Đ/c Khuê đề nghị giao đ/c Lựu làm.",
        "",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert find_repairs([text]) == ()


def test_a_form_that_a_writer_uses_again_and_again_is_meant() -> None:
    texts = ["Chi bộ khoong có ý kiến khác."] * 3
    assert find_repairs(texts[:1])
    assert not find_repairs(texts)


_LETTERS = "abcdeghiklmnopqrstuvxyđăâêôơưáàảãạếềểễệóòỏõọ ABCĐ.,:;()0123456789"


@given(st.lists(st.text(_LETTERS, max_size=60), max_size=4))
def test_repairs_say_what_they_replace(texts: list[str]) -> None:
    texts = [unicodedata.normalize("NFC", text) for text in texts]
    repairs = find_repairs(texts)
    for repair in repairs:
        assert texts[repair.paragraph][repair.start : repair.end] == repair.typed
        assert repair.typed.lower() != repair.meant.lower()
    mended = with_repairs(texts, repairs)
    assert len(mended) == len(texts)
    untouched = set(range(len(texts))) - {repair.paragraph for repair in repairs}
    assert all(mended[index] == texts[index] for index in untouched)
