"""The command line as a process: streams, exit codes, help, wrong calls."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_nlp.version import __version__
from tests.cli.conftest import ROOT, Call

Run = Callable[..., Call]
Spawn = Callable[..., "subprocess.CompletedProcess[str]"]


def test_exit_code_and_streams_of_a_process(spawn: Spawn) -> None:
    done = spawn("analyze", "faulty.txt", "damaged.txt", "crash.txt")
    assert done.returncode == 70
    assert done.stdout.startswith("Kết quả đọc biên bản: faulty.txt\n")
    assert [line.partition(": Tệp")[0] for line in done.stderr.splitlines()] == [
        "minutes-nlp: damaged.txt",
        "minutes-nlp: crash.txt: Lỗi bên trong chương trình.",
    ]
    assert "Traceback" not in done.stderr


def test_vietnamese_is_written_under_any_locale(spawn: Spawn) -> None:
    done = spawn("analyze", "faulty.txt", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Thiếu kết luận của chủ trì" in done.stdout


def test_no_colour_outside_a_terminal(spawn: Spawn) -> None:
    assert "\x1b" not in spawn("analyze", "faulty.txt").stdout


def test_interruption_ends_with_130_and_one_line(spawn: Spawn, folder: Path) -> None:
    (folder / "stop.txt").write_text("x")
    done = spawn("analyze", "faulty.txt", "stop.txt", "clean.txt")
    assert done.returncode == 130
    assert done.stderr.strip() == "minutes-nlp: Đã dừng theo yêu cầu."
    assert "clean.txt" not in done.stdout


def test_reader_that_goes_away_is_met_in_silence(folder: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.stub_analyzer", "analyze", *["faulty.txt"] * 20],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
    )
    assert writer.stdout
    assert writer.stderr
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait(60) == 1


def test_module_and_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "minutes_nlp", "--version"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"minutes-nlp {__version__}\n")


def test_help_loads_nothing_heavy() -> None:
    heavy = ("spacy", "underthesea", "sklearn", "numpy", "rich", "jinja2", "pydantic", "lxml")
    script = (
        "import sys\nsys.argv = ['minutes-nlp', '--help']\n"
        "from minutes_nlp.cli.main import run\n"
        "try: run()\n"
        f"finally: print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == "[]\n"


COMMANDS = ("analyze", "rules", "rule", "train", "evaluate", "schema")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_vietnamese(call: Run, command: tuple[str, ...]) -> None:
    done = call(*command, "--help")
    assert done.code == 0
    assert done.out.startswith("Cách dùng: minutes-nlp")
    for word in ("Usage", "Options", "Commands", "Show this", "required", "default:"):
        assert word not in done.out


def test_bare_call_shows_the_help_and_counts_as_a_wrong_call(call: Run) -> None:
    done = call()
    assert (done.code, done.out) == (2, "")
    assert "Các lệnh:" in done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--foo"], "Không có tùy chọn --foo."),
        (["analyse"], "Không có lệnh “analyse”."),
        (["analyze"], "Còn thiếu tham số TỆP"),
        (
            ["analyze", "x", "--format", "xml"],
            "phải là một trong: text, json, html, docx, sarif, junit.",
        ),
        (["analyze", "--langg", "vi"], "Có phải ý là --lang?"),
        (["analyze", "x", "--format"], "Tùy chọn --format cần một giá trị đi kèm."),
        (["rule"], "Còn thiếu tham số MÃ."),
        (["rule", "KL001", "them"], "Thừa tham số: them."),
        (["rule", "KL0001"], "Có phải ý là “KL001”?"),
        (["train"], "Còn thiếu tùy chọn --corpus."),
        (["train", "--corpus", "khong-co", "--output", "x"], "Không có ngữ liệu ở khong-co."),
        (["analyze", "clean.txt", "--output", ""], "--output không được để trống."),
    ],
)
def test_wrong_call_is_one_vietnamese_line_and_2(call: Run, args: list[str], said: str) -> None:
    done = call(*args)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.startswith("minutes-nlp: ")
    assert len(done.err.splitlines()) == 1


def test_wrong_call_in_english_when_asked(call: Run) -> None:
    assert "No such option" in call("analyze", "--lang", "en", "--foo").err


def test_file_name_cannot_write_further_lines(call: Run) -> None:
    done = call("analyze", "damaged-\x1b[31m\nđỏ.txt")
    assert done.code == 3
    assert "\x1b" not in done.err
    assert len(done.err.splitlines()) == 1
