"""Refuse a PDF whose streams inflate to absurd sizes, before a library inflates them.

A page of print takes some ten kilobytes; 200 KB of hostile file could ask for 200 MB of drawing
operators, at 150 bytes of memory each.  What is encrypted or packed in other ways is not seen here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Final

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits

_STREAM: Final = re.compile(rb"stream\r?\n")
_END: Final = b"endstream"
_ENTRIES: Final = 2_000
_DEFLATED: Final = re.compile(rb"/Fl(?:ateDecode)?\b")
_TWICE: Final = re.compile(rb"/Fl(?:ateDecode)?\b\s*/Fl(?:ateDecode)?\b")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FONT: Final = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_BEST_RATIO: Final = 1032
"""Deflate packs no better."""
_CHUNK: Final = 1 << 20
_MOST_OPERATORS: Final = 4 << 20
"""Bytes of one stream that is neither picture nor font."""


def check_streams(data: bytes, limits: Limits) -> None:
    """Check what the streams of a PDF inflate to.

    Raises:
        UnreadableInputError: one of them, or all together, are absurdly large.
    """
    total = 0
    for entries, packed in _streams(data):
        if not _DEFLATED.search(entries):
            continue
        if _TWICE.search(entries):
            raise refusals.unsafe("nén nhiều lớp", "compressed more than once")
        if _PICTURE.search(entries):
            continue  # its pixels are counted before it is drawn
        most = limits.part_bytes if _FONT.search(entries) else _MOST_OPERATORS
        if len(packed) * _BEST_RATIO > most:
            total += _inflated(packed, most)
            if total > limits.inflated_bytes:
                raise refusals.unsafe("bung quá lớn", "inflates to an absurd size")


def _streams(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield the entries and the bytes of every stream."""
    view = memoryview(data)
    position = 0
    while match := _STREAM.search(data, position):
        end = data.find(_END, match.end())
        end = len(data) if end < 0 else end
        start = data.rfind(b"obj", max(0, match.start() - _ENTRIES), match.start())
        yield data[max(start, match.start() - _ENTRIES, 0) : match.start()], view[match.end() : end]
        position = end + len(_END)


def _inflated(packed: memoryview, most: int) -> int:
    """Return the size of ``packed`` when inflated.

    Raises:
        UnreadableInputError: it is more than ``most`` bytes.
    """
    inflater = zlib.decompressobj()
    size = 0
    rest: bytes | memoryview = packed
    try:
        while rest and not inflater.eof:
            size += len(inflater.decompress(rest, _CHUNK))
            if size > most:
                raise refusals.unsafe("bung quá lớn", "inflates to an absurd size")
            rest = inflater.unconsumed_tail
    except zlib.error:
        return size  # damaged, or not packed as it says
    return size
