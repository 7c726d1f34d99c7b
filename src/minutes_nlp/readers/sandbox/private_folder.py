"""A folder that only this user can enter and that is gone when the work is done."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def private_folder() -> Iterator[Path]:
    """Make an empty folder (mode 0700) for the time of a ``with`` block.

    In the sandbox it lies inside the file's own temporary folder, which the keeper removes
    even when the reader is killed; otherwise in the system's temporary folder.
    """
    # Programs may leave read-only files; what cannot be removed here the keeper removes.
    with tempfile.TemporaryDirectory(prefix="minutes-nlp-", ignore_cleanup_errors=True) as name:
        yield Path(name)
