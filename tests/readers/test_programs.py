from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from minutes_nlp.errors import LimitExceededError, MissingProgramError
from minutes_nlp.readers.sandbox.private_folder import private_folder
from minutes_nlp.readers.sandbox.programs import run_program
from minutes_nlp.readers.sandbox.progress import Phase, Stage, listening

PYTHON = sys.executable
posix = pytest.mark.skipif(os.name != "posix", reason="process groups")


def python(code: str, timeout: float = 60, **options: object) -> bytes:
    return run_program([PYTHON, "-c", code], timeout=timeout, **options).stdout  # type: ignore[arg-type]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def gone(pid: int) -> bool:
    deadline = time.monotonic() + 20
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not alive(pid)


def test_output_and_exit_code() -> None:
    ended = run_program(
        [PYTHON, "-c", "import sys; print('ra'); print('lỗi', file=sys.stderr); sys.exit(3)"],
        timeout=60,
    )
    assert (ended.returncode, ended.stdout.split(), ended.stderr.decode().split()) == (
        3,
        [b"ra"],
        ["lỗi"],
    )


def test_the_world_of_a_program_is_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "1")
    code = (
        "import os, sys; print(os.getcwd()); print(os.environ['HOME']); "
        "print(os.environ['TMPDIR']); print(sys.stdin.read()); print('A_SECRET' in os.environ)"
    )
    with private_folder() as folder:
        assert folder.stat().st_mode & 0o077 == 0 or os.name != "posix"
        lines = python(code, folder=folder).decode().split()
        assert lines == [str(folder)] * 3 + ["False"]
    assert not folder.exists()
    own = Path(python(code).decode().split()[0])
    assert not own.exists()


def test_a_missing_program_names_its_package() -> None:
    with pytest.raises(MissingProgramError) as caught:
        run_program(["no-such-program-here"], timeout=1)
    assert "no-such-program-here" in caught.value.text.vi


def test_missing_catdoc_names_the_debian_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingProgramError) as caught:
        run_program(["soffice", "--headless"], timeout=1)
    if sys.platform != "win32":
        assert "libreoffice-writer" in caught.value.text.vi
        assert "libreoffice-writer" in caught.value.text.en


def test_too_slow() -> None:
    with pytest.raises(LimitExceededError) as caught:
        python("import time; time.sleep(600)", timeout=0.2)
    assert "0.2" in caught.value.text.vi


def test_too_much_output() -> None:
    with pytest.raises(LimitExceededError):
        python("while True: print('x' * 10_000)", output_limit=100_000)
    with pytest.raises(LimitExceededError):
        python("print('x' * 2000)", output_limit=1000)


@posix
def test_what_a_program_leaves_running_is_killed(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        "import subprocess, sys; "
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); "
        f"open({str(note)!r}, 'w').write(str(child.pid))"
    )
    python(code)
    assert gone(int(note.read_text()))


def test_a_running_program_is_reported() -> None:
    stages: list[Stage] = []
    with listening(stages.append):
        python("pass")
    assert stages == [Stage(Phase.PROGRAM), Stage(Phase.READING)]
