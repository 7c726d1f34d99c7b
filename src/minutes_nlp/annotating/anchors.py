"""Marks in the body of a .docx that tie comments to words; runs are split where they must be."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from minutes_nlp.readers.docx.places import Origin
from minutes_nlp.readers.docx.wordml import attribute, name_of
from minutes_nlp.readers.xml_safety import Element

_MARKS: Final = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})
# Between a paragraph and its runs; a mark may stand inside each of them.
_TRANSPARENT: Final = frozenset(
    [
        "w:hyperlink",
        "w:ins",
        "w:moveTo",
        "w:fldSimple",
        "w:smartTag",
        "w:customXml",
        "w:sdt",
        "w:sdtContent",
        "w:dir",
        "w:bdo",
    ]
)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def mark_ids(root: Element) -> Iterator[str | None]:
    """Yield the comment ids that the marks below ``root`` name."""
    return (attribute(element, "id") for element in root.iter() if name_of(element) in _MARKS)


def drop_marks(root: Element, ids: frozenset[str]) -> None:
    """Remove the marks of the comments ``ids`` with the runs that hold nothing else."""
    marks = [e for e in root.iter() if name_of(e) in _MARKS and attribute(e, "id") in ids]
    for mark in marks:
        run = mark.getparent()
        _remove(mark)
        if name_of(run) == "w:r" and all(name_of(inner) == "w:rPr" for inner in run):
            _remove(run)


Position = tuple[int, int]
"""A place in a run: the child's number, properties not counted, and characters of its text."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place between characters: inside the run ``unit``, or else beside the element ``unit``."""

    unit: Element
    position: Position | None = None


def place_of(origin: Origin, *, after: bool) -> Place | None:
    """Return the place before ``origin``, or behind it; ``None`` outside every paragraph.

    From the outermost paragraph down: a text box lies in a run of the paragraph around it,
    where alone Word allows comments.
    """
    chain = [origin.node, *origin.node.iterancestors()]
    blocks = [index for index, element in enumerate(chain) if name_of(element) == "w:p"]
    for index in range(blocks[-1] - 1 if blocks else -1, -1, -1):
        unit = chain[index]
        if name_of(unit) == "w:r" and index > 0:
            child = chain[index - 1]
            exact = index == 1 and origin.start is not None
            offset = (origin.end if after else origin.start) if exact else None
            return Place(unit, _position(unit, child, offset, after=after))
        if name_of(unit) not in _TRANSPARENT or index == 0:
            return Place(unit)
    return None


def _position(run: Element, child: Element, offset: int | None, *, after: bool) -> Position:
    index = _content(run).index(child)
    if offset is None:
        return (index + 1, 0) if after else (index, 0)
    return (index + 1, 0) if offset == len(child.text or "") else (index, offset)


def _content(run: Element) -> list[Element]:
    return [inner for inner in run if name_of(inner) != "w:rPr"]


class Splitter:
    """Cuts runs at places; tells afterwards which element begins or ends at a place."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Cut every run at those of ``places`` that lie inside it."""
        self._begins: dict[Place, Element] = {}
        self._ends: dict[Place, Element] = {}
        by_run: dict[Element, set[Position]] = {}
        for place in places:
            if place.position is not None:
                by_run.setdefault(place.unit, set()).add(place.position)
        for run, positions in by_run.items():
            self._split(run, positions)

    def begins(self, place: Place) -> Element:
        """Return the element that begins at ``place``, or that it stands beside."""
        return self._begins.get(place, place.unit)

    def ends(self, place: Place) -> Element:
        """Return the element that ends at ``place``, or that it stands beside."""
        return self._ends.get(place, place.unit)

    def _split(self, run: Element, positions: set[Position]) -> None:
        inner = _content(run)
        end = (len(inner), 0)
        last = Place(run, end)
        for index, offset in sorted(positions - {(0, 0), end}, reverse=True):
            rest = _like(run)
            if offset:
                rest.append(_cut(inner[index], offset))
            for moved in inner[index + bool(offset) :]:
                rest.append(moved)
            inner = inner[: index + bool(offset)]
            run.addnext(rest)
            here = Place(run, (index, offset))
            self._begins[here] = rest
            # What was cut off ends where the cut behind it lies.
            self._ends[last] = rest
            last = here
        self._ends[last] = run


def _like(run: Element) -> Element:
    """Return an empty run with the attributes and properties of ``run``."""
    other = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    for inner in run:
        if name_of(inner) == "w:rPr":
            other.append(copy.deepcopy(inner))
    return other


def _cut(text: Element, offset: int) -> Element:
    """Cut ``w:t`` before the character ``offset`` and return an element with the rest."""
    rest = text.makeelement(text.tag, dict(text.attrib), text.nsmap)
    text.text, rest.text = text.text[:offset], text.text[offset:]
    for part in (text, rest):
        part.set(_SPACE, "preserve")
    return rest


def _remove(element: Element) -> None:
    """Remove ``element``; white space behind it stays where it is."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)
