"""Files that are damaged, locked or built to hurt: refused with a cure, in bounded memory."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from .docx_builder import (
    body_texts,
    docx,
    package_files,
    paragraph,
    read_bytes,
    run,
    texts,
    zipped,
)
from .refused import refusal

GOOD = docx(paragraph("Biên bản họp chi bộ"))


def with_document(xml: str | bytes) -> bytes:
    return zipped({**package_files(""), "word/document.xml": xml})


def test_missing_body(tmp_path: Path) -> None:
    files = package_files("")
    del files["word/document.xml"]
    assert "hỏng" in refusal(tmp_path, zipped(files))


def test_xml_that_breaks_off(tmp_path: Path) -> None:
    assert "hỏng" in refusal(tmp_path, with_document("<w:document"))


def test_empty_part(tmp_path: Path) -> None:
    assert "hỏng" in refusal(tmp_path, with_document(""))


def test_inflating_stops_at_the_part_limit(tmp_path: Path) -> None:
    bomb = docx(paragraph("a" * 3_000_000))
    assert len(bomb) < 10_000
    assert "giải nén" in refusal(tmp_path, bomb, part_bytes=2_000_000)


def test_inflating_stops_at_the_total_limit(tmp_path: Path) -> None:
    bomb = docx(paragraph("a" * 900_000), styles=paragraph("b" * 900_000))
    assert "giải nén" in refusal(tmp_path, bomb, inflated_bytes=1_500_000)


def test_a_lying_size_does_not_matter(tmp_path: Path) -> None:
    data = docx(paragraph("a" * 3_000_000))
    real = (3_000_000).to_bytes(4, "little")[1:]
    lying = data.replace(real, b"\x01\0\0")
    refusal(tmp_path, lying, part_bytes=2_000_000)


def test_too_many_parts(tmp_path: Path) -> None:
    files = package_files(paragraph("a")) | {f"x/{number}": "" for number in range(60)}
    assert "quá lớn" in refusal(tmp_path, zipped(files), parts=50)
    assert "quá lớn" in refusal(tmp_path, zipped(files), parts=5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels"])
def test_a_doctype_is_refused_in_any_part(tmp_path: Path, encoding: str, part: str) -> None:
    files = package_files(paragraph("a"))
    _, _, rest = str(files[part]).rpartition("?>")
    entities = '<!DOCTYPE x [<!ENTITY a "bbbb"><!ENTITY c "&a;&a;">]>'
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{entities}{rest}'
    assert "DOCTYPE" in refusal(tmp_path, zipped({**files, part: xml.encode(encoding)}))


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "IBM037"])
def test_encodings_that_could_hide_a_doctype_are_refused(tmp_path: Path, encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x><x/>'
    refusal(tmp_path, with_document(xml.encode(encoding)))


def test_deep_nesting(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 100 + paragraph("a") + "</w:sdtContent></w:sdt>" * 100
    assert "quá sâu" in refusal(tmp_path, docx(deep))
    very_deep = "<w:ins>" * 100_000 + "</w:ins>" * 100_000
    assert "quá sâu" in refusal(tmp_path, docx(very_deep))


def test_nesting_under_the_limit_is_read(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 70 + paragraph("a") + "</w:sdtContent></w:sdt>" * 70
    assert body_texts(tmp_path, deep) == ["a"]


def test_too_much_markup(tmp_path: Path) -> None:
    assert "quá lớn" in refusal(tmp_path, docx("<w:p/>" * 2_000), markup=1_000)


def test_too_many_blank_paragraphs(tmp_path: Path) -> None:
    assert "quá lớn" in refusal(tmp_path, docx(paragraph("a") + "<w:p/>" * 50), paragraphs=10)
    assert len(body_texts(tmp_path, paragraph("a") + "<w:p/>" * 50)) == 1


def test_too_many_paragraphs_and_characters(tmp_path: Path) -> None:
    body = paragraph("abc") * 20
    assert "quá lớn" in refusal(tmp_path, docx(body), paragraphs=19)
    assert "quá lớn" in refusal(tmp_path, docx(body), characters=59)
    assert len(texts(read_bytes(tmp_path, docx(body), paragraphs=20, characters=60))) == 20


def test_encrypted_entry(tmp_path: Path) -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    assert "mật khẩu" in refusal(tmp_path, bytes(data))


def test_rare_compression_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in package_files(paragraph("a")).items():
            archive.writestr(name, content)
    refusal(tmp_path, buffer.getvalue())


def test_styles_based_on_each_other(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{two}"/></w:style>'
        for one, two in [("A", "B"), ("B", "A"), ("C", "C")]
    )
    body = paragraph("a", '<w:pStyle w:val="A"/>') + paragraph("c", '<w:pStyle w:val="C"/>')
    assert body_texts(tmp_path, body, styles=styles) == ["a", "c"]


def test_a_note_that_refers_to_itself(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    footnotes = f'<w:footnote w:id="2">{paragraph(run("chú") + reference)}</w:footnote>'
    body = paragraph(run("a") + reference)
    assert body_texts(tmp_path, body, footnotes=footnotes) == ["a (chú)"]


def test_a_giant_label_is_cut(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="99999999999"/>'
        f'<w:lvlText w:val="{"x" * 100_000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = paragraph("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    (text,) = body_texts(tmp_path, body, numbering=numbering)
    assert text.endswith("x a")
    assert len(text) < 100


def test_pictures_without_words(tmp_path: Path) -> None:
    assert "ảnh" in refusal(tmp_path, docx(paragraph("<w:r><w:drawing/></w:r>")))


def test_no_words_at_all(tmp_path: Path) -> None:
    assert "không có chữ" in refusal(tmp_path, docx(paragraph(run("  "))))
