"""Styles of a .docx as far as they change the text: numbering, hidden text, fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from minutes_nlp.readers.docx.wordml import attribute, child, children, is_on, number
from minutes_nlp.readers.letters.legacy_fonts import claim_of
from minutes_nlp.readers.xml_safety import Element

_THEME: Final = "+"
_THEME_FONT: Final = re.compile("}(major|minor)Font$")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, its ancestors' word taken where it is silent."""

    list_id: int | None = None
    list_level: int | None = None
    hidden: bool | None = None
    font: str | None = None
    list_style: str | None = None
    """The style that names the list: levels of a list are tied to styles by name."""


@dataclass(slots=True)
class Styles:
    """Styles by id; resolved ones are kept, for a chain may be long."""

    elements: dict[str, Element] = field(default_factory=dict)
    default_paragraph: str | None = None
    default_font: str | None = None
    theme_fonts: dict[str, str] = field(default_factory=dict)
    """The theme's fonts for Latin text, by ``major`` and ``minor``."""
    _resolved: dict[str, Style] = field(default_factory=dict)

    def style(self, style_id: str | None) -> Style:
        """Return the style resolved through ``basedOn``; an empty one for an unknown id."""
        chain: dict[str, None] = {}  # in order, and quick to look up
        while style_id in self.elements and style_id not in chain:
            if style_id in self._resolved:
                break
            chain[style_id] = None
            based_on = child(self.elements[style_id], "w:basedOn")
            style_id = None if based_on is None else attribute(based_on)
        inherited = self._resolved.get(style_id or "", Style())
        for ancestor in reversed(chain):
            inherited = _own(ancestor, self.elements[ancestor], inherited)
            self._resolved[ancestor] = inherited
        return inherited

    def paragraph_style(self, properties: Element | None) -> Style:
        """Return the style of a paragraph with these ``w:pPr``."""
        named = child(properties, "w:pStyle")
        return self.style(self.default_paragraph if named is None else attribute(named))

    def hidden(self, run: Element | None, paragraph: Style) -> bool:
        """Whether ``w:rPr`` ``run`` in a paragraph of this style hides its text."""
        own = is_on(child(run, "w:vanish"))
        if own is not None:
            return own
        character = self.style(_style_id(run)).hidden
        return bool(paragraph.hidden if character is None else character)

    def font(self, run: Element | None, paragraph: Style) -> str | None:
        """Return the font of the run: its own, its style's, the paragraph's, the default."""
        font = (
            font_of(run) or self.style(_style_id(run)).font or paragraph.font or self.default_font
        )
        return self.theme_fonts.get(font[1:]) if font and font.startswith(_THEME) else font


def read_styles(root: Element | None, theme: Element | None = None) -> Styles:
    """Read ``styles.xml``, and the fonts of ``theme1.xml``."""
    styles = Styles(theme_fonts=theme_fonts(theme))
    for element in children(root, "w:style"):
        style_id = attribute(element, "styleId")
        if style_id is None:
            continue
        styles.elements[style_id] = element
        is_default = attribute(element, "default") in {"1", "true", "on"}
        if is_default and attribute(element, "type") == "paragraph":
            styles.default_paragraph = style_id
    styles.default_font = font_of(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))
    return styles


def list_reference(properties: Element | None) -> tuple[int | None, int | None]:
    """Return list id and level that ``w:pPr`` states."""
    reference = child(properties, "w:numPr")
    return number(child(reference, "w:numId")), number(child(reference, "w:ilvl"))


def font_of(run: Element | None) -> str | None:
    """Return the font that ``w:rPr`` names, ``+major`` or ``+minor`` for one of the theme.

    Letters of old encodings lie in the range that ``hAnsi`` governs.
    """
    fonts = child(run, "w:rFonts")
    if fonts is None:
        return None
    theme = attribute(fonts, "hAnsiTheme") or attribute(fonts, "asciiTheme")
    if theme:
        return _THEME + theme[:5]
    high, low = attribute(fonts, "hAnsi"), attribute(fonts, "ascii")
    return high if claim_of(high) else low or high


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return the Latin fonts of a theme by ``major`` and ``minor``."""
    found: dict[str, str] = {}
    for node in () if theme is None else theme.iter():
        kind = _THEME_FONT.search(node.tag) if isinstance(node.tag, str) else None
        latin = next((inner for inner in node if str(inner.tag).endswith("}latin")), None)
        if kind is not None and latin is not None:
            found[kind[1]] = latin.get("typeface") or ""
    return found


def _style_id(run: Element | None) -> str | None:
    named = child(run, "w:rStyle")
    return None if named is None else attribute(named)


def _own(style_id: str, element: Element, inherited: Style) -> Style:
    list_id, level = list_reference(child(element, "w:pPr"))
    run = child(element, "w:rPr")
    hidden = is_on(child(run, "w:vanish"))
    style = replace(
        inherited,
        hidden=inherited.hidden if hidden is None else hidden,
        font=font_of(run) or inherited.font,
    )
    if level is not None:
        style = replace(style, list_level=level, list_style=style_id)
    if list_id is not None:
        style = replace(style, list_id=list_id, list_style=style_id)
    return style
