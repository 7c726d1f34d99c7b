"""Which of the paths of a call are files, and which is a store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.scan.picture_files import is_folder, pictures_in
from minutes_nlp.web.batch import errors
from minutes_nlp.web.batch.book import is_store


def split(
    paths: Sequence[Path], folder: Path | None, limits: Limits
) -> tuple[tuple[Path, ...], Path | None]:
    """Return the documents among ``paths``, and the store if there is one.

    Args:
        paths: files, folders with the pictures of one document's pages, at most one store.
        folder: where the searched folder of the store is now.
        limits: of reading.

    Raises:
        UsageError: a folder is nothing of these, there are several stores, or ``folder`` is wrong.
    """
    stores = [path for path in paths if is_folder(path) and is_store(path)]
    documents = tuple(path for path in paths if path not in stores)
    for path in documents:
        if is_folder(path) and not _is_document(path, limits):
            raise errors.neither(path)
    if len(stores) > 1:
        raise errors.several_stores()
    if folder is not None:
        if not stores:
            raise errors.folder_without_store()
        if not is_folder(folder):
            raise errors.no_such_folder(folder)
    return documents, stores[0] if stores else None


def _is_document(folder: Path, limits: Limits) -> bool:
    """Tell whether a folder holds pictures of pages and nothing else that can be seen."""
    try:
        pictures = pictures_in(folder, limits)
        return pictures != [] and len(pictures) == sum(1 for _ in folder.glob("[!.]*"))
    except (MinutesNlpError, OSError):
        return False
