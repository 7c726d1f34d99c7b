"""Small PDF files from code: pages of text at given places, pictures, rules, and worse."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

A4 = (595, 842)
WIDTH = 0.5
"""Advance of every letter in the fonts made here, in font sizes."""


@dataclass
class Pdf:
    """A PDF in the making; objects are numbered from 1: catalogue, pages, fonts, then the rest."""

    objects: list[bytes] = field(default_factory=lambda: [b"", b""])
    pages: list[int] = field(default_factory=list)
    fonts: dict[str, int] = field(default_factory=dict)
    catalogue: bytes = b""

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data: bytes, entries: bytes = b"", *, packed: bool = False) -> int:
        """Add a stream."""
        if packed:
            data, entries = zlib.compress(data), entries + b"/Filter/FlateDecode"
        return self.add(b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data))

    def font(self, name: str = "Times", *, mapped: bool = True) -> int:
        """Add a font whose codes are UTF-16 units; without ``mapped`` no one can tell which."""
        if name not in self.fonts:
            to_unicode = self.stream(_CMAP)
            info = self.add(
                b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 -200 1000 900]"
                b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>" % name.encode()
            )
            inner = self.add(
                b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
                b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW %d>>"
                % (name.encode(), info, WIDTH * 1000)
            )
            mapping = b"/ToUnicode %d 0 R" % to_unicode if mapped else b""
            self.fonts[name] = self.add(
                b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H%s"
                b"/DescendantFonts[%d 0 R]>>" % (name.encode(), mapping, inner)
            )
        return self.fonts[name]

    def byte_font(self, name: str) -> int:
        """Add a font of one byte a letter, as fonts before Unicode were."""
        self.fonts[name] = self.add(
            b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 0"
            b"/LastChar 255/Widths[%s]>>" % (name.encode(), b"500 " * 256)
        )
        return self.fonts[name]

    def picture(self, width: int = 8, height: int = 8, data: bytes | None = None) -> int:
        """Add a grey picture."""
        pixels = data if data is not None else bytes([0, 255] * (width * height // 2))
        entries = (
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
            b"/BitsPerComponent 8" % (width, height)
        )
        return self.stream(pixels, entries, packed=True)

    def page(
        self,
        *content: str,
        size: tuple[float, float] = A4,
        entries: str = "",
        pictures: Sequence[int] = (),
    ) -> int:
        """Add a page of drawing operators; see :func:`text` and :func:`line`."""
        self.font()
        data = self.stream("\n".join(content).encode("latin-1"))
        fonts = "".join(f"/{name} {number} 0 R" for name, number in self.fonts.items())
        images = "".join(f"/P{number} {number} 0 R" for number in pictures)
        number = self.add(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Contents {data} 0 R"
            f"/Resources<</Font<<{fonts}>>/XObject<<{images}>>>>{entries}>>".encode()
        )
        self.pages.append(number)
        return number

    def build(self) -> bytes:
        """Return the file."""
        kids = b" ".join(b"%d 0 R" % number for number in self.pages)
        self.objects[0] = b"<</Type/Catalog/Pages 2 0 R%s>>" % self.catalogue
        self.objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), kids)
        return assembled(self.objects)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of these objects; the first is its catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        data
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, start)
    )


def text(
    words: str,
    x: float,
    y: float,
    size: float = 14,
    font: str = "Times",
    *,
    mode: int = 0,
    turned: str = "1 0 0 1",
) -> str:
    """Set ``words`` at a place in points from the lower left; ``turned`` starts a matrix."""
    code = words.encode("utf-16-be").hex()
    return f"BT /{font} {size} Tf {mode} Tr {turned} {x} {y} Tm <{code}> Tj ET"


def byte_text(codes: bytes, x: float, y: float, font: str, size: float = 14) -> str:
    """Set letters of a font of one byte a letter."""
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm <{codes.hex()}> Tj ET"


def width_of(words: str, size: float = 14) -> float:
    """Return the width of text in points."""
    return WIDTH * size * len(words)


def paragraph(
    words: str, y: float, size: float = 14, left: float = 85, indent: float = 36, right: float = 540
) -> tuple[list[str], float]:
    """Set a paragraph in lines from ``y`` down; return the operators and the next ``y``."""
    lines: list[str] = []
    now, x = "", left + indent
    for word in words.split():
        wider = f"{now} {word}".strip()
        if now and x + width_of(wider, size) > right:
            lines.append(text(now, x, y, size))
            y -= 1.3 * size
            now, x = word, left
        else:
            now = wider
    return [*lines, text(now, x, y, size)], y - 1.3 * size


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """Draw a rule."""
    return f"{x0} {y0} m {x1} {y1} l S"


def shown(picture: int, x: float, y: float, width: float, height: float) -> str:
    """Draw a picture."""
    return f"q {width} 0 0 {height} {x} {y} cm /P{picture} Do Q"


_CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
    b"/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    + b"".join(
        b"100 beginbfrange "
        + b"".join(b"<%02X00> <%02XFF> <%02X00> " % (high, high, high) for high in block)
        + b"endbfrange "
        for block in (range(100), range(100, 200))
    )
    + b"56 beginbfrange "
    + b"".join(b"<%02X00> <%02XFF> <%02X00> " % (high, high, high) for high in range(200, 256))
    + b"endbfrange endcmap CMapName currentdict /CMap defineresource pop end end"
)
