"""The keeper's side of the pipes to its caller."""

from __future__ import annotations

import os
import select
import sys
from typing import Final

from minutes_nlp.readers.sandbox.strict_json import decode
from minutes_nlp.readers.sandbox.wire import Frame, FrameReader, Request

_PIECE: Final = 1 << 16
_LOOK_SECONDS: Final = 5.0


class Caller:
    """Whoever started this process: requests come from it, frames go to it."""

    def __init__(self) -> None:
        self.inlet: Final = 0
        # A module that prints must not come between the frames.
        self._outlet: Final = os.dup(1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        self._process: Final = os.getppid()

    def next_request(self) -> Request | None:
        """Wait for a request; ``None`` when the caller is gone."""
        frames = FrameReader()
        while self._wait() and (piece := os.read(self.inlet, _PIECE)):
            for frame in frames.feed(piece):
                return decode(Request, frame.payload)
        return None

    def is_dead(self) -> bool:
        """Whether the caller has ended.

        Its end of the pipe tells too, unless a process that it forked has kept it open.
        """
        return os.getppid() != self._process

    def send(self, frame: Frame) -> None:
        """Send a whole frame, however long the caller takes."""
        write_all(self._outlet, frame)

    def tell(self, frame: Frame) -> None:
        """Send a short frame if the caller's pipe has room, else drop it: nobody waits for it."""
        short = len(frame.payload) < select.PIPE_BUF // 2
        if short and select.select([], [self._outlet], [], 0)[1]:
            write_all(self._outlet, frame)

    def _wait(self) -> bool:
        if sys.platform != "win32":  # there select knows no pipes
            while not select.select([self.inlet], [], [], _LOOK_SECONDS)[0]:
                if self.is_dead():
                    return False
        return True


def write_all(descriptor: int, frame: Frame) -> None:
    """Write a whole frame to a pipe."""
    rest = memoryview(frame.packed())
    while rest:
        rest = rest[os.write(descriptor, rest) :]
