"""Open a file of the list: the user's own file, read anew, never one from elsewhere."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from minutes_nlp.bulk.discovery import Input, with_hash
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.model.language import Text
from minutes_nlp.web.batch import errors
from minutes_nlp.web.batch.book import Book
from minutes_nlp.web.batch.listing import Listing, Row
from minutes_nlp.web.batch.searched import Presence, SearchedFolder
from minutes_nlp.web.desk import Desk
from minutes_nlp.web.job import UNFINISHED, Job, State

_MOST_OPEN: Final = 100
"""Files of the list on the desk; each holds its text and report in memory."""
_CHANGED: Final = Text(
    "Tệp này đã được sửa sau khi lập danh sách. Kết quả dưới đây là của bản hiện nay; số liệu "
    "trong danh sách là của bản cũ.",
    "This file was changed since the list was made. What follows is about the file as it is now; "
    "the figures of the list are those of the earlier version.",
)
_LOCK: Final = threading.Lock()


def open_row(book: Book, listing: Listing, row: Row, desk: Desk, back: str) -> Job:
    """Return the job of the file of ``row``, on the desk already or from now on.

    Args:
        book: the store.
        listing: its list.
        row: of the list; of a duplicate the original is opened.
        desk: where it is opened.
        back: address of the list as it was shown.

    Raises:
        NotOpenedError: it bears a mark of secrecy, is gone, or lies outside the folder searched.
    """
    original = original_of(row, listing)
    if original["outcome"] == Outcome.REFUSED:
        raise errors.refused()
    path = original["path"]
    if path.endswith("/"):
        raise errors.unread_folder(path)
    place = _place(book.searched, path)
    sha256 = _sha256(book.searched, path, place, desk)
    with _LOCK:  # a link pressed twice opens one job
        job = _on_desk(desk, place, sha256) or desk.open((place,))
        job.back = back
        changed = sha256 and original["sha256"] and sha256 != original["sha256"]
        job.notice = _CHANGED if changed else None
        _make_room(desk, job)
    return job


def original_of(row: Row, listing: Listing) -> Row:
    """Return the row of the input that has the bytes of ``row``: mostly itself."""
    if row["outcome"] != Outcome.DUPLICATE:
        return row
    return listing.row(row["duplicate_of"] or "") or row


def _place(searched: SearchedFolder, path: str) -> Path:
    match searched.presence(path, None):
        case Presence.OUTSIDE:
            raise errors.outside()
        case Presence.GONE:
            raise errors.gone(path)
    place = searched.place(path)
    if place is None:
        raise errors.outside()
    return place


def _sha256(searched: SearchedFolder, path: str, place: Path, desk: Desk) -> str | None:
    """Return the hash of the file; of one that is too large to be read at all, ``None``."""
    try:
        if place.stat().st_size > desk.settings.limits.file_bytes:
            return None
    except OSError:
        return None
    return with_hash(Input(path), searched.root).sha256


def _on_desk(desk: Desk, place: Path, sha256: str | None) -> Job | None:
    for job in desk.jobs():
        if not job.own_file or job.paths != (place,) or job.state is State.FAILED:
            continue
        if job.document is None or job.document.source.sha256 == sha256:
            return job
    return None


def _make_room(desk: Desk, newest: Job) -> None:
    listed = [job for job in desk.jobs() if job.back and job is not newest]
    for job in listed[_MOST_OPEN - 1 :]:
        if job.state not in UNFINISHED:
            desk.remove(job)
