"""Hostile readers in real child processes: a clear failure, and nothing of them is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_nlp.errors import ExitCode, LimitExceededError, ReaderCrashError, UnreadableInputError
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.progress import Phase, Stage
from minutes_nlp.readers.sandbox.reading import Sandbox
from minutes_nlp.readers.sandbox.strict_json import encode

from . import hostile
from .test_programs import gone

MEGABYTE = 1024 * 1024
TARGETS = ("tests.readers.hostile:read", "tests.readers.hostile:draw")
ROOT = Path(__file__).resolve().parents[2]
GENEROUS = Limits(reading_seconds=60, program_seconds=60, page_seconds=60)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux holds them")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    place = Sandbox(*TARGETS)
    yield place
    place.close()


def file(tmp_path: Path, word: str) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(f"{word} {tmp_path / 'note'}")
    return path


def pids(tmp_path: Path) -> list[int]:
    note = tmp_path / "note"  # on a crowded machine the time may be up before it is written
    return [int(line) for line in note.read_text().split()] if note.exists() else []


@pytest.mark.parametrize(
    ("word", "limits", "setting"),
    [
        ("loop", Limits(reading_seconds=0.3), "reading_seconds"),
        ("hang", Limits(reading_seconds=0.3), "reading_seconds"),
        ("hang", Limits(reading_seconds=60, total_seconds=0.3), "total_seconds"),
        ("loop", Limits(reading_seconds=60, cpu_seconds=1), "cpu_seconds"),
        ("eat_memory", Limits(reading_seconds=60, memory_bytes=200 * MEGABYTE), "memory_bytes"),
        (
            "program_eats_memory",
            Limits(reading_seconds=60, memory_bytes=200 * MEGABYTE),
            "memory_bytes",
        ),
        ("answer_much", Limits(result_bytes=MEGABYTE), "result_bytes"),
        ("send_much", Limits(reading_seconds=60, result_bytes=MEGABYTE), "result_bytes"),
        ("fork_for_ever", Limits(reading_seconds=60, processes=8), "processes"),
        ("open_many", Limits(open_files=50), "open_files"),
        ("write_much", Limits(reading_seconds=60, written_bytes=3 * MEGABYTE), "written_bytes"),
        ("write_many", Limits(reading_seconds=60, written_bytes=9 * MEGABYTE), "written_bytes"),
        ("lock_folder", Limits(reading_seconds=0.3), "reading_seconds"),
        ("run_sleeper", Limits(reading_seconds=60, program_seconds=2), "program_seconds"),
        ("same_page", Limits(reading_seconds=60, page_seconds=0.5), "page_seconds"),
        ("multiply", Limits(reading_seconds=1), "reading_seconds"),
    ],
)
def test_a_limit_that_is_hit_names_itself(
    tmp_path: Path, sandbox: Sandbox, word: str, limits: Limits, setting: str
) -> None:
    with pytest.raises(LimitExceededError) as caught:
        sandbox.start(file(tmp_path, word), limits).result()
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert f"“{setting}”" in caught.value.text.vi
    assert f"“{setting}”" in caught.value.text.en
    assert_nothing_left(tmp_path, sandbox)


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("segfault", "SIGSEGV"),
        ("kill_itself", "SIGKILL"),
        ("leave", "exit 0"),
        ("fail", "KeyError, hostile.py"),
        ("send_nonsense", "answer"),
        ("name_other_classes", "answer"),
        ("close_and_hang", "SIGKILL"),
    ],
)
def test_a_crash_is_a_failure(tmp_path: Path, sandbox: Sandbox, word: str, says: str) -> None:
    with pytest.raises(ReaderCrashError) as caught:
        sandbox.start(file(tmp_path, word), GENEROUS).result()
    assert caught.value.exit_code is ExitCode.UNREADABLE
    assert says in caught.value.text.vi
    assert says in caught.value.text.en
    assert hostile.SECRET not in caught.value.text.vi + caught.value.text.en
    assert_nothing_left(tmp_path, sandbox)


def test_children_that_outlive_a_good_reader_are_killed(tmp_path: Path, sandbox: Sandbox) -> None:
    assert sandbox.start(file(tmp_path, "leave_children"), GENEROUS).result()
    assert len(pids(tmp_path)) == 4
    assert_nothing_left(tmp_path, sandbox)


def assert_nothing_left(tmp_path: Path, sandbox: Sandbox) -> None:
    assert all(gone(pid) for pid in pids(tmp_path))
    assert len(sandbox.running()) == 1
    for folder in sandbox.running().values():
        assert list(folder.iterdir()) == []


def test_no_network(tmp_path: Path, sandbox: Sandbox) -> None:
    document = sandbox.start(file(tmp_path, "open_socket"), GENEROUS).result()
    assert ["network" in paragraph.text for paragraph in document.paragraphs] == [True] * 3


def test_programs_see_no_interface(tmp_path: Path, sandbox: Sandbox) -> None:
    document = sandbox.start(file(tmp_path, "interfaces"), GENEROUS).result()
    code = "import sys; from minutes_nlp.readers.sandbox.linux import leave_network as leave; "
    code += "sys.exit(not leave())"
    if subprocess.run([sys.executable, "-c", code], check=False).returncode:
        pytest.skip("this system permits no network of its own")
    assert int(document.paragraphs[0].text) <= 1  # lo, which is down


def test_every_file_has_a_folder_and_a_process_of_its_own(tmp_path: Path, sandbox: Sandbox) -> None:
    seen = set()
    for _ in range(3):
        texts = [
            paragraph.text
            for paragraph in sandbox.start(file(tmp_path, "surroundings"), GENEROUS)
            .result()
            .paragraphs
        ]
        folder, home, inner, mode, pid = texts
        assert (folder, mode) == (home, "0o700")
        assert Path(inner).parent == Path(folder)
        assert not Path(folder).exists()
        seen |= {folder, pid}
    assert len(seen) == 6


def test_readers_load_nothing_heavy_and_fork_with_one_thread(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    document = sandbox.start(file(tmp_path, "loaded_modules"), GENEROUS).result()
    modules, threads = (paragraph.text for paragraph in document.paragraphs)
    assert "lxml.etree" in modules.split() or "minutes_nlp.readers.limits" in modules.split()
    assert not {"spacy", "underthesea", "sklearn", "cv2", "torch"} & set(modules.split())
    assert threads == "1"


def test_time_is_counted_by_page(tmp_path: Path, sandbox: Sandbox) -> None:
    stages: list[Stage] = []
    limits = Limits(reading_seconds=60, page_seconds=60)
    document = sandbox.start(file(tmp_path, "pages"), limits).result(stages.append)
    assert document.paragraphs[0].text == "read"
    assert stages == [Stage(Phase.RECOGNITION, page, 3) for page in (1, 2, 3)]


def test_a_reading_that_is_left_early_ends(tmp_path: Path, sandbox: Sandbox) -> None:
    with sandbox.start(file(tmp_path, "hang"), GENEROUS):
        wait_for(tmp_path / "note", 1)
    assert all(gone(pid) for pid in pids(tmp_path))


def test_two_threads_read_at_once(tmp_path: Path, sandbox: Sandbox) -> None:
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    results: list[str] = []

    def read_pages() -> None:
        document = sandbox.start(file(waiting, "pages"), GENEROUS).result()
        results.append(document.paragraphs[0].text)

    threads = [threading.Thread(target=read_pages) for _ in range(2)]
    for thread in threads:
        thread.start()
    with pytest.raises(ReaderCrashError):
        sandbox.start(file(tmp_path, "segfault"), GENEROUS).result()
    for thread in threads:
        thread.join()
    assert results == ["read", "read"]


def test_a_keeper_that_was_killed_is_replaced(tmp_path: Path) -> None:
    place = Sandbox(*TARGETS)
    place.warm_up()
    (keeper,) = place.running()
    os.kill(keeper, signal.SIGKILL)
    assert gone(keeper)
    for _ in range(2):
        assert place.start(file(tmp_path, "surroundings"), GENEROUS).result().paragraphs
    place.close()


def test_a_keeper_that_is_killed_while_it_reads(tmp_path: Path) -> None:
    place = Sandbox(*TARGETS)
    place.warm_up()
    ((keeper, folder),) = place.running().items()
    with place.start(file(tmp_path, "hang"), GENEROUS) as reading:
        wait_for(tmp_path / "note", 1)
        os.kill(keeper, signal.SIGKILL)
        with pytest.raises(ReaderCrashError):
            reading.result()
    assert all(gone(pid) for pid in pids(tmp_path))
    assert not folder.exists()
    place.close()


PROGRAM = f"""
import sys
from pathlib import Path
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.reading import Sandbox
sandbox = Sandbox(*{TARGETS!r})
sandbox.warm_up()
print(*sandbox.running().values(), *sandbox.running(), flush=True)
sandbox.start(Path(sys.argv[1]), Limits(reading_seconds=300)).result()
"""


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("word", ["multiply", "run_sleeper"])
def test_nothing_outlives_the_caller(tmp_path: Path, sign: signal.Signals, word: str) -> None:
    caller = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file(tmp_path, word))],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "src")))},
        text=True,
    )
    assert caller.stdout
    folder, keeper = caller.stdout.readline().split()
    wait_for(tmp_path / "note", 13 if word == "multiply" else 2)
    caller.send_signal(sign)
    caller.wait()
    caller.stdout.close()
    assert caller.returncode != 0
    assert gone(int(keeper))
    assert all(gone(pid) for pid in pids(tmp_path))
    assert not Path(folder).exists()


def wait_for(note: Path, lines: int) -> None:
    deadline = time.monotonic() + 60
    while not note.exists() or len(note.read_text().split()) < lines:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_reader_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(UnreadableInputError) as caught:
        Sandbox(*TARGETS).start(file(tmp_path, "hang"), GENEROUS)
    assert "tiến trình" in caught.value.text.vi


def test_only_data_crosses_the_border() -> None:
    with pytest.raises(TypeError):
        encode({"a": object()})
