"""A run that is killed at its n-th step on the disk; ``python -m`` runs one with workers."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from minutes_nlp.bulk.engine import Order
from minutes_nlp.bulk.journal import Journal
from minutes_nlp.bulk.process_pool import ProcessPool
from minutes_nlp.bulk.run import run_bulk
from minutes_nlp.bulk.serial import Serial
from minutes_nlp.settings import Settings
from tests.bulk.stub_examiner import STUB

STEPS = (
    *((Path, name) for name in ("replace", "unlink", "touch", "mkdir", "write_text")),
    (os, "fsync"),
    (Journal, "add"),
)


def run_until_killed(
    root: Path,
    store: Path,
    step: int,
    settings: Settings,
    steps: Iterable[tuple[Any, str]] = STEPS,
) -> bool:
    """Run in a forked process that is killed with SIGKILL before step ``step`` on the disk.

    Returns:
        Whether it was killed; else the run ended before.
    """
    child = os.fork()
    if child == 0:
        try:
            _kill_at(step, steps)
            run_bulk(root, store, lambda: Serial(Order(settings, examiner=STUB)))
            os._exit(0)
        except BaseException:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the run failed"
    return False


def _kill_at(step: int, steps: Iterable[tuple[Any, str]]) -> None:
    left = step

    def counting(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **extra: Any) -> Any:
            nonlocal left
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **extra)

        return counted

    for home, name in steps:
        setattr(home, name, counting(getattr(home, name)))


if __name__ == "__main__":
    run_bulk(Path(sys.argv[1]), Path(sys.argv[2]), lambda: ProcessPool(Order(examiner=STUB), 2))
