"""One run at a time writes to a store; the system lets go of the lock of a killed run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from minutes_nlp.bulk.store_errors import cannot_write, in_use


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a store.

    Raises:
        StoreError: another run holds it.
    """
    try:
        stream = (folder / "lock").open("a+b")
    except OSError as error:
        raise cannot_write(folder, error) from error
    with stream:
        try:
            _take(stream)
        except OSError as error:
            raise in_use(folder) from error
        yield


def is_in_use(folder: Path) -> bool:
    """Tell whether a run holds the lock; nothing is written, so the store may be read-only."""
    try:
        with (folder / "lock").open("rb") as stream:
            try:
                _take(stream, shared=True)
            except OSError:
                return True
    except OSError:
        return False
    return False


def check_free(folder: Path) -> None:
    """Do nothing, unless a run holds the lock.

    Raises:
        StoreError: a run holds it.
    """
    if is_in_use(folder):
        raise in_use(folder)


def _take(stream: IO[bytes], *, shared: bool = False) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX  # those who only ask may ask together
        fcntl.flock(stream.fileno(), kind | fcntl.LOCK_NB)
