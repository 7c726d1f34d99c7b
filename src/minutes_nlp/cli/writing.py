"""Writing a report so that no reader ever sees half of it."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text


def write_report(text: str, target: Path | None) -> None:
    """Write ``text`` to standard output (``None``) or to ``target``, as UTF-8.

    Raises:
        UsageError: the place cannot be written.
        BrokenPipeError: whoever read standard output has gone.
    """
    if target is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    write_file(text.encode(errors="replace"), target)


def write_file(data: bytes, target: Path) -> None:
    """Write ``data`` to ``target``, whole or not at all.

    Raises:
        UsageError: the place cannot be written.
    """
    try:
        write_whole(data, target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            Text(
                f"Không ghi được {target} ({reason}); hãy chọn --output khác.",
                f"Cannot write {target} ({reason}); choose another --output.",
            )
        ) from error


def write_whole(data: bytes, target: Path) -> None:
    """Write ``data`` to ``target`` in one step.

    Raises:
        OSError: the place cannot be written; what was there is unchanged.
    """
    place = Path(os.path.realpath(target))
    if place.exists() and not place.is_file():
        # A device or a pipe (/dev/null, /dev/stdout) must never be replaced by a file.
        place.write_bytes(data)
        return
    part = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        part.write_bytes(data)
        if place.exists():
            part.chmod(place.stat().st_mode & 0o777)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
