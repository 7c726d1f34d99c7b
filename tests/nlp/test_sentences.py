"""Sentence ends in Vietnamese minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.nlp.document_names import document_names, mask_document_names
from minutes_nlp.nlp.sentences import clauses, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Giao bs. Tùng gặp phòng Vật tư. Xong trước 05/12.", 2),
        ("1. Thu quỹ được 1.400 nghìn. Còn 12 hộ.", 2),
        ("TP. Vinh mưa to! Đường ngập.", 2),
        ("Không có dấu chấm", 1),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_clauses_end_at_semicolons_too() -> None:
    text = "Anh Đạt làm đơn; ông Lực đi cùng. Xong trước 10/12."
    assert [text[a:b] for a, b in clauses(text)] == [
        "Anh Đạt làm đơn;",
        "ông Lực đi cùng.",
        "Xong trước 10/12.",
    ]


@given(st.text(max_size=200))
def test_sentences_hold_every_letter_in_order(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Học Kết luận số 18-KL/TW của Ban Bí thư", "Kết luận số 18-KL/TW"),
        ("theo Chỉ thị 05 thì", "Chỉ thị 05"),
        ("NQ 72-NQ/TW: đã học", "NQ 72-NQ/TW"),
        ("Công văn 218 của UBND xã", "Công văn 218"),
        ("Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4"),
    ],
)
def test_document_names(text: str, name: str) -> None:
    assert name in [text[start:end] for start, end in document_names(text)]


@pytest.mark.parametrize("text", ["kết luận 3 việc", "báo cáo 5 hộ chậm", "hướng dẫn 20 hộ"])
def test_counted_things_are_no_documents(text: str) -> None:
    assert document_names(text) == ()


@given(st.text(max_size=100))
def test_masking_keeps_the_length(text: str) -> None:
    assert len(mask_document_names(text)) == len(text)
