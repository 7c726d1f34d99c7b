"""The keeper: a small process that has the readers loaded and gives every file a child.

Started afresh by the caller, never forked from it, with a single thread; so a fork of the
keeper is cheap and safe, and no file sees another file's memory.  It reads requests from
standard input and answers on standard output.  When standard input ends, because the caller is
done or dead, it kills what is running and goes away.
"""

from __future__ import annotations

import gc
import importlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from minutes_nlp.readers.sandbox.caller import Caller, write_all
from minutes_nlp.readers.sandbox.folder import remove_tree
from minutes_nlp.readers.sandbox.linux import (
    adopt_orphans,
    die_with_parent,
    forgo_privileges,
    leave_network,
)
from minutes_nlp.readers.sandbox.wire import Request
from minutes_nlp.readers.sandbox.worker import Skills, work

_MOST_DESCRIPTORS: Final = 4096


def main(arguments: Sequence[str]) -> None:
    """Serve files until the caller is gone.

    Args:
        arguments: the folder for temporary files, which is removed in the end; the function
            that reads a file, as ``module:name``; the one that draws a page; and ``fork`` where
            processes can fork.  Without it this process itself serves one request.
    """
    base, targets, forks = Path(arguments[0]), arguments[1:3], "fork" in arguments[3:]
    caller = Caller()
    try:
        adopt_orphans()
        forgo_privileges()
        leave_network()
        skills = Skills(*map(_load, targets))
        if forks:
            _warm_up(targets[0])
            gc.collect()
            gc.freeze()  # keeps pages that hold no garbage shared with the children
        while (request := caller.next_request()) is not None:
            folder = Path(tempfile.mkdtemp(dir=base))
            if not forks:
                work(request, folder, caller.send, skills)
                break
            if not _serve(request, folder, skills, caller):
                break
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # the caller is gone
    finally:
        remove_tree(base)


def _load(target: str) -> Any:
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def _warm_up(target: str) -> None:
    """Call ``warm_up`` of the module that reads, where it has one: files are read by its forks."""
    module = importlib.import_module(target.partition(":")[0])
    getattr(module, "warm_up", lambda: None)()


def _serve(request: Request, folder: Path, skills: Skills, caller: Caller) -> bool:
    """Have one request served and answer; whether the caller is still there."""
    from minutes_nlp.readers.sandbox.watch import Watch

    out, back = os.pipe()
    worker = os.fork()
    if worker == 0:
        _be_worker(request, folder, back, skills)
    os.close(back)
    try:
        answer = Watch(worker, out, folder, request.limits, caller).run()
    finally:
        os.close(out)
        remove_tree(folder)
    if answer is not None:
        caller.send(answer)
    return answer is not None


def _be_worker(request: Request, folder: Path, back: int, skills: Skills) -> None:
    """Leave the keeper's pipes and work; never returns."""
    status = 1
    try:
        os.setsid()
        die_with_parent()
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        os.closerange(3, back)
        os.closerange(back + 1, _MOST_DESCRIPTORS)
        work(request, folder, lambda frame: write_all(back, frame), skills)
        status = 0
    finally:
        os._exit(status)
