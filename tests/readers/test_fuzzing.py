"""A short run of ``make fuzz``: every spoilt file ends with a status, nothing is left behind."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_spoilt_files_of_every_format_have_a_status() -> None:
    command = [sys.executable, "scripts/fuzz_readers.py", "--count", "160", "--seed", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "160 files, seed 7" in done.stdout
    assert done.stdout.rstrip().endswith("no fault")
