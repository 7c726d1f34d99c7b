"""A .docx as its parts: read within the limits, a few of them replaced, packed again."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Final

from lxml import etree

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.language import Text
from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.packages import ZippedParts
from minutes_nlp.readers.sniffing import is_opendocument, is_zip
from minutes_nlp.readers.xml_safety import Element, parse_xml

CONTENT_TYPES: Final = "[Content_Types].xml"
_NO_DOCX: Final = Text(
    "Chỉ trả lại được tệp .docx kèm ghi chú; hãy mở tệp này bằng Word, lưu lại thành .docx rồi "
    "chạy lại, hoặc chọn --format html.",
    "Only a .docx can be given back with comments; save this file as .docx in Word and run "
    "again, or choose --format html.",
)


def refuse_other_formats(data: bytes) -> None:
    """Raise unless ``data`` looks like a zipped .docx.

    Raises:
        UnreadableInputError: another format; the message says what to do.
    """
    if not is_zip(data) or is_opendocument(data):
        raise not_docx()


def not_docx() -> UnreadableInputError:
    """Return the error for a file that is no .docx."""
    return UnreadableInputError(_NO_DOCX)


class OpenPackage:
    """All parts of a .docx in memory; parsed ones are kept, so that they can be changed.

    It serves the readers as :class:`minutes_nlp.readers.packages.Parts` too.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Inflate every part.

        Raises:
            UnreadableInputError: no .docx, damaged, locked or beyond the limits.
        """
        refuse_other_formats(data)
        parts = ZippedParts(data, limits)
        self._limits = limits
        self._entries = dict(zip(parts.names(), parts.entries(), strict=True))
        self._contents = {name: parts.content(name) or b"" for name in self._entries}
        self._roots: dict[str, Element] = {}

    def names(self) -> list[str]:
        """Names of all parts, in lower case."""
        return list(self._contents)

    def xml(self, name: str) -> Element | None:
        """Return the root of a part, the same one at each call; ``None`` without such a part.

        Raises:
            UnreadableInputError: the part is damaged or unsafe.
        """
        key = name.lower()
        if key not in self._roots and key in self._contents:
            self._roots[key] = parse_xml(self._contents[key], self._limits)
        return self._roots.get(key)

    def save(self, name: str, root: Element) -> None:
        """Put ``root`` in the place of the part ``name``, or add it as the last part."""
        key = name.lower()
        if key not in self._entries:
            self._entries[key] = zipfile.ZipInfo(name)
            self._entries[key].compress_type = zipfile.ZIP_DEFLATED
        self._roots[key] = root
        self._contents[key] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def packed(self) -> bytes:
        """Return the archive; its parts keep their order, times and kind of compression."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, entry in self._entries.items():
                info = zipfile.ZipInfo(entry.filename, entry.date_time)
                info.compress_type = entry.compress_type
                info.external_attr = entry.external_attr
                archive.writestr(info, self._contents[name])
        return buffer.getvalue()


def relations_of(name: str) -> str:
    """Return the name of the part that holds the relations of part ``name``."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def content_types(package: OpenPackage) -> Element:
    """Return the root of the list of content types.

    Raises:
        UnreadableInputError: there is none.
    """
    root = package.xml(CONTENT_TYPES)
    if root is None:
        raise refusals.damaged()
    return root
