"""One page of a picture file upright: a TIFF holds many, other pictures hold one."""

from __future__ import annotations

from typing import Any

import numpy as np

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.encoding import Pixels, without_needless_colours
from minutes_nlp.readers.pictures.picture import PageView
from minutes_nlp.readers.scan.page_image import (
    as_shown,
    check_size,
    frame_count,
    opened,
    orientation,
    shallow,
)


def draw_stored_page(data: bytes, frame: int, view: PageView, limits: Limits) -> Pixels:
    """Return page ``frame`` (from 1) of a picture file upright, no larger than it is stored.

    Raises:
        UnreadableInputError: it is damaged, too large, animated, or has no such page.
        MissingProgramError: Pillow is not installed.
    """
    with opened(data, limits) as picture:
        count = frame_count(picture, limits)
        if not 1 <= frame <= count:
            raise refusals.no_such_page(frame, count)
        picture.seek(frame - 1)
        check_size(picture, limits)
        way = orientation(picture)
        if picture.format == "JPEG":
            picture.draft(None, (view.width, view.width))
        width, height = picture.size
        sideways = way in (5, 6, 7, 8)
        size = view.size(*((height, width) if sideways else (width, height)))
        if sideways != (view.turned in (90, 270)):
            size = size[1], size[0]
        pixels = as_shown(np.asarray(_small(picture, size)), way)
    pixels = without_needless_colours(pixels)
    return _straight(np.rot90(pixels, -view.turned // 90), view.skew)


def _small(picture: Any, size: tuple[int, int]) -> Any:
    """Return the picture in grey or red, green and blue on white paper, of a size in pixels."""
    from PIL import Image

    mode = picture.mode
    if mode.startswith(("I", "F")):
        picture = Image.fromarray(shallow(np.asarray(picture)))
    elif mode in ("PA", "RGBa", "La") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif mode == "1":
        picture = picture.convert("L")
    elif mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
        picture = picture.convert("RGB")
    picture = picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    if picture.mode in ("LA", "RGBA"):
        paper = Image.new("RGBA", size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
        picture = paper
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _straight(pixels: Pixels, skew: float) -> Pixels:
    from PIL import Image

    if not skew:
        return np.ascontiguousarray(pixels)
    image = Image.fromarray(np.ascontiguousarray(pixels))
    white = 255 if image.mode == "L" else (255, 255, 255)
    return np.asarray(image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=white))
