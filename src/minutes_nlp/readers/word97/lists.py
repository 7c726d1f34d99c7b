"""Automatic numbers of a Word 97-2003 file."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace
from typing import Final

from minutes_nlp.readers.list_counting import LEVELS, LONGEST_LABEL, Level, ListCounts
from minutes_nlp.readers.word97.file import WordFile
from minutes_nlp.readers.word97.properties import Paragraph

_DEFINITIONS: Final = 73
_INSTANCES: Final = 74
_FORMATS: Final = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
_LEGAL: Final = 0x04
_NO_RESTART: Final = 0x08
_FOLLOWED_BY_NOTHING: Final = 2
_SINGLE_LEVEL: Final = 0x01
_OVERRIDES_START: Final = 0x10
_OVERRIDES_LEVEL: Final = 0x20


@dataclass(frozen=True, slots=True)
class _Definition:
    levels: dict[int, Level]
    styles: tuple[int, ...]
    """The style that is tied to each level."""


@dataclass(slots=True)
class _Instance:
    definition: int
    levels: dict[int, Level] = field(default_factory=dict)
    restarted: set[int] = field(default_factory=set)


class Lists:
    """The lists of a file and how far each has been counted."""

    def __init__(self, file: WordFile) -> None:
        self._definitions = _read_definitions(file)
        self._instances = _read_instances(file.block(_INSTANCES), self._definitions)
        self._counts = ListCounts()

    def label(self, paragraph: Paragraph) -> str:
        """Count ``paragraph`` and return its label, ``""`` without one."""
        number = paragraph.list_id
        if not 0 < number <= len(self._instances):
            return ""
        instance = self._instances[number - 1]
        definition = self._definitions.get(instance.definition)
        if definition is None:
            return ""
        level = paragraph.level
        if paragraph.list_by_style and paragraph.style in definition.styles:
            level = definition.styles.index(paragraph.style)
        index = min(level or 0, LEVELS - 1)
        return self._counts.next_label(
            str(instance.definition),
            number,
            index,
            instance.levels,
            start_overridden=index in instance.restarted,
        )


def _read_definitions(file: WordFile) -> dict[int, _Definition]:
    block = file.block(_DEFINITIONS)
    # The levels follow the list of definitions; no count says how far.
    levels = file.behind(_DEFINITIONS)
    definitions: dict[int, _Definition] = {}
    at = 0
    for index in range(struct.unpack_from("<H", block)[0] if len(block) >= 2 else 0):
        if 2 + 28 * (index + 1) > len(block):
            break
        name, _, *styles, flags = struct.unpack_from("<II9HB", block, 2 + 28 * index)
        found: dict[int, Level] = {}
        for number in range(1 if flags & _SINGLE_LEVEL else LEVELS):
            found[number], at = _read_level(levels, at)
        definitions[name] = _Definition(found, tuple(styles))
    return definitions


def _read_level(block: bytes, at: int) -> tuple[Level, int]:
    start, number_format, flags = struct.unpack_from("<iBB", block, at)
    following = block[at + 15]
    character_size, paragraph_size, restart_after = struct.unpack_from("<BBB", block, at + 24)
    at += 28 + character_size + paragraph_size
    length = struct.unpack_from("<H", block, at)[0]
    text = block[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    level = Level(
        start=start,
        number_format=_FORMATS.get(number_format, "decimal"),
        text=_with_places(text[:LONGEST_LABEL]),
        restart_after=restart_after if flags & _NO_RESTART else None,
        legal=bool(flags & _LEGAL),
        joined=following == _FOLLOWED_BY_NOTHING,
    )
    return level, at + 2 + 2 * length


def _with_places(text: str) -> str:
    # The number of level n stands as the character n, counted from 0.
    return "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in text)


def _read_instances(block: bytes, definitions: dict[int, _Definition]) -> list[_Instance]:
    count = struct.unpack_from("<I", block)[0] if len(block) >= 4 else 0
    instances: list[_Instance] = []
    at = 4 + 16 * count
    for index in range(count):
        name, _, _, overrides = struct.unpack_from("<IIIB", block, 4 + 16 * index)
        known = definitions.get(name)
        instance = _Instance(name, dict(known.levels) if known else {})
        if overrides:
            at += 4
        for _ in range(overrides):
            at = _read_override(block, at, instance)
        instances.append(instance)
    return instances


def _read_override(block: bytes, at: int, instance: _Instance) -> int:
    start, flags = struct.unpack_from("<iI", block, at)
    index = flags & 0xF
    at += 8
    if flags & _OVERRIDES_LEVEL:
        instance.levels[index], at = _read_level(block, at)
    if flags & _OVERRIDES_START:
        instance.restarted.add(index)
        if not flags & _OVERRIDES_LEVEL and index in instance.levels:
            instance.levels[index] = replace(instance.levels[index], start=start)
    return at
