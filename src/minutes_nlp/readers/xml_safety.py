"""Parse one XML part without trusting it."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from lxml import etree

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

_DECLARED: Final = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
# The encodings that OOXML allows (ISO/IEC 29500-2, 8.1.4); in others a DOCTYPE could hide.
_ALLOWED: Final = frozenset({b"utf-8", b"utf8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii"})
_DECLARATIONS: Final = tuple(
    word.encode(codec)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for codec in ("utf-8", "utf-16-le", "utf-16-be")
)


def parse_xml(data: bytes, limits: Limits) -> Element:
    """Return the root element of ``data``.

    No entity is expanded and nothing outside ``data`` is loaded.

    Raises:
        UnreadableInputError: a DOCTYPE or entity is declared, nesting or markup is beyond
            the limits, or the XML is damaged.
    """
    _check_encoding(data)
    if any(declaration in data for declaration in _DECLARATIONS):
        raise refusals.unsafe("khai báo DOCTYPE trong XML", "a DOCTYPE in its XML")
    if data.count(b"<") + data.count(b"=") > limits.markup:
        raise refusals.too_large(f"{limits.markup} thẻ (tags)")
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise _too_deep() from error
        raise refusals.damaged() from error
    if root is None:
        raise refusals.damaged()
    # One step of the path a level: linear in the size of the tree, without recursion.
    if root.xpath(f"boolean({'/*' * (limits.depth + 1)})"):
        raise _too_deep()
    return root


def _parser() -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _check_encoding(data: bytes) -> None:
    head = data[:200].replace(b"\0", b"")
    declared = _DECLARED.search(head.split(b"?>")[0]) if b"<?xml" in head else None
    if declared and declared[1].lower() not in _ALLOWED:
        raise refusals.unsafe("bảng mã XML lạ", "an unusual XML encoding")
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\0\0\0<", b"<\0\0\0", b"Lo\xa7\x94"):
        raise refusals.unsafe("bảng mã XML lạ", "an unusual XML encoding")


def _too_deep() -> Exception:
    return refusals.unsafe("các phần lồng nhau quá sâu", "its parts are nested too deeply")
