"""Find the inputs under a folder: every file once, whatever links and rights do."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from minutes_nlp.bulk.page_folders import Pages, judge_pictures
from minutes_nlp.errors import UnreadableInputError, UsageError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.scan.picture_files import pictures_in

_SYSTEM_FILES: Final = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
_UNREADABLE: Final = UnreadableInputError.__name__
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One input.

    Attributes:
        path: relative to the folder searched, with "/"; ends with "/" for a folder whose pictures
            are the pages of one document, and for one that could not be opened, which stands for
            whatever may lie in it.
        sha256: of its bytes, those of all pages in their order; ``None`` when they could not be
            read.
        size: bytes.
        why: why it could not be read, in Vietnamese.
        error: class of that error.
        raw: the path as the system has it, where ``path`` had to be written otherwise.
        pages: names of the pictures of a folder that is one document, in their order.
        in_doubt: whether this picture may be a page of a document that its folder holds.
    """

    path: str
    sha256: str | None = None
    size: int | None = None
    why: str | None = None
    error: str | None = None
    raw: str | None = None
    pages: tuple[str, ...] = ()
    in_doubt: bool = False

    def place(self, root: Path) -> Path:
        """Return where it is; ``root`` is the folder searched."""
        return root / (self.raw or self.path)


@dataclass(slots=True)
class Search:
    """A search of one folder; iterate over it once, in the order of paths.

    Hidden files, lock files of office programs (``~$…``), files that systems strew about and
    whatever is neither a file nor a folder are left out and counted in ``skipped``.

    Raises:
        UsageError: there is no such folder.
    """

    root: Path
    leave_out: Path | None = None
    skipped: Counter[str] = field(default_factory=Counter)
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not self.root.is_dir():
            raise UsageError(
                Text(
                    f"Không có thư mục {self.root}; hãy kiểm tra lại đường dẫn.",
                    f"There is no directory {self.root}; check the path.",
                )
            )

    def __iter__(self) -> Iterator[Input]:
        names: Counter[str] = Counter()  # of the few that had to be written otherwise
        for found in self._folder(self.root, ()):
            if found.raw is None and "\\" not in found.path:
                yield found
                continue
            names[found.path] += 1
            if names[found.path] > 1:  # names in other encodings than UTF-8 may look alike
                raw = found.raw or found.path
                found = replace(found, path=f"{found.path}~{names[found.path]}", raw=raw)
            yield found

    def _folder(self, folder: Path, parts: tuple[str, ...]) -> Iterator[Input]:
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in self._seen:
                self.skipped["links"] += 1
                return
            self._seen.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(folder))  # noqa: PTH208  (names alone are wanted)
        except OSError as error:
            why = f"Không mở được thư mục này ({error.strerror}); các tệp bên trong chưa được đọc."
            yield _input(parts, "/", why=why, error=_UNREADABLE)
            return
        pages = self._pages(folder, names)
        if not parts and pages is Pages.ONE_DOCUMENT:
            pages = Pages.IN_DOUBT  # what is searched has no path of its own
        if pages is Pages.ONE_DOCUMENT and (pictures := _pictures(folder, names)):
            self.skipped["hidden"] += sum(map(_is_left_out, names))
            yield replace(_input(parts, "/"), pages=pictures)
            return
        for name in names:
            for found in self._entry(folder / name, (*parts, name)):
                yield replace(found, in_doubt=True) if pages is Pages.IN_DOUBT else found

    def _pages(self, folder: Path, names: list[str]) -> Pages:
        """Judge the pictures of a folder; one that holds other folders or links is no document."""
        shown = [name for name in names if not _is_left_out(name)]
        pages = judge_pictures(shown)
        if pages is not Pages.APART and not all(_is_plain_file(folder / name) for name in shown):
            return Pages.APART
        return pages

    def _entry(self, place: Path, parts: tuple[str, ...]) -> Iterator[Input]:
        name = parts[-1]
        if _is_left_out(name):
            self.skipped["hidden"] += 1
            return
        try:
            mode = place.stat().st_mode
        except OSError as error:
            yield _input(parts, why=_cannot_read(error), error=_UNREADABLE)
            return
        if stat.S_ISDIR(mode):
            if self.leave_out is None or not _is_same(place, self.leave_out):
                yield from self._folder(place, parts)
        elif stat.S_ISREG(mode):
            yield _input(parts)
        else:
            self.skipped["special"] += 1


def _input(
    parts: tuple[str, ...], end: str = "", why: str | None = None, error: str | None = None
) -> Input:
    raw, path = "/".join(parts) + end, "/".join(map(_shown, parts)) + end
    return Input(path, why=why, error=error, raw=None if raw == path else raw)


def _is_left_out(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM_FILES


def _is_plain_file(place: Path) -> bool:
    try:
        return stat.S_ISREG(place.lstat().st_mode)
    except OSError:
        return False


def _pictures(folder: Path, names: list[str]) -> tuple[str, ...]:
    """Return the pictures of a folder in page order; none when a file is no picture at all."""
    try:
        pictures = tuple(file.name for file in pictures_in(folder, Limits()))
    except UnreadableInputError:
        return ()
    shown = {name for name in names if not _is_left_out(name)}
    return pictures if set(pictures) == shown else ()


def with_hash(found: Input, root: Path) -> Input:
    """Return ``found`` with the hash of its bytes, or with the reason why they cannot be read."""
    if found.error is not None:
        return found
    digest, size = hashlib.sha256(), 0
    try:
        for part in [found.place(root) / page for page in found.pages] or [found.place(root)]:
            with part.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    digest.update(piece)
                    size += len(piece)
    except OSError as error:
        return replace(found, why=_cannot_read(error), error=_UNREADABLE)
    return replace(found, sha256=digest.hexdigest(), size=size)


def _cannot_read(error: OSError) -> str:
    return f"Không mở được tệp này ({error.strerror}); hãy kiểm tra quyền đọc và ổ đĩa."


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _shown(name: str) -> str:
    """Return a name as text: bytes that are no UTF-8 are written out in hexadecimal."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
