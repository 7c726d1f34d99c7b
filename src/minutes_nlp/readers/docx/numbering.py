"""Automatic numbers of a .docx, counted through the document as Word counts them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from minutes_nlp.readers.docx.styles import Style, Styles, list_reference
from minutes_nlp.readers.docx.wordml import attribute, child, children, is_on, number
from minutes_nlp.readers.list_counting import LEVELS, LONGEST_LABEL, Level, ListCounts
from minutes_nlp.readers.xml_safety import Element


@dataclass(slots=True)
class Lists:
    """The lists of ``numbering.xml`` and how far each has been counted."""

    styles: Styles
    abstracts: dict[str, Element] = field(default_factory=dict)
    instances: dict[int, Element] = field(default_factory=dict)
    style_links: dict[str, str] = field(default_factory=dict)
    """From a list style to the abstract list that defines it."""
    _levels: dict[int, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    _counts: ListCounts = field(default_factory=ListCounts)

    def label(self, properties: Element | None, style: Style) -> str:
        """Count the paragraph with these ``w:pPr`` and return its label, ``""`` without one.

        The label ends with a space unless the level says that the text follows at once.
        """
        list_id, level = list_reference(properties)
        by_style = list_id is None
        list_id = style.list_id if by_style else list_id
        if not list_id or list_id not in self.instances:
            return ""
        if by_style and level is None:
            level = self._level_of_style(list_id, style)
        return self._next(list_id, min(max(level or 0, 0), LEVELS - 1))

    def _level_of_style(self, list_id: int, style: Style) -> int | None:
        _, levels = self._list(list_id)
        for index, level in levels.items():
            if level.style is not None and level.style == style.list_style:
                return index
        return style.list_level

    def _next(self, list_id: int, index: int) -> str:
        definition, levels = self._list(list_id)
        overridden = self._overridden(list_id, index)
        return self._counts.next_label(
            definition, list_id, index, levels, start_overridden=overridden
        )

    def _overridden(self, list_id: int, index: int) -> bool:
        return any(
            number(override, "ilvl") == index and child(override, "w:startOverride") is not None
            for override in children(self.instances[list_id], "w:lvlOverride")
        )

    def _list(self, list_id: int) -> tuple[str, dict[int, Level]]:
        if list_id not in self._levels:
            self._levels[list_id] = self._read_list(list_id)
        return self._levels[list_id]

    def _read_list(self, list_id: int) -> tuple[str, dict[int, Level]]:
        instance = self.instances[list_id]
        name = self._followed(_value(instance, "w:abstractNumId") or "")
        levels = dict(_levels(self.abstracts.get(name)))
        for override in children(instance, "w:lvlOverride"):
            index = number(override, "ilvl") or 0
            levels.update(_levels(override))
            start = number(child(override, "w:startOverride"))
            if start is not None and index in levels:
                levels[index] = replace(levels[index], start=start)
        return name, levels

    def _followed(self, name: str) -> str:
        # A list may say "as list style X"; the style names the list that defines it.
        link = _value(self.abstracts.get(name), "w:numStyleLink")
        if link is None:
            return name
        if link in self.style_links:
            return self.style_links[link]
        instance = self.instances.get(self.styles.style(link).list_id or 0)
        return _value(instance, "w:abstractNumId") or name


def read_lists(root: Element | None, styles: Styles) -> Lists:
    """Read ``numbering.xml``."""
    lists = Lists(styles)
    for abstract in children(root, "w:abstractNum"):
        name = attribute(abstract, "abstractNumId") or ""
        lists.abstracts[name] = abstract
        if link := _value(abstract, "w:styleLink"):
            lists.style_links.setdefault(link, name)
    for instance in children(root, "w:num"):
        list_id = number(instance, "numId")
        if list_id is not None:
            lists.instances[list_id] = instance
    return lists


def _value(element: Element | None, name: str) -> str | None:
    found = child(element, name)
    return None if found is None else attribute(found)


def _levels(holder: Element | None) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in children(holder, "w:lvl"):
        start = number(child(element, "w:start"))
        levels[number(element, "ilvl") or 0] = Level(
            start=1 if start is None else start,
            number_format=_value(element, "w:numFmt") or "decimal",
            text=(_value(element, "w:lvlText") or "")[:LONGEST_LABEL],
            restart_after=number(child(element, "w:lvlRestart")),
            legal=bool(is_on(child(element, "w:isLgl"))),
            joined=_value(element, "w:suff") == "nothing",
            style=_value(element, "w:pStyle"),
        )
    return levels
