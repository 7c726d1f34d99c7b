"""``minutes-nlp bulk`` and ``minutes-nlp stats``."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutes_nlp.bulk import engines, read_store
from minutes_nlp.cli.main import program
from tests.bulk.conftest import many, write_files
from tests.bulk.stub_program import engine_of

ROOT = Path(__file__).parents[2]
Call = Callable[..., Result]


@pytest.fixture
def call(root: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run ``bulk`` over the files of the test, in this process."""
    monkeypatch.setattr(engines, "engine_of", engine_of)

    def run(*options: str) -> Result:
        arguments = ["bulk", str(root), "--store", str(store), "--jobs", "2", *options]
        return CliRunner().invoke(program, arguments)

    return run


def start(*arguments: str, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    path = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.bulk.stub_program", *arguments],
        env={**os.environ, "PYTHONPATH": path, "COLUMNS": "100"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    )


def test_the_sum_is_printed_and_failures_are_named(root: Path, call: Call) -> None:
    write_files(root, many(9) | {"hỏng.txt": "damaged", "mật.txt": "secret", "trùng.txt": "bản 1"})
    result = call("--progress", "none")
    assert "Tìm thấy 12 tệp = 9 đã đọc + 1 không đọc được + 1 mang dấu mật" in result.stdout
    assert "Không đọc được hỏng.txt: Tệp bị hỏng." in result.stderr
    english = call("--progress", "none", "--lang", "en")
    assert "Found 12 files = 9 analysed + 1 failed + 1 refused + 1 duplicates" in english.stdout


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({}, 0),
        ({"1.txt": "bản"}, 0),
        ({"1.txt": "bản thiếu"}, 1),
        ({"1.txt": "bản thiếu", "2.txt": "damaged"}, 3),
        ({"1.txt": "secret"}, 3),
        ({"1.txt": "crash"}, 3),
        ({"1.txt": "program", "2.txt": "damaged"}, 4),
    ],
)
def test_the_gravest_exit_code_counts(
    root: Path, call: Call, texts: dict[str, str], code: int
) -> None:
    root.mkdir()
    write_files(root, texts)
    assert call("--progress", "none").exit_code == code


def test_progress_as_json(root: Path, call: Call) -> None:
    write_files(root, many(20))
    told = [json.loads(line) for line in call("--progress", "json").stderr.splitlines()]
    assert [one["stage"] for one in told][:: len(told) - 1] == ["find", "examine"]
    assert (told[-1]["done"], told[-1]["total"], told[-1]["left"]) == (20, 20, 0)
    assert told[-1]["outcomes"]["analysed"] == 20


def test_progress_is_lines_of_text_off_a_terminal(root: Path, call: Call) -> None:
    write_files(root, many(20))
    lines = call().stderr.splitlines()
    assert lines[0] == "minutes-nlp: Tìm tệp · 20"
    assert re.search(r"Đọc biên bản · 20/20 · .*/s, 0:00:00 · 20 đã đọc", lines[-1])


def test_progress_is_a_bar_on_a_terminal(root: Path, store: Path) -> None:
    write_files(root, many(20))
    ours, theirs = pty.openpty()
    process = start("bulk", str(root), "--store", str(store), "--jobs", "1", stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:
        pass  # the other end of a terminal was closed
    process.communicate()
    assert "20/20" in shown.decode()
    assert "20 đã đọc" in shown.decode()


def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(root: Path, store: Path, call: Call) -> None:
    write_files(root, many(150) | {"lâu.txt": "hang"})
    process = start("bulk", str(root), "--store", str(store), "--jobs", "2")
    until = time.monotonic() + 60
    while len(list(store.glob("files/*.parquet"))) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert "chạy lại đúng lệnh này" in told
    assert 0 < len(read_store(store)["files"]) < 151
    write_files(root, {"lâu.txt": "bản"})
    assert "Tìm thấy 151 tệp = 151 đã đọc" in call("--progress", "none").stdout


def test_a_missing_extra_is_named(
    root: Path, store: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(root, many(1))
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    result = call("--progress", "none")
    assert result.exit_code == 4
    assert 'pip install "minutes-nlp[bulk]"' in result.stderr
    assert not store.exists() or not list(store.rglob("*.parquet"))


@pytest.mark.parametrize("format_name", ["text", "csv", "json"])
def test_stats(root: Path, store: Path, call: Call, format_name: str) -> None:
    write_files(root, many(9))
    call()
    arguments = ["stats", str(store), "--by", "outcome", "--format", format_name]
    result = CliRunner().invoke(program, arguments)
    assert result.exit_code == 0
    told = {"text": r"analysed +9", "csv": r"^analysed,9$", "json": r'"documents":9'}
    assert re.search(told[format_name], result.stdout, re.MULTILINE)
