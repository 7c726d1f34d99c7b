"""The installed program with its real analyzer, as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from minutes_nlp.renderers.json_report import render_schema
from tests.renderers.sample_reports import LINES

MINUTES = "\n".join(line.partition(" | ")[2] for line in LINES.splitlines())


def _analyze(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "minutes_nlp", "analyze", *args],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )


def test_real_reports_keep_to_the_schema_and_quote_exactly(tmp_path: Path) -> None:
    (tmp_path / "bien-ban.txt").write_text(MINUTES, encoding="utf-8")
    done = _analyze(tmp_path, "bien-ban.txt", "khong-co.txt", "--format", "json")
    assert done.returncode == 3
    read, failed = map(json.loads, done.stdout.splitlines())
    validator = Draft202012Validator(json.loads(render_schema()))
    validator.validate(read)
    validator.validate(failed)
    assert failed["failure"]
    assert len(read["paragraphs"]) == len(MINUTES.splitlines())
    for finding in read["findings"]:
        for one in finding["evidence"]:
            text = read["paragraphs"][one["paragraph"]]["text"]
            assert text[one["start"] : one["end"]] == one["text"]


def test_folder_as_input_is_one_line_on_stderr(tmp_path: Path) -> None:
    done = _analyze(tmp_path, str(tmp_path))
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
