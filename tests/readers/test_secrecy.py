"""Which documents are taken for secret: those with a mark on its own, and no others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.corpus.records import read_records
from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.readers.secrecy import bears_secrecy_mark

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
LETTERHEAD = ("ĐẢNG BỘ XÃ TÂN HÒA", "CHI BỘ ẤP 3", "BIÊN BẢN SINH HOẠT CHI BỘ")
SOURCE = Source("a.docx", "0" * 64, "text/plain", "text")


def document(*texts: str, headers: tuple[str, ...] = ()) -> Document:
    return Document(SOURCE, tuple(SourceParagraph(text) for text in texts), headers)


MARKS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "M Ậ T",
    "T Ố I  M Ậ T",
    "[MẬT]",
    "(Tối mật)",
    "- MẬT -",
    "TỐI MẬT (B)",
    "Độ mật: Mật",
    "Mức độ mật: Tuyệt mật",
    "TÀI LIỆU MẬT",
]
OTHERS = [
    "Đồng chí Bí thư nhắc đảng viên giữ bí mật số liệu, không đưa lên mạng.",
    "CÔNG TÁC BẢO MẬT",
    "Tổ mật ong báo cáo sản lượng.",
    "HỢP TÁC XÃ MẬT ONG TÂN HÒA",
    "Mật độ trồng 3.000 cây/ha.",
    "Bầu bằng phiếu kín, bảo đảm bí mật.",
    "Học tập Luật Bảo vệ bí mật nhà nước; phân biệt độ mật: A, B, C.",
    "Văn bản có dấu MẬT, TỐI MẬT phải do đồng chí văn thư giữ.",
    "mật",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_on_its_own_is_seen_wherever_it_stands(mark: str) -> None:
    filler = ["Đồng chí Lan đề nghị mở lớp."] * 30
    assert bears_secrecy_mark(document(mark, *LETTERHEAD))
    assert bears_secrecy_mark(document(*LETTERHEAD, headers=(mark,)))
    assert bears_secrecy_mark(document(*LETTERHEAD, *filler, mark))
    assert bears_secrecy_mark(document(f"ĐẢNG BỘ XÃ TÂN HÒA | {mark}", *LETTERHEAD))


@pytest.mark.parametrize("mark", ["Số: 05-BB/CB MẬT", "Mật", "TOI MAT", "MAT"])
def test_near_the_letterhead_less_is_enough(mark: str) -> None:
    assert bears_secrecy_mark(document(mark, *LETTERHEAD))


@pytest.mark.parametrize("text", OTHERS)
def test_the_word_in_a_sentence_is_no_mark(text: str) -> None:
    filler = ["Đồng chí Lan đề nghị mở lớp."] * 30
    assert not bears_secrecy_mark(document(*LETTERHEAD, *filler, text))


@pytest.mark.parametrize("text", [*OTHERS[:6], OTHERS[7]])
def test_nor_is_it_near_the_letterhead(text: str) -> None:
    assert not bears_secrecy_mark(document(*LETTERHEAD, text))


@given(st.sampled_from(MARKS), st.integers(0, 3))
def test_a_mark_is_seen_among_any_lines(mark: str, position: int) -> None:
    lines = list(LETTERHEAD)
    lines.insert(position, mark)
    assert bears_secrecy_mark(document(*lines))


def test_no_minutes_of_the_corpus_are_taken_for_secret() -> None:
    records = list(read_records(CORPORA))
    assert len(records) > 500
    marked = [
        r.id for r in records if bears_secrecy_mark(document(*(p.text for p in r.paragraphs)))
    ]
    assert marked == []
