"""The part of a .docx that holds its comments: ours replaced, those of others kept."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Final

from lxml import etree

from minutes_nlp.annotating.package import CONTENT_TYPES, OpenPackage, content_types, relations_of
from minutes_nlp.readers.docx.package import related
from minutes_nlp.readers.docx.wordml import attribute, children
from minutes_nlp.readers.xml_safety import Element

AUTHOR: Final = "minutes-nlp"
_INITIALS: Final = "mn"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT_WORD: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_HIGHEST_ID: Final = 2**31 - 2


class CommentsPart:
    """The comments of one document; a part is added to the package when there is none."""

    def __init__(self, package: OpenPackage, main: str, word: str) -> None:
        """Open the part.

        Args:
            package: the .docx.
            main: the name of the part that holds the body.
            word: the namespace of that part's elements, strict or transitional.
        """
        self._package, self._main, self._word = package, main, f"{{{word}}}"
        names = related(package, main, "comments")
        self._name = next((name for name in names if package.xml(name) is not None), None)
        self._root: Element = (
            etree.Element(f"{self._word}comments", nsmap={"w": word})
            if self._name is None
            else package.xml(self._name)
        )

    def drop_ours(self) -> frozenset[str]:
        """Remove the comments that this program wrote and return their ids."""
        ours = [
            comment
            for comment in children(self._root, "w:comment")
            if attribute(comment, "author") == AUTHOR
        ]
        ids = frozenset(attribute(comment, "id") or "" for comment in ours)
        for comment in ours:
            self._root.remove(comment)
        return ids

    def first_free_id(self, used: Iterable[str | None]) -> int:
        """Return the least number above the ids of all comments and above ``used``."""
        stored = (attribute(comment, "id") for comment in children(self._root, "w:comment"))
        numbers = [
            int(one) for one in (*stored, *used) if one and one.isdecimal() and len(one) < 11
        ]
        return max((number for number in numbers if number < _HIGHEST_ID // 2), default=-1) + 1

    def add(self, number: int, lines: Iterable[str]) -> None:
        """Add a comment with this id, one paragraph a line."""
        comment = etree.SubElement(self._root, f"{self._word}comment")
        for name, value in (("id", str(number)), ("author", AUTHOR), ("initials", _INITIALS)):
            comment.set(self._word + name, value)
        for index, line in enumerate(lines):
            run = etree.SubElement(etree.SubElement(comment, f"{self._word}p"), f"{self._word}r")
            if index == 0:
                properties = etree.SubElement(run, f"{self._word}rPr")
                etree.SubElement(properties, f"{self._word}b")
            text = etree.SubElement(run, f"{self._word}t")
            text.set(_SPACE, "preserve")
            text.text = line

    def save(self) -> None:
        """Put the comments into the package; no part is added for none."""
        if self._name is None:
            if len(self._root) == 0:
                return
            self._name = self._free_name()
            self._announce(self._name)
        self._package.save(self._name, self._root)

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._main)
        taken = set(self._package.names())
        number, name = 1, posixpath.join(folder, "comments.xml")
        while name.lower() in taken:
            number += 1
            name = posixpath.join(folder, f"comments{number}.xml")
        return name

    def _announce(self, name: str) -> None:
        types = content_types(self._package)
        space = types.tag.rpartition("Types")[0]
        entry = etree.SubElement(types, f"{space}Override")
        entry.set("PartName", f"/{name}")
        entry.set("ContentType", _MEDIA_TYPE)
        self._package.save(CONTENT_TYPES, types)
        relations_name = relations_of(self._main)
        relations = self._package.xml(relations_name)
        if relations is None:
            relations = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
        taken = {relation.get("Id") for relation in relations}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        relation = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", f"rId{number}")
        strict = self._word == f"{{{_STRICT_WORD}}}"
        relation.set("Type", _STRICT_KIND if strict else _KIND)
        relation.set("Target", posixpath.basename(name))
        self._package.save(relations_name, relations)
