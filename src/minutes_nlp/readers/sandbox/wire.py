"""What goes over the pipes of the sandbox: frames of one kind byte, a length and JSON.

caller → keeper: a request.  reader → keeper → caller: stages, then one document, picture of a
page, or failure.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from minutes_nlp import errors
from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.picture import PageView
from minutes_nlp.readers.sandbox.strict_json import encode

REQUEST: Final = b"R"
STAGE: Final = b"S"
DOCUMENT: Final = b"D"
PICTURE: Final = b"P"
FAILURE: Final = b"F"
_HEAD: Final = struct.Struct("<cI")


@dataclass(frozen=True, slots=True)
class Request:
    """Read this file, or these pictures as one; paths are absolute, their bytes in hexadecimal.

    With ``view`` only a picture of that page is wanted.
    """

    paths: tuple[str, ...]
    limits: Limits
    view: PageView | None = None

    @classmethod
    def of(cls, paths: Sequence[Path], limits: Limits, view: PageView | None = None) -> Request:
        """Return the request for files wherever they lie."""
        return cls(tuple(os.fsencode(path.absolute()).hex() for path in paths), limits, view)

    def files(self) -> Path | tuple[Path, ...]:
        """Return the file, or the several."""
        paths = tuple(Path(os.fsdecode(bytes.fromhex(path))) for path in self.paths)
        return paths[0] if len(paths) == 1 else paths


@dataclass(frozen=True, slots=True)
class Failure:
    """An error: its class and the classes above it by name, and its two texts."""

    kinds: tuple[str, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Frame:
    """One message; ``payload`` is JSON."""

    kind: bytes
    payload: bytes

    def packed(self) -> bytes:
        """Return the bytes to send."""
        return _HEAD.pack(self.kind, len(self.payload)) + self.payload


class FrameReader:
    """Puts frames together from pieces as they arrive."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, piece: bytes) -> Iterator[Frame]:
        """Add bytes and yield the frames that are complete now."""
        self._data += piece
        while len(self._data) >= _HEAD.size:
            kind, length = _HEAD.unpack_from(self._data)
            end = _HEAD.size + length
            if len(self._data) < end:
                return
            payload = bytes(self._data[_HEAD.size : end])
            del self._data[:end]
            yield Frame(kind, payload)

    @property
    def pending(self) -> int:
        """Bytes that wait for the rest of their frame."""
        return len(self._data)


def read_frame(stream: BinaryIO) -> Frame | None:
    """Read one frame; ``None`` when the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    payload = stream.read(length)
    return Frame(kind, payload) if len(payload) == length else None


def failure_frame(error: MinutesNlpError) -> Frame:
    """Return the frame that carries ``error``."""
    kinds = [kind.__name__ for kind in type(error).__mro__ if issubclass(kind, MinutesNlpError)]
    return Frame(FAILURE, encode(Failure(tuple(kinds), error.text)))


def error_of(failure: Failure) -> MinutesNlpError:
    """Return the error that crossed the border.

    It is of the nearest class that :mod:`minutes_nlp.errors` defines, so that a reader can
    name no other class of this process.
    """
    for name in failure.kinds:
        known = getattr(errors, name, None)
        if isinstance(known, type) and issubclass(known, MinutesNlpError):
            return known(failure.text)
    raise ValueError("an unknown kind of error")
