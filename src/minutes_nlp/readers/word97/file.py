"""The streams, stories and pieces of a Word 97-2003 file ([MS-DOC])."""

from __future__ import annotations

import io
import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import olefile

from minutes_nlp.readers import refusals
from minutes_nlp.readers.letters.western import western_letters
from minutes_nlp.readers.limits import Limits

DAMAGE: Final = (
    OSError,
    ValueError,
    struct.error,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
)
"""What reading a file that lies about itself runs into."""
_WORD_97: Final = 0xA5EC
_FIRST_FORMAT: Final = 0x00C1
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_COMPRESSED: Final = 0x40000000
_PIECES: Final = 33
_STORIES: Final = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes")
_LARGEST_STREAM: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: places ``start`` to ``end`` are stored at ``offset`` in the file.

    ``width`` is the bytes a character takes; ``changes`` are properties on top of the others.
    """

    start: int
    end: int
    offset: int
    width: int
    changes: bytes

    def file_offset(self, place: int) -> int:
        """Return where the character at ``place`` is stored."""
        return self.offset + (place - self.start) * self.width


class WordFile:
    """An open file; places (CPs) count UTF-16 units from 0 through all stories.

    Attributes:
        main: the stream that holds text and properties.
        table: the stream that holds everything else.
        data: the stream of what did not fit elsewhere.
        text: all stories in a row, one character a place.
        pieces: in the order of places.
        stories: from a story's name to its first place and the place behind its last.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        streams = _streams(content)
        self.main = streams.get("WordDocument", b"")
        if len(self.main) < 34:
            raise refusals.old_word()
        kind, version = struct.unpack_from("<HH", self.main)
        flags = struct.unpack_from("<H", self.main, 10)[0]
        if kind != _WORD_97 or version < _FIRST_FORMAT:
            raise refusals.old_word()
        if flags & _ENCRYPTED:
            raise refusals.encrypted()
        self.table = streams.get("1Table" if flags & _SECOND_TABLE else "0Table", b"")
        self.data = streams.get("Data", b"")
        lengths = struct.unpack_from("<7I", self.main, 76)
        ends = list(accumulate(lengths))
        self.stories = {
            name: (end - length, end)
            for name, length, end in zip(_STORIES, lengths, ends, strict=True)
        }
        self.pieces = _pieces(self.block(_PIECES), limits)
        self.text = "".join(self._letters(piece) for piece in self.pieces)
        self._starts = [piece.start for piece in self.pieces]
        if len(self.text) < ends[0]:
            raise refusals.damaged()

    def block(self, index: int) -> bytes:
        """Return the block that pair ``index`` of the header points at, ``b""`` without one."""
        offset, size = struct.unpack_from("<II", self.main, 154 + 8 * index)
        if offset + size > len(self.table) and size:
            raise refusals.damaged()
        return self.table[offset : offset + size] if size else b""

    def behind(self, index: int) -> bytes:
        """Return what follows block ``index`` in the table stream."""
        offset, size = struct.unpack_from("<II", self.main, 154 + 8 * index)
        return self.table[offset + size :] if size else b""

    def piece_at(self, place: int) -> Piece:
        """Return the piece that holds ``place``."""
        return self.pieces[max(bisect_right(self._starts, place) - 1, 0)]

    def _letters(self, piece: Piece) -> str:
        size = (piece.end - piece.start) * piece.width
        stored = self.main[piece.offset : piece.offset + size]
        if len(stored) < size:
            raise refusals.damaged()
        if piece.width == 1:
            return western_letters(stored)
        # Not decoded as UTF-16: a pair must stay two characters, for places count units.
        units = array("H", stored)
        if struct.pack("=H", 1) != struct.pack("<H", 1):
            units.byteswap()
        return "".join(map(chr, units))


def table_of(block: bytes, size: int) -> tuple[list[int], list[bytes]]:
    """Return the places and the entries of ``size`` bytes of a PLC, one place more than entries."""
    if len(block) < 4:
        return [], []
    count = (len(block) - 4) // (4 + size)
    places = list(struct.unpack_from(f"<{count + 1}I", block))
    first = 4 * (count + 1)
    return places, [block[first + size * i : first + size * (i + 1)] for i in range(count)]


def _streams(content: bytes) -> dict[str, bytes]:
    wanted = ("WordDocument", "0Table", "1Table", "Data")
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            names = [name for name in wanted if ole.exists(name)]
            if any(ole.get_size(name) > _LARGEST_STREAM for name in names):
                raise refusals.damaged()
            return {name: ole.openstream(name).read() for name in names}
    except (*DAMAGE, AttributeError, TypeError) as error:
        raise refusals.damaged() from error


def _pieces(block: bytes, limits: Limits) -> list[Piece]:
    changes: list[bytes] = []
    at = 0
    while block[at] == 1:
        size = struct.unpack_from("<H", block, at + 1)[0]
        changes.append(block[at + 3 : at + 3 + size])
        at += 3 + size
    size = struct.unpack_from("<I", block, at + 1)[0]
    places, entries = table_of(block[at + 5 : at + 5 + size], 8)
    if len(entries) > limits.paragraphs:
        raise refusals.too_large(f"{limits.paragraphs} mảnh (pieces)")
    pieces: list[Piece] = []
    for start, end, entry in zip(places, places[1:], entries, strict=False):
        offset, change = struct.unpack_from("<IH", entry, 2)
        if start != (pieces[-1].end if pieces else 0) or end < start:
            raise refusals.damaged()
        if end > 2 * limits.characters:
            raise refusals.too_many_characters(limits.characters)
        if offset & _COMPRESSED:
            offset, width = (offset & ~_COMPRESSED) // 2, 1
        else:
            width = 2
        if end > start:
            pieces.append(Piece(start, end, offset, width, _change(change, changes)))
    if not pieces:
        raise refusals.damaged()
    return pieces


_SHORT_CHANGES: Final = {
    0x0C: 0x260A,
    0x18: 0x2416,
    0x19: 0x2417,
    0x41: 0x0800,
    0x5C: 0x083C,
}
"""Those properties that change the text, among those that fit into the piece itself."""


def _change(code: int, changes: list[bytes]) -> bytes:
    if code & 1:
        return changes[code >> 1] if code >> 1 < len(changes) else b""
    name = _SHORT_CHANGES.get(code >> 1 & 0x7F)
    return b"" if name is None else struct.pack("<HB", name, code >> 8)
