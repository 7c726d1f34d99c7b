"""Minutes of the corpus set as offices set them: .docx by python-docx, HTML, and PDF by reportlab.

Every document gets its own layout, drawn with a fixed seed: letterhead and signatures in tables
without rules, page numbers above or below, indents, spacing, list numbers that Word counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from random import Random

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONTS = Path("/usr/share/fonts/truetype/liberation2")
FACE = "Liberation Serif"
_LAST = 4


@dataclass(frozen=True)
class Layout:
    """How one document is set; ``size``, ``gap`` in points, ``indent`` in centimetres."""

    size: int
    spacing: float
    indent: float
    gap: int
    justified: bool
    number: str
    hanging: bool

    @classmethod
    def chosen(cls, random: Random) -> Layout:
        """Return a layout as office workers choose them."""
        return cls(
            size=random.choice((13, 14)),
            spacing=random.choice((1.0, 1.15, 1.3)),
            indent=random.choice((0, 1.0, 1.27)),
            gap=random.choice((0, 3, 6)),
            justified=random.random() < 0.7,
            number=random.choice(("top", "bottom", "words", "none")),
            hanging=random.random() < 0.5,
        )


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading in the middle, a list item, or the rows of one table."""

    kind: str
    texts: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, ...], ...], ...] = ()


def blocks(texts: Sequence[str], random: Random) -> list[Block]:
    """Return what the document consists of; cells are tuples of paragraphs."""
    head = _letterhead(texts)
    found: list[Block] = []
    if len(head) >= 2:
        middle = max(1, len(head) - 1 if len(head) < 4 else len(head) // 2)
        found.append(Block("layout", rows=((tuple(head[:middle]), tuple(head[middle:])),)))
    else:
        found += [Block("centre", (text,)) for text in head]
    rest = texts[len(head) :]
    for is_row, run in groupby(enumerate(rest), key=lambda pair: " | " in pair[1]):
        pairs = list(run)
        if is_row:
            plain = pairs[0][0] == 0 or pairs[-1][0] >= len(rest) - _LAST
            rows = tuple(tuple((cell,) for cell in text.split(" | ")) for _, text in pairs)
            found.append(Block("layout" if plain else "table", rows=rows))
        else:
            found += [_block(text, random) for _, text in pairs]
    return found


def _letterhead(texts: Sequence[str]) -> Sequence[str]:
    size = 0
    while (
        size < min(len(texts), 7)
        and " | " not in texts[size]
        and not texts[size].upper().startswith("BIÊN BẢN")
        and (texts[size].isupper() or "ngày" in texts[size] or texts[size] == "*"
             or texts[size].startswith("Số"))
        and len(texts[size]) < 70
    ):  # fmt: skip
        size += 1
    return texts[:size]


def _block(text: str, random: Random) -> Block:
    if text.upper().startswith("BIÊN BẢN") and len(text) < 90:
        return Block("centre", (text,))
    if text.startswith("- "):
        return Block("item", (text,))
    return Block("text", (text,))


def write_docx(path: Path, content: Sequence[Block], layout: Layout) -> None:
    """Write a .docx."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(layout.size)
    style.paragraph_format.line_spacing = layout.spacing
    style.paragraph_format.space_after = Pt(layout.gap)
    _page_number(section, layout)
    for block in content:
        if block.rows:
            _docx_table(document, block)
        else:
            _docx_paragraph(document, block, layout)
    document.save(str(path))


def _docx_paragraph(document: docx.document.Document, block: Block, layout: Layout) -> None:
    listed = block.kind == "item" and layout.hanging
    text = block.texts[0]
    paragraph = document.add_paragraph(style="List Bullet" if listed else None)
    paragraph.add_run(text[2:] if listed else text).bold = block.kind == "centre"
    if block.kind == "centre":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return
    if layout.justified:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if not listed:
        paragraph.paragraph_format.first_line_indent = Cm(layout.indent)


def _docx_table(document: docx.document.Document, block: Block) -> None:
    columns = max(map(len, block.rows))
    table = document.add_table(rows=0, cols=columns)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if block.kind == "table":
        table.style = "Table Grid"
    for row in block.rows:
        cells = table.add_row().cells
        for cell, texts in zip(cells, row, strict=False):
            for number, text in enumerate(texts):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.add_run(text)
                if block.kind == "layout":
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _page_number(section: docx.section.Section, layout: Layout) -> None:
    if layout.number == "none":
        return
    place = section.header if layout.number == "top" else section.footer
    paragraph = place.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if layout.number == "words":
        paragraph.add_run("Trang ")
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def write_html(path: Path, content: Sequence[Block], layout: Layout) -> None:
    """Write a page that a browser prints."""
    body = "".join(_html(block) for block in content)
    align = "justify" if layout.justified else "left"
    number = {
        "top": "@top-center{content:counter(page)}",
        "bottom": "@bottom-center{content:counter(page)}",
        "words": "@bottom-right{content:'Trang ' counter(page) '/' counter(pages)}",
    }.get(layout.number, "")
    path.write_text(
        f"<!doctype html><meta charset=utf-8><title>Biên bản</title><style>"
        f"@page{{size:A4;margin:20mm 18mm 20mm 30mm;{number}}}"
        f"body{{font:{layout.size}pt/{layout.spacing * 1.15} '{FACE}'}}"
        f"p{{margin:0 0 {layout.gap}pt;text-align:{align};text-indent:{layout.indent}cm}}"
        ".centre{text-align:center;text-indent:0;font-weight:bold}"
        "table{width:100%;border-collapse:collapse}td{vertical-align:top;padding:2pt 4pt}"
        "td p{text-indent:0;text-align:left}.layout td p{text-align:center}"
        f".table td{{border:1px solid}}</style>{body}",
        encoding="utf-8",
    )


def _html(block: Block) -> str:
    if not block.rows:
        return f"<p class={block.kind}>{escape(block.texts[0])}</p>"
    rows = "".join(
        "<tr>" + "".join("<td>" + "".join(f"<p>{escape(t)}</p>" for t in cell) for cell in row)
        for row in block.rows
    )
    return f"<table class={block.kind}>{rows}</table>"


def write_reportlab(path: Path, content: Sequence[Block], layout: Layout) -> None:
    """Write a PDF with reportlab: no space between some words, other operators, other order."""
    if FACE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FACE, str(FONTS / "LiberationSerif-Regular.ttf")))
    size, leading = layout.size, layout.size * layout.spacing * 1.15
    style = ParagraphStyle(
        "text", fontName=FACE, fontSize=size, leading=leading, spaceAfter=layout.gap,
        firstLineIndent=layout.indent * 28.35, alignment=TA_JUSTIFY if layout.justified else 0,
    )  # fmt: skip
    centre = ParagraphStyle("centre", style, alignment=TA_CENTER, firstLineIndent=0)
    cell = ParagraphStyle("cell", style, alignment=0, firstLineIndent=0)

    def number(canvas: object, document: object) -> None:
        page = canvas.getPageNumber()  # type: ignore[attr-defined]
        if layout.number != "none":
            text = f"Trang {page}" if layout.number == "words" else str(page)
            canvas.setFont(FACE, 12)  # type: ignore[attr-defined]
            y = A4[1] - 30 if layout.number == "top" else 30
            canvas.drawCentredString(A4[0] / 2, y, text)  # type: ignore[attr-defined]

    story = list(_flowables(content, style, centre, cell))
    SimpleDocTemplate(
        str(path), pagesize=A4, leftMargin=85, rightMargin=51, topMargin=57, bottomMargin=57
    ).build(story, onFirstPage=number, onLaterPages=number)


def _flowables(
    content: Sequence[Block], style: ParagraphStyle, centre: ParagraphStyle, cell: ParagraphStyle
) -> Iterator[object]:
    for block in content:
        if not block.rows:
            yield Paragraph(escape(block.texts[0]), centre if block.kind == "centre" else style)
            continue
        inner = cell if block.kind == "table" else centre
        rows = [[[Paragraph(escape(t), inner) for t in texts] for texts in r] for r in block.rows]
        columns = max(map(len, rows))
        rows = [row + [[]] * (columns - len(row)) for row in rows]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        table = Table(rows, colWidths=[459 / columns] * columns)
        table.setStyle(TableStyle(grid if block.kind == "table" else grid[1:]))
        yield table
        yield Spacer(1, 1)
