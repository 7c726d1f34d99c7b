"""Names of OpenDocument XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from minutes_nlp.readers.xml_safety import Element

_PREFIX: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_COMPATIBLE: Final = {"xsl-fo-compatible": "fo", "svg-compatible": "svg", "drawing": "draw"}
_SHORT_NAMES: Final = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}
_NUMBER: Final = re.compile(r"-?\d{1,9}")


@lru_cache(maxsize=4096)
def _short(tag: str) -> str:
    uri, _, local = tag[1:].rpartition("}")
    prefix = _SHORT_NAMES.get(uri, "?")
    if uri.startswith(_PREFIX):
        kind = uri[len(_PREFIX) :].partition(":")[0]
        prefix = _COMPATIBLE.get(kind, kind)
    return f"{prefix}:{local}"


def name_of(element: Element) -> str:
    """Return the element's name as ``text:p``; namespaces not needed here become ``?``."""
    return _short(element.tag) if isinstance(element.tag, str) else "?"


def attributes(element: Element) -> dict[str, str]:
    """Return the attributes by short names, such as ``text:style-name``."""
    return {_short(name): value for name, value in element.attrib.items()}


def attribute(element: Element, name: str) -> str | None:
    """Return one attribute by its short name."""
    for key, value in element.attrib.items():
        if _short(key) == name:
            return str(value)
    return None


def whole_number(value: str | None) -> int | None:
    """Return ``value`` as a number, ``None`` when it is none or absurdly long."""
    return int(value) if value and _NUMBER.fullmatch(value) else None


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the direct children of these names."""
    if element is not None:
        for child in element:
            if name_of(child) in names:
                yield child


def child(element: Element | None, *path: str) -> Element | None:
    """Follow ``path`` from child to child; ``None`` where one is missing."""
    for name in path:
        element = next(children(element, name), None)
    return element
