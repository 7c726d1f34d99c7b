import unicodedata

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea import word_tokenize

from minutes_nlp.nlp.tokenizer import VietnameseTokenizer, word_boundaries

TOKENIZER = VietnameseTokenizer(spacy.blank("xx").vocab)
SENTENCES = [
    "Đồng chí Bí thư kết luận: giao đ/c Hòa hoàn thành trước ngày 20/7, lúc 14h30.",
    "Chi bộ thống nhất 100% thông qua Nghị quyết số 05-NQ/CB.",
    "- TỔNG SỐ ĐẢNG VIÊN: 21 đ/c; có mặt 19/21 (90,5%); vắng 02…",
]
VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạHÒÀuỷ ,.:/-\n\t0123456789", max_size=60
)


@given(st.one_of(VIETNAMESE, st.text(max_size=60)))
@settings(max_examples=150, deadline=None)
def test_the_text_of_a_doc_is_the_input(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_tokens_are_the_words_of_the_segmenter(sentence: str) -> None:
    words = [token.text for token in TOKENIZER(sentence) if not token.is_space]
    assert words == word_tokenize(sentence, use_token_normalize=False)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_decomposed_input_is_segmented_alike(sentence: str) -> None:
    decomposed = unicodedata.normalize("NFD", sentence)
    words = [decomposed[a:b] for a, b in word_boundaries(decomposed)]
    composed = [sentence[a:b] for a, b in word_boundaries(sentence)]
    assert [unicodedata.normalize("NFC", word) for word in words] == composed


def test_both_tone_placements_are_segmented_alike() -> None:
    old = word_boundaries("Đồng chí Hòa báo cáo ủy ban, khỏe")
    assert word_boundaries("Đồng chí Hoà báo cáo uỷ ban, khoẻ") == old


def test_extra_white_space_is_kept_outside_words() -> None:
    doc = TOKENIZER("  Đảng   viên \n\n họp")
    assert [token.text for token in doc if not token.is_space] == ["Đảng   viên", "họp"]


def test_every_line_is_segmented_on_its_own() -> None:
    together = TOKENIZER("chi bộ\nđảng viên")
    assert [token.text for token in together] == ["chi bộ", "\n", "đảng viên"]
