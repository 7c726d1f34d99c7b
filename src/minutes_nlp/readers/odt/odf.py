"""Names of OpenDocument XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from minutes_nlp.readers.xml_safety import Element

_PREFIX: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_LONG: Final = {
    **{name: f"{_PREFIX}{name}:1.0" for name in ("office", "style", "table", "text")},
    "draw": f"{_PREFIX}drawing:1.0",
    "fo": f"{_PREFIX}xsl-fo-compatible:1.0",
    "svg": f"{_PREFIX}svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_SHORT: Final = {uri: prefix for prefix, uri in _LONG.items()}
_NUMBER: Final = re.compile(r"-?\d{1,9}")


@lru_cache(maxsize=2048)
def _short(tag: str) -> str:
    uri, _, local = tag[1:].rpartition("}")
    return f"{_SHORT.get(uri, '?')}:{local}"


@lru_cache(maxsize=256)
def _long(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_LONG[prefix]}}}{local}"


def name_of(element: Element) -> str:
    """Return the element's name as ``text:p``; namespaces not needed here become ``?``."""
    return _short(element.tag) if isinstance(element.tag, str) else "?"


def attribute(element: Element, name: str) -> str | None:
    """Return the attribute of this short name, such as ``text:style-name``."""
    value: str | None = element.get(_long(name))
    return value


def whole_number(value: str | None) -> int | None:
    """Return ``value`` as a number, ``None`` when it is none or absurdly long."""
    return int(value) if value and _NUMBER.fullmatch(value) else None


def stored_texts(root: Element) -> Iterator[str]:
    """Yield the text of every paragraph and heading below ``root``, as it is stored."""
    for paragraph in root.iter(_long("text:p"), _long("text:h")):
        yield "".join(paragraph.itertext())


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
