"""Files that were built to harm, of every format: what a reader must refuse, quickly and wholly.

``hostile_files(folder)`` writes them; each must end in an error with a message, in the sandbox,
and nothing of ``SECRET`` (a file beside them that some of them name) may ever be read.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.readers.docx_builder import package_files, part_xml, zipped
from tests.readers.pdf_builder import assembled
from tests.readers.sample_files import samples

SECRET: Final = "kim-cuong-giau-o-vuon-sau"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_ODT_TYPE: Final = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class HostileFile:
    """``readable``: it may be read, if nothing of what lies outside the file gets in."""

    name: str
    data: bytes
    readable: bool = False


def hostile_files(secret: Path) -> Iterator[HostileFile]:
    """Yield every file; ``secret`` is the path of the file that some of them name."""
    for suffix in ("txt", "docx", "odt", "fodt", "rtf", "doc", "pdf", "png", "jpg", "tif"):
        yield HostileFile(f"empty.{suffix}", b"")
    yield from _word(secret)
    yield from _open_document(secret)
    yield from _rich_text(secret)
    yield from files_of_pages(secret)
    for number, (suffix, data) in enumerate(samples()):
        yield HostileFile(f"half-{number}.{suffix}", data[: len(data) // 2], readable=True)
    yield HostileFile("noise.txt", bytes(range(256)) * 4096)
    yield HostileFile("huge.txt", b"Chi bo hop. " * 2_000_000)


def files_of_pages(secret: Path) -> Iterator[HostileFile]:
    """Yield those of formats that have pages."""
    yield from _pdf(secret)
    yield from _pictures()


def _word(secret: Path) -> Iterator[HostileFile]:
    good = package_files("<w:p><w:r><w:t>Chi bộ họp.</w:t></w:r></w:p>")

    def with_body(body: str | bytes) -> bytes:
        return zipped({**good, "word/document.xml": body})

    yield HostileFile("truncated.docx", zipped(good)[:-300])
    yield HostileFile("bomb.docx", with_body(_filled(_document("{}"), 310_000_000)))
    yield HostileFile("lying-bomb.docx", _lying(with_body(_filled(_document("{}"), 100_000_000))))
    yield HostileFile("laughs.docx", with_body(_laughs() + _document("<w:p>&lol9;</w:p>")))
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    yield HostileFile("entity.docx", with_body(entity + _document(_said("&x;"))))
    yield HostileFile("nested.docx", with_body(_document(_nested("w:tbl", 200_000))))
    linked = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" TargetMode="External" Target="{}" Type="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships/header"/></Relationships>'
    )
    body = _said("Chi bộ họp.") + '<w:sectPr><w:headerReference r:id="r1"/></w:sectPr>'
    for name, target in (("outside", secret.as_uri()), ("upward", "../../../secret.xml")):
        yield HostileFile(
            f"{name}.docx",
            zipped(
                {
                    **good,
                    "word/document.xml": part_xml("document", f"<w:body>{body}</w:body>"),
                    "word/_rels/document.xml.rels": linked.format(target),
                }
            ),
            readable=True,
        )
    yield HostileFile("many-parts.docx", zipped({**good, **{f"x/{n}": "" for n in range(60_000)}}))
    yield HostileFile("itself.docx", _holding_itself())


def _open_document(secret: Path) -> Iterator[HostileFile]:
    def packed(content: str | bytes, **more: str) -> bytes:
        return zipped({"mimetype": _ODT_TYPE, "content.xml": content, **more})

    yield HostileFile("truncated.odt", packed(_odf("<text:p>Chi bộ họp.</text:p>"))[:-120])
    yield HostileFile("bomb.odt", packed(_filled(_odf("{}"), 310_000_000)))
    yield HostileFile("lying-bomb.odt", _lying(packed(_filled(_odf("{}"), 100_000_000))))
    yield HostileFile("laughs.odt", packed(_laughs() + _odf("<text:p>&lol9;</text:p>")))
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    yield HostileFile("entity.odt", packed(entity + _odf("<text:p>&x;</text:p>")))
    yield HostileFile("laughs.fodt", (_laughs() + _odf("<text:p>&lol9;</text:p>")).encode())
    yield HostileFile("entity.fodt", (entity + _odf("<text:p>&x;</text:p>")).encode())
    yield HostileFile("nested.odt", packed(_odf(_nested("text:section", 200_000))))
    repeated = '<table:table><table:table-row table:number-rows-repeated="999999999">'
    repeated += '<table:table-cell table:number-columns-repeated="99999"><text:p>Chi bộ</text:p>'
    repeated += "</table:table-cell></table:table-row></table:table>"
    yield HostileFile("repeated.odt", packed(_odf(repeated)), readable=True)
    linked = f'<text:section><text:section-source xlink:href="{secret.as_uri()}"/></text:section>'
    linked += "<text:p>Chi bộ họp.</text:p>"
    yield HostileFile("outside.odt", packed(_odf(linked)), readable=True)
    sealed = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )
    yield HostileFile(
        "sealed.odt", packed(bytes(range(256)) * 40, **{"META-INF/manifest.xml": sealed})
    )


def _rich_text(secret: Path) -> Iterator[HostileFile]:
    head = b"{\\rtf1\\ansi "
    yield HostileFile("nested.rtf", head + b"{" * 3_000_000 + b"Chi bo" + b"}" * 3_000_000)
    yield HostileFile("bin.rtf", head + b"{\\bin2147483647 Chi bo hop.}")
    yield HostileFile(
        "numbers.rtf",
        head + b"\\u99999999999999999999 \\uc999999999 Chi bo hop\\par}",
        readable=True,
    )
    field = (
        f'{{\\field{{\\*\\fldinst INCLUDETEXT "{secret.as_posix()}"}}{{\\fldrslt Chi bo}}}} hop}}'
    )
    yield HostileFile("outside.rtf", head + field.encode(), readable=True)
    yield HostileFile("words.rtf", head + b"\\b\\i" * 4_000_000 + b" Chi bo}", readable=True)


def _pdf(secret: Path) -> Iterator[HostileFile]:
    loop = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"]
    yield HostileFile("loop.pdf", pdf(loop))
    deep = ["<</Type/Catalog/Pages 2 0 R>>"]
    deep += [f"<</Type/Pages/Kids[{n + 1} 0 R]/Count 1>>" for n in range(2, 60_000)]
    deep += ["<</Type/Page/MediaBox[0 0 595 842]>>"]
    yield HostileFile("deep.pdf", pdf(deep))
    kids = " ".join(f"{n} 0 R" for n in range(3, 2003))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    pages = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count 2000>>"]
    yield HostileFile("2000-pages.pdf", pdf(pages + [page] * 2000))
    one = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    giant = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 40000 40000]/Contents 4 0 R>>"
    yield HostileFile("giant-page.pdf", pdf([*one, giant, _stream(b"0 0 40000 40000 re f")]))
    normal = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    yield HostileFile("bomb.pdf", pdf([*one, normal, _stream(_filled("{}", 300_000_000))]))
    outside = f"<</F({secret.as_posix()})/Length 0>>\nstream\n\nendstream"
    yield HostileFile("outside.pdf", pdf([*one, normal, outside]))
    yield HostileFile("truncated.pdf", pdf([*one, normal, _stream(b"BT ET")])[:150])


def pdf(objects: list[str | bytes]) -> bytes:
    """Return a PDF of these objects, the first of which is the catalogue."""
    return assembled([body if isinstance(body, bytes) else body.encode() for body in objects])


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed) + packed + b"\nendstream"


def _pictures() -> Iterator[HostileFile]:
    for name, size in (("giant", 40_000), ("overflow", 2_000_000_000)):
        yield HostileFile(f"{name}.png", _png(size, size))
    yield HostileFile("truncated.png", _png(1000, 1000)[:60])
    yield HostileFile(
        "comment-bomb.png",
        _png(50, 50, b"iTXt", b"a\0\1\0\0\0" + zlib.compress(bytes(200_000_000), 9)),
    )
    frame = struct.pack(">BBHHB", 0x11, 8, 65500, 65500, 1) + b"\1\x11\0"
    yield HostileFile("giant.jpg", b"\xff\xd8\xff\xc0" + frame[1:] + b"\xff\xd9")
    yield HostileFile("giant.tif", tiff(40_000, 40_000, frames=1))
    yield HostileFile("2000-pages.tif", tiff(8, 8, frames=2000))
    yield HostileFile("loop.tif", tiff(8, 8, frames=1, loop=True))


def _png(width: int, height: int, extra: bytes = b"", content: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = (
        zlib.compress(bytes((width // 8 + 1) * min(height, 40_000)), 9) if width < 100_000 else b""
    )
    parts = [chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))]
    parts += [chunk(extra, content)] if extra else []
    return b"\x89PNG\r\n\x1a\n" + b"".join([*parts, chunk(b"IDAT", rows), chunk(b"IEND", b"")])


def tiff(width: int, height: int, *, frames: int, loop: bool = False) -> bytes:
    """Return a bilevel TIFF of white frames; ``loop``: the last frame names the first as next."""
    data = bytearray(b"II*\0" + struct.pack("<I", 8))
    for number in range(frames):
        entries = [
            (256, width),
            (257, height),
            (258, 1),
            (259, 1),
            (262, 1),
            (273, 8),
            (278, height),
            (279, 8),
        ]
        data += struct.pack("<H", len(entries))
        data += b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
        last = number == frames - 1
        data += struct.pack("<I", (8 if loop else 0) if last else len(data) + 4)
    return bytes(data)


def _document(inside: str) -> str:
    return f'<w:document xmlns:w="{_W}"><w:body>{inside}</w:body></w:document>'


def _odf(inside: str) -> str:
    body = f"<office:body><office:text>{inside}</office:text></office:body>"
    return f"<office:document-content {_ODF}>{body}</office:document-content>"


def _said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _nested(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + f"</{tag}>" * depth


def _filled(frame: str, size: int) -> bytes:
    before, after = frame.split("{}")
    return before.encode() + b" " * size + after.encode()


def _laughs() -> str:
    names = [f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10)]
    return f'<!DOCTYPE d [<!ENTITY lol0 "lol">{"".join(names)}]>'


def _lying(archive: bytes) -> bytes:
    """Return the archive with all stated sizes after inflating set to 1,000 bytes."""
    data = bytearray(archive)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset : place + offset + 4] = struct.pack("<I", 1000)
            place = data.find(mark, place + 4)
    return bytes(data)


def _holding_itself() -> bytes:
    inner = b"Chi bo"
    for _ in range(40):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", inner)
        inner = stream.getvalue()
    return inner
