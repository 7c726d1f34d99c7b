from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_nlp.errors import ExitCode, UnreadableInputError
from minutes_nlp.readers.base import READERS, Limits, read_document
from minutes_nlp.readers.sniffing import refusal_of

from .docx_builder import docx, paragraph, texts, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableInputError) as caught:
        read_document(path, limits or Limits())
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert caught.value.text.en
    assert "\n" not in caught.value.text.vi
    return caught.value.message()


def stream_name(name: str) -> bytes:
    return name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLE + stream_name("EncryptedPackage"), "mật khẩu"),
        (OLE + stream_name("WordDocument"), "hỏng"),
        (OLE + stream_name("MatOST"), "Works"),
        (b"\xffWPC\x10\0\0\0", "WordPerfect"),
        (OLE + stream_name("Workbook"), "Excel"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "ảnh"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "ảnh"),
        (b"II*\0\x08\0\0\0", "ảnh"),
        (b"{\\rtf1\\ansi", "hỏng"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "HTML"),
        (b"<html xmlns:o='urn:schemas-microsoft-com:office:office'>", "HTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "MHTML"),
        (b"Rar!\x1a\x07\0", "tệp nén"),
        (b"\x1f\x8b\x08\0rest", "tệp nén"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (zipped({"xl/workbook.xml": "", "[Content_Types].xml": ""}), "Excel"),
        (zipped({"ppt/presentation.xml": "", "[Content_Types].xml": ""}), "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
         "hỏng"),
        (zipped({"bien-ban.txt": "a"}), "giải nén"),
        (zipped({}), "giải nén"),
        (b"", "rỗng"),
        (b" \r\n\t\n", "không có chữ"),
        ("\u200b\ufeff".encode(), "không có chữ"),
        (bytes(range(256)) * 40, "Không nhận ra chữ"),
        (b"\0" * 5000, "Không nhận ra chữ"),
    ],
)  # fmt: skip
def test_refusals_say_what_the_file_is(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "bien-ban.docx"
    path.write_bytes(data)
    assert says in refusal(path)


def test_missing_file_directory_and_pipe(tmp_path: Path) -> None:
    assert "Không tìm thấy" in refusal(tmp_path / "không có.docx")
    assert "thư mục" in refusal(tmp_path)
    assert refusal(tmp_path / ("dài" * 200))
    assert refusal(Path("a\0b"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "thiết bị" in refusal(tmp_path / "pipe")


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert "quyền" in refusal(path)


def test_file_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 1001)
    assert "quá lớn" in refusal(path, Limits(file_bytes=1000))
    assert texts(read_document(path, Limits(file_bytes=1001))) == ["a" * 1001]


def test_content_decides_not_the_suffix(tmp_path: Path) -> None:
    disguised = tmp_path / "a.txt"
    disguised.write_bytes(docx(paragraph("Biên bản")))
    assert read_document(disguised).source.reader == "docx"
    plain = tmp_path / "b.docx"
    plain.write_text("Biên bản", encoding="utf-8")
    assert read_document(plain).source.reader == "text"


def test_source_describes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Biên bản T7.docx"
    path.write_bytes(docx(paragraph("a")))
    source = read_document(path).source
    assert source.name == "Biên bản T7.docx"
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.media_type.endswith("wordprocessingml.document")
    assert (source.recognised, source.quality) == (False, None)


def test_text_that_is_not_vietnamese_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Réunion à 9 heures, décision reportée".encode("cp1252"))
    assert texts(read_document(path)) == ["Réunion à 9 heures, décision reportée"]


@settings(max_examples=200)
@given(st.binary(min_size=1, max_size=400))
def test_every_file_has_one_reader_or_a_refusal(data: bytes) -> None:
    accepting = [reader.name for reader in READERS if reader.accepts(data)]
    assert len(accepting) == (0 if refusal_of(data) else 1)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_paragraphs_are_clean_lines(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("t") / "a.txt"
    path.write_text("Mốc\n" + text, encoding="utf-8", errors="ignore", newline="")
    try:
        document = read_document(path)
    except UnreadableInputError:
        return
    for part in document.paragraphs:
        assert part.text == unicodedata.normalize("NFC", " ".join(part.text.split()))
        assert part.text
