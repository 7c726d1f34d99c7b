"""Turn places on a PDF page to places on the page as it is read: upright, from its upper left."""

from __future__ import annotations

from dataclasses import dataclass

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""


@dataclass(frozen=True, slots=True)
class Upright:
    """The visible ``box`` (left, bottom, right, top) turned clockwise by ``degrees``."""

    box: tuple[float, float, float, float]
    degrees: int

    @property
    def width(self) -> float:
        """Width of the page as it is read, in points."""
        left, bottom, right, top = self.box
        return top - bottom if self.degrees in {90, 270} else right - left

    @property
    def height(self) -> float:
        """Height of the page as it is read, in points."""
        left, bottom, right, top = self.box
        return right - left if self.degrees in {90, 270} else top - bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is seen: from the left, from the top."""
        left, bottom, right, top = self.box
        if self.degrees == 90:
            return y - bottom, x - left
        if self.degrees == 180:
            return right - x, y - bottom
        if self.degrees == 270:
            return top - y, right - x
        return x - left, top - y

    def rectangle(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        """Return where a box of the page is seen."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def shows(self, place: Rectangle) -> bool:
        """Whether the middle of ``place`` lies on the page."""
        x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
        return 0 <= x <= self.width and 0 <= y <= self.height
