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
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.model.document import Document
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox import limit_errors
from minutes_nlp.readers.sandbox.process import CAN_FORK, READ_DOCUMENT, Keeper
from minutes_nlp.readers.sandbox.progress import Progress
from minutes_nlp.readers.sandbox.strict_json import decode
from minutes_nlp.readers.sandbox.wire import DOCUMENT, FAILURE, Failure, Frame, error_of

_MOST_IDLE: Final = 4


class Reading:
    """A file that is being read in the sandbox.

    Use it in a ``with`` block, which ends the reading when it is left early.
    """

    def __init__(self, sandbox: Sandbox, paths: Sequence[Path], limits: Limits) -> None:
        self._sandbox, self._limits = sandbox, limits
        self._keeper: Keeper | None = None
        self._keeper = sandbox.ask(paths, limits)

    def result(self, progress: Progress | None = None) -> Document:
        """Wait for the document; call once.

        Args:
            progress: is called, in this thread, with the stages that the reader reports.

        Raises:
            UnreadableInputError: the file cannot be read, is over a limit
                (:class:`.LimitExceededError`) or broke its reader (:class:`.ReaderCrashError`).
            MissingProgramError: it needs a program that is not installed.
        """
        keeper = self._keeper
        if keeper is None:
            raise RuntimeError("the reading has ended")
        try:
            frame = keeper.answer(self._limits, progress)
            if frame is None:
                raise limit_errors.crashed("keeper")
        except BaseException:
            self.cancel()
            raise
        self._keeper = None
        self._sandbox.give_back(keeper)
        return _document(frame)

    def cancel(self) -> None:
        """End the reading and all its processes, unless there is a result already."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.close()

    def break_off(self) -> None:
        """End the reading from another thread than the one that waits for its result.

        There it fails like any reader that crashed.
        """
        keeper = self._keeper
        if keeper is not None:
            keeper.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cancel()

    def __del__(self) -> None:
        if self._keeper is not None:
            self._keeper.abandon()


def _document(frame: Frame) -> Document:
    try:
        if frame.kind == DOCUMENT:
            return decode(Document, frame.payload)
        if frame.kind == FAILURE:
            error = error_of(decode(Failure, frame.payload))
        else:
            raise ValueError("an unknown frame")
    except ValueError as broken:
        # What the reader sent is no document: it does not matter what it is.
        raise limit_errors.crashed("answer") from broken
    raise error


class Sandbox:
    """Keepers for any number of threads.

    Args:
        target: the function that reads a file, as ``module:name``.  This is where tests put
            readers that misbehave; the program itself has but one.
        forks: whether keepers fork a child for each file, as they do where the system can.
    """

    def __init__(self, target: str = READ_DOCUMENT, *, forks: bool = CAN_FORK) -> None:
        self._target, self._forks = target, forks
        self._lock = threading.Lock()
        self._idle: list[Keeper] = []
        self._all: weakref.WeakSet[Keeper] = weakref.WeakSet()
        if hasattr(os, "register_at_fork"):
            reference = weakref.WeakMethod(self._forget_in_child)
            os.register_at_fork(after_in_child=lambda: (call := reference()) and call())

    def start(self, path: Path | Sequence[Path], limits: Limits) -> Reading:
        """Begin to read the file at ``path``, or several pictures as one document."""
        return Reading(self, (path,) if isinstance(path, Path) else path, limits)

    def warm_up(self) -> None:
        """Start a keeper if none is idle, so that the first file need not wait for it."""
        # What goes wrong here goes wrong again with the file, which is where it is told.
        with self._lock, suppress(UnreadableInputError):
            if not self._idle:
                self._idle.append(self._new())

    def ask(self, paths: Sequence[Path], limits: Limits) -> Keeper:
        """Return a keeper that has begun to read."""
        while True:
            with self._lock:
                keeper = self._idle.pop() if self._idle else None
            known = keeper is not None
            keeper = keeper or self._new()
            try:
                keeper.ask(paths, limits)
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
        keeper = Keeper(self._target, forks=self._forks)
        self._all.add(keeper)
        return keeper

    def _forget_in_child(self) -> None:
        # A forked process must neither talk to its parent's keepers nor keep them alive.
        for keeper in list(self._all):
            keeper.disown()
        self._lock = threading.Lock()
        self._idle.clear()
        self._all.clear()


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
        UnreadableInputError, MissingProgramError: see :meth:`Reading.result`.
    """
    with start_reading(path, limits) as reading:
        return reading.result(progress)
