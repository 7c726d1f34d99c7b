"""Pixels of a page to a small JPEG or PNG.

A page of print is crisp and smallest as a PNG of a few greys; paper that was scanned has grain
and colours, for which a JPEG is smaller.  Without Pillow there is only PNG.
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers.pictures.image_files import JPEG, PNG, PNG_START
from minutes_nlp.readers.pictures.picture import PagePicture

Pixels = NDArray[np.uint8]
"""Grey (rows, columns) or red, green, blue (rows, columns, 3); 0 dark to 255 light."""

_BYTES: Final = 400_000
"""Aimed at for a page of ``_PIXELS``; larger ones may have more in proportion."""
_PIXELS: Final = 1400 * 1980
_QUALITIES: Final = (80, 65, 50, 35, 20, 10)
_DEPTHS: Final = (4, 2, 1)
"""Bits a pixel of a PNG; one bit a pixel always fits, however noisy the page."""
_PRINT: Final = 0.7
"""Share of pure white from which a page is print and no grain."""
_COLOURED: Final = 24
"""By so much the three colours of a pixel differ that is not grey."""
_FEW: Final = 0.0005
"""Share of coloured pixels up to which a page is grey."""
_GREY: Final = np.array([0.299, 0.587, 0.114], dtype=np.float32)


def encoded(pixels: Pixels) -> PagePicture:
    """Return the picture of ``pixels`` in about 400 kB at most (for 1400 by 1980 pixels)."""
    pixels = without_needless_colours(pixels)
    room = round(_BYTES * max(1.0, pixels.shape[0] * pixels.shape[1] / _PIXELS))
    pillow = _pillow()
    if pillow is None:
        return _picture(PNG, _small_png(_grey(pixels), room), pixels)
    if pixels.ndim == 2 and np.count_nonzero(pixels == 255) >= _PRINT * pixels.size:
        data = png(pixels, _DEPTHS[0])
        if len(data) <= room:
            return _picture(PNG, data, pixels)
    return _picture(JPEG, _small_jpeg(pillow.fromarray(pixels), room), pixels)


def _picture(media_type: Any, data: bytes, pixels: Pixels) -> PagePicture:
    return PagePicture(media_type, data, pixels.shape[1], pixels.shape[0])


def without_needless_colours(pixels: Pixels) -> Pixels:
    """Return a page in grey, unless it has colours."""
    return pixels if pixels.ndim == 3 and _has_colours(pixels) else _grey(pixels)


def _has_colours(pixels: Pixels) -> bool:
    red, green, blue = (pixels[..., colour] for colour in range(3))
    spread = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    return bool(np.count_nonzero(spread > _COLOURED) > _FEW * spread.size)


def _grey(pixels: Pixels) -> Pixels:
    return pixels if pixels.ndim == 2 else np.rint(pixels @ _GREY).astype(np.uint8)


def _small_jpeg(image: Any, room: int) -> bytes:
    data = b""
    for quality in _QUALITIES:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True)
        data = stream.getvalue()
        if len(data) <= room:
            break
    return data


def _small_png(pixels: Pixels, room: int) -> bytes:
    data = b""
    for depth in _DEPTHS:
        data = png(pixels, depth)
        if len(data) <= room:
            break
    return data


def png(pixels: Pixels, depth: int) -> bytes:
    """Return grey pixels as a PNG of ``depth`` (1, 2, 4) bits each."""
    height, width = pixels.shape
    most, together = 2**depth - 1, 8 // depth
    levels = np.rint(pixels * np.float32(most / 255)).astype(np.uint8)
    levels = np.pad(levels, ((0, 0), (0, -width % together)))
    packed = np.zeros((height, 1 + levels.shape[1] // together), np.uint8)  # no filter in front
    for place in range(together):
        packed[:, 1:] |= levels[:, place::together] << (8 - depth * (place + 1))
    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(packed.tobytes(), 6)), (b"IEND", b""))
    return PNG_START + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _pillow() -> Any:
    try:
        from PIL import Image
    except ImportError:
        return None
    return Image
