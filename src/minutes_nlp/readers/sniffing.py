"""Tell a file's format by its first bytes; the suffix is never trusted."""

from __future__ import annotations

import struct
from typing import Final

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.readers import refusals

ZIP_SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# WordPerfect; Word 2.0 and Word for DOS.
_OLD_PROGRAMS: Final = (b"\xffWPC", b"\xdb\xa5-\x00", b"1\xbe\x00\x00")
_PICTURES: Final = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_BIG_TIFF: Final = (b"II+\x00", b"MM\x00+")
_PHONE_BRANDS: Final = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif", b"avis")
_ARCHIVES: Final = (b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_HEAD: Final = 4096


def is_zip(data: bytes) -> bool:
    """Whether ``data`` begins as a zip archive does."""
    return data.startswith(ZIP_SIGNATURES)


def is_flat_package(data: bytes) -> bool:
    """Whether ``data`` is a .docx written as one XML file (Flat OPC)."""
    return _starts_as_xml(data) and (
        b"schemas.microsoft.com/office/2006/xmlPackage" in _plain_head(data)
    )


def is_pdf(data: bytes) -> bool:
    """Whether ``data`` is a PDF; mail programs and scanners put other bytes before its header."""
    return b"%PDF-" in data[:1024]


def is_opendocument(data: bytes) -> bool:
    """Whether ``data`` is a zip archive with the parts of an OpenDocument file."""
    directory = _zip_directory(data) if is_zip(data) else b""
    return (
        b"content.xml" in directory
        and (b"mimetype" in directory or b"META-INF/manifest.xml" in directory)
        and b"[Content_Types].xml" not in directory
    )


def is_flat_opendocument(data: bytes) -> bool:
    """Whether ``data`` is an OpenDocument file written as one XML file (.fodt)."""
    return _starts_as_xml(data) and (
        b"urn:oasis:names:tc:opendocument:xmlns:office" in _plain_head(data)
        and b"office:document" in _plain_head(data)
    )


def is_rtf(data: bytes) -> bool:
    """Whether ``data`` begins as Rich Text Format does."""
    return _plain_head(data).startswith(b"{\\rtf")


def is_word_97(data: bytes) -> bool:
    """Whether ``data`` is an OLE file that holds a document of Word 6 to 2003."""
    return data.startswith(_OLE_SIGNATURE) and _ole_refusal(data) is None


def is_other_kind(data: bytes) -> bool:
    """Whether ``data`` is of a kind that has a reader of its own, not plain text."""
    kinds = (is_zip, is_flat_package, is_flat_opendocument, is_rtf, is_word_97, is_pdf)
    return picture_type(data) is not None or any(is_kind(data) for is_kind in kinds)


def picture_type(data: bytes) -> str | None:
    """Return the media type of a picture that scanners and cameras give, else ``None``."""
    if data.startswith(b"BM"):  # "BM" may also begin a text
        return "image/bmp" if len(data) > 14 and data[6:10] == b"\0\0\0\0" else None
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _PICTURES if data.startswith(start)), None)


def refusal_of(data: bytes) -> UnreadableInputError | None:
    """Return why ``data`` is of a known format that is not read, ``None`` if it may be read."""
    if data.startswith(_OLE_SIGNATURE):
        return _ole_refusal(data)
    if data.startswith(_OLD_PROGRAMS):
        return refusals.old_word()
    if data[4:8] == b"ftyp" and data[8:12] in _PHONE_BRANDS:
        return refusals.phone_picture()
    if data.startswith((b"GIF8", *_BIG_TIFF)):
        return refusals.unread_picture()
    if data.startswith(_ARCHIVES):
        return refusals.archive()
    return _markup_refusal(data)


def _ole_refusal(data: bytes) -> UnreadableInputError | None:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("WordDocument"):
        return None
    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return refusals.encrypted()
    if holds("Workbook") or holds("PowerPoint Document"):
        return refusals.other_format(
            "tệp Excel hoặc PowerPoint đời cũ", "an old Excel or PowerPoint file"
        )
    return refusals.old_word()


def _markup_refusal(data: bytes) -> UnreadableInputError | None:
    head = _plain_head(data).lower()
    if head.startswith((b"<!doctype html", b"<html")) or (
        head.startswith(b"<") and b"<html" in head
    ):
        return refusals.other_format("trang web (HTML)", "a web page (HTML)")
    if head.startswith(b"mime-version:") and b"multipart/related" in head:
        return refusals.other_format("trang web (MHTML)", "a web page (MHTML)")
    if b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return refusals.other_format("tệp Word 2003 XML", "a Word 2003 XML file")
    flat = is_flat_package(data) or is_flat_opendocument(data)
    if head.startswith(b"<?xml") and not flat:
        return refusals.other_format("tệp XML", "an XML file")
    return None


def _zip_directory(data: bytes) -> bytes:
    """Return the list of entries at the end of a zip archive (all of it when it is damaged)."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + 20 > len(data):
        return data
    size, start = struct.unpack_from("<II", data, end + 12)
    return data[start : start + size] if start + size <= end else data


def _starts_as_xml(data: bytes) -> bool:
    return _plain_head(data).startswith(b"<")


def _plain_head(data: bytes) -> bytes:
    # NUL bytes out: markup in UTF-16 is then told like markup in UTF-8.
    head = data[:_HEAD].replace(b"\0", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.lstrip()
