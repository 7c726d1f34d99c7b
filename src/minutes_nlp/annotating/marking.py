"""Tie comments to stretches of words in the body of a .docx."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from minutes_nlp.annotating.anchors import Place, Splitter, place_of
from minutes_nlp.readers.docx.places import PlacedParagraph
from minutes_nlp.readers.docx.wordml import child, name_of
from minutes_nlp.readers.xml_safety import Element

_START: Final = "commentRangeStart"
_END: Final = "commentRangeEnd"
_REFERENCE: Final = "commentReference"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``first`` to ``last``; both are ``w:p`` where the words themselves have no place."""

    first: Place
    last: Place
    exact: bool


def stretch_of(
    paragraph: PlacedParagraph, start: int, end: int | None, *, exact: bool = True
) -> Stretch | None:
    """Return where ``paragraph.text[start:end]`` stands.

    ``end`` is ``None`` for the whole paragraph, which is taken also where the words stand
    only in an automatic number, or with ``exact`` false.  ``None``: the text has no paragraph
    in the file that could bear a comment.
    """
    if end is not None and exact:
        ends = [one for one in paragraph.places[start:end] if one is not None]
        first = place_of(ends[0][0], after=False) if ends else None
        last = place_of(ends[-1][1], after=True) if ends else None
        if first is not None and last is not None:
            return Stretch(first, last, exact=True)
    blocks = [_outermost(block) for block in paragraph.blocks]
    if not blocks:
        return None
    return Stretch(Place(blocks[0]), Place(blocks[-1]), exact=False)


class Marker:
    """Sets the marks of comments into a body with elements of the namespace ``word``."""

    def __init__(self, word: str, stretches: Sequence[tuple[int, Stretch]]) -> None:
        """Take pairs of a comment's id and its stretch."""
        self._word = f"{{{word}}}"
        self._stretches = stretches

    def mark(self) -> None:
        """Split runs and set all marks; marks at one place keep the order of the comments."""
        exact = [stretch for _, stretch in self._stretches if stretch.exact]
        splitter = Splitter(place for one in exact for place in (one.first, one.last))
        for number, one in self._stretches:
            if one.exact:
                splitter.begins(one.first).addprevious(self._element(_START, number))
            else:
                _append(one.last.unit, self._end(number))
        for number, one in reversed(self._stretches):
            if one.exact:
                _put_behind(splitter.ends(one.last), *self._end(number))
            else:
                _put_first(one.first.unit, self._element(_START, number))

    def _end(self, number: int) -> tuple[Element, Element]:
        run = etree.Element(f"{self._word}r")
        run.append(self._element(_REFERENCE, number))
        return self._element(_END, number), run

    def _element(self, name: str, number: int) -> Element:
        element = etree.Element(self._word + name)
        element.set(f"{self._word}id", str(number))
        return element


def _put_behind(element: Element, end: Element, reference: Element) -> None:
    # The sign of the comment stands outside links and insertions, as part of the paragraph.
    outside = element
    while name_of(outside.getparent()) != "w:p":
        outside = outside.getparent()
    outside.addnext(reference)
    element.addnext(end)


def _put_first(block: Element, start: Element) -> None:
    properties = child(block, "w:pPr")
    if properties is None:
        block.insert(0, start)
    else:
        properties.addnext(start)


def _append(block: Element, elements: Iterable[Element]) -> None:
    for element in elements:
        block.append(element)


def _outermost(block: Element) -> Element:
    return [e for e in (block, *block.iterancestors()) if name_of(e) == "w:p"][-1]
