"""Readers that misbehave, by the first word of the file; run inside the sandbox by its tests.

A second word names a note to which process ids are written, one a line.
"""

from __future__ import annotations

import base64
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.picture import PagePicture, PageView
from minutes_nlp.readers.sandbox.private_folder import private_folder
from minutes_nlp.readers.sandbox.programs import run_program
from minutes_nlp.readers.sandbox.progress import Phase, Stage, report
from minutes_nlp.readers.sandbox.strict_json import encode

SECRET = "Nguyễn Văn Mật"
GOOD_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""One black pixel."""


def read(path: Path, limits: Limits) -> Document:
    """Do what the file says."""
    return obey(path) or document("")


def draw(path: Path, view: PageView, limits: Limits) -> PagePicture:
    """Do what the file says, and then give back a good picture."""
    obey(path)
    return PagePicture("image/png", GOOD_PNG, 1, 1)


def obey(path: Path) -> Document | None:
    word, *notes = path.read_text(encoding="utf-8").split()
    note = Path(notes[0]) if notes else Path(os.devnull)
    log(note)
    behaviour: Callable[[Path], Document | None] = globals()[word]
    return behaviour(note)


def document(*texts: str) -> Document:
    return Document(Source("a", "b", "c", "d"), tuple(SourceParagraph(text) for text in texts))


def log(note: Path, pid: int | None = None) -> None:
    with note.open("a") as stream:
        stream.write(f"{pid or os.getpid()}\n")


def loop(_: Path) -> None:
    while True:
        pass


def hang(_: Path) -> None:
    Path("left-over").write_text("x")
    time.sleep(600)


def eat_memory(_: Path) -> None:
    pieces = []
    while True:
        pieces.append(bytearray(os.urandom(1 << 20)))


def program_eats_memory(_: Path) -> None:
    """Each process alone stays within the limit; only together they do not."""
    code = "import os, time; kept = os.urandom(90 << 20); time.sleep(600)"
    for _ in range(3):
        subprocess.Popen([sys.executable, "-c", code])
    time.sleep(600)


def answer_much(_: Path) -> Document:
    return document("x" * (2 << 20))


def send_much(_: Path) -> None:
    pipe = answer_pipe()
    os.write(pipe, b"D" + (2**31).to_bytes(4, "little"))
    while True:
        os.write(pipe, bytes(1 << 16))


def send_nonsense(_: Path) -> None:
    send(b"D", b'{"source": 1}')


def name_other_classes(_: Path) -> None:
    send(b"F", b'{"kinds": ["ExitCode", "Text", "os"], "text": {"vi": "a", "en": "b"}}')


def send_document(_: Path) -> None:
    send(b"D", encode(document("x")))


def send_picture(_: Path) -> None:
    send(b"P", encode(PagePicture("image/png", GOOD_PNG, 1, 1)))


def send_web_page(_: Path) -> None:
    send_as_picture(data=base64.b64encode(b"<html><script>alert(1)</script></html>").decode())


def send_drawing(_: Path) -> None:
    data = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'/>").decode()
    send_as_picture(data=data, media_type="image/svg+xml")


def send_other_size(_: Path) -> None:
    send_as_picture(width=2)


def send_more_behind(_: Path) -> None:
    send_as_picture(data=base64.b64encode(GOOD_PNG + b"PK").decode())


def send_letters(_: Path) -> None:
    send_as_picture(data="“”")


def send_as_picture(**fields: object) -> None:
    good = json.loads(encode(PagePicture("image/png", GOOD_PNG, 1, 1)))
    send(b"P", json.dumps({**good, **fields}).encode())


def send_many_bytes(_: Path) -> None:
    send(b"P", bytes(9 << 20))


def send(kind: bytes, payload: bytes) -> None:
    pipe, rest = answer_pipe(), kind + len(payload).to_bytes(4, "little") + payload
    while rest:
        rest = rest[os.write(pipe, rest) :]
    time.sleep(600)


def answer_pipe() -> int:
    return next(fd for fd in range(3, 64) if Path(f"/proc/self/fd/{fd}").exists())


def close_and_hang(_: Path) -> None:
    os.close(answer_pipe())
    time.sleep(600)


def good(_: Path) -> Document:
    return document("read")


def segfault(_: Path) -> None:
    ctypes.string_at(0)


def kill_itself(_: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(_: Path) -> None:
    os._exit(0)


def fail(_: Path) -> None:
    raise KeyError(SECRET)


def multiply(note: Path) -> None:
    """Children in sessions of their own, which no signal to the group reaches."""
    for _ in range(6):
        if os.fork() == 0:
            os.setsid()
            log(note)
            if os.fork() == 0:
                log(note)
            time.sleep(600)
    time.sleep(600)


def leave_children(note: Path) -> None:
    """Children that hold the pipe open while the reader itself ends well."""
    for _ in range(3):
        child = os.fork()
        if child == 0:
            os.setsid()
            time.sleep(600)
        log(note, child)


def fork_for_ever(note: Path) -> None:
    while True:
        try:
            child = os.fork()
        except OSError:
            continue
        if child == 0:
            time.sleep(600)
        log(note, child)


def run_sleeper(note: Path) -> None:
    code = f"import os, time; print(os.getpid(), file=open({str(note)!r}, 'a')); time.sleep(600)"
    run_program([sys.executable, "-c", code], timeout=600)


def open_socket(_: Path) -> Document:
    outcomes = []
    for family in (socket.AF_INET, socket.AF_UNIX):
        try:
            socket.socket(family)
        except PermissionError as error:
            outcomes.append(str(error))
    try:
        socket.getaddrinfo("localhost", 80)
    except PermissionError as error:
        outcomes.append(str(error))
    return document(*outcomes)


def interfaces(_: Path) -> Document:
    code = "print(open('/proc/net/dev').read().count(':'))"
    return document(run_program([sys.executable, "-c", code], timeout=60).stdout.decode().strip())


def open_many(_: Path) -> None:
    kept = [Path(os.devnull).open() for _ in range(10_000)]  # noqa: SIM115
    kept.clear()


def write_much(_: Path) -> None:
    with Path("large").open("wb") as stream:
        while True:
            stream.write(bytes(1 << 20))


def write_many(_: Path) -> None:
    for number in range(10_000):
        Path(f"file{number}").write_bytes(bytes(1 << 20))
    time.sleep(600)


def lock_folder(_: Path) -> None:
    """A temporary folder that does not want to be removed."""
    inner = Path("inner")
    inner.mkdir()
    (inner / "file").write_text("x")
    inner.chmod(0)
    Path().chmod(0o500)
    time.sleep(600)


def pages(_: Path) -> Document:
    for page in (1, 2, 3):
        report(Stage(Phase.RECOGNITION, page, 3))
        time.sleep(0.3)
    return document("read")


def same_page(_: Path) -> None:
    while True:
        report(Stage(Phase.RECOGNITION, 1, 1))


def surroundings(_: Path) -> Document:
    with private_folder() as folder:
        mode = oct(folder.stat().st_mode & 0o777)
        return document(str(Path.cwd()), os.environ["HOME"], str(folder), mode, str(os.getpid()))


def loaded_modules(_: Path) -> Document:
    threads = sum(1 for _ in Path("/proc/self/task").iterdir())
    return document(" ".join(sys.modules), str(max(threads, threading.active_count())))
