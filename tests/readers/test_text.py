from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from minutes_nlp.readers.base import read_document

from .docx_builder import texts

MINUTES = (
    "ĐẢNG BỘ XÃ ĐẠI KHÊ\n\nBIÊN BẢN\n"
    "Thời gian: 19 giờ 30 phút, ngày 05 tháng 7 năm 2026; vắng 02 đồng chí (có lý do).\n"
    "Đồng chí Bí thư kết luận: giao tổ Đảng số 2 hoàn thành việc nạo vét trước ngày 20/7."
)
LINES = [line for line in MINUTES.split("\n") if line]


def read(folder: Path, data: bytes) -> list[str]:
    path = folder / "a.txt"
    path.write_bytes(data)
    return texts(read_document(path))


def windows_1258(text: str) -> bytes:
    """Base letters with their quality mark, tone marks after them, as that code page writes."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = ""
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in tones)
        rest = "".join(part for part in parts if part not in tones)
        written += unicodedata.normalize("NFC", rest) + tone
    return written.encode("cp1258")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, MINUTES.encode(encoding)) == LINES


def test_big_endian_with_mark_and_cut_last_byte(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xfe\xff" + MINUTES.encode("utf-16-be")) == LINES
    assert read(tmp_path, MINUTES.encode("utf-16-le") + b"\x0a") == LINES


def test_windows_1258_is_composed(tmp_path: Path) -> None:
    assert read(tmp_path, windows_1258(MINUTES)) == LINES


def test_tcvn3(tmp_path: Path) -> None:
    data = "§ång chÝ BÝ th\xad kÕt luËn: giao tæ 2 n¹o vÐt m\xad\xac\xac".encode("latin-1")
    assert read(tmp_path, data.replace(b"\xac\xac", b"\xac"))[0].startswith(
        "Đồng chí Bí thư kết luận: giao tổ 2 nạo vét"
    )


def test_decomposed_text_is_composed(tmp_path: Path) -> None:
    assert read(tmp_path, unicodedata.normalize("NFD", MINUTES).encode()) == LINES


def test_one_broken_byte_does_not_change_the_encoding(tmp_path: Path) -> None:
    data = MINUTES.encode()
    place = data.index("BIÊN".encode())
    read_lines = read(tmp_path, data[:place] + b"\xff" + data[place:])
    assert read_lines[0] == LINES[0]
    assert read_lines[2:] == LINES[2:]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n", "\u2028", "\x0b"])
def test_line_ends(tmp_path: Path, line_end: str) -> None:
    assert read(tmp_path, MINUTES.replace("\n", line_end).encode()) == LINES


def test_form_feeds_count_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("một\n\fhai\nhai nữa\n\f\fbốn\n\f", encoding="utf-8")
    document = read_document(path)
    assert [(part.text, part.page) for part in document.paragraphs] == [
        ("một", 1), ("hai", 2), ("hai nữa", 2), ("bốn", 4),
    ]  # fmt: skip
    assert document.source.pages == 4


def test_without_form_feeds_pages_are_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("một", encoding="utf-8")
    document = read_document(path)
    assert document.source.pages is None
    assert document.paragraphs[0].page is None


def test_tabs_and_invisible_characters(tmp_path: Path) -> None:
    assert read(tmp_path, "THƯ KÝ\t\tCHỦ TRÌ\nkết\u00a0luận\u200b\x1a".encode()) == [
        "THƯ KÝ CHỦ TRÌ",
        "kết luận",
    ]


def test_lone_surrogates_and_noncharacters_are_dropped(tmp_path: Path) -> None:
    assert read(tmp_path, "a\uffffb".encode()) == ["ab"]
