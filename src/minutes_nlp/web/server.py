"""Serve the local page until it is stopped, and leave nothing behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import uvicorn

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text
from minutes_nlp.settings import Settings
from minutes_nlp.web.addresses import HOST, Address
from minutes_nlp.web.app import create_app
from minutes_nlp.web.batch.book import Book
from minutes_nlp.web.batch.query import PATH as LIST
from minutes_nlp.web.desk import Desk

_PREFIX: Final = "minutes-nlp-page-"
_OURS: Final = re.compile(rf"{_PREFIX}(\d+)-")
_GRACE_SECONDS: Final = 2


def serve(
    paths: Sequence[Path],
    settings: Settings,
    *,
    port: int = 0,
    open_browser: bool = False,
    book: Book | None = None,
    tell: Callable[[str], None],
) -> None:
    """Serve the local page on the loopback interface until Ctrl-C or a signal ends it.

    Args:
        paths: files to open at once; decisions about them are kept beside them.
        settings: of every analysis.
        port: 0 takes a free one.
        open_browser: whether to open the page in the user's browser.
        book: a store whose list is the first page.
        tell: is called with the address to open, once it is served.

    Raises:
        UsageError: the port is taken.
    """
    with _listening(port) as listener, _private_folder() as folder:
        address = Address(listener.getsockname()[1], landing=LIST if book else "/")
        desk = Desk(folder, settings)
        try:
            desk.warm_up()
            for path in paths:
                desk.open((path,))
            config = uvicorn.Config(
                create_app(desk, address, book),
                log_level="warning",
                access_log=False,  # addresses name documents
                server_header=False,
                date_header=False,
                timeout_graceful_shutdown=_GRACE_SECONDS,
            )
            server = uvicorn.Server(config)
            with _stopped_by_signals(server):  # from the moment that anybody can know of it
                tell(address.start)
                if open_browser:
                    opener = threading.Thread(target=webbrowser.open, args=(address.start,))
                    opener.daemon = True
                    opener.start()
                server.run(sockets=[listener])  # once it has shut down, it raises the signal again
        finally:
            desk.close()


@contextmanager
def _stopped_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Let signals ask the server to stop; they never break off what the program is at.

    An interrupt raised in the middle of an import can leave its lock held for ever.
    """

    def stop(*_: object) -> None:
        server.should_exit = True

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    # With its protocol named: else asyncio leaves Nagle's delay on, 40 ms an answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with listener:
        if os.name == "posix":  # elsewhere it would let another program take the port over
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            raise UsageError(
                Text(
                    f"Cổng {port} đang có chương trình khác dùng hoặc không được phép mở. Hãy chọn "
                    "cổng khác, hoặc bỏ --port để máy tự chọn.",
                    f"Port {port} is in use or not permitted. Choose another, or leave out --port.",
                )
            ) from error
        listener.listen(128)
        yield listener


@contextmanager
def _private_folder() -> Iterator[Path]:
    _remove_left_behind()
    folder = tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_left_behind() -> None:
    """Remove folders of runs that were killed: minutes are in them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        run = _OURS.match(folder.name)
        if run is not None and not _is_running(int(run[1])) and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)  # of other users: it fails, as it should


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return True  # a signal 0 would end it there; such folders stay until the system clears
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
