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


def _take(stream: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
