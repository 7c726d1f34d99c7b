"""What characters and paragraphs of a Word 97-2003 file look like, styles included."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from minutes_nlp.readers.word97.file import WordFile
from minutes_nlp.readers.word97.runs import CHARACTER_RUNS, PARAGRAPH_RUNS, read_runs, sprms
from minutes_nlp.readers.word97.styles import read_styles

# The changes that matter here, by their names in [MS-DOC].
_DELETED: Final = 0x0800
_HIDDEN: Final = 0x083C
_CHARACTER_STYLE: Final = 0x4A30
_FONT: Final = 0x4A4F
_SYMBOL: Final = 0x6A09
_LEVEL: Final = 0x260A
_LIST: Final = 0x460B
_IN_TABLE: Final = 0x2416
_TABLE_DEPTH: Final = 0x6649
_ROW_ENDS: Final = frozenset({0x2417, 0x244C})
_CELL_END: Final = 0x244B
_ELSEWHERE: Final = frozenset({0x6645, 0x6646})


@dataclass(frozen=True, slots=True)
class Character:
    """How a run is shown; ``symbol`` is the font and code that stand for its one character."""

    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    symbol: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a paragraph is: style, list (0: none) and place in tables (depth 0: outside)."""

    style: int = 0
    list_id: int = 0
    level: int | None = None
    list_by_style: bool = True
    depth: int = 0
    row_end: bool = False
    cell_end: bool = False


class Properties:
    """The properties of a file, resolved on demand."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._characters = read_runs(file, CHARACTER_RUNS)
        self._paragraphs = read_runs(file, PARAGRAPH_RUNS)
        self._styles = read_styles(file)
        self._seen: dict[tuple[bytes, bytes, int], Character] = {}

    def font(self, number: int | None) -> str | None:
        """Return the name of font ``number``."""
        return self._styles.font(number)

    def characters(self, start: int, end: int, style: int) -> Iterator[tuple[int, int, Character]]:
        """Yield the runs from place ``start`` to ``end`` in a paragraph of ``style``."""
        place = start
        while place < end:
            piece = self._file.piece_at(place)
            offset = piece.file_offset(place)
            properties, until = self._characters.at(offset)
            units = max((until - offset + piece.width - 1) // piece.width, 1)
            run_end = min(place + units, piece.end, end)
            yield place, run_end, self._character(properties, piece.changes, style)
            place = run_end

    def paragraph(self, place: int) -> Paragraph:
        """Return the properties of the paragraph whose mark is at ``place``."""
        piece = self._file.piece_at(place)
        entry, _ = self._paragraphs.at(piece.file_offset(place))
        style = struct.unpack_from("<H", entry)[0] if len(entry) >= 2 else 0
        found = Paragraph(style)
        for ancestor in self._styles.chain(style):
            found = self._applied(found, ancestor.paragraph, own=False)
        return self._applied(found, entry[2:] + piece.changes, own=True)

    def ends_paragraph(self, place: int) -> bool:
        """Whether the properties of the paragraph end behind ``place``."""
        piece = self._file.piece_at(place)
        offset = piece.file_offset(place)
        return self._paragraphs.at(offset)[1] <= offset + piece.width

    def _character(self, properties: bytes, changes: bytes, style: int) -> Character:
        key = (properties, changes, style)
        if key not in self._seen:
            direct = properties + changes
            found = Character(self._styles.default_font)
            for ancestor in self._styles.chain(style):
                found = _shown(found, found, ancestor.character)
            for name, operand in sprms(direct):
                if name == _CHARACTER_STYLE:
                    for ancestor in self._styles.chain(_number(operand)):
                        found = _shown(found, found, ancestor.character)
            self._seen[key] = _shown(found, found, direct)
        return self._seen[key]

    def _applied(self, found: Paragraph, properties: bytes, *, own: bool) -> Paragraph:
        for name, operand in sprms(properties):
            if name == _LEVEL:
                found = replace(found, level=operand[0])
            elif name == _LIST:
                found = replace(found, list_id=_number(operand), list_by_style=not own)
            elif name == _IN_TABLE:
                found = replace(found, depth=max(found.depth, 1) if operand[0] else 0)
            elif name == _TABLE_DEPTH:
                found = replace(found, depth=max(struct.unpack("<i", operand)[0], 0))
            elif name in _ROW_ENDS:
                found = replace(found, row_end=operand[0] != 0)
            elif name == _CELL_END:
                found = replace(found, cell_end=operand[0] != 0)
            elif name in _ELSEWHERE:
                found = self._applied(found, self._stored_elsewhere(operand), own=own)
        return found

    def _stored_elsewhere(self, operand: bytes) -> bytes:
        offset = struct.unpack("<I", operand)[0]
        size = struct.unpack_from("<H", self._file.data, offset)[0]
        stored = self._file.data[offset + 2 : offset + 2 + size]
        # No further redirection: a file could point at itself.
        return b"" if any(name in _ELSEWHERE for name, _ in sprms(stored)) else stored


def _shown(found: Character, styled: Character, properties: bytes) -> Character:
    """Return ``found`` with ``properties`` on top of what the style says."""
    for name, operand in sprms(properties):
        if name == _FONT:
            found = replace(found, font=_number(operand))
        elif name == _DELETED:
            found = replace(found, deleted=operand[0] != 0)
        elif name == _HIDDEN:
            value = operand[0]
            hidden = styled.hidden != bool(value & 1) if value & 0x80 else bool(value)
            found = replace(found, hidden=hidden)
        elif name == _SYMBOL:
            font, code = struct.unpack("<HH", operand)
            found = replace(found, symbol=(font, code))
    return found


def _number(operand: bytes) -> int:
    return int(struct.unpack("<H", operand)[0])
