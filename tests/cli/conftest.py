from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import minutes_nlp
from minutes_nlp.cli.main import program
from tests.cli.stub_analyzer import stub_module

ROOT = Path(__file__).parents[2]


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the stub in the place of the analyzer, also for modules that imported it."""
    module = stub_module()
    monkeypatch.setitem(sys.modules, "minutes_nlp.analyzer", module)
    monkeypatch.setattr(minutes_nlp, "analyzer", module, raising=False)
    for name in ("analysis", "commenting"):
        sys.modules.pop(f"minutes_nlp.cli.{name}", None)
    yield
    for name in ("analysis", "commenting"):
        sys.modules.pop(f"minutes_nlp.cli.{name}", None)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one input of each kind."""
    for name in ("clean.txt", "faulty.txt", "other.txt", "damaged.txt", "model.txt", "crash.txt"):
        (tmp_path / name).write_text("Biên bản", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@dataclass(frozen=True)
class Call:
    code: int
    out: str
    err: str


@pytest.fixture
def call(stub: None, folder: Path) -> Callable[..., Call]:
    """Run a command line within this process."""

    def run(*args: str, stdin: str | None = None) -> Call:
        result: Result = CliRunner().invoke(program, list(args), input=stdin)
        return Call(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def spawn(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command line as a process of its own, with the stub analyzer."""

    def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tests.cli.stub_analyzer", *args],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}", **env},
            cwd=folder,
            check=False,
            timeout=60,
        )

    return run
