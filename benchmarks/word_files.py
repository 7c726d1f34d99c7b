"""Make Word files out of corpus documents, with the furniture in which readers lose words.

Typed numbers and dashes become automatic ones in lists of several levels; a header, a footer,
tables, a tracked insertion and deletion, hidden text, a soft break and a paragraph in the TCVN3
font .VnTime are put in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

_LEVELS = (
    (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-")),
    (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3."), ("bullet", "+")),
    (("upperLetter", "%1."), ("decimal", "(%2)"), ("lowerRoman", "%3."), ("bullet", "-")),
    (("decimal", "Phần %1:"), ("upperRoman", "%2 -"), ("lowerLetter", "%2.%3)"), ("bullet", "-")),
)
_MARKERS = (
    re.compile(r"(?:[IVX]+[.\-:]|Phần \w+[:.])\s+(?=\S)"),
    re.compile(r"\d+[.)/]\s+(?=\S)"),
    re.compile(r"(?:[a-zđ][.)]|\d+\.\d+[.)]?)\s+(?=\S)"),
    re.compile(r"[-+*•–]\s*(?=\S)"),
)


_TYPED_IN_TCVN3 = "Chi bé häp th\xad\xeang k\xfa, nh\xf7ng ng\xad\xeai \xae\xad\xeec ph©n c«ng."


def make_docx(
    paragraphs: Sequence[str], target: Path, variant: int, *, restart: bool = True
) -> None:
    """Write ``paragraphs`` to ``target``.

    Args:
        paragraphs: the text, a table row with its cells joined by bars.
        target: the .docx.
        variant: chooses the lists and where things stand.
        restart: whether a list begins anew half-way (LibreOffice cannot write that to .doc).
    """
    word = Document()
    word.sections[0].header.paragraphs[0].text = "ĐẢNG BỘ XÃ (bản lưu)"
    word.sections[0].footer.paragraphs[0].text = "Lưu: VT chi bộ"
    first = _add_list(word, 500 + variant, _LEVELS[variant % len(_LEVELS)])
    restarted = _add_restart(word, first) if restart else first
    deepest = -1
    for number, text in enumerate(paragraphs):
        if " | " in text:
            _add_row(word, text)
            continue
        level, words = _without_marker(text)
        paragraph = word.add_paragraph()
        _add_words(paragraph, words, number + variant)
        if level is not None:
            # Programs do not agree on how a level is counted that is left out.
            deepest = level = min(level, deepest + 1)
            list_id = restarted if level == 1 and number > len(paragraphs) // 2 else first
            _number(paragraph, list_id, level)
    word.add_paragraph().add_run(_TYPED_IN_TCVN3).font.name = ".VnTime"
    word.save(str(target))


def _without_marker(text: str) -> tuple[int | None, str]:
    for level, marker in enumerate(_MARKERS):
        if found := marker.match(text):
            return level, text[found.end() :]
    return None, text


def _add_words(paragraph: Paragraph, words: str, turn: int) -> None:
    half = words.find(" ", len(words) // 2)
    if half < 0:
        paragraph.add_run(words)
        return
    paragraph.add_run(words[:half])
    if turn % 7 == 1:
        _revise(paragraph, "del", "w:delText", " (bỏ câu này)")
        _revise(paragraph, "ins", "w:t", " (thêm câu này)")
    if turn % 9 == 4:
        paragraph.add_run(" chữ ẩn").font.hidden = True
    if turn % 11 == 5:
        paragraph.add_run().add_break()
    paragraph.add_run(words[half:]).bold = True


def _revise(paragraph: Paragraph, name: str, tag: str, words: str) -> None:
    paragraph._p.append(
        parse_xml(
            f'<w:{name} {nsdecls("w")} w:id="{len(paragraph._p)}" w:author="Thư ký" '
            f'w:date="2026-09-04T08:00:00Z"><w:r><{tag} xml:space="preserve">{words}</{tag}></w:r>'
            f"</w:{name}>"
        )
    )


def _add_row(word: WordDocument, text: str) -> None:
    cells = text.split(" | ")
    table = word.add_table(rows=1, cols=len(cells))
    for cell, words in zip(table.rows[0].cells, cells, strict=True):
        cell.text = words
    word.add_paragraph()


def _number(paragraph: Paragraph, list_id: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{list_id}"/></w:numPr>'
        )
    )


def _add_list(word: WordDocument, name: int, levels: Sequence[tuple[str, str]]) -> int:
    inside = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{shown}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (shown, text) in enumerate(levels)
    )
    numbering = word.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">'
            f'<w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>'
        ),
    )
    return int(numbering.add_num(name).numId)


def _add_restart(word: WordDocument, list_id: int) -> int:
    numbering = word.part.numbering_part.element
    num = numbering.add_num(numbering.num_having_numId(list_id).abstractNumId.val)
    num.add_lvlOverride(1).add_startOverride(1)
    return int(num.numId)
