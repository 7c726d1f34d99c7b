"""The caller's side of one keeper: start it, ask it, end it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, cast

import minutes_nlp
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox import limit_errors
from minutes_nlp.readers.sandbox.clock import Clock
from minutes_nlp.readers.sandbox.folder import remove_tree
from minutes_nlp.readers.sandbox.progress import Progress, Stage
from minutes_nlp.readers.sandbox.strict_json import decode, encode
from minutes_nlp.readers.sandbox.wire import REQUEST, STAGE, Frame, Request, read_frame

CAN_FORK: Final = hasattr(os, "fork")
READ_DOCUMENT: Final = "minutes_nlp.readers.base:read_document"
DRAW_PAGE: Final = "minutes_nlp.readers.pictures.drawing:draw_page_picture"
# The path comes as arguments: -I and -S keep the user's environment, the working folder and
# what others have put into site-packages from being run.
_START: Final = (
    "import sys; count = int(sys.argv[1]); sys.path[:] = sys.argv[2 : 2 + count]; "
    "from minutes_nlp.readers.sandbox.keeper import main; main(sys.argv[2 + count :])"
)
_PASSED_ON: Final = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX")
# One thread, so that a fork is safe; few arenas, so that memory is what it seems.
_CALM: Final = {
    **dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"),
    "MALLOC_ARENA_MAX": "2",
}
_GRACE_SECONDS: Final = 10.0


class Keeper:
    """A running keeper process; one file at a time.

    Args:
        read: the function that reads a file, as ``module:name``.  Tests name others here.
        draw: the function that draws a page.
        forks: whether it gives every request a forked child; else it serves one itself.

    Raises:
        UnreadableInputError: no process can be started.
    """

    def __init__(
        self, read: str = READ_DOCUMENT, draw: str = DRAW_PAGE, *, forks: bool = CAN_FORK
    ) -> None:
        self.forks = forks
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="minutes-nlp-"))
            self._process = self._start(read, draw)
        except OSError as error:
            raise limit_errors.not_started(error.strerror or type(error).__name__) from error
        self._to = cast(BinaryIO, self._process.stdin)
        self._from = cast(BinaryIO, self._process.stdout)

    def _start(self, *targets: str) -> subprocess.Popen[bytes]:
        ours = Path(minutes_nlp.__file__).parents[1]
        paths = [os.path.abspath(path) for path in (*sys.path, str(ours)) if path]  # noqa: PTH100
        try:
            return subprocess.Popen(
                [
                    *(sys.executable, "-I", "-S", "-X", "utf8", "-c", _START),
                    *(str(len(paths)), *paths),
                    *(str(self._folder), *targets, *(["fork"] if self.forks else [])),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(),
                cwd=self._folder,
                start_new_session=True,  # Ctrl-C is for the caller, who ends the keeper
            )
        except BaseException:
            remove_tree(self._folder)
            raise

    @property
    def folder(self) -> Path:
        """Where the temporary folders of its files are."""
        return self._folder

    @property
    def pid(self) -> int | None:
        """The process id, ``None`` when it has ended."""
        return self._process.pid if self._process.poll() is None else None

    def ask(self, request: Request) -> None:
        """Have one request served; returns at once.

        Raises:
            OSError: the keeper is dead.
        """
        self._to.write(Frame(REQUEST, encode(request)).packed())
        self._to.flush()

    def answer(self, limits: Limits, progress: Progress | None) -> Frame | None:
        """Wait for the result or failure; ``None``: the keeper died without an answer.

        Raises:
            LimitExceededError: no answer came in time, and the keeper was killed.
        """
        guard = _Guard(self._process, limits, _GRACE_SECONDS if self.forks else 0.0)
        try:
            while (frame := read_frame(self._from)) is not None and frame.kind == STAGE:
                stage = decode(Stage, frame.payload)
                guard.enter(stage)
                if progress is not None:
                    progress(stage)
        finally:
            guard.stop()
        if guard.expired is not None:
            raise limit_errors.time_exceeded(limits, guard.expired)
        return frame

    def close(self) -> None:
        """End the keeper and all that it runs, and remove its folder."""
        self.abandon()
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        finally:
            remove_tree(self._folder)

    def kill(self) -> None:
        """End it at once; whoever waits for its answer gets none.  For any thread."""
        self._process.kill()

    def abandon(self) -> None:
        """Let go of the pipes without waiting: the keeper then ends by itself."""
        for stream in (self._to, self._from):
            with suppress(OSError):  # it was dead already
                stream.close()

    def disown(self) -> None:
        """Let go of the pipes in a forked copy of the caller.

        The streams stay open, on nothing: another thread may have held their locks, and
        there is no such thread here to give them back.
        """
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (self._to, self._from):
            with suppress(ValueError):  # closed long ago
                os.dup2(null, stream.fileno(), inheritable=False)
        os.close(null)


class _Guard:
    """Kills a keeper that does not keep to the time itself.

    Where files cannot be given a forked child each, this is the only clock.
    """

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits, grace: float) -> None:
        self._process = process
        self._clock = Clock(limits, time.monotonic())
        self._grace = grace
        self.expired: str | None = None
        self._arm()

    def enter(self, stage: Stage) -> None:
        self._timer.cancel()
        self._clock.enter(stage, time.monotonic())
        self._arm()

    def stop(self) -> None:
        self._timer.cancel()

    def _arm(self) -> None:
        left = self._clock.left(time.monotonic()) + self._grace
        self._timer = threading.Timer(max(0.0, left), self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _expire(self) -> None:
        self.expired = self._clock.setting(time.monotonic())
        self._process.kill()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, **_CALM, "LC_ALL": "C.UTF-8"}
