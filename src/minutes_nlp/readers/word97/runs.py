"""Runs of properties in a Word 97-2003 file, and the single changes (sprms) they are made of."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final

from minutes_nlp.readers.word97.file import WordFile, table_of

CHARACTER_RUNS: Final = 12
PARAGRAPH_RUNS: Final = 13
_PAGE: Final = 512
_OPERAND_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION: Final = 0xD608
_TABS: Final = 0xC615
_FAR: Final = 1 << 40


class Runs:
    """Properties by where the text is stored."""

    def __init__(self, runs: list[tuple[int, int, bytes]]) -> None:
        self._runs = sorted(runs, key=lambda run: run[0])
        self._starts = [run[0] for run in self._runs]

    def at(self, offset: int) -> tuple[bytes, int]:
        """Return the properties at ``offset`` and the offset up to which they hold."""
        index = bisect_right(self._starts, offset)
        if index:
            _, end, properties = self._runs[index - 1]
            if offset < end:
                return properties, end
        return b"", self._starts[index] if index < len(self._starts) else _FAR


def read_runs(file: WordFile, block: int) -> Runs:
    """Read all pages of runs that ``block`` lists, each once."""
    entry = _character_entry if block == CHARACTER_RUNS else _paragraph_entry
    width = 1 if block == CHARACTER_RUNS else 13
    _, numbers = table_of(file.block(block), 4)
    runs: list[tuple[int, int, bytes]] = []
    for number in dict.fromkeys(numbers):
        first = (struct.unpack("<I", number)[0] & 0x3FFFFF) * _PAGE
        page = file.main[first : first + _PAGE]
        if len(page) == _PAGE:
            runs.extend(_page_runs(page, width, entry))
    return Runs(runs)


def _page_runs(
    page: bytes, width: int, entry: Callable[[bytes, int], bytes]
) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    offsets = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        place = 2 * page[4 * (count + 1) + width * index]
        properties = entry(page, place) if place else b""
        yield offsets[index], offsets[index + 1], properties


def _character_entry(page: bytes, place: int) -> bytes:
    return page[place + 1 : place + 1 + page[place]]


def _paragraph_entry(page: bytes, place: int) -> bytes:
    words = page[place]
    if words:
        return page[place + 1 : place + 2 * words]
    return page[place + 2 : place + 2 + 2 * page[place + 1]]


def sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the changes in ``properties``: the name of each and its operand."""
    at = 0
    while at + 3 <= len(properties):
        name = struct.unpack_from("<H", properties, at)[0]
        at += 2
        if name == _TABLE_DEFINITION:
            size = struct.unpack_from("<H", properties, at)[0] + 1
        elif name == _TABS and properties[at] == 255:
            removed = properties[at + 1]
            size = 3 + 4 * removed + 3 * properties[at + 2 + 4 * removed]
        elif name >> 13 == 6:
            size = 1 + properties[at]
        else:
            size = _OPERAND_SIZES[name >> 13]
        if at + size > len(properties):
            return
        yield name, properties[at : at + size]
        at += size
