"""Temporary folders of the sandbox: how much is in them, and how they are surely removed."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def remove_tree(folder: Path) -> None:
    """Remove a folder whatever rights it and what is in it have; links are not followed."""
    _open_to_owner(str(folder))
    for path, names, _ in os.walk(folder):
        for name in names:
            _open_to_owner(os.path.join(path, name))  # noqa: PTH118  (plain strings, as walk gives)
    shutil.rmtree(folder, ignore_errors=True)


def _open_to_owner(folder: str) -> None:
    if not os.path.islink(folder):  # noqa: PTH114
        with suppress(OSError):
            os.chmod(folder, 0o700)  # noqa: PTH101


def bytes_in(folder: Path) -> int:
    """Return the bytes that all files under ``folder`` take on the disk."""
    size = 0
    for path, _, names in os.walk(folder):
        for name in names:
            try:
                status = os.lstat(os.path.join(path, name))  # noqa: PTH118
            except OSError:
                continue
            # A file with holes is as large as what stands in it.
            size += getattr(status, "st_blocks", status.st_size // 512) * 512
    return size
