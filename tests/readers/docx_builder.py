"""Hand-made .docx files for tests: only what a test says, in raw WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from minutes_nlp.model.document import Document
from minutes_nlp.readers.base import read_document
from minutes_nlp.readers.limits import Limits

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACES = (
    'xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{r}"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer", "comments")


def part_xml(root: str, inside: str, *, strict: bool = False) -> str:
    spaces = _SPACES.format(
        w=STRICT if strict else TRANSITIONAL, r=_STRICT_RELATIONS if strict else _RELATIONS
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {spaces}>{inside}</w:{root}>'


def relations_xml(targets: dict[str, str], *, strict: bool = False) -> str:
    base = _STRICT_RELATIONS if strict else _RELATIONS
    entries = "".join(
        f'<Relationship Id="r{index}" Type="{base}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{entries}</Relationships>'


def zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def package_files(body: str, *, strict: bool = False, **parts: str) -> dict[str, str | bytes]:
    """The files of a .docx: ``parts`` holds the inside of styles, numbering, footnotes …"""
    roots = {"header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations_xml({"officeDocument": "word/document.xml"}, strict=strict),
        "word/document.xml": part_xml("document", f"<w:body>{body}</w:body>", strict=strict),
        "word/_rels/document.xml.rels": relations_xml(
            {name: f"{name}.xml" for name in parts}, strict=strict
        ),
    }
    for name, inside in parts.items():
        assert name in _PARTS
        files[f"word/{name}.xml"] = part_xml(roots.get(name, name), inside, strict=strict)
    return files


def docx(body: str, *, strict: bool = False, **parts: str) -> bytes:
    return zipped(package_files(body, strict=strict, **parts))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; ``content`` is markup or plain words."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(content: str, properties: str = "") -> str:
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def read_bytes(folder: Path, data: bytes, name: str = "x.docx", **limits: int) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read_document(path, Limits(**limits))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def body_texts(folder: Path, body: str, **parts: str) -> list[str]:
    return texts(read_bytes(folder, docx(body, **parts)))
