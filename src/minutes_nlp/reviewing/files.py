"""Where a review is stored: ``<file name>.review.json`` beside the file, whole or not at all."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from minutes_nlp.reviewing.errors import (
    another_document,
    changed_meanwhile,
    unreadable,
    unwritable,
)
from minutes_nlp.reviewing.locking import folder_locked
from minutes_nlp.reviewing.model import Review, ReviewSource, new_review
from minutes_nlp.reviewing.schema import LARGEST, parse_review, render_review


@dataclass(frozen=True, slots=True)
class Stored:
    """A review as it is stored.

    ``version`` is the SHA-256 of the stored bytes, ``None`` where no file is there yet: who saves
    names the version that was read, so that no one's decisions are written over unseen.
    """

    review: Review
    version: str | None


def review_path(document: Path) -> Path:
    """Return where the review of the file ``document`` is stored."""
    return document.with_name(f"{document.name}.review.json")


def load(path: Path, source: ReviewSource) -> Stored:
    """Return the review of ``source`` stored at ``path``; an empty one where there is no file.

    Raises:
        AnotherDocumentError: it is of another text; :func:`read_stored` gives it all the same.
        ReviewError: it cannot be read or understood.
    """
    stored = read_stored(path)
    if stored is None:
        return Stored(new_review(source), None)
    if stored.review.source.sha256 != source.sha256:
        raise another_document(path.name, stored.review.source.name)
    return stored


def read_stored(path: Path) -> Stored | None:
    """Return the review stored at ``path``, of whichever document; ``None`` if there is no file.

    Raises:
        ReviewError: it cannot be read or understood.
    """
    data = _bytes_at(path)
    if data is None:
        return None
    return Stored(parse_review(data, path.name), sha256(data).hexdigest())


def save(review: Review, path: Path, version: str | None) -> str:
    """Store ``review`` in place of the ``version`` that was loaded, and return the new version.

    Raises:
        ReviewChangedError: another version is stored now.
        AnotherDocumentError: what is stored is of another text that ``review`` does not carry on.
        ReviewError: what is stored cannot be understood, or the place cannot be written.
    """
    data = render_review(review)
    try:
        with folder_locked(path.parent):
            _check_stored(review, path, version)
            _write_whole(data, path)
    except OSError as error:
        raise unwritable(path, error) from error
    return sha256(data).hexdigest()


def _check_stored(review: Review, path: Path, version: str | None) -> None:
    stored = read_stored(path)
    if (stored.version if stored else None) != version:
        raise changed_meanwhile(path.name)
    if stored is not None:
        known = {one.sha256 for one in (review.source, *review.earlier)}
        if stored.review.source.sha256 not in known:
            raise another_document(path.name, stored.review.source.name)


def _bytes_at(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error


def _write_whole(data: bytes, path: Path) -> None:
    """Write to a name of its own first and rename, so that a crash leaves the old or the new."""
    place = Path(os.path.realpath(path))
    part = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if place.exists():
            part.chmod(place.stat().st_mode & 0o777)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    _settle(place.parent)


def _settle(folder: Path) -> None:
    """Ask the disk to keep the new name; where folders cannot be opened, that is its own affair."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
