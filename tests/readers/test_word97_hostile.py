"""Old Word files that are damaged, locked or built to hurt."""

from __future__ import annotations

import random
import struct
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.errors import UnreadableInputError

from .docx_builder import read_bytes, texts
from .refused import refusal
from .word97_builder import (
    IN_TABLE,
    WordBuilder,
    compound_file,
    font,
    in_list,
    level,
    list_blocks,
    plc,
    sprm,
)


def builder() -> WordBuilder:
    blocks, behind = list_blocks([(5, [level("\x00.")])], [(5, [])])
    styles = [(1, 0xFFF, b"", b""), (1, 0, b"", font(1))]
    word = WordBuilder(blocks={**blocks, 2: plc([5, 9], [b"\1\0"]), 3: plc([0, 5, 6])},
                       behind=behind, styles=styles)  # fmt: skip
    word.add("Biên \x02bản", properties=in_list(1)).add("ô", mark="\x07", properties=IN_TABLE)
    return word.add("\x02 chú", story="footnotes")


MAIN, TABLE = builder().streams()


def assembled(main: bytes = MAIN, table: bytes = TABLE) -> bytes:
    return compound_file({"WordDocument": main, "1Table": table})


def patched(stream: bytes, place: int, new: bytes) -> bytes:
    return stream[:place] + new + stream[place + len(new) :]


def test_the_whole_file_is_read(tmp_path: Path) -> None:
    assert texts(read_bytes(tmp_path, assembled())) == ["1. Biên (chú)bản", "ô"]


def test_truncated(tmp_path: Path) -> None:
    whole = assembled()
    for end in (len(whole) // 2, 1_600):
        assert "hỏng" in refusal(tmp_path, whole[:end])
    assert "hỏng" in refusal(tmp_path, assembled(table=b""))


def test_locked_and_older_files(tmp_path: Path) -> None:
    word = builder()
    word.flags |= 0x0100
    assert "mật khẩu" in refusal(tmp_path, word.build())
    assert "Word 95" in refusal(tmp_path, assembled(main=patched(MAIN, 0, b"\xdc\xa5")))
    word = builder()
    word.version = 0x0068
    assert "Word 95" in refusal(tmp_path, word.build())


def test_sheets_with_a_document_inside_are_no_document(tmp_path: Path) -> None:
    sheet = compound_file({"Workbook": b"WordDocument".decode().encode("utf-16-le")})
    refusal(tmp_path, sheet)


def test_a_text_that_claims_to_be_long(tmp_path: Path) -> None:
    table = bytearray(TABLE)
    offset = struct.unpack_from("<I", MAIN, 154 + 8 * 33)[0]
    struct.pack_into("<I", table, offset + 9, 0x7FFFFFFF)
    assert "quá lớn" in refusal(tmp_path, assembled(table=bytes(table)))
    assert "hỏng" in refusal(tmp_path, assembled(main=patched(MAIN, 76, b"\xff\xff\xff\x7f")))


def test_too_many_paragraphs_and_characters(tmp_path: Path) -> None:
    def many() -> bytes:
        word = WordBuilder()
        for _ in range(20):
            word.add("abc")
        return word.build()

    assert "quá lớn" in refusal(tmp_path, many(), paragraphs=19)
    assert "quá lớn" in refusal(tmp_path, many(), characters=39)
    assert len(texts(read_bytes(tmp_path, many(), paragraphs=20, characters=60))) == 20


def test_notes_that_lie_over_each_other_are_counted_together(tmp_path: Path) -> None:
    word = WordBuilder().add("\x02" * 40).add("x" * 100, story="footnotes")
    word.blocks = {
        2: plc(range(41), [b"\1\0"] * 40),
        3: plc([0, 101] * 21),
    }
    assert "quá lớn" in refusal(tmp_path, word.build(), characters=1_000)


def test_a_note_that_refers_to_itself(tmp_path: Path) -> None:
    word = WordBuilder().add("a\x02").add("\x02chú", story="footnotes")
    word.blocks = {2: plc([1, 3, 9], [b"\1\0"] * 2), 3: plc([0, 5, 5])}
    assert texts(read_bytes(tmp_path, word.build())) == ["a (chú)"]


def test_styles_based_on_each_other(tmp_path: Path) -> None:
    word = WordBuilder(styles=[(1, 1, b"", font(1)), (1, 0, b"", b""), (1, 2, b"", b"")])
    word.add("a", style=0).add("b", style=2).add("c", style=9)
    assert texts(read_bytes(tmp_path, word.build())) == ["a", "b", "c"]


def test_properties_stored_where_there_is_nothing(tmp_path: Path) -> None:
    word = WordBuilder().add("a", properties=sprm(0x6646, 0xFFFF))
    assert "hỏng" in refusal(tmp_path, word.build())


def test_pictures_without_words(tmp_path: Path) -> None:
    assert "ảnh" in refusal(tmp_path, WordBuilder().add("\x01").build())
    assert "không có chữ" in refusal(tmp_path, WordBuilder().add(" ").build())


@pytest.mark.parametrize("seed", range(4))
def test_damaged_streams_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(60):
        main, table = bytearray(MAIN), bytearray(TABLE)
        for _ in range(rng.choice((1, 2, 8))):
            stream = rng.choice((main, table))
            stream[rng.randrange(len(stream))] = rng.choice((0, 0xFF, rng.randrange(256)))
        with suppress(UnreadableInputError):
            assert read_bytes(tmp_path, assembled(bytes(main), bytes(table))).paragraphs


WHOLE = assembled()


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_one_wrong_byte_is_read_or_refused(place: int, change: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[place] ^= change
    with TemporaryDirectory() as folder, suppress(UnreadableInputError):
        assert read_bytes(Path(folder), bytes(damaged)).paragraphs
