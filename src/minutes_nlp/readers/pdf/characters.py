"""The characters of a page's text layer, with where they stand and how they are set."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from minutes_nlp.readers.pdf import calls
from minutes_nlp.readers.pdf.file import PdfPage

_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_UNSEEN: Final = {3, 7}
"""Text render modes that draw nothing: invisible, and clipping only."""
_SLANT: Final = 12
"""Degrees by which text may lean and still counts as level."""
_FULL_CIRCLE: Final = 360


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set in one go: a ``font``, a ``size`` in points, an ``angle`` in degrees.

    ``x`` and ``y`` are the origin of its first character.  The angle is 0, 90, 180 or 270
    (counter-clockwise), ``None`` for text that runs aslant.  ``hidden`` text is not drawn.
    """

    font: str
    size: float
    angle: int | None
    x: float
    y: float
    hidden: bool
    order: int

    def goes_on(
        self, font: str, size: float, angle: int | None, at: tuple[float, float], *, unseen: bool
    ) -> bool:
        """Whether what is set so belongs to this run: alike, and on the same line of letters."""
        if (font, size, angle) != (self.font, self.size, self.angle) or unseen != self.hidden:
            return False
        return at[self.angle in {0, 180}] == (self.y if self.angle in {0, 180} else self.x)


class Character(NamedTuple):
    """A code point and its box, as far as the pen moves; in points of the page, upwards."""

    code: int
    left: float
    bottom: float
    right: float
    top: float
    run: Run


def read_characters(page: PdfPage) -> list[Character]:
    """Return the characters of the text layer in the order of the file; spaces too.

    Where pdfium itself saw a gap or a line end, a space stands with a box without width.
    """
    with page.text() as text:
        return _Reader(text).read()


class _Reader:
    """Reads one text layer; some programs set every letter as an object, so calls are counted."""

    def __init__(self, text: Any) -> None:
        self._text = calls.address_of(text)
        self._fonts: dict[calls.Address, str] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._places = tuple(map(ctypes.byref, (self._matrix, self._x, self._y)))
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._colours = tuple(map(ctypes.byref, self._colour))

    def read(self) -> list[Character]:
        text = self._text
        code_at, box_at, owner_at = calls.code_at, calls.box_at, calls.owner_at
        make = tuple.__new__  # a third of the time of Character(...)
        box = pdfium.FS_RECTF()
        place = ctypes.byref(box)
        found: list[Character] = []
        run: Run | None = None
        owner: calls.Address = None
        font: calls.Address = None
        edges: tuple[float, float] | None = None
        for index in range(max(0, calls.char_count(text))):
            now = owner_at(text, index)
            if not now:  # made by pdfium: a gap or a line end
                if found:
                    last = found[-1]
                    found.append(
                        Character(32, last.right, last.bottom, last.right, last.top, last.run)
                    )
                continue
            box_at(text, index, place)
            bottom, top = box.bottom, box.top
            if now != owner or run is None:
                owner, before = now, font
                font = calls.font_of(now)
                # The same font between the same edges is of the same size, on the same line.
                alike = font == before and edges == (bottom, top)
                if not (alike and run and run.angle == 0 and self._is_unseen(now) == run.hidden):
                    run = self._run(index, now, font, run)
            edges = (bottom, top)
            values = (code_at(text, index), box.left, bottom, box.right, top, run)
            found.append(make(Character, values))
        return found

    def _is_unseen(self, handle: int) -> bool:
        return calls.render_mode_of(handle) in _UNSEEN

    def _run(self, index: int, handle: int, font: calls.Address, before: Run | None) -> Run:
        matrix, x, y = self._places
        calls.matrix_at(self._text, index, matrix)
        calls.origin_at(self._text, index, x, y)
        m = self._matrix
        size = abs(calls.size_at(self._text, index) * hypot(m.c, m.d)) or 1.0
        name = self._font(font)
        angle = _right_angle(degrees(atan2(m.b, m.a)))
        unseen = self._is_unseen(handle)
        at = (self._x.value, self._y.value)
        if before is not None and before.goes_on(name, size, angle, at, unseen=unseen):
            return before
        hidden = unseen or self._is_clear(handle)
        order = before.order + 1 if before is not None else 0
        return Run(name, size, angle, *at, hidden, order)

    def _font(self, handle: calls.Address) -> str:
        if not handle:
            return ""
        if handle not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            length = calls.font_name(handle, buffer, len(buffer))
            name = buffer.value.decode("utf-8", "replace") if 0 < length <= len(buffer) else ""
            self._fonts[handle] = _SUBSET.sub("", name)
        return self._fonts[handle]

    def _is_clear(self, handle: int) -> bool:
        """Whether the letters are filled with full transparency."""
        known = calls.fill_colour_of(handle, *self._colours)
        return bool(known) and self._colour[3].value == 0


def _right_angle(angle: float) -> int | None:
    nearest = round(angle / 90) * 90
    return nearest % _FULL_CIRCLE if abs(angle - nearest) <= _SLANT else None


def usual_angle(characters: Sequence[Character]) -> int | None:
    """Return the angle at which most of the text runs, ``None`` without text."""
    angles = Counter(c.run.angle for c in characters if c.run.angle is not None and c.code > 32)
    return angles.most_common(1)[0][0] if angles else None
