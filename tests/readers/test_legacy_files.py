"""Whole files in old encodings, in every way in which they name them or do not."""

from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from minutes_nlp.learning.damage.old_encodings import tcvn3, utf8_as_cp1252, vni
from minutes_nlp.readers.base import read_document
from tests.readers.docx_builder import (
    body_texts,
    package_files,
    paragraph,
    read_bytes,
    relations_xml,
    run,
    texts,
    zipped,
)

MINUTES = [
    "Đảng bộ xã Hoà Lập",
    "Biên bản sinh hoạt chi bộ tháng 7 năm 2026",
    "Đồng chí Trần Văn Sơn, Bí thư Chi bộ, chủ trì.",
    "Số 11-BB/CB",
    "Tổng số đảng viên: 21 đồng chí; có mặt: 19; vắng: 02 (có lý do).",
    "Đ/c Hùng: đề nghị nạo kênh trước mùa mưa, xong trước ngày 20/7.",
    "Hội nghị kết thúc lúc 21 giờ 15 phút.",
]
FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


def read_text(folder: Path, data: bytes) -> list[str]:
    path = folder / "bien-ban.txt"
    path.write_bytes(data)
    return texts(read_document(path))


@pytest.mark.parametrize("font", [".VnTime", "Times New Roman", "VNI-Times"])
def test_tcvn3_whatever_the_font_says(tmp_path: Path, font: str) -> None:
    body = "".join(paragraph(run(tcvn3(text), FONT.format(font))) for text in MINUTES)
    assert body_texts(tmp_path, body) == MINUTES


@pytest.mark.parametrize("font", ["VNI-Times", "Times New Roman", ".VnTime"])
def test_vni_whatever_the_font_says(tmp_path: Path, font: str) -> None:
    body = "".join(paragraph(run(vni(text), FONT.format(font))) for text in MINUTES)
    assert body_texts(tmp_path, body) == MINUTES


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", ".VnTimeH"])
def test_unicode_whatever_the_font_says(tmp_path: Path, font: str) -> None:
    body = "".join(paragraph(run(text, FONT.format(font))) for text in [*MINUTES, "TS. Hoàng Hà"])
    assert body_texts(tmp_path, body) == [*MINUTES, "TS. Hoàng Hà"]


def test_one_paragraph_in_tcvn3_the_next_in_unicode(tmp_path: Path) -> None:
    body = "".join(
        paragraph(run(tcvn3(text), FONT.format(".VnTime")) if number % 2 else run(text))
        for number, text in enumerate(MINUTES)
    )
    assert body_texts(tmp_path, body) == MINUTES


def test_runs_in_three_encodings(tmp_path: Path) -> None:
    runs = (
        run("§ång chÝ ", FONT.format(".VnTime"))
        + run("Nguyễn Văn Hoà (Microsoft®): ", FONT.format("Arial"))
        + run(vni("nhất trí"), FONT.format("VNI-Times"))
    )
    assert body_texts(tmp_path, paragraph(runs)) == [
        "Đồng chí Nguyễn Văn Hoà (Microsoft®): nhất trí"
    ]


def test_a_font_that_only_the_style_names(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>'
        f"{FONT.format('.VnTime')}</w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Normal"/><w:rPr>'
        f"{FONT.format('.VnTimeH')}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Latin"><w:rPr>'
        f"{FONT.format('Arial')}</w:rPr></w:style>"
    )
    body = (
        paragraph(run("biªn b¶n"), '<w:pStyle w:val="Title"/>')
        + paragraph(run("cã lß g¹ch"))
        + paragraph(run("th\xad ") + run("½ ®", '<w:rStyle w:val="Latin"/>'))
    )
    assert body_texts(tmp_path, body, styles=styles) == ["BIÊN BẢN", "có lò gạch", "thư ½ ®"]


def test_a_file_of_word_whose_style_names_the_font(tmp_path: Path) -> None:
    document = python_docx.Document()
    style = document.styles.add_style("Cu", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = ".VnTime"
    for text in MINUTES:
        document.add_paragraph(tcvn3(text), style="Cu")
    document.add_paragraph("Đã đọc lại, nhất trí.")
    document.save(str(tmp_path / "cu.docx"))
    assert texts(read_document(tmp_path / "cu.docx")) == [*MINUTES, "Đã đọc lại, nhất trí."]


def test_fonts_of_the_theme_stand_before_the_styles_below(tmp_path: Path) -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:fontScheme><a:majorFont><a:latin typeface=".VnTime"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Arial"/></a:minorFont></a:fontScheme>'
        "</a:themeElements></a:theme>"
    )
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" '
        'w:hAnsiTheme="majorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    minor = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    files = package_files(paragraph("cã lß") + paragraph(run("µ", minor)), styles=styles)
    files["word/theme1.xml"] = theme
    files["word/_rels/document.xml.rels"] = relations_xml(
        {"styles": "styles.xml", "theme": "theme1.xml"}
    )
    assert texts(read_bytes(tmp_path, zipped(files))) == ["có lò", "µ"]


def test_soft_hyphens_and_symbols_are_letters_of_tcvn3(tmp_path: Path) -> None:
    font = FONT.format(".VnTime")
    soft = f"<w:r><w:rPr>{font}</w:rPr><w:t>Th</w:t><w:softHyphen/><w:t> ký</w:t></w:r>"
    symbol = (
        run("B", font)
        + '<w:r><w:sym w:font=".VnTime" w:char="F0DD"/></w:r>'
        + run(" th", font)
        + '<w:r><w:sym w:font=".VnTime" w:char="00AD"/></w:r>'
    )
    plain = "<w:r><w:t>hội</w:t><w:softHyphen/><w:t>\xad nghị</w:t></w:r>"
    assert body_texts(tmp_path, paragraph(soft) + paragraph(symbol) + paragraph(plain)) == [
        "Thư ký",
        "Bí thư",
        "hội nghị",
    ]


def test_a_note_in_unicode_inside_a_tcvn3_paragraph(tmp_path: Path) -> None:
    footnotes = '<w:footnote w:id="2"><w:p><w:r><w:t>đã sửa</w:t></w:r></w:p></w:footnote>'
    body = paragraph(
        run("cã lß", FONT.format(".VnTime")) + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    assert body_texts(tmp_path, body, footnotes=footnotes) == ["có lò (đã sửa)"]


@pytest.mark.parametrize("encode", [tcvn3, vni])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_plain_text(tmp_path: Path, encode: Callable[[str], str], line_end: str) -> None:
    data = line_end.join(encode(text) for text in MINUTES).encode("latin-1")
    assert read_text(tmp_path, data) == MINUTES


def test_plain_text_in_viscii(tmp_path: Path) -> None:
    codes = {"Đ": 0xD0, "ồ": 0xB0, "í": 0xED, "ư": 0xDF, "ộ": 0xB5, "ế": 0xAA, "ậ": 0xA7, "ó": 0xF3}
    text = "Đồng chí Bí thư Chi bộ kết luận có"
    data = bytes(codes.get(char, ord(char) if char.isascii() else 0) for char in text)
    assert read_text(tmp_path, data) == [text]


@pytest.mark.parametrize("encode", [tcvn3, vni, utf8_as_cp1252])
def test_plain_text_that_was_pasted_out_of_its_encoding(
    tmp_path: Path, encode: Callable[[str], str]
) -> None:
    data = "\n".join(encode(text) for text in MINUTES).encode()
    assert read_text(tmp_path, data) == MINUTES


@pytest.mark.parametrize("encode", [tcvn3, vni])
def test_plain_text_of_lines_in_two_encodings(tmp_path: Path, encode: Callable[[str], str]) -> None:
    lines = [
        text.encode() if number % 2 else encode(text).encode("latin-1")
        for number, text in enumerate(MINUTES)
    ]
    assert read_text(tmp_path, b"\n".join(lines)) == MINUTES
    pasted = [text if number % 2 else encode(text) for number, text in enumerate(MINUTES)]
    assert read_text(tmp_path, "\n".join(pasted).encode()) == MINUTES


def test_other_languages_stay(tmp_path: Path) -> None:
    lines = [
        "Où est-il ? À côté du café, où l'été créa l'Opéra.",
        "Noël Müller and Señor Núñez: 5½ µm, naïve",
    ]
    assert read_text(tmp_path, "\n".join(lines).encode("cp1252")) == lines
    assert read_text(tmp_path, "\n".join(lines).encode()) == lines
