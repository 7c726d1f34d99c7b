"""Hand-made .odt files for tests: only what a test says, in raw OpenDocument XML."""

from __future__ import annotations

from pathlib import Path

from .docx_builder import read_bytes, texts, zipped

_PREFIX = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    [
        *(
            f'xmlns:{name}="{_PREFIX}:{name}:1.0"'
            for name in ("office", "text", "table", "style", "manifest")
        ),
        f'xmlns:draw="{_PREFIX}:drawing:1.0"',
        f'xmlns:fo="{_PREFIX}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_PREFIX}:svg-compatible:1.0"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def part(root: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {_SPACES}>{inside}</office:{root}>'
    )


def package(
    body: str, *, automatic: str = "", styles: str = "", masters: str = "", kind: str = "text"
) -> dict[str, str | bytes]:
    """The files of an .odt: ``automatic`` styles of the body, shared ``styles``, master pages."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    shared = f"<office:styles>{styles}</office:styles>"
    shared += f"<office:master-styles>{masters}</office:master-styles>"
    return {
        "mimetype": MIMETYPE,
        "content.xml": part("document-content", content),
        "styles.xml": part("document-styles", shared),
        "META-INF/manifest.xml": '<manifest xmlns="x"/>',
    }


def odt(body: str, **parts: str) -> bytes:
    return zipped(package(body, **parts))


def flat_odt(body: str, automatic: str = "", masters: str = "") -> bytes:
    return part(
        "document",
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    ).encode()


def p(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def span(content: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def style(name: str, properties: str, *, family: str = "text", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def items(*contents: str, attributes: str = 'text:style-name="L"') -> str:
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {attributes}>{inside}</text:list>"


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def numbers(level: int, attributes: str) -> str:
    return f'<text:list-level-style-number text:level="{level}" {attributes}/>'


def bullets(level: int, sign: str) -> str:
    return f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}"/>'


def table(*rows: str) -> str:
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


def row(*cells: str) -> str:
    inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{inside}</table:table-row>"


def body_texts(folder: Path, body: str, **parts: str) -> list[str]:
    return texts(read_bytes(folder, odt(body, **parts)))
