"""Writing the files of ``minutes-nlp report``, each whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from minutes_nlp.cli.writing import write_whole
from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text

_OURS: Final = re.compile(r"unit-\d{4,}\.html|units-\d{3,}\.html")


def write_file(target: Path, data: bytes) -> None:
    """Write ``data`` to ``target`` in one step.

    Raises:
        UsageError: the place cannot be written.
    """
    with _writing(target):
        write_whole(data, target)


def write_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> int:
    """Write pages into a folder, which is made, and return how many.

    Pages of cells that an earlier report left there and this one does not have are removed.

    Raises:
        UsageError: the place cannot be written.
    """
    written: set[str] = set()
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages:
            write_whole(text.encode(errors="replace"), folder / name)
            written.add(name)
        for old in folder.iterdir():
            if _OURS.fullmatch(old.name) and old.name not in written:
                old.unlink()
    return len(written)


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            Text(
                f"Không ghi được {place} ({reason}); hãy chọn chỗ khác.",
                f"Cannot write {place} ({reason}); choose another place.",
            )
        ) from error
