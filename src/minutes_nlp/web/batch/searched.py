"""The folder whose files a store records: where they are, and never anything outside it."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path
from typing import Final

REVIEW_SUFFIX: Final = ".review.json"
"""Decisions about ``x.docx`` are kept in ``x.docx.review.json`` beside it."""
_NOT_IN_NAMES: Final = re.compile(r"[\0]" if os.name == "posix" else r'[\0-\x1f\\:*?"<>|]')


class Presence(StrEnum):
    """Whether a file of the store is still there."""

    THERE = "there"
    GONE = "gone"  # moved, renamed, deleted, or no file
    CHANGED = "changed"
    OUTSIDE = "outside"  # its path, or a link on it, leads out of the folder


class SearchedFolder:
    """The folder.

    Attributes:
        root: its real path.
    """

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))
        self._inside: dict[str, str | None] = {}

    @property
    def is_there(self) -> bool:
        """Whether the folder can be found at all."""
        return self.root.is_dir()

    def place(self, path: str) -> Path | None:
        """Return where the input ``path`` of the store is; ``None``: not inside the folder.

        A store may come from anywhere, so its paths are not believed.
        """
        place = self._written(path)
        if place is None or not self._is_inside(place):
            return None
        return place

    def presence(self, path: str, size: int | None) -> Presence:
        """Tell whether the input is where the store has it, by its place and size alone."""
        place = self.place(path)
        if place is None:
            return Presence.OUTSIDE
        try:
            found = place.stat().st_size if place.is_file() else None
        except OSError:
            found = None
        if found is None:
            return Presence.GONE
        return Presence.THERE if size in (None, found) else Presence.CHANGED

    def is_reviewed(self, path: str) -> bool:
        """Tell whether decisions about the input are kept beside it."""
        # A list may ask for every file of a store: the folder is looked at once, and no more is
        # done for a file than to ask whether another is beside it.
        folder, _, name = path.rpartition("/")
        if folder not in self._inside:
            place = self._written(folder) if folder else self.root
            self._inside[folder] = str(place) if place and self._is_inside(place) else None
        inside = self._inside[folder]
        if inside is None or not name or _NOT_IN_NAMES.search(name):
            return False
        return os.path.isfile(f"{inside}{os.sep}{name}{REVIEW_SUFFIX}")  # noqa: PTH113

    def _written(self, path: str) -> Path | None:
        parts = path.split("/")
        if any(part in ("", ".", "..") or _NOT_IN_NAMES.search(part) for part in parts):
            return None
        return self.root.joinpath(*parts)

    def _is_inside(self, place: Path) -> bool:
        return Path(os.path.realpath(place)).is_relative_to(self.root)
