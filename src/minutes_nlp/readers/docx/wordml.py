"""Names of WordprocessingML, the same for transitional, strict and flat files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from minutes_nlp.readers.xml_names import XmlNames, whole_number
from minutes_nlp.readers.xml_safety import Element

_NAMESPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
}
_WORD: Final = tuple(f"{{{uri}}}" for uri, prefix in _NAMESPACES.items() if prefix == "w")
_NAMES: Final = XmlNames(_NAMESPACES)
name_of, children, child = _NAMES.name_of, _NAMES.children, _NAMES.child


def attribute(element: Element, name: str = "val") -> str | None:
    """Return the attribute ``w:name`` of ``element``."""
    for namespace in _WORD:
        value: str | None = element.get(namespace + name)
        if value is not None:
            return value
    return None


def number(element: Element | None, name: str = "val") -> int | None:
    """Return the whole number in ``w:name``, ``None`` without one."""
    return None if element is None else whole_number(attribute(element, name))


def is_on(element: Element | None) -> bool | None:
    """Return the value of a toggle such as ``w:vanish``; ``None`` when it is not set."""
    if element is None:
        return None
    return (attribute(element) or "true").lower() not in {"0", "false", "off"}


def has_words(element: Element) -> bool:
    """Whether any ``w:t`` below ``element`` holds text."""
    return any((node.text or "").strip() for space in _WORD for node in element.iter(space + "t"))


def has_pictures(root: Element) -> bool:
    """Whether there is any drawing or picture below ``root``."""
    names = ("drawing", "pict", "object")
    return any(True for space in _WORD for name in names for _ in root.iter(space + name))


def count_paragraphs(root: Element) -> int:
    """Return how many ``w:p`` there are below ``root``, blank ones among them."""
    return sum(1 for space in _WORD for _ in root.iter(space + "p"))


def stored_texts(root: Element) -> Iterator[str]:
    """Yield the text of every ``w:p`` below ``root``, as it is stored."""
    for space in _WORD:
        for paragraph in root.iter(space + "p"):
            yield "".join(node.text or "" for node in paragraph.iter(space + "t"))
