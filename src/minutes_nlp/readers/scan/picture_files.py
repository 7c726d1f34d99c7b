"""Which files make up a document of pictures, and in what order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sniffing import picture_type

_NUMBER: Final = re.compile(r"(\d{1,15})")
_HEAD: Final = 16


def pictures_in(folder: Path, limits: Limits) -> list[Path]:
    """Return the pictures that lie in a folder in page order: "trang 2" before "trang 10".

    Hidden files and folders inside are passed over, and whatever is no picture.

    Raises:
        UnreadableInputError: there is no picture, or the folder cannot be read, or it holds
            too many files.
    """
    try:
        files = [file for file in folder.iterdir() if _is_candidate(file)]
        if len(files) > 10 * limits.images:
            raise refusals.too_many_images(limits.images)
        pictures = [file for file in files if picture_type(head_of(file)) is not None]
    except PermissionError as error:
        raise refusals.no_permission(folder.name) from error
    except OSError as error:
        raise refusals.failed_to_open(folder.name) from error
    if not pictures:
        raise refusals.no_pictures(folder.name)
    return in_page_order(pictures)


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder; a name that no disk can hold is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def in_page_order(files: Sequence[Path]) -> list[Path]:
    """Return ``files`` sorted by name, numbers in names by value and letters without case."""
    return sorted(files, key=lambda file: (_key(file.stem), file.name))


def _key(name: str) -> list[tuple[int, int, str]]:
    parts = _NUMBER.split(unicodedata.normalize("NFC", name).casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def _is_candidate(file: Path) -> bool:
    return not file.name.startswith(".") and file.is_file()


def head_of(file: Path) -> bytes:
    """Return the first bytes of a file, enough to tell the type of a picture."""
    with file.open("rb") as stream:
        return stream.read(_HEAD)
