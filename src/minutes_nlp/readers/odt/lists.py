"""Automatic numbers of an OpenDocument text, counted as its lists are nested and continued."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.list_counting import LEVELS, Level, written_label
from minutes_nlp.readers.odt.odf import attribute
from minutes_nlp.readers.odt.styles import Styles
from minutes_nlp.readers.xml_names import whole_number
from minutes_nlp.readers.xml_safety import Element

Counts = dict[int, int]
"""From level (from 0) to the number last given."""
_NO_LEVELS: Final[dict[int, Level]] = {}


@dataclass(slots=True)
class OpenList:
    """A list while its items are read; nested lists share the counts of the outermost."""

    style: str | None
    counts: Counts
    index: int = 0


@dataclass(slots=True)
class Item:
    """A list item (``text:list-item``); its first paragraph takes the label."""

    inside: OpenList
    start: int | None = None
    style: str | None = None
    labelled: bool = False


@dataclass(slots=True)
class ListNumbers:
    """The lists of a document in reading order."""

    styles: Styles
    _by_id: dict[str, OpenList] = field(default_factory=dict)
    _last: dict[str | None, OpenList] = field(default_factory=dict)
    _outline: Counts = field(default_factory=dict)

    def open(self, element: Element, around: OpenList | None) -> OpenList:
        """Begin a ``text:list``, inside list ``around`` where it is nested."""
        style = attribute(element, "text:style-name")
        if around is not None:
            index = min(around.index + 1, LEVELS)
            return OpenList(style or around.style, around.counts, index)
        named = attribute(element, "text:continue-list")
        before = self._by_id.get(named or "")
        # LibreOffice also names lists that it did not write down as such.
        goes_on = named or attribute(element, "text:continue-numbering") == "true"
        if before is None and goes_on:
            before = self._last.get(style)
        begun = OpenList(style, {} if before is None else before.counts)
        if name := attribute(element, "xml:id"):
            self._by_id[name] = begun
        self._last[style] = begun
        return begun

    def item(self, element: Element, inside: OpenList) -> Item:
        """Begin a ``text:list-item``."""
        start = whole_number(attribute(element, "text:start-value"))
        return Item(inside, start, attribute(element, "text:style-override"))

    def label(self, item: Item, paragraph_style: str | None) -> str:
        """Count the paragraph if it is the first of ``item``; ``""`` for the others."""
        if item.labelled:
            return ""
        item.labelled = True
        style = item.style or item.inside.style or paragraph_style
        levels = self.styles.lists.get(style or "", _NO_LEVELS)
        return _next_label(item.inside.counts, item.inside.index, levels, item.start)

    def heading_label(self, element: Element) -> str:
        """Count a ``text:h`` that stands in no list and return its number."""
        index = (whole_number(attribute(element, "text:outline-level")) or 1) - 1
        if attribute(element, "text:is-list-header") == "true":
            return ""
        start = None
        if attribute(element, "text:restart-numbering") == "true":
            start = whole_number(attribute(element, "text:start-value"))
        return _next_label(self._outline, index, self.styles.outline, start)


def _next_label(
    counts: Counts, index: int, levels: dict[int, Level], start_value: int | None
) -> str:
    level = levels.get(index)
    if level is None:
        return ""
    if start_value is not None:
        counts[index] = start_value
    elif index in counts:
        counts[index] += 1
    else:
        counts[index] = level.start
    for deeper in [key for key in counts if key > index]:
        del counts[deeper]
    for skipped in range(index):  # LibreOffice counts a level that is left out as begun.
        if skipped in levels:
            counts.setdefault(skipped, levels[skipped].start)
    label = written_label(level, levels, counts)
    return label if level.joined or not label else f"{label} "
