"""The supervisor's side of one worker: start it, ask it, look after it, end it."""

from __future__ import annotations

import base64
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, cast

from minutes_nlp.bulk.engine import Order, Task

_ONE_THREAD: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Worker:
    """A worker process; what it says goes into ``answers`` as (worker, line or ``None``)."""

    def __init__(self, order: Order, answers: queue.SimpleQueue[tuple[Worker, str | None]]) -> None:
        self.task: Task | None = None
        self.is_ready = False
        self.count = 0
        self.asked = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "minutes_nlp.bulk.worker", order.examiner],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the supervisor, who ends the workers
            text=True,
            encoding="ascii",
        )
        self._to = cast(IO[str], self._process.stdin)
        told = pickle.dumps((order.settings, order.budget.seconds))
        self._tell(base64.b64encode(told).decode())
        threading.Thread(target=self._listen, args=(answers,), daemon=True).start()

    def give(self, task: Task) -> None:
        """Have a file examined."""
        self.task, self.asked = task, time.monotonic()
        self.count += 1
        self._tell(json.dumps([os.fsencode(task.path).hex(), task.sha256]))

    def seconds(self) -> float:
        """Return for how long it has been at its task, or starting."""
        return time.monotonic() - self.asked

    def memory(self) -> int:
        """Return its resident bytes; 0 where the system does not tell."""
        try:
            told = Path(f"/proc/{self._process.pid}/statm").read_text()
        except OSError:
            return 0
        return int(told.split()[1]) * _PAGE

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> str:
        """Reap it, dead or alive, and return how it ended, in Vietnamese."""
        self._process.kill()
        code = self._process.wait()
        with suppress(OSError):  # what was still to be told is of no use to the dead
            self._to.close()
        if code < 0:
            return f"tín hiệu {signal.Signals(-code).name}"
        return f"mã kết thúc {code}"

    def _tell(self, line: str) -> None:
        with suppress(OSError):  # it is dead, and its listener says so
            self._to.write(line + "\n")
            self._to.flush()

    def _listen(self, answers: queue.SimpleQueue[tuple[Worker, str | None]]) -> None:
        stream: Any = self._process.stdout
        with stream:
            for line in stream:
                answers.put((self, line))
        answers.put((self, None))


def _environment() -> dict[str, str]:
    # One thread each: the workers themselves are what fills the processors.
    threads = dict.fromkeys(_ONE_THREAD, "1")
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, **threads, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
