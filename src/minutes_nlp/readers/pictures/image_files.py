"""JPEG and PNG seen from outside: whether a file is plain, whole, and of what size.

Only what the encoders of this package write is let through: no metadata, no second picture, no
bytes behind the end.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import Final

JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER: Final = struct.Struct(">IIBBBBB")
_PNG_CHUNKS: Final = re.compile(rb"(IHDR)(IDAT)+(IEND)")
_PNG_DEPTHS: Final = (1, 2, 4, 8)
_JPEG_HEADER: Final = struct.Struct(">BHHB")
_JFIF, _TABLE, _CODES, _FRAME, _SCAN, _END = 0xE0, 0xDB, 0xC4, 0xC0, 0xDA, b"\xff\xd9"
_MARKER: Final = re.compile(rb"\xff[^\x00\xd0-\xd7]")
"""In the data of a scan, where a stuffed zero and restarts may stand."""


def image_size(media_type: str, data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a JPEG (baseline) or a PNG (grey).

    Raises:
        ValueError: it is none, not whole, or there is more in it than a picture.
    """
    try:
        return _png_size(data) if media_type == PNG else _jpeg_size(data)
    except (struct.error, IndexError) as error:
        raise ValueError("the picture breaks off") from error


def _png_size(data: bytes) -> tuple[int, int]:
    if not data.startswith(PNG_START):
        raise ValueError("no PNG")
    place, kinds, header = len(PNG_START), b"", b""
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        end = place + 8 + length
        (check,) = struct.unpack_from(">I", data, end)
        if zlib.crc32(data[place + 4 : end]) != check:
            raise ValueError("a damaged PNG")
        kinds += data[place + 4 : place + 8]
        header = header or data[place + 8 : end]
        place = end + 4
    if not _PNG_CHUNKS.fullmatch(kinds) or len(header) != _PNG_HEADER.size:
        raise ValueError("not the parts of a PNG")
    width, height, depth, *ways = _PNG_HEADER.unpack(header)
    if depth not in _PNG_DEPTHS or any(ways):
        raise ValueError("not a grey PNG")
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("no JPEG")
    size: tuple[int, int] | None = None
    place, kind = 2, 0
    while kind != _SCAN:
        mark, kind, length = struct.unpack_from(">BBH", data, place)
        if mark != 0xFF or kind not in (_JFIF, _TABLE, _CODES, _FRAME, _SCAN):
            raise ValueError("not the parts of a JPEG")
        if kind == _FRAME:
            precision, height, width, components = _JPEG_HEADER.unpack_from(data, place + 4)
            if size is not None or precision != 8 or components not in (1, 3):
                raise ValueError("not one frame of grey or colours")
            size = width, height
        place += 2 + length
    end = _MARKER.search(data, place)
    if size is None or end is None or end.start() != len(data) - 2 or end[0] != _END:
        raise ValueError("not one whole JPEG")
    return size
