"""Read files in child processes that have limits, no network and a folder of their own.

:func:`start_reading` returns at once, so that the caller can do something else meanwhile;
:func:`read_in_sandbox` waits.  Both may be called from any thread.  A few idle keepers (see
:mod:`minutes_nlp.readers.sandbox.keeper`) wait for the next file; they go when this process does.
"""

from __future__ import annotations

import atexit
import os
import threading
import weakref
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.document import Document
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.picture import MOST_BYTES, PagePicture, PageView
from minutes_nlp.readers.sandbox import limit_errors
from minutes_nlp.readers.sandbox.errand import Errand
from minutes_nlp.readers.sandbox.process import CAN_FORK, DRAW_PAGE, READ_DOCUMENT, Keeper
from minutes_nlp.readers.sandbox.progress import Progress
from minutes_nlp.readers.sandbox.wire import DOCUMENT, PICTURE, Request

_MOST_IDLE: Final = 4


Reading = Errand[Document]
"""A file that is being read in the sandbox."""


class Sandbox:
    """Keepers for any number of threads.

    Args:
        read: the function that reads a file, as ``module:name``.  This is where tests put
            readers that misbehave; the program itself has but one.
        draw: the function that draws a page, likewise.
        forks: whether keepers fork a child for each request, as they do where the system can.
    """

    def __init__(
        self, read: str = READ_DOCUMENT, draw: str = DRAW_PAGE, *, forks: bool = CAN_FORK
    ) -> None:
        self._targets, self._forks = (read, draw), forks
        self._lock = threading.Lock()
        self._idle: list[Keeper] = []
        self._all: weakref.WeakSet[Keeper] = weakref.WeakSet()
        if hasattr(os, "register_at_fork"):
            reference = weakref.WeakMethod(self._forget_in_child)
            os.register_at_fork(after_in_child=lambda: (call := reference()) and call())

    def start(self, path: Path | Sequence[Path], limits: Limits) -> Reading:
        """Begin to read the file at ``path``, or several pictures as one document."""
        return Errand(self, Request.of(_several(path), limits), DOCUMENT, Document)

    def start_drawing(
        self, path: Path | Sequence[Path], view: PageView, limits: Limits
    ) -> Errand[PagePicture]:
        """Begin to draw one page of what may be read from ``path``."""
        # A taken-over child gains nothing by sending more than a picture may have in base 64.
        limits = replace(limits, result_bytes=min(limits.result_bytes, 2 * MOST_BYTES))
        return Errand(self, Request.of(_several(path), limits, view), PICTURE, PagePicture)

    def warm_up(self) -> None:
        """Start a keeper if none is idle, so that the first file need not wait for it."""
        # What goes wrong here goes wrong again with the file, which is where it is told.
        with self._lock, suppress(UnreadableInputError):
            if not self._idle:
                self._idle.append(self._new())

    def ask(self, request: Request) -> Keeper:
        """Return a keeper that has begun to serve a request."""
        while True:
            with self._lock:
                keeper = self._idle.pop() if self._idle else None
            known = keeper is not None
            keeper = keeper or self._new()
            try:
                keeper.ask(request)
            except OSError as error:
                keeper.close()
                if not known:  # else it died while it was idle
                    raise limit_errors.not_started(type(error).__name__) from error
            else:
                return keeper

    def give_back(self, keeper: Keeper) -> None:
        """Take a keeper back that has answered."""
        with self._lock:
            if keeper.forks and len(self._idle) < _MOST_IDLE:
                self._idle.append(keeper)
                return
        keeper.close()

    def close(self) -> None:
        """End all idle keepers; another may be started later."""
        with self._lock:
            idle, self._idle = self._idle, []
        for keeper in idle:
            keeper.abandon()
        for keeper in idle:
            keeper.close()

    def running(self) -> dict[int, Path]:
        """Return the folder for temporary files of each living keeper by its process id."""
        keepers = list(self._all)
        return {keeper.pid: keeper.folder for keeper in keepers if keeper.pid is not None}

    def _new(self) -> Keeper:
        keeper = Keeper(*self._targets, forks=self._forks)
        self._all.add(keeper)
        return keeper

    def _forget_in_child(self) -> None:
        # A forked process must neither talk to its parent's keepers nor keep them alive.
        for keeper in list(self._all):
            keeper.disown()
        self._lock = threading.Lock()
        self._idle.clear()
        self._all.clear()


def _several(path: Path | Sequence[Path]) -> Sequence[Path]:
    return (path,) if isinstance(path, Path) else path


_shared: Final = Sandbox()
atexit.register(_shared.close)


def warm_up() -> None:
    """Start what the first file will need, beside whatever this process does next."""
    _shared.warm_up()


def start_reading(
    path: Path | Sequence[Path],
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Reading:
    """Begin to read in the sandbox and return at once.

    Args:
        path: a file, a folder of pictures, or several pictures of pages in page order.
        limits: how much to take in.
    """
    return _shared.start(path, limits)


def read_in_sandbox(
    path: Path | Sequence[Path],
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    progress: Progress | None = None,
) -> Document:
    """Read the file at ``path``; gives what :func:`.base.read_document` would give.

    Raises:
        UnreadableInputError, MissingProgramError: see :meth:`.Errand.result`.
    """
    with start_reading(path, limits) as reading:
        return reading.result(progress)


def draw_in_sandbox(
    path: Path | Sequence[Path],
    view: PageView,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> PagePicture:
    """Draw one page of what :func:`read_in_sandbox` reads from ``path``.

    Raises:
        UnreadableInputError, MissingProgramError: see :meth:`.Errand.result`.
    """
    with _shared.start_drawing(path, view, limits) as drawing:
        return drawing.result()
