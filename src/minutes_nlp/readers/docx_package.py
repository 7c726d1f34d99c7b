"""The parts of a .docx, zipped or flat, inflated with care and parsed on demand."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final, Protocol

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.wordml import children, name_of
from minutes_nlp.readers.xml_safety import Element, parse_xml

_CHUNK: Final = 64 * 1024
_ENCRYPTED: Final = 0x1
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
    OverflowError,
)


class Parts(Protocol):
    """Parts by name, such as ``word/document.xml``."""

    def names(self) -> list[str]:
        """Names of all parts, in lower case."""

    def xml(self, name: str) -> Element | None:
        """Return the root of a part, ``None`` when there is no such part.

        Raises:
            UnreadableInputError: the part is damaged, unsafe or too large.
        """


class ZippedParts:
    """Parts of a zip archive; counts what it inflates while inflating."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        # A directory entry costs far more in memory than in the file: count before opening.
        if data.count(b"PK\x01\x02") > 10 * limits.parts:
            raise refusals.too_large(f"{limits.parts} tệp con (parts)")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _DAMAGE as error:
            raise refusals.damaged() from error
        if len(entries) > limits.parts:
            raise refusals.too_large(f"{limits.parts} tệp con (parts)")
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}
        self._limits = limits
        self._inflated = 0

    def names(self) -> list[str]:
        """Names of all parts, in lower case."""
        return list(self._entries)

    def xml(self, name: str) -> Element | None:
        """Return the root of a part; see :class:`Parts`."""
        entry = self._entries.get(name.lower())
        return None if entry is None else parse_xml(self._inflate(entry), self._limits)

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise refusals.encrypted()
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refusals.damaged()
        pieces: list[bytes] = []
        size = 0
        try:
            with self._archive.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._count(size, len(piece))
                    pieces.append(piece)
        except _DAMAGE as error:
            raise refusals.damaged() from error
        return b"".join(pieces)

    def _count(self, part_size: int, grown: int) -> None:
        self._inflated += grown
        limits = self._limits
        if part_size > limits.part_bytes or self._inflated > limits.inflated_bytes:
            megabytes = min(limits.part_bytes, limits.inflated_bytes) // (1024 * 1024)
            raise refusals.unsafe(
                f"giải nén ra quá {megabytes} MB", f"it inflates to more than {megabytes} MB"
            )


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
    if "content.xml" in names and "mimetype" in names:
        return refusals.other_format("tệp OpenDocument (.odt, .ods)", "an OpenDocument file (.odt)")
    if any_under("word/", "[content_types].xml"):
        return refusals.damaged()
    return refusals.archive()
