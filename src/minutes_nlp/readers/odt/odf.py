"""Names of OpenDocument XML."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from minutes_nlp.readers.xml_names import XmlNames
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
_NAMES: Final = XmlNames({uri: prefix for prefix, uri in _LONG.items()})
name_of, children, child = _NAMES.name_of, _NAMES.children, _NAMES.child


@lru_cache(maxsize=256)
def _long(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_LONG[prefix]}}}{local}"


def attribute(element: Element, name: str) -> str | None:
    """Return the attribute of this short name, such as ``text:style-name``."""
    value: str | None = element.get(_long(name))
    return value


def stored_texts(root: Element) -> Iterator[str]:
    """Yield the text of every paragraph and heading below ``root``, as it is stored."""
    for paragraph in root.iter(_long("text:p"), _long("text:h")):
        yield "".join(paragraph.itertext())
