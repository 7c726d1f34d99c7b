"""Scripts and benchmarks: each can at least be imported, so that none names what has moved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("scripts", "benchmarks")
_IMPORT_ALL = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_script_can_be_imported(folder: str) -> None:
    names = sorted(path.stem for path in (ROOT / folder).glob("*.py") if path.stem != "__init__")
    assert len(names) > 5
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, *names],
        capture_output=True,
        text=True,
        cwd=ROOT / folder,
        env={"PYTHONPATH": f"{ROOT / folder}:{ROOT}", "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr
