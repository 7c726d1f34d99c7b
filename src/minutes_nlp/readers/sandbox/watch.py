"""The keeper's watch over one child: time, memory, output, and that nothing of it is left."""

from __future__ import annotations

import os
import select
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox import limit_errors
from minutes_nlp.readers.sandbox.caller import Caller
from minutes_nlp.readers.sandbox.clock import Clock
from minutes_nlp.readers.sandbox.folder import bytes_in
from minutes_nlp.readers.sandbox.linux import descendants
from minutes_nlp.readers.sandbox.progress import Stage
from minutes_nlp.readers.sandbox.strict_json import decode
from minutes_nlp.readers.sandbox.wire import (
    DOCUMENT,
    FAILURE,
    PICTURE,
    STAGE,
    Frame,
    FrameReader,
    failure_frame,
)

_PIECE: Final = 1 << 16
_SHORTEST_ROUND: Final = 0.05
_SHARE_OF_WATCHING: Final = 0.05  # of one core, however many processes the machine has
_DEATH_SECONDS: Final = 1.0  # for a worker that has closed its pipe


class Watch:
    """Reads what a worker sends and ends it when it goes over a limit."""

    def __init__(self, worker: int, out: int, folder: Path, limits: Limits, caller: Caller) -> None:
        self._worker, self._out, self._folder, self._limits = worker, out, folder, limits
        self._caller = caller
        self._clock = Clock(limits, time.monotonic())
        self._frames = FrameReader()
        self._answer: Frame | None = None
        self._status: int | None = None

    def run(self) -> Frame | None:
        """Return the answer when nothing of the worker is left; ``None``: the caller is gone."""
        try:
            gone = not self._until_answered()
        except MinutesNlpError as error:
            gone, self._answer = False, failure_frame(error)
        finally:
            self._kill_all()
        if gone:
            return None
        return self._answer or failure_frame(self._death())

    def _until_answered(self) -> bool:
        """Watch until there is an answer or the worker is dead; whether the caller is there."""
        next_round = time.monotonic() + _SHORTEST_ROUND
        while self._answer is None:
            now = time.monotonic()
            left = self._clock.left(now)
            if left <= 0:
                raise limit_errors.time_exceeded(self._limits, self._clock.setting(now))
            wait = max(0.0, min(left, next_round - now))
            ready, _, _ = select.select([self._out, self._caller.inlet], [], [], wait)
            if self._caller.inlet in ready:
                return False
            if self._out in ready and not self._take_in():
                self._await_death()
                return True
            if time.monotonic() >= next_round:
                began = time.monotonic()
                if self._caller.is_dead():
                    return False
                if not self._look_around():
                    self._drain()
                    return True
                took = time.monotonic() - began
                next_round = began + max(_SHORTEST_ROUND, took / _SHARE_OF_WATCHING)
        return True

    def _take_in(self) -> bool:
        """Read what has come; whether more can come."""
        piece = os.read(self._out, _PIECE)
        for frame in self._frames.feed(piece):
            if frame.kind == STAGE:
                self._enter(frame)
            elif frame.kind in (DOCUMENT, PICTURE, FAILURE) and self._answer is None:
                self._answer = frame
        # The same allowance as the worker keeps to, and the frame around it.
        if self._frames.pending > self._limits.result_bytes + 1024:
            raise limit_errors.result_exceeded(self._limits)
        return bool(piece)

    def _drain(self) -> None:
        """Read what a dead worker had sent; a process that it left may hold the pipe open."""
        while select.select([self._out], [], [], 0)[0] and self._take_in():
            pass

    def _enter(self, frame: Frame) -> None:
        try:
            stage = decode(Stage, frame.payload)
        except ValueError:
            raise limit_errors.crashed("stage") from None
        self._clock.enter(stage, time.monotonic())
        self._caller.tell(frame)

    def _look_around(self) -> bool:
        """Hold memory, processes and temporary files to their limits; whether the worker lives."""
        living = descendants(os.getpid())
        # Pages that forks share count for each of them: too many forks are told as such.
        if len(living) > self._limits.processes:
            raise limit_errors.processes_exceeded(self._limits)
        if sum(living.values()) > self._limits.memory_bytes:
            raise limit_errors.memory_exceeded(self._limits)
        if bytes_in(self._folder) > self._limits.written_bytes:
            raise limit_errors.written_exceeded(self._limits)
        self._reap()
        return self._status is None

    def _death(self) -> MinutesNlpError:
        """Return what a worker died of that sent no answer."""
        code = os.waitstatus_to_exitcode(self._status or 0)
        if -code == signal.SIGXCPU:
            return limit_errors.time_exceeded(self._limits, "cpu_seconds")
        if -code == signal.SIGXFSZ:
            return limit_errors.written_exceeded(self._limits)
        return limit_errors.crashed(signal.Signals(-code).name if code < 0 else f"exit {code}")

    def _reap(self) -> bool:
        """Collect the dead; whether any child is left."""
        try:
            while True:
                process, status = os.waitpid(-1, os.WNOHANG)
                if process == 0:
                    return True
                if process == self._worker:
                    self._status = status
        except ChildProcessError:
            return False

    def _await_death(self) -> None:
        """Give a worker that closed its pipe time to end: how it ended tells most."""
        deadline = time.monotonic() + min(_DEATH_SECONDS, self._clock.left(time.monotonic()))
        while self._reap() and self._status is None and time.monotonic() < deadline:
            time.sleep(0.001)

    def _kill_all(self) -> None:
        if self._status is None:
            self._kill(self._worker)
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._worker, signal.SIGKILL)
            self._status = os.waitpid(self._worker, 0)[1]
        # What left the group: the keeper has adopted it, and a new one shows up in the next round.
        while self._reap():
            for process in descendants(os.getpid()):
                self._kill(process)
            time.sleep(0.0005)

    @staticmethod
    def _kill(process: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
