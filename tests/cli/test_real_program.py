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


def test_of_secret_minutes_programs_learn_the_fact_alone(tmp_path: Path) -> None:
    (tmp_path / "cu.txt").write_text(MINUTES, encoding="utf-8")
    _analyze(tmp_path, "cu.txt", "--output", "cu.json")
    (tmp_path / "mat.txt").write_text(f"TỐI MẬT\n{MINUTES}", encoding="utf-8")
    places = ("--output", "a.sarif", "--output", "a.xml", "--output", "a.html")
    done = _analyze(tmp_path, "mat.txt", "--baseline", "cu.json", *places)
    assert done.returncode == 3
    run = json.loads((tmp_path / "a.sarif").read_text("utf-8"))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"] == []
    for name in ("a.sarif", "a.xml", "a.html"):
        written = (tmp_path / name).read_text("utf-8")
        assert "mật" in written
        assert "Khoái" not in written
        assert "Ngoại Trạch" not in written


def test_mended_minutes_are_compared_with_what_they_were(tmp_path: Path) -> None:
    (tmp_path / "cu.txt").write_text(MINUTES, encoding="utf-8")
    first = _analyze(tmp_path, "cu.txt", "--output", "cu.json")
    fault, mended = (
        "có mặt 18, vắng 2: đ/c Tài, đ/c Duy",
        "có mặt 18, vắng 3: đ/c Tài, Duy, Hà (ốm)",
    )
    assert fault in MINUTES
    lines = MINUTES.replace(fault, mended).splitlines()
    lines.insert(8, "Thế giới: giá lúa mì tăng trở lại sau ba tháng giảm.")
    (tmp_path / "moi.txt").write_text("\n".join(lines), encoding="utf-8")
    second = _analyze(tmp_path, "moi.txt", "--baseline", "cu.json", "--format", "json")
    assert first.returncode == second.returncode == 1
    before = json.loads((tmp_path / "cu.json").read_text("utf-8"))
    after = json.loads(second.stdout)
    prints = {one["code"]: one["fingerprint"] for one in before["findings"]}
    assert [one["code"] for one in after["baseline"]["fixed"]] == ["TP002", "TP003"]
    # Only now that the figures agree can the share of those present be judged.
    assert "TP004" in {one["code"] for one in before["undecided"]}
    assert [one["code"] for one in after["findings"] if one["status"] == "new"] == ["TP004"]
    kept = [one for one in after["findings"] if one["status"] == "unchanged"]
    assert {"PB002", "YK004"} <= {one["code"] for one in kept}
    assert all(prints[one["code"]] == one["fingerprint"] for one in kept)
