"""Styles of an OpenDocument text as far as they change what is read: fonts, hidden text, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from minutes_nlp.readers.list_counting import LONGEST_LABEL, Level
from minutes_nlp.readers.odt.odf import attribute, child, children, name_of
from minutes_nlp.readers.xml_names import whole_number
from minutes_nlp.readers.xml_safety import Element

_FORMATS: Final = {
    "1": "decimal",
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
}
_WHOLE_PLACE: Final = re.compile(r"%([1-9])%")
_STYLE_HOLDERS: Final = ("office:styles", "office:automatic-styles")
_BULLETS: Final = frozenset({"text:list-level-style-bullet", "text:list-level-style-image"})
_NUMBERS: Final = frozenset({"text:list-level-style-number", "text:outline-level-style"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, its ancestors' word taken where it is silent."""

    font: str | None = None
    hidden: bool = False
    list_style: str | None = None


@dataclass(slots=True)
class Styles:
    """Styles of paragraphs and characters, lists and the numbers of headings."""

    fonts: dict[str, str] = field(default_factory=dict)
    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    """By family and name."""
    defaults: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)
    _resolved: dict[tuple[str, str], Style] = field(default_factory=dict)

    def style(self, family: str, name: str | None) -> Style:
        """Return the style resolved through its parents; the family's default when unknown."""
        chain: dict[tuple[str, str], None] = {}
        key = (family, name or "")
        while key in self.elements and key not in chain and key not in self._resolved:
            chain[key] = None
            key = (family, attribute(self.elements[key], "style:parent-style-name") or "")
        inherited = self._resolved.get(key)
        if inherited is None:
            inherited = self._own(Style(), self.defaults.get(family))
        for ancestor in reversed(chain):
            inherited = self._own(inherited, self.elements[ancestor])
            self._resolved[ancestor] = inherited
        return inherited

    def span(self, around: Style, name: str | None) -> Style:
        """Return the style of a ``text:span`` inside text of style ``around``."""
        own = self.style("text", name)
        display = None if name is None else self._display(name)
        hidden = around.hidden if display is None else display == "none"
        return replace(around, font=own.font or around.font, hidden=hidden)

    def _display(self, name: str) -> str | None:
        properties = child(self.elements.get(("text", name)), "style:text-properties")
        return None if properties is None else attribute(properties, "text:display")

    def _own(self, inherited: Style, element: Element | None) -> Style:
        if element is None:
            return inherited
        list_style = attribute(element, "style:list-style-name")
        if list_style is not None:
            inherited = replace(inherited, list_style=list_style)
        properties = child(element, "style:text-properties")
        if properties is None:
            return inherited
        display = attribute(properties, "text:display")
        return replace(
            inherited,
            font=self.fonts.get(attribute(properties, "style:font-name") or "")
            or attribute(properties, "fo:font-family")
            or inherited.font,
            hidden=inherited.hidden if display is None else display == "none",
        )


def read_styles(*roots: Element | None) -> Styles:
    """Read the styles of ``roots``; of two with one name the later holds."""
    styles = Styles()
    for root in roots:
        for font in children(child(root, "office:font-face-decls"), "style:font-face"):
            family = (attribute(font, "svg:font-family") or "").strip("'\"")
            styles.fonts[attribute(font, "style:name") or ""] = family
        for holder in children(root, *_STYLE_HOLDERS):
            for element in holder:
                _take_style(styles, element)
    return styles


def _take_style(styles: Styles, element: Element) -> None:
    family = attribute(element, "style:family") or ""
    name = attribute(element, "style:name") or ""
    match name_of(element):
        case "style:style":
            styles.elements[family, name] = element
        case "style:default-style":
            styles.defaults[family] = element
        case "text:list-style":
            styles.lists[name] = _levels(element)
        case "text:outline-style":
            styles.outline = _levels(element)


def _levels(holder: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in holder:
        index = (whole_number(attribute(element, "text:level")) or 1) - 1
        if name_of(element) in _BULLETS:
            sign = attribute(element, "text:bullet-char") or "-"
            levels[index] = Level(number_format="bullet", text=sign, joined=_is_joined(element))
        elif name_of(element) in _NUMBERS:
            start = whole_number(attribute(element, "text:start-value"))
            levels[index] = Level(
                start=1 if start is None else start,
                number_format=_FORMATS.get(attribute(element, "style:num-format") or "", "none"),
                text=_label_text(element, index)[:LONGEST_LABEL],
                joined=_is_joined(element),
            )
    return levels


def _label_text(element: Element, index: int) -> str:
    # LibreOffice writes the whole label beside the older prefix and suffix: "%1%.%2%)".
    whole = attribute(element, "loext:num-list-format")
    if whole is not None:
        return _WHOLE_PLACE.sub(r"%\1", whole)
    numbers = ""
    if attribute(element, "style:num-format"):
        wanted = whole_number(attribute(element, "text:display-levels")) or 1
        shown = min(max(wanted, 1), index + 1)
        numbers = ".".join(f"%{place + 1}" for place in range(index + 1 - shown, index + 1))
    prefix = attribute(element, "style:num-prefix") or ""
    return prefix + numbers + (attribute(element, "style:num-suffix") or "")


def _is_joined(element: Element) -> bool:
    alignment = child(element, "style:list-level-properties", "style:list-level-label-alignment")
    return alignment is not None and (attribute(alignment, "text:label-followed-by") == "nothing")
