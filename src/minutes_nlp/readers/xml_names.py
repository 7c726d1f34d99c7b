"""Names of XML elements in short, such as ``w:p``, and the children that bear them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from minutes_nlp.readers.xml_safety import Element

_NUMBER: Final = re.compile(r"-?\d{1,9}")


class XmlNames:
    """The names of one family of files.

    Args:
        prefixes: by namespace; elements of other namespaces get the prefix ``?``.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._short = lru_cache(maxsize=2048)(self._shorten)

    def _shorten(self, tag: str) -> str:
        uri, _, local = tag[1:].rpartition("}")
        return f"{self._prefixes.get(uri, '?')}:{local}"

    def name_of(self, element: Element) -> str:
        """Return the element's name as ``w:p``; namespaces not needed here become ``?``."""
        return self._short(element.tag) if isinstance(element.tag, str) else "?"

    def children(self, element: Element | None, *names: str) -> Iterator[Element]:
        """Yield the direct children of these names."""
        if element is not None:
            for child in element:
                if self.name_of(child) in names:
                    yield child

    def child(self, element: Element | None, *path: str) -> Element | None:
        """Follow ``path`` from child to child; ``None`` where one is missing."""
        for name in path:
            element = next(self.children(element, name), None)
        return element


def whole_number(value: str | None) -> int | None:
    """Return ``value`` as a number, ``None`` when it is none or absurdly long."""
    return int(value) if value and _NUMBER.fullmatch(value) else None
