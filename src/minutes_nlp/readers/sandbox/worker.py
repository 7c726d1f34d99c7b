"""Inside the sandbox: take on the limits, read one file, send what came of it."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.document import Document
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.picture import PagePicture, PageView
from minutes_nlp.readers.sandbox import limit_errors, programs
from minutes_nlp.readers.sandbox.linux import IS_LINUX, die_with_parent
from minutes_nlp.readers.sandbox.progress import Stage, listening
from minutes_nlp.readers.sandbox.strict_json import encode
from minutes_nlp.readers.sandbox.wire import (
    DOCUMENT,
    PICTURE,
    STAGE,
    Frame,
    Request,
    failure_frame,
)

if sys.platform != "win32":
    import resource

Read = Callable[[Path | tuple[Path, ...], Limits], Document]
Draw = Callable[[Path | tuple[Path, ...], PageView, Limits], PagePicture]
_HARD_CPU_SECONDS: Final = 24 * 3600


@dataclass(frozen=True, slots=True)
class Skills:
    """What is done with files here.

    Attributes:
        read: reads a file, as :func:`minutes_nlp.readers.base.read_document` does.
        draw: draws a page, as :func:`minutes_nlp.readers.pictures.drawing.draw_page_picture` does.
    """

    read: Read
    draw: Draw


def work(request: Request, folder: Path, send: Callable[[Frame], None], skills: Skills) -> None:
    """Do what ``request`` wants and send stages, then a document, a picture or a failure.

    Args:
        request: the file and its limits.
        folder: an empty private folder; becomes working, home and temporary folder.
        send: sends one frame to the keeper.
        skills: what reads and draws.
    """
    limits = request.limits
    _settle(folder)
    _limit_resources(limits)
    sys.addaudithook(_refuse_network)

    def tell(stage: Stage) -> None:
        if stage.page is not None:
            _limit_cpu(limits.cpu_seconds)
        send(Frame(STAGE, encode(stage)))

    try:
        with listening(tell):
            frame = _answer(request, skills)
        if len(frame.payload) > limits.result_bytes:
            frame = failure_frame(limit_errors.result_exceeded(limits))
    except Exception as error:
        frame = failure_frame(_known(error, limits))
    send(frame)


def _answer(request: Request, skills: Skills) -> Frame:
    if request.view is None:
        return Frame(DOCUMENT, encode(skills.read(request.files(), request.limits)))
    return Frame(PICTURE, encode(skills.draw(request.files(), request.view, request.limits)))


def _settle(folder: Path) -> None:
    os.chdir(folder)
    os.environ.update(dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(folder)))
    tempfile.tempdir = None  # else the keeper's choice is remembered
    os.umask(0o077)
    if IS_LINUX:
        programs.before_exec = die_with_parent


def _limit_resources(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    # Private writable memory: address space that is only reserved is free, and so are libraries,
    # for which a tenth is left.
    _limit(resource.RLIMIT_DATA, limits.memory_bytes - limits.memory_bytes // 10)
    _limit(resource.RLIMIT_NOFILE, limits.open_files)
    _limit(resource.RLIMIT_FSIZE, limits.written_bytes)
    _limit(resource.RLIMIT_CORE, 0)
    _limit_cpu(limits.cpu_seconds)


def _limit(kind: int, bound: int) -> None:
    if sys.platform != "win32":
        hard = resource.getrlimit(kind)[1]
        bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(kind, (bound, bound))


def _limit_cpu(seconds: int) -> None:
    # The soft limit alone moves; who lifts it still meets the clock of the keeper.
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        hard = _HARD_CPU_SECONDS if hard == resource.RLIM_INFINITY else hard
        soft = min(hard, int(used.ru_utime + used.ru_stime) + 1 + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError(errno.EACCES, "no network inside the sandbox")


def _known(error: Exception, limits: Limits) -> MinutesNlpError:
    """Return ``error`` as one that the user can do something about."""
    if isinstance(error, MinutesNlpError):
        return error
    if isinstance(error, MemoryError):
        return limit_errors.memory_exceeded(limits)
    if isinstance(error, OSError) and error.errno == errno.EMFILE:
        return limit_errors.open_files_exceeded(limits)
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return limit_errors.written_exceeded(limits)
    return limit_errors.crashed(_place(error))


def _place(error: Exception) -> str:
    """Return what was raised and where in the program; an error's own words may quote the file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return (
        f"{type(error).__name__}, {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    )
