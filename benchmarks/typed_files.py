"""Typed files from the annotated corpus: as many as asked for, no two with the same bytes."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from minutes_nlp.corpus.records import read_records

ROOT = Path(__file__).resolve().parent.parent
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)
_PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'


def write_files(folder: Path, count: int, *, seed: int = 1) -> Path:
    """Write ``count`` files into folders of cells, half .docx and half .txt."""
    for number, paragraphs in enumerate(_texts(count, seed)):
        place = folder / f"chi-bo-{number % 97:02}" / f"bien-ban-{number:06}"
        place.parent.mkdir(parents=True, exist_ok=True)
        if number % 2:
            place.with_suffix(".txt").write_text("\n".join(paragraphs), encoding="utf-8")
        else:
            _write_docx(place.with_suffix(".docx"), paragraphs)
    return folder


def _texts(count: int, seed: int) -> Iterator[list[str]]:
    """Yield texts of the corpus round and round, each time with other numbers in them."""
    records = [record for record in read_records(ROOT / "corpora") if record.is_minutes]
    dice = random.Random(seed)
    for number in range(count):
        paragraphs = [paragraph.text for paragraph in records[number % len(records)].paragraphs]
        changed = [
            re.sub(r"\b[1-9]\d\b(?! năm)", lambda _: str(dice.randint(10, 99)), text)
            if index > len(paragraphs) // 3
            else text
            for index, text in enumerate(paragraphs)
        ]
        yield [f"Số {number + 1}-BB/CB", *changed]


def _write_docx(place: Path, paragraphs: list[str]) -> None:
    body = "".join(_PARAGRAPH.format(escape(text)) for text in paragraphs)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", _DOCUMENT.format(body))
