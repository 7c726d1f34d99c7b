"""Hand-made .doc files for tests: an OLE file with one Word 97 document ([MS-CFB], [MS-DOC])."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT = 0x800
_STORIES = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes")
Run = tuple[str, bytes]
"""Text and its changes (sprms)."""


def sprm(name: int, value: int | bytes) -> bytes:
    if isinstance(value, bytes):
        return struct.pack("<H", name) + value
    size = (1, 1, 2, 4, 2, 2, 0, 3)[name >> 13]
    return struct.pack("<H", name) + (value % (1 << 8 * size)).to_bytes(size, "little")


DELETED = sprm(0x0800, 1)
HIDDEN = sprm(0x083C, 1)
IN_TABLE = sprm(0x2416, 1)
ROW_END = IN_TABLE + sprm(0x2417, 1)


def font(number: int) -> bytes:
    return sprm(0x4A4F, number)


def in_list(number: int, level: int = 0) -> bytes:
    return sprm(0x260A, level) + sprm(0x460B, number)


def compound_file(streams: dict[str, bytes]) -> bytes:
    """An OLE file with ``streams`` under its root."""
    stored = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors, chains, starts = b"", [_FAT, _END], {}
    for name, data in stored.items():
        starts[name] = len(chains)
        count = -(-len(data) // _SECTOR)
        chains += [*range(len(chains) + 1, len(chains) + count), _END]
        sectors += data.ljust(count * _SECTOR, b"\0")
    assert len(chains) <= 128
    assert len(stored) <= 3
    fat = struct.pack("<128I", *chains, *[_FREE] * (128 - len(chains)))
    names = list(stored)
    # Siblings hang in a row on the right: readers that search must know the order of names.
    order = sorted(names, key=lambda name: (len(name), name.upper()))
    entries = [_entry("Root Entry", 5, child=1)]
    for index, name in enumerate(order):
        right = index + 2 if index + 1 < len(order) else _FREE
        entries.append(_entry(name, 2, right=right, start=starts[name], size=len(stored[name])))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0,
                          _END, 0, 0)  # fmt: skip
    return header + struct.pack("<I", _FREE) * 108 + fat + directory + sectors


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int = _END,
           size: int = 0) -> bytes:  # fmt: skip
    encoded = name.encode("utf-16-le") + b"\0\0"
    entry = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    entry += struct.pack("<III", _FREE, right, child) + bytes(36)
    return entry + struct.pack("<IQ", start, size)


def plc(places: Sequence[int], entries: Sequence[bytes] = ()) -> bytes:
    return struct.pack(f"<{len(places)}I", *places) + b"".join(entries)


@dataclass
class WordBuilder:
    """Collects paragraphs of stories, then writes the file."""

    fonts: Sequence[str] = ("Times New Roman", ".VnTime", ".VnTimeH", "Symbol")
    styles: Sequence[tuple[int, int, bytes, bytes]] = ()
    """Kind (1 paragraph, 2 character), base, changes to paragraphs and to characters."""
    wide: bool = True
    """Two bytes a character; otherwise one, as Word stores Western text."""
    pieces: int = 1
    blocks: dict[int, bytes] = field(default_factory=dict)
    """Further blocks of the table stream by their number in the header."""
    behind: dict[int, bytes] = field(default_factory=dict)
    flags: int = 0x0200
    version: int = 0x00C1
    lengths: dict[str, int] = field(default_factory=dict)
    _runs: list[Run] = field(default_factory=list)
    _paragraphs: list[tuple[int, bytes]] = field(default_factory=list)

    def add(self, *runs: str | Run, mark: str | Run = "\r", properties: bytes = b"", style: int = 0,
            story: str = "text") -> WordBuilder:  # fmt: skip
        """Add a paragraph; stories must come in their order in the file."""
        parts = [run if isinstance(run, tuple) else (run, b"") for run in (*runs, mark)]
        length = sum(len(text) for text, _ in parts)
        self._runs += [part for part in parts if part[0]]
        self.lengths[story] = self.lengths.get(story, 0) + length
        self._paragraphs.append((length, struct.pack("<H", style) + properties))
        return self

    @property
    def place(self) -> int:
        """The place at which the next paragraph begins."""
        return sum(length for length, _ in self._paragraphs)

    def build(self) -> bytes:
        main, table = self.streams()
        return compound_file({"WordDocument": main, "1Table": table})

    def streams(self) -> tuple[bytes, bytes]:
        width = 2 if self.wide else 1
        text = "".join(part for part, _ in self._runs)
        blocks = {1: self._style_sheet(), 15: self._font_table(), **self.blocks}
        stored, blocks[33] = self._stored(text, width)
        pages = _TEXT + -(-len(stored) // _SECTOR) * _SECTOR
        body = stored.ljust(pages - _TEXT, b"\0")
        run_offsets = self._offsets([len(part) for part, _ in self._runs], width)
        character_page = _page(run_offsets, [_byte_sized(changes) for _, changes in self._runs], 1)
        mark_offsets = self._offsets([length for length, _ in self._paragraphs], width)
        paragraph_page = _page(
            mark_offsets, [_word_sized(changes) for _, changes in self._paragraphs], 13
        )
        first = pages // _SECTOR
        blocks[12] = plc([run_offsets[0], run_offsets[-1]], [struct.pack("<I", first)])
        blocks[13] = plc([mark_offsets[0], mark_offsets[-1]], [struct.pack("<I", first + 1)])
        table, pairs = b"", [(0, 0)] * 93
        for number, block in sorted(blocks.items()):
            pairs[number] = (len(table), len(block))
            table += block + self.behind.get(number, b"")
        header = struct.pack("<HHHHHH", 0xA5EC, self.version, 0, 0, 0, self.flags).ljust(32, b"\0")
        header += struct.pack("<H28xH", 14, 22) + bytes(12)
        header += struct.pack("<7I", *(self.lengths.get(story, 0) for story in _STORIES))
        header = header.ljust(152, b"\0") + struct.pack("<H", 93)
        header += b"".join(struct.pack("<II", *pair) for pair in pairs)
        return header.ljust(_TEXT, b"\0") + body + character_page + paragraph_page, table

    def _offsets(self, lengths: Sequence[int], width: int) -> list[int]:
        offsets = [_TEXT]
        for length in lengths:
            offsets.append(offsets[-1] + width * length)
        return offsets

    def _stored(self, text: str, width: int) -> tuple[bytes, bytes]:
        codec = "utf-16-le" if self.wide else "latin-1"
        size = -(-len(text) // self.pieces)
        places = [min(size * index, len(text)) for index in range(self.pieces + 1)]
        entries = []
        for start in places[:-1]:
            offset = _TEXT + width * start
            entries.append(
                struct.pack("<HIH", 0, offset if self.wide else 2 * offset | 0x40000000, 0)
            )
        block = plc(places, entries)
        return text.encode(codec, "surrogatepass"), b"\x02" + struct.pack("<I", len(block)) + block

    def _font_table(self) -> bytes:
        table = struct.pack("<HH", len(self.fonts), 0)
        for name in self.fonts:
            entry = bytes(39) + name.encode("utf-16-le") + b"\0\0"
            table += bytes([len(entry)]) + entry
        return table

    def _style_sheet(self) -> bytes:
        sheet = struct.pack("<HHH", 18, len(self.styles), 10).ljust(20, b"\0")
        for number, (kind, base, paragraph, character) in enumerate(self.styles):
            changes = [struct.pack("<H", number) + paragraph, character]
            changes = changes if kind == 1 else changes[1:]
            style = struct.pack("<HHHHH", 0, kind | base << 4, len(changes), 0, 0) + bytes(4)
            for change in changes:
                style += struct.pack("<H", len(change)) + change + bytes(len(change) % 2)
            sheet += struct.pack("<H", len(style)) + style
        return sheet


def _byte_sized(changes: bytes) -> bytes:
    return bytes([len(changes)]) + changes if changes else b""


def _word_sized(changes: bytes) -> bytes:
    if len(changes) % 2:
        return bytes([(len(changes) + 1) // 2]) + changes
    return bytes([0, len(changes) // 2]) + changes


def _page(offsets: Sequence[int], entries: Sequence[bytes], width: int) -> bytes:
    page = bytearray(_SECTOR)
    struct.pack_into(f"<{len(offsets)}I", page, 0, *offsets)
    top = _SECTOR - 1
    for index, entry in enumerate(entries):
        if entry:
            top = (top - len(entry)) // 2 * 2
            page[top : top + len(entry)] = entry
            page[4 * len(offsets) + width * index] = top // 2
    assert top >= 4 * len(offsets) + width * len(entries)
    page[-1] = len(entries)
    return bytes(page)


def level(
    text: str, number_format: int = 0, *, start: int = 1, flags: int = 0, following: int = 0,
    restart_after: int = 0,
) -> bytes:  # fmt: skip
    """A level of a list; ``text`` has the characters 0 to 8 where numbers of levels stand."""
    stored = struct.pack("<iBB9xB8xBBBB", start, number_format, flags, following, 0, 0,
                         restart_after, 0)  # fmt: skip
    return stored + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def list_blocks(
    definitions: Sequence[tuple[int, Sequence[bytes]]],
    instances: Sequence[tuple[int, Sequence[bytes]]],
    styles: Sequence[int] = (),
) -> tuple[dict[int, bytes], dict[int, bytes]]:
    """Blocks, and what stands behind them, for lists: names with levels, names with overrides."""
    tied = [*styles, *[0x0FFF] * (9 - len(styles))]
    block, levels = struct.pack("<H", len(definitions)), b""
    for name, own in definitions:
        block += struct.pack("<II9HBB", name, 0, *tied, int(len(own) == 1), 0)
        levels += b"".join(own)
        levels += level("") * (9 - len(own) if len(own) > 1 else 0)
    used = struct.pack("<I", len(instances))
    for name, overrides in instances:
        used += struct.pack("<IIIBBBB", name, 0, 0, len(overrides), 0, 0, 0)
    for _, overrides in instances:
        used += b"\xff\xff\xff\xff" + b"".join(overrides) if overrides else b""
    return {73: block, 74: used}, {73: levels}


def override(index: int, start: int) -> bytes:
    return struct.pack("<iI", start, index | 0x10)
