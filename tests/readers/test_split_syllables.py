import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.readers.letters.split_syllables import join_split_syllables


def joined(text: str) -> str:
    return join_split_syllables(text).text


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ("ĐIỀ U 1", "ĐIỀU 1"),
        ("BIÊ N BẢ N", "BIÊN BẢN"),
        ("th ực hi ện", "thực hiện"),
        ("Đồ ng chí B í thư, ch ủ trì:", "Đồng chí Bí thư, chủ trì:"),
        ("ĐẢNG CỘ NG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("t ô i nh ất tr í.", "tôi nhất trí."),
        ("(ch ị Hoa) đ ề nghị", "(chị Hoa) đề nghị"),
    ],
)
def test_pieces_are_joined(pieces: str, whole: str) -> None:
    assert joined(pieces) == whole


@pytest.mark.parametrize(
    "text",
    [
        "c anh đi", "đ ông", "Y Bhiô Mlô", "T ở", "a) b) c)", "chi bộ TH Hoà An", "ko có", "",
        "bàn  n", "th.  ực", "xã, hội", "KH ủy ban", "of the meeting", "1 | 2 | ô", "hi vọng",
    ],
)  # fmt: skip
def test_other_spaces_stay(text: str) -> None:
    assert joined(text) == text


def test_a_document_known_to_be_broken_takes_less_evidence() -> None:
    assert joined("SINH HOẠT CHI B Ộ") == "SINH HOẠT CHI B Ộ"
    assert join_split_syllables("SINH HOẠT CHI B Ộ", broken=True).text == "SINH HOẠT CHI BỘ"


@given(st.text(st.sampled_from("ĐIỀUthựchiện ng  .,(1"), max_size=30))
def test_only_spaces_go_and_origins_cover_the_source(text: str) -> None:
    converted = join_split_syllables(text)
    assert converted.text.replace(" ", "") == text.replace(" ", "")
    assert "".join(text[start:end] for start, end in converted.origins) == text


def test_nothing_in_clean_text_is_joined() -> None:
    path = Path(__file__).parents[2] / "corpora" / "terse-quarter.jsonl"
    for line in path.read_text("utf-8").splitlines():
        for paragraph in json.loads(line)["paragraphs"]:
            text = unicodedata.normalize("NFC", paragraph["text"])
            assert joined(text) == text
