"""Words as a hasty hand writes them: a script typeface, every letter a little out of place.

No script typeface that Debian packages has the letters of Vietnamese, so their marks are drawn as
separate strokes, as a hand does.
"""

from __future__ import annotations

import unicodedata
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFont

FILE: Final = "opentype/dancingscript/DancingScript-Regular.otf"
"""Debian's fonts-dancingscript."""

_STROKES: Final = {
    "\u0302": ((-0.13, -0.02), (0, -0.14), (0.13, -0.02)),
    "\u0306": ((-0.12, -0.12), (0, -0.02), (0.12, -0.12)),
    "\u031b": ((0.16, -0.02), (0.24, -0.1), (0.2, -0.16)),
    "\u0300": ((-0.12, -0.2), (0.02, -0.1)),
    "\u0301": ((0.12, -0.24), (-0.02, -0.1)),
    "\u0303": ((-0.14, -0.12), (-0.05, -0.18), (0.05, -0.12), (0.14, -0.18)),
    "\u0309": ((-0.05, -0.24), (0.06, -0.2), (0, -0.1)),
}
"""Strokes of marks above a letter, in letter sizes from the middle of its top."""
_DOT_BELOW: Final = "\u0323"


def write(
    page: Image.Image, place: tuple[float, float], text: str, font: ImageFont.FreeTypeFont,
    random: Random,
) -> None:  # fmt: skip
    """Write ``text`` on ``page`` with its upper left corner at ``place`` (pixels)."""
    draw = ImageDraw.Draw(page)
    x, y = place
    size = font.size
    thick = max(1, round(size / 18))
    lean = random.uniform(-0.05, 0.05)
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "D"))
        base, marks = apart[0], apart[1:]
        own = (x, y + size * random.uniform(-0.06, 0.06) + lean * (x - place[0]))
        draw.text(own, base, random.randint(0, 90), font)
        width = font.getlength(base)
        box = draw.textbbox(own, base, font)
        middle = (box[0] + box[2]) / 2
        for mark in marks:
            if mark == _DOT_BELOW:
                dot = box[3] + size * 0.12
                draw.ellipse((middle, dot, middle + 2 * thick, dot + 2 * thick), 0)
                continue
            shift = random.uniform(-0.08, 0.12) * size
            points = [(middle + shift + a * size, box[1] + b * size)
                      for a, b in _STROKES.get(mark, ())]  # fmt: skip
            draw.line(points, 0, thick)
        if letter in "đĐ":
            bar = box[1] + size * 0.14
            draw.line([(middle, bar), (box[2] + 0.1 * size, bar)], 0, thick)
        x += width * random.uniform(0.9, 1.08)
