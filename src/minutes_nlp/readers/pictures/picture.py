"""Which page is wanted as a picture, and the picture that comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from minutes_nlp.readers.pictures.image_files import JPEG, PNG, image_size

NARROWEST: Final = 100
WIDEST: Final = 3000
"""Pixels of a picture's width."""
TALLEST: Final = 3
"""Widths of a picture in its height; longer strips of paper become narrower."""
MOST_BYTES: Final = 4_000_000
_WIDEST_SKEW: Final = 45.0


@dataclass(frozen=True, slots=True)
class PageView:
    """One page of a file (from 1), and how it is made upright, as a report tells.

    It is turned clockwise by ``turned`` degrees, then counter-clockwise by ``skew``, on a canvas
    that keeps its size; ``width`` is in pixels.

    Raises:
        ValueError: ``turned`` is no multiple of 90 in 0..270, or another number out of its range.
    """

    page: int
    turned: int = 0
    skew: float = 0.0
    width: int = 1400

    def __post_init__(self) -> None:
        if self.turned not in (0, 90, 180, 270):
            raise ValueError("a page is turned by 0, 90, 180 or 270 degrees")
        if not -_WIDEST_SKEW <= self.skew <= _WIDEST_SKEW:  # false for what is no number
            raise ValueError("a page's skew is between -45 and 45 degrees")
        if not NARROWEST <= self.width <= WIDEST:
            raise ValueError(f"a picture is {NARROWEST} to {WIDEST} pixels wide")

    def size(self, width: float, height: float, *, enlarged: bool = False) -> tuple[int, int]:
        """Return the picture's width and height in pixels.

        Args:
            width: of the stored page, before it is turned, in any unit.
            height: in the same unit.
            enlarged: whether the page has no pixels of its own, so that any width is sharp.
        """
        if self.turned in (90, 270):
            width, height = height, width
        scale = min(self.width / width, TALLEST * self.width / height)
        if not enlarged:
            scale = min(1.0, scale)
        return max(1, round(width * scale)), max(1, round(height * scale))


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a JPEG or PNG; width and height in pixels.

    Whatever made it, it is held to what such a picture looks like from outside: a browser may
    be given it.

    Raises:
        ValueError: ``data`` is no whole picture of this type and size, or is too large.
    """

    media_type: Literal["image/jpeg", "image/png"]
    data: bytes = field(repr=False)
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.media_type not in (JPEG, PNG):
            raise ValueError("a page's picture is a JPEG or a PNG")
        if len(self.data) > MOST_BYTES:
            raise ValueError("too many bytes for a page's picture")
        if not (0 < self.width <= WIDEST and 0 < self.height <= TALLEST * WIDEST):
            raise ValueError("no size for a page's picture")
        if image_size(self.media_type, self.data) != (self.width, self.height):
            raise ValueError("a picture of another size")
