"""One writer at a time to the reviews of a folder; the system lets go of a killed writer's lock."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PATIENCE: Final = 5.0  # seconds; a writer holds the lock for as long as a file takes to be stored


@contextmanager
def folder_locked(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder`` where the file system knows locks of folders.

    It closes the moment between comparing what is stored and replacing it.  Network drives and
    Windows know no such lock; there the comparison alone must do.

    Raises:
        TimeoutError: another writer did not let go of it.
        OSError: the folder cannot be opened.
    """
    if sys.platform == "win32":
        yield
    else:
        import fcntl
        import os

        folder_descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            give_up = time.monotonic() + _PATIENCE
            while True:
                try:
                    fcntl.flock(folder_descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError as error:
                    if time.monotonic() > give_up:
                        raise TimeoutError from error
                    time.sleep(0.01)
                except OSError:
                    break
                else:
                    break
            yield
        finally:
            os.close(folder_descriptor)
