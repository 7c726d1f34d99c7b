from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_nlp.errors import UnreadableInputError

from .docx_builder import read_bytes, texts
from .refused import refusal

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset163{\*\panose 0202}Arial"
    r"{\*\falt Liberation Sans};}{\f2\fcharset0 .VnTime;}{\f3\fcharset0 .VnTimeH;}"
    r"{\f4\fcharset2 Symbol;}{\f5\fcharset204 Cyrillic;}}"
)
HEAD = r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS


def rtf(body: str | bytes, head: str = HEAD) -> bytes:
    return head.encode("latin-1") + (body if isinstance(body, bytes) else escaped(body)) + b"}"


def escaped(text: str) -> bytes:
    """``text`` with letters outside ASCII as every writer of RTF puts them."""
    return b"".join(
        char.encode()
        if char < "\x80"
        else rb"\u%d?" % struct.unpack("<h", char.encode("utf-16-le"))
        for char in text
    )


def body_texts(folder: Path, body: str | bytes, head: str = HEAD) -> list[str]:
    return texts(read_bytes(folder, rtf(body, head), "a.rtf"))


def test_paragraphs_breaks_and_signs(tmp_path: Path) -> None:
    body = (
        r"\pard\plain Một\~hai\_ba\emdash\tab bốn\par Tên:\line Chức vụ\par"
        "\r\n"
        r"\pard a\page b\sect c {\b d}\i e\i0 f\\\{\}\par"
    )
    assert body_texts(tmp_path, body) == ["Một hai-ba— bốn", "Tên:", "Chức vụ", "a", "b",
                                          r"c def\{}"]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\uc1\u7901\'3fi", "ời"),
        (rb"\uc2\u7901\'3f?i\uc0\u7901 i", "ời" + "ời"),
        (rb"\u-3841 ?a", "a"),  # a glyph of a symbol font that nothing stands for
        (rb"{\uc3 \u272 abc}\u272 xy", "Đ" + "Đy"),
        (rb"\u8220\ldblquote x", "“x"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"{\upr{bi?n}{\*\ud{bi\u234?n}}} b", "biên b"),
        (rb"\u272 {Q}", "ĐQ"),  # the group does not stand for the letter
    ],
)
def test_unicode_and_what_stands_for_it(tmp_path: Path, body: bytes, text: str) -> None:
    assert body_texts(tmp_path, body) == [text]


def test_bytes_are_read_by_the_character_set_of_the_font(tmp_path: Path) -> None:
    assert body_texts(tmp_path, rb"\f1 Bi\'eAn b\'e0n, \'f0\'fd\'f5c") == ["Biên bàn, đươc"]
    assert body_texts(tmp_path, rb"\f5\'cf {\f0\'e9}\'f0") == ["П éр"]
    vietnamese = HEAD.replace("1252", "1258")
    assert body_texts(tmp_path, rb"\'d0a\'d2ng", vietnamese) == ["Đảng"]
    other = HEAD.replace("ansicpg1252", "ansicpg99999")
    assert body_texts(tmp_path, rb"\'e9", other) == ["é"]


def test_fonts_of_the_tcvn3_encoding(tmp_path: Path) -> None:
    typed = r"{\f2 Chi bé th\-êng kú \'ae\'adîc}\par{\f3 \'ae\'b6ng}\par{\f0 Café}".encode(
        "latin-1"
    )
    for head in (HEAD, HEAD.replace("ansicpg1252", "ansicpg1258")):
        assert body_texts(tmp_path, typed, head) == ["Chi bộ thường kỳ được", "ĐẢNG", "Café"]


def test_numbers_and_bullets_stand_before_their_paragraph(tmp_path: Path) -> None:
    body = (
        r"\pard{\listtext\pard\plain I.\tab}\ls1 Một\par"
        r"\pard{\pntext\f4\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}Hai\par"
        r"{\listtext\pard\plain +\tab}Ba\par {\listtext 4)}bốn\par {\listtext 5.\tab}\par cuối\par"
    )
    assert body_texts(tmp_path, body) == ["I. Một", "- Hai", "+ Ba", "4)bốn", "cuối"]


def test_rows_join_their_cells(tmp_path: Path) -> None:
    body = (
        r"\trowd\cellx1\cellx2\pard\intbl TT\cell Họ tên\cell\row"
        r"\pard\intbl 1\cell An\par Bí thư\cell\row \pard\intbl một mình\cell\cell\row"
        r"\pard xong\par"
    )
    document = read_bytes(tmp_path, rtf(body))
    assert texts(document) == ["TT | Họ tên", "1 | An Bí thư", "một mình", "xong"]
    assert [part.kind for part in document.paragraphs] == ["table_row"] * 3 + ["body"]


def test_tables_in_cells(tmp_path: Path) -> None:
    body = (
        r"\pard\intbl trước\par\itap2 x\nestcell y\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap1 sau\cell b\cell\row"
    )
    assert body_texts(tmp_path, body) == ["trước x | y sau | b"]


def test_deleted_and_hidden_text_is_left_out(tmp_path: Path) -> None:
    body = (
        r"giữ{\deleted  bỏ}{\revised  thêm}{\v  ẩn{\v0  hiện}}\v ẩn\v0  cuối\plain\par"
        r"{\listtext 1.\tab}đầu {\deleted\par}{\listtext 2.\tab}nối\par"
    )
    assert body_texts(tmp_path, body) == ["giữ thêm hiện cuối", "2. đầu nối"]


def test_what_is_no_text_is_left_out(tmp_path: Path) -> None:
    body = (
        r"{\info{\title Tên}{\author Ai}}{\stylesheet{\s0 Normal;}}{\*\lạ riêng}"
        r"{\field{\*\fldinst DATE}{\fldrslt 4/9}}{\*\bkmkstart x}{\pict\wmetafile8 0102ab}"
        r"{\object{\*\objdata 0102}{\result bảng}}{\*\shppict{\pict 00}}{\annotation nhận xét}"
    )
    assert body_texts(tmp_path, body) == ["4/9bảng"]


def test_binary_data_is_passed_over(tmp_path: Path) -> None:
    binary = b"}{\\par}}\x00\xff}"
    for group in (rb"{\pict\bin%d %s}", rb"{\b\bin%d %s}", rb"{\*\x{\bin%d %s}}"):
        assert body_texts(tmp_path, b"a" + group % (len(binary), binary) + b"b") == ["ab"]


def test_notes_boxes_headers_and_footers(tmp_path: Path) -> None:
    body = (
        r"{\header\pard đầu trang\par}{\footerf chân\par}{\footer chân\par}"
        r"a{\super\chftn{\footnote\pard{\super\chftn} chú\par thêm}} b"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard trong khung\par}}{\shprslt lặp}}\par c"
    )
    document = read_bytes(tmp_path, rtf(body))
    assert texts(document) == ["a (chú thêm) b", "trong khung", "c"]
    assert document.paragraphs[1].kind == "text_box"
    assert (document.headers, document.footers) == (("đầu trang",), ("chân",))


def test_content_decides_not_the_suffix(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, rtf("a"), "a.doc")
    assert (document.source.reader, document.source.pages) == ("rtf", None)


def test_a_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    whole = rtf(r"một\par hai\par")
    assert texts(read_bytes(tmp_path, whole + b"rest } {")) == ["một", "hai"]
    for end in (len(whole) - 1, len(whole) // 2, 6):
        assert "hỏng" in refusal(tmp_path, whole[:end])
    refusal(tmp_path, rtf(rb"a{\pict\bin999999999 x}"))


def test_nesting_and_size_are_bounded(tmp_path: Path) -> None:
    assert body_texts(tmp_path, "{" * 100 + "a" + "}" * 100) == ["a"]
    assert "quá sâu" in refusal(tmp_path, rtf("{" * 200 + "a" + "}" * 200))
    assert "quá sâu" in refusal(tmp_path, rtf("{" * 500_000))
    assert "quá lớn" in refusal(tmp_path, rtf(r"a\par " * 20), paragraphs=10)
    assert "quá lớn" in refusal(tmp_path, rtf(r"abc\par " * 20), characters=50)
    assert "quá lớn" in refusal(tmp_path, rtf(r"\b\b0" * 2_000), markup=1_000)
    assert body_texts(tmp_path, r"a\pard\intbl\itap1000000 b\nestcell\par") == ["ab"]


def test_files_without_words(tmp_path: Path) -> None:
    assert "không có chữ" in refusal(tmp_path, rtf(r"\par \par"))
    assert "ảnh" in refusal(tmp_path, rtf(r"{\pict 00ff}"))


# Western letters that Vietnamese has not are what TCVN3 and VNI text is made of, and RTF is
# searched for those: "xâBÖ" may come out as "xõBệ".
_OF_OLD_FONTS = "".join(
    char for char in map(chr, range(0xA1, 0x100)) if char.lower() not in "àáâãèéêìíòóôõùúý"
)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["C", "Z"], exclude_characters=_OF_OLD_FONTS
        ),
        min_size=1,
        max_size=30,
    )
)
@example("xâ𒒀Bộ")
def test_letters_survive(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    plain = tmp_path_factory.mktemp("t")
    written = b"".join(
        rb"\u%d?" % unit for unit in struct.unpack(f"<{len(text.encode('utf-16-le')) // 2}h",
                                                   text.encode("utf-16-le"))
    )  # fmt: skip
    from_text = texts(read_bytes(plain, ("x" + text).encode(), "a.txt"))
    assert texts(read_bytes(plain, rtf(b"x" + written), "a.rtf")) == from_text


GOOD = rtf(r"\pard{\listtext 1.\tab}Biên bản\par\intbl a\cell b\cell\row{\*\x y}" + "z" * 20)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=4))
def test_damage_is_read_or_refused(place: int, change: bytes) -> None:
    damaged = GOOD[:place] + change + GOOD[place + 1 :]
    with TemporaryDirectory() as folder, suppress(UnreadableInputError):
        assert read_bytes(Path(folder), damaged).paragraphs
