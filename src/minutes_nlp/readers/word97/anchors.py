"""Where notes, text boxes and headers of a Word 97-2003 file are, and what refers to them."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from minutes_nlp.readers.word97.file import WordFile, table_of

Stretch = tuple[int, int]
"""From a place to the place behind the last."""
_FOOTNOTES: Final = (2, 3)
_ENDNOTES: Final = (46, 47)
_HEADERS: Final = 11
_SHAPES: Final = 40
_BOXES: Final = 56
_SEPARATORS: Final = 6
"""Stories before the first section's: lines that divide notes from the text."""
_HEADER_KINDS: Final = ("header", "header", "footer", "footer", "header", "footer")


@dataclass(slots=True)
class Anchors:
    """Stretches of other stories by the place in the text that refers to them."""

    notes: dict[int, Stretch] = field(default_factory=dict)
    boxes: dict[int, list[Stretch]] = field(default_factory=dict)
    loose: list[Stretch] = field(default_factory=list)
    """Text boxes in groups of shapes: no place is known for them."""
    headers: list[Stretch] = field(default_factory=list)
    footers: list[Stretch] = field(default_factory=list)


def read_anchors(file: WordFile) -> Anchors:
    """Read the tables that tie the stories together."""
    anchors = Anchors()
    for (references, texts), story in ((_FOOTNOTES, "footnotes"), (_ENDNOTES, "endnotes")):
        stretches = _stretches(file, texts, 0, story)
        places, _ = table_of(file.block(references), 2)
        anchors.notes.update(zip(places, stretches, strict=False))
    _read_boxes(file, anchors)
    for index, stretch in enumerate(_stretches(file, _HEADERS, 0, "headers")):
        if index >= _SEPARATORS:
            kind = _HEADER_KINDS[(index - _SEPARATORS) % len(_HEADER_KINDS)]
            (anchors.headers if kind == "header" else anchors.footers).append(stretch)
    return anchors


def _stretches(file: WordFile, block: int, size: int, story: str) -> list[Stretch]:
    first, end = file.stories[story]
    places, _ = table_of(file.block(block), size)
    return [(first + start, min(first + stop, end)) for start, stop in pairwise(places)]


def _read_boxes(file: WordFile, anchors: Anchors) -> None:
    places, shapes = table_of(file.block(_SHAPES), 26)
    by_shape = {
        struct.unpack_from("<I", shape)[0]: place
        for place, shape in zip(places, shapes, strict=False)
    }
    _, entries = table_of(file.block(_BOXES), 22)
    stretches = _stretches(file, _BOXES, 22, "boxes")
    # The last entry only says where the text ends.
    for stretch, entry in zip(stretches[:-1], entries, strict=False):
        place = by_shape.get(struct.unpack_from("<I", entry, 14)[0])
        if place is None:
            anchors.loose.append(stretch)
        else:
            anchors.boxes.setdefault(place, []).append(stretch)
