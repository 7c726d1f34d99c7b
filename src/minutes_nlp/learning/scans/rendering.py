"""Draw annotated minutes on A4 pages as a word processor would set them, with Pillow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from minutes_nlp.learning.scans import handwriting
from minutes_nlp.nlp.outline import numbering_style

FONTS = Path("/usr/share/fonts")
TYPEFACES = {
    "Liberation Serif": (
        "truetype/liberation2/LiberationSerif-Regular.ttf",
        "truetype/liberation2/LiberationSerif-Bold.ttf",
    ),
    "FreeSerif": ("truetype/freefont/FreeSerif.ttf", "truetype/freefont/FreeSerifBold.ttf"),
    "Linux Libertine": (
        "opentype/linux-libertine/LinLibertine_R.otf",
        "opentype/linux-libertine/LinLibertine_RB.otf",
    ),
}
"""Regular and bold of typefaces that Debian packages: near Times New Roman, and one further off."""

HANDWRITING = "Dancing Script"
"""What a hand's writing is made of, see :mod:`minutes_nlp.learning.scans.handwriting`."""

_PAGE_MM = (210, 297)
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 18, 20, 20


@dataclass(frozen=True)
class Style:
    """How one document is set; lengths in millimetres, ``size`` in points."""

    typeface: str
    size: float
    spacing: float
    indent: float
    gap: float
    justified: bool
    numbered_pages: bool
    columns_on_top: bool

    @classmethod
    def chosen(cls, random: Random, typeface: str) -> Style:
        """Return a style as office workers choose them."""
        return cls(
            typeface=typeface,
            size=random.choice((13, 14)),
            spacing=random.choice((1.1, 1.2, 1.3)),
            indent=random.choice((10, 12.7, 12.7)),
            gap=random.choice((0, 1.1, 2.1)),
            justified=random.random() < 0.7,
            numbered_pages=random.random() < 0.6,
            columns_on_top=random.random() < 0.7,
        )


@dataclass(frozen=True)
class _Line:
    """Pieces of a line with the place of each (pixels from the left edge of the page)."""

    pieces: tuple[tuple[float, str], ...]
    bold: bool = False
    space_before: float = 0.0
    rule: bool = False


@dataclass
class TypesetPage:
    """A page, grey, black on white, and the lines that stand on it, without its number."""

    image: Image.Image
    lines: list[str]

    @property
    def text(self) -> str:
        """The lines of print; what stands side by side is one line."""
        return "\n".join(self.lines)


class Typesetter:
    """Sets one document at a resolution in dots per inch."""

    def __init__(self, style: Style, dpi: int) -> None:
        self.style = style
        self.unit = dpi / 25.4
        self._hand = Random(0) if style.typeface == HANDWRITING else None
        regular, bold = TYPEFACES.get(style.typeface, (handwriting.FILE, handwriting.FILE))
        pixels = round(style.size * dpi / 72)
        self.fonts = [ImageFont.truetype(str(FONTS / name), pixels) for name in (regular, bold)]
        self.pitch = pixels * style.spacing * 1.15
        self.size = (round(_PAGE_MM[0] * self.unit), round(_PAGE_MM[1] * self.unit))
        self.left = _LEFT * self.unit
        self.right = self.size[0] - _RIGHT * self.unit

    def pages(self, texts: Sequence[str]) -> list[Image.Image]:
        """Return the pages of a document of these paragraphs, grey, black on white."""
        return [page.image for page in self.typeset(texts)]

    def typeset(self, texts: Sequence[str]) -> list[TypesetPage]:
        """Return the pages of a document of these paragraphs with what stands on each."""
        bottom = self.size[1] - _BOTTOM * self.unit
        top = _TOP * self.unit
        pages = [self._blank(1)]
        y = top
        for line in self._lines(texts):
            y += line.space_before if y > top else 0
            if y + self.pitch > bottom:
                pages.append(self._blank(len(pages) + 1))
                y = top
            self._draw(pages[-1].image, line, y)
            pages[-1].lines.append(" ".join(text for _, text in line.pieces))
            y += self.pitch
        return pages

    def _blank(self, number: int) -> TypesetPage:
        page = Image.new("L", self.size, 255)
        if self.style.numbered_pages and number > 1:
            middle = (self.left + self.right) / 2
            ImageDraw.Draw(page).text((middle, 10 * self.unit), str(number), 0, self.fonts[0])
        return TypesetPage(page, [])

    def _draw(self, page: Image.Image, line: _Line, y: float) -> None:
        draw = ImageDraw.Draw(page)
        for x, text in line.pieces:
            if self._hand is None:
                draw.text((x, y), text, 0, self.fonts[line.bold])
            else:
                handwriting.write(page, (x, y), text, self.fonts[0], self._hand)
        if line.rule:
            draw.line([(self.left, y), (self.right, y)], 0, max(1, round(self.unit / 5)))

    def _lines(self, texts: Sequence[str]) -> Iterator[_Line]:
        top = _letterhead(texts)
        if self.style.columns_on_top and len(top) >= 2:
            yield from self._side_by_side(top[:-1], top[-1:])
        else:
            yield from (line for text in top for line in self._centred(text))
        for text in texts[len(top) :]:
            if " | " in text:
                yield from self._row(text.split(" | "))
            elif text.isupper() and text.startswith("BIÊN BẢN"):
                yield from self._centred(text)
            else:
                yield from self._paragraph(text)

    def _side_by_side(self, left: Sequence[str], right: Sequence[str]) -> Iterator[_Line]:
        half = (self.right - self.left) / 2 - 4 * self.unit
        columns = [
            [line for text in texts for line in self._wrapped(text, half, half, bold=True)]
            for texts in (left, right)
        ]
        for number in range(max(map(len, columns))):
            pieces = [
                (start + (half - self._width(column[number], bold=True)) / 2, column[number])
                for start, column in zip((self.left, self.right - half), columns, strict=True)
                if number < len(column)
            ]
            yield _Line(tuple(pieces), bold=True)

    def _centred(self, text: str) -> Iterator[_Line]:
        room = self.right - self.left
        for number, line in enumerate(self._wrapped(text, room, room, bold=True)):
            start = self.left + (room - self._width(line, bold=True)) / 2
            yield _Line(((start, line),), True, 0 if number else self.style.gap * self.unit)

    def _row(self, cells: Sequence[str]) -> Iterator[_Line]:
        room = (self.right - self.left) / len(cells)
        inner = room - 4 * self.unit
        columns = [self._wrapped(cell, inner, inner, bold=False) for cell in cells]
        for number in range(max(map(len, columns))):
            pieces = [
                (self.left + index * room + 2 * self.unit, column[number])
                for index, column in enumerate(columns)
                if number < len(column)
            ]
            yield _Line(tuple(pieces), rule=number == 0)

    def _paragraph(self, text: str) -> Iterator[_Line]:
        room = self.right - self.left
        indent = self.style.indent * self.unit
        bold = numbering_style(text) in {"roman", "upper", "part"} and len(text.split()) <= 16
        lines = self._wrapped(text, room - indent, room, bold=bold)
        for number, line in enumerate(lines):
            start = self.left + (0 if number else indent)
            stretch = self.style.justified and number + 1 < len(lines)
            before = 0 if number else self.style.gap * self.unit
            yield _Line(tuple(self._placed(line, start, stretch, bold=bold)), bold, before)

    def _placed(
        self, line: str, start: float, stretch: bool, *, bold: bool
    ) -> Iterator[tuple[float, str]]:
        words = line.split()
        if not stretch or len(words) < 2:
            yield start, line
            return
        widths = [self._width(word, bold=bold) for word in words]
        between = (self.right - start - sum(widths)) / (len(words) - 1)
        for word, width in zip(words, widths, strict=True):
            yield start, word
            start += width + between

    def _wrapped(self, text: str, first: float, other: float, *, bold: bool) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in text.split():
            wider = f"{line} {word}".strip()
            if line and self._width(wider, bold=bold) > (other if lines else first):
                lines.append(line)
                line = word
            else:
                line = wider
        return [*lines, line]

    def _width(self, text: str, *, bold: bool) -> float:
        return float(self.fonts[bold].getlength(text))


def _letterhead(texts: Sequence[str]) -> Sequence[str]:
    size = 0
    while size < len(texts) and texts[size].isupper() and not texts[size].startswith("BIÊN BẢN"):
        size += 1
    return texts[:size] if size < 6 else []
