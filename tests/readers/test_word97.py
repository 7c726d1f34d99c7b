from __future__ import annotations

import struct
from pathlib import Path

import pytest

from .docx_builder import read_bytes, texts
from .word97_builder import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    ROW_END,
    WordBuilder,
    font,
    in_list,
    level,
    list_blocks,
    override,
    plc,
    sprm,
)


def read(folder: Path, builder: WordBuilder) -> list[str]:
    return texts(read_bytes(folder, builder.build(), "a.doc"))


def with_lists(*levels: bytes, **others: object) -> WordBuilder:
    instances = [(5, []), (5, [override(0, 4)])]
    blocks, behind = list_blocks([(5, levels)], instances, **others)  # type: ignore[arg-type]
    return WordBuilder(blocks=blocks, behind=behind)


@pytest.mark.parametrize("pieces", [1, 3, 7])
@pytest.mark.parametrize("wide", [True, False])
def test_paragraphs_signs_and_breaks(tmp_path: Path, wide: bool, pieces: int) -> None:
    word = WordBuilder(wide=wide, pieces=pieces)
    word.add("Café\thai\xa0ba\x1ebon\x1fnam").add("Ten:\x0bKhoa").add(" ")
    word.add("truoc\x0cSau", mark="\x0c").add("cuoi")
    assert read(tmp_path, word) == ["Café hai ba-bonnam", "Ten:", "Khoa", "truoc", "Sau", "cuoi"]


def test_letters_of_one_byte_are_western_and_of_two_unicode(tmp_path: Path) -> None:
    assert read(tmp_path, WordBuilder(wide=False).add("\x93a\x94 \x96 \xe9")) == ["“a” – é"]
    assert read(
        tmp_path, WordBuilder().add("Bie\u0302n ba\u0309n 😀".replace("😀", "\ud83d\ude00"))
    ) == ["Biên bản 😀"]


def test_deleted_and_hidden_text_is_left_out(tmp_path: Path) -> None:
    styles = [(1, 0xFFF, b"", b""), (2, 0xFFF, b"", HIDDEN), (1, 0, b"", HIDDEN)]
    word = WordBuilder(styles=styles)
    word.add("giữ", (" bỏ", DELETED), (" thêm", sprm(0x0801, 1)), (" ẩn", HIDDEN), " hết")
    word.add("a", (" ẩn", sprm(0x4A30, 1)), (" b", sprm(0x4A30, 1) + sprm(0x083C, 0x81)))
    shown = sprm(0x083C, 0)
    word.add("ẩn", ("hiện", shown), ("đảo", sprm(0x083C, 0x81)), mark=("\r", shown), style=2)
    word.add("cuối")
    assert read(tmp_path, word) == ["giữ thêm hết", "a b", "hiệnđảo", "cuối"]


def test_a_deleted_paragraph_end_joins_paragraphs(tmp_path: Path) -> None:
    word = with_lists(level("\x00."))
    word.add("đầu ", mark=("\r", DELETED), properties=in_list(1))
    word.add("nối", properties=in_list(1)).add("hai", properties=in_list(1))
    assert read(tmp_path, word) == ["1. đầu nối", "2. hai"]


def test_numbers_of_several_levels(tmp_path: Path) -> None:
    word = with_lists(
        level("\x00.", 1), level("\x00.\x01)", start=3), level("\uf0b7", 23), level("+", 23)
    )
    for number, words in enumerate("abcdefg"):
        word.add(words, properties=in_list(1, (0, 1, 1, 2, 3, 0, 1)[number]))
    assert read(tmp_path, word) == [
        "I. a", "I.3) b", "I.4) c", "- d", "+ e", "II. f", "II.3) g",
    ]  # fmt: skip


def test_legal_numbers_levels_that_go_on_and_labels_without_space(tmp_path: Path) -> None:
    word = with_lists(
        level("\x00.", 3), level("\x00.\x01 ", flags=0x04 | 0x08), level("\x02/", 4, following=2)
    )
    for words, depth in [("a", 0), ("b", 1), ("c", 2), ("d", 0), ("e", 1)]:
        word.add(words, properties=in_list(1, depth))
    assert read(tmp_path, word) == ["A. a", "1.1 b", "a/c", "B. d", "2.2 e"]


def test_another_instance_goes_on_and_an_overridden_start_begins_anew(tmp_path: Path) -> None:
    word = with_lists(level("\x00."))
    for words, number in [("a", 1), ("b", 1), ("c", 2), ("d", 2), ("e", 1)]:
        word.add(words, properties=in_list(number))
    assert read(tmp_path, word) == ["1. a", "2. b", "4. c", "5. d", "6. e"]


def test_lists_of_styles(tmp_path: Path) -> None:
    word = with_lists(level("\x00.", 1), level("\x01.", 0), styles=[2, 3])
    word.styles = [
        (1, 0xFFF, b"", b""),
        (1, 0, sprm(0x460B, 1), b""),
        (1, 1, b"", b""),
        (1, 1, b"", b""),
    ]
    word.add("Một", style=2).add("a", style=3).add("b", style=3).add(
        "thường", properties=sprm(0x460B, 0), style=3
    )
    word.add("Hai", style=2)
    assert read(tmp_path, word) == ["I. Một", "1. a", "2. b", "thường", "II. Hai"]


def test_fonts_of_the_tcvn3_encoding_keep_every_code(tmp_path: Path) -> None:
    styles = [(1, 0xFFF, b"", b""), (1, 0, b"", font(1))]
    for wide in (True, False):
        word = WordBuilder(wide=wide, styles=styles)
        word.add(("Chi b\xe9 th\xad\xeang k\xfa", font(1))).add(("th\x1f\xeang", font(1)))
        word.add(("\xae\xb6ng", font(2)), (" caf\xe9", font(0))).add("\xae\xad\xeec", style=1)
        assert read(tmp_path, word) == ["Chi bộ thường kỳ", "thường", "ĐẢNG café", "được"]


def test_symbols(tmp_path: Path) -> None:
    arrow = sprm(0x6A09, struct.pack("<HH", 3, 0xF0DE))
    assert read(tmp_path, WordBuilder().add("a ", ("(", arrow), " b")) == ["a ⇒ b"]


def test_rows_join_their_cells(tmp_path: Path) -> None:
    word = WordBuilder()
    for cells in (["TT", "Họ tên"], ["1", "An\rBí thư"], ["một mình", ""]):
        for cell in cells:
            *before, last = cell.split("\r")
            for words in before:
                word.add(words, properties=IN_TABLE)
            word.add(last, mark="\x07", properties=IN_TABLE)
        word.add(mark="\x07", properties=ROW_END)
    document = read_bytes(tmp_path, word.add("xong").build(), "a.doc")
    assert texts(document) == ["TT | Họ tên", "1 | An Bí thư", "một mình", "xong"]
    assert [part.kind for part in document.paragraphs] == ["table_row"] * 3 + ["body"]


def test_tables_in_cells(tmp_path: Path) -> None:
    inner = IN_TABLE + sprm(0x6649, 2)
    word = WordBuilder().add("trước", properties=IN_TABLE)
    word.add("x", properties=inner + sprm(0x244B, 1)).add("y", properties=inner + sprm(0x244B, 1))
    word.add(properties=inner + sprm(0x244C, 1))
    word.add("sau", mark="\x07", properties=IN_TABLE).add("b", mark="\x07", properties=IN_TABLE)
    word.add(mark="\x07", properties=ROW_END)
    assert read(tmp_path, word) == ["trước x | y sau | b"]


def test_of_a_field_the_result_is_read(tmp_path: Path) -> None:
    word = WordBuilder().add("Ngày \x13 DATE \x13 IF \x14 x\x15\x144/9\x15 họp")
    word.add("không \x13 kết thúc").add("\x15thường")
    assert read(tmp_path, word) == ["Ngày 4/9 họp", "không kết thúc", "thường"]


def test_notes_stand_in_parentheses(tmp_path: Path) -> None:
    word = WordBuilder().add("a\x02 b\x02 c")
    word.add("\x02 chú", story="footnotes").add("thêm", story="footnotes")
    word.add("\x02 cuối", story="endnotes")
    word.blocks = {
        2: plc([1, 7], [b"\x01\0"]), 3: plc([0, 11, 12]),
        46: plc([4, 7], [b"\x01\0"]), 47: plc([0, 7, 8]),
    }  # fmt: skip
    assert read(tmp_path, word) == ["a (chú thêm) b (cuối) c"]


def test_headers_footers_and_comments_are_apart(tmp_path: Path) -> None:
    word = WordBuilder().add("a")
    word.add("gạch", story="headers").add("đầu", story="headers").add("chân", story="headers")
    word.add("nhận xét", story="comments")
    # Six separators, then even and odd header, even and odd footer, first header and footer.
    word.blocks = {11: plc([0, 5, 5, 5, 5, 5, 5, 5, 9, 9, 14, 14, 14, 16])}
    document = read_bytes(tmp_path, word.build(), "a.doc")
    assert (texts(document), document.headers, document.footers) == (["a"], ("đầu",), ("chân",))


def test_text_boxes_follow_their_paragraph(tmp_path: Path) -> None:
    word = WordBuilder().add("a\x08").add("b")
    word.add("trong khung", story="boxes").add("lạc", story="boxes")
    shape = struct.pack("<I", 77).ljust(26, b"\0")
    entries = [bytes(14) + struct.pack("<I", name) + bytes(4) for name in (77, 99, 0)]
    word.blocks = {40: plc([1, 5], [shape]), 56: plc([0, 12, 16, 16], entries)}
    document = read_bytes(tmp_path, word.build(), "a.doc")
    assert [(part.text, part.kind) for part in document.paragraphs] == [
        ("a", "body"), ("trong khung", "text_box"), ("b", "body"), ("lạc", "text_box"),
    ]  # fmt: skip


def test_content_decides_not_the_suffix(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, WordBuilder().add("a").build(), "a.docx")
    assert (document.source.reader, document.source.pages) == ("doc", None)
    assert document.source.media_type == "application/msword"
