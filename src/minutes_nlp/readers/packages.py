"""Archives of XML parts (.docx, .odt), inflated with care and parsed on demand."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final, Protocol

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
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
        data = self.content(name)
        return None if data is None else parse_xml(data, self._limits)

    def entries(self) -> list[zipfile.ZipInfo]:
        """Directory entries of all parts, in the order of the archive."""
        return list(self._entries.values())

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a part, ``None`` when there is no such part.

        Raises:
            UnreadableInputError: the part is damaged, locked or too large.
        """
        entry = self._entries.get(name.lower())
        return None if entry is None else self._inflate(entry)

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
