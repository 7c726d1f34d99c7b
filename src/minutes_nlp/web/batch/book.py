"""An open store: its list, kept up to date, and the files that it lets be opened."""

from __future__ import annotations

import os
import threading
from enum import StrEnum
from pathlib import Path
from typing import Final

from minutes_nlp.bulk.store import HEADER, open_store
from minutes_nlp.bulk.store_errors import no_store
from minutes_nlp.bulk.store_lock import check_free, is_in_use
from minutes_nlp.web.batch.listing import Listing
from minutes_nlp.web.batch.searched import SearchedFolder


class Condition(StrEnum):
    """What may be odd about a list."""

    GOOD = "good"
    BEING_WRITTEN = "being_written"  # the list is the one from before
    HALF_WRITTEN = "half_written"  # a run was cut short


_PENDING: Final = "pending"
_Stamp = tuple[int, tuple[str, ...]]


class Book:
    """A store that is looked at.  Safe to use from any thread; nothing is ever written to it.

    Args:
        folder: the store.
        searched: where the searched folder is now; by default where the store has it.

    Raises:
        StoreError: it is no store, is in use, of another version, or damaged.
        MissingProgramError: the extra ``bulk`` is not installed.
    """

    def __init__(self, folder: Path, searched: Path | None = None) -> None:
        self._store = open_store(folder)
        root = self._store.header.get("root")
        if not isinstance(root, str):
            raise no_store(folder)
        check_free(folder)
        self.searched = SearchedFolder(searched or Path(root))
        self._lock = threading.Lock()
        self._stamp = self._now()
        self._listing = self._read()

    @property
    def name(self) -> str:
        """What to call the store."""
        return self._store.folder.absolute().name

    def listing(self) -> tuple[Listing, Condition]:
        """Return the list as the store is now, and what may be odd about it.

        Raises:
            StoreError: the store was damaged or taken away meanwhile.
        """
        with self._lock:
            if is_in_use(self._store.folder):
                return self._listing, Condition.BEING_WRITTEN
            stamp = self._now()
            if stamp != self._stamp:
                self._listing = self._read()
                self._stamp = stamp
            odd = Condition.HALF_WRITTEN if stamp[1] else Condition.GOOD
            return self._listing, odd

    def _read(self) -> Listing:
        try:
            return Listing(self._store)
        except OSError as error:
            raise no_store(self._store.folder) from error

    def _now(self) -> _Stamp:
        """Return what changes whenever a run writes: parts are renamed into their folder."""
        folder = self._store.folder
        try:
            pending = tuple(sorted(os.listdir(folder / _PENDING)))  # noqa: PTH208
            return (folder / "files").stat().st_mtime_ns, pending
        except OSError as error:
            raise no_store(folder) from error


def is_store(folder: Path) -> bool:
    """Tell whether a folder is, or was, a store; it may still be damaged."""
    return os.path.exists(folder / HEADER)  # noqa: PTH110  (raises nothing)
