"""A good file of every format that is read, each small and with what its reader must mind."""

from __future__ import annotations

import io
from collections.abc import Iterator

from tests.readers import odt_builder as odf
from tests.readers.docx_builder import package_files, zipped
from tests.readers.pdf_builder import Pdf, line, paragraph, shown
from tests.readers.word97_builder import (
    DELETED,
    IN_TABLE,
    ROW_END,
    WordBuilder,
    font,
    in_list,
    level,
    list_blocks,
)

LINES = (
    "CHI BỘ ẤP 3",
    "BIÊN BẢN SINH HOẠT CHI BỘ",
    "Đồng chí Lan đề nghị mở lớp bơi cho các cháu trong hè, giao đoàn thanh niên lo.",
    "Đồng chí Bí thư kết luận: giao đồng chí Lan lập danh sách trước ngày 20/7.",
)
_PICTURES = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")


def samples() -> Iterator[tuple[str, bytes]]:
    """Yield the name of each format, as a suffix, with a file of it."""
    yield "docx", _docx()
    yield "odt", odf.odt(_odf_body(), automatic=_odf_list())
    yield "fodt", odf.flat_odt(_odf_body(), automatic=_odf_list())
    yield "rtf", _rtf()
    yield "doc", _doc()
    yield "pdf", _pdf()
    for code in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be"):
        yield "txt", "\n".join(LINES).encode(code)
    yield from pictures()


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield a small picture with a line of print in every format of pictures."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (260, 60), 255)
    ImageDraw.Draw(picture).text((10, 20), "CHI BO THON 3 HOP", 0)
    for name in _PICTURES:
        stream = io.BytesIO()
        picture.save(stream, name)
        yield name.lower(), stream.getvalue()


def _docx() -> bytes:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    rows = "".join(f"<w:p>{numbered}<w:r><w:t>{text}</w:t></w:r></w:p>" for text in LINES)
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in LINES[:2])
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}<w:lvlText w:val="%1."/></w:lvl>'
    numbering += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return zipped(package_files(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{rows}", numbering=numbering))


def _odf_list() -> str:
    return odf.list_style(odf.numbers(1, 'style:num-format="I" style:num-suffix="."'))


def _odf_body() -> str:
    return odf.table(odf.row(*(odf.p(text) for text in LINES[:2]))) + odf.items(
        *(odf.p(text) for text in LINES[2:])
    )


def _rtf() -> bytes:
    def written(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    rows = "".join(f"{written(text)}\\par\n" for text in LINES[2:])
    cells = "".join(f"\\intbl {written(text)}\\cell" for text in LINES[:2])
    table = f"\\trowd\\cellx4000\\cellx8000 {cells}\\row\\pard\n"
    fonts = "{\\fonttbl{\\f0\\froman\\fcharset163 Times New Roman;}{\\f1 .VnTime;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1258{fonts}{table}{{\\*\\x bo qua}}{rows}}}".encode("ascii")


def _doc() -> bytes:
    blocks, behind = list_blocks([(5, (level("\0.", 1),))], [(5, [])])
    word = WordBuilder(blocks=blocks, behind=behind)
    for text in LINES[:2]:
        word.add(text, mark="\x07", properties=IN_TABLE)
    word.add(mark="\x07", properties=IN_TABLE + ROW_END)
    word.add(LINES[2], ("bỏ đi", DELETED), properties=in_list(1))
    word.add((LINES[3], font(0)), properties=in_list(1))
    return word.build()


def _pdf() -> bytes:
    pdf = Pdf()
    content: list[str] = [line(80, 800, 500, 800)]
    top = 760.0
    for text in LINES:
        lines, top = paragraph(text, top)
        content += lines
    picture = pdf.picture()
    pdf.page(*content, shown(picture, 80, 100, 40, 40), pictures=[picture])
    pdf.page(*paragraph("Hội nghị kết thúc lúc 16 giờ cùng ngày.", 760)[0])
    return pdf.build()
