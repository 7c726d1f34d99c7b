"""Take a file in from the disk, once, and no more of it than allowed."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from minutes_nlp.model.document import Source
from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file's name and bytes."""

    name: str
    data: bytes

    def source(
        self, media_type: str, reader: str, *, pages: int | None = None, recognised: bool = False
    ) -> Source:
        """Return where the document that ``reader`` makes of this file came from."""
        return Source(
            name=self.name,
            sha256=hashlib.sha256(self.data).hexdigest(),
            media_type=media_type,
            reader=reader,
            pages=pages,
            recognised=recognised,
        )


def take_in(path: Path, limits: Limits) -> RawFile:
    """Read the file at ``path``.

    Raises:
        UnreadableInputError: it is missing, no regular file, not permitted, empty, too large.
    """
    try:
        data = _read(path, limits.file_bytes)
    except FileNotFoundError as error:
        raise refusals.missing_file(path.name) from error
    except IsADirectoryError as error:
        raise refusals.not_a_file(path.name) from error
    except PermissionError as error:
        raise refusals.no_permission(path.name) from error
    except (OSError, ValueError) as error:
        raise refusals.failed_to_open(path.name) from error
    if not data:
        raise refusals.empty_file()
    return RawFile(path.name, data)


def _read(path: Path, limit: int) -> bytes:
    status = path.stat()
    # Opening a pipe or a device could wait for ever.
    if not stat.S_ISREG(status.st_mode):
        raise refusals.not_a_file(path.name)
    if status.st_size > limit:
        raise refusals.too_large(f"{limit // (1024 * 1024)} MB")
    if not os.access(path, os.R_OK):
        raise refusals.no_permission(path.name)
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise refusals.too_large(f"{limit // (1024 * 1024)} MB")
    return data
