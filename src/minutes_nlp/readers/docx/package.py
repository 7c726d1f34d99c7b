"""The parts of a .docx, zipped or flat: which they are, and how they point at each other."""

from __future__ import annotations

import posixpath

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.readers import refusals
from minutes_nlp.readers.docx.wordml import children, name_of
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.packages import Parts
from minutes_nlp.readers.xml_safety import Element, parse_xml


class FlatParts:
    """Parts of a Flat OPC file: one XML document that holds them all."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._roots: dict[str, Element] = {}
        for part in children(parse_xml(data, limits), "pkg:part"):
            uri = part.tag.rpartition("}")[0] + "}"
            for holder in children(part, "pkg:xmlData"):
                if len(holder):
                    self._roots[(part.get(uri + "name") or "").lstrip("/").lower()] = holder[0]

    def names(self) -> list[str]:
        """Names of all parts that hold XML, in lower case."""
        return list(self._roots)

    def xml(self, name: str) -> Element | None:
        """Return the root of a part; see :class:`Parts`."""
        return self._roots.get(name.lower())


def related(parts: Parts, source: str, kind: str) -> list[str]:
    """Return the names of the parts that ``source`` points at with a relation of ``kind``.

    ``source`` is ``""`` for the package itself; ``kind`` is the last word of the relation's
    type, the same in transitional and strict files.  Each name comes once, in file order.
    """
    folder, base = posixpath.split(source)
    relations = parts.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    names: dict[str, None] = {}
    for relation in [] if relations is None else relations:
        inside = relation.get("TargetMode") != "External"
        if inside and (relation.get("Type") or "").rpartition("/")[2] == kind:
            target = posixpath.join("/", folder, relation.get("Target") or "")
            names[posixpath.normpath(target).lstrip("/")] = None
    return list(names)


def main_part(parts: Parts) -> str:
    """Return the name of the part that holds the body.

    Raises:
        UnreadableInputError: the archive is no Word document; the message says what it is.
    """
    names = set(parts.names())
    for name in [*related(parts, "", "officeDocument"), "word/document.xml"]:
        if name.lower() in names:
            root = parts.xml(name)
            if root is not None and name_of(root) == "w:document":
                return name
    raise _not_a_document(names)


def _not_a_document(names: set[str]) -> UnreadableInputError:
    def any_under(*folders: str) -> bool:
        return any(name.startswith(folders) for name in names)

    if any_under("xl/"):
        return refusals.other_format("bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)")
    if any_under("ppt/"):
        return refusals.other_format("bản trình chiếu PowerPoint", "a PowerPoint presentation")
    if any_under("word/", "[content_types].xml"):
        return refusals.damaged()
    return refusals.archive()
