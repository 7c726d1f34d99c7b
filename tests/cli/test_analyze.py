from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call

Run = Callable[..., Call]


@pytest.mark.parametrize(
    ("name", "code"),
    [("clean", 0), ("faulty", 1), ("other", 1), ("damaged", 3), ("model", 5), ("crash", 70)],
)
def test_one_file_gives_the_exit_code_of_its_outcome(call: Run, name: str, code: int) -> None:
    assert call("analyze", f"{name}.txt").code == code


def test_findings_go_to_stdout_and_failures_to_stderr(call: Run) -> None:
    faulty, damaged = call("analyze", "faulty.txt"), call("analyze", "damaged.txt")
    assert "[KL001]" in faulty.out
    assert faulty.err == ""
    assert damaged.out == ""
    assert damaged.err == "minutes-nlp: damaged.txt: Tệp bị hỏng; hãy mở bằng Word và lưu lại.\n"


def test_among_several_files_the_gravest_counts_and_the_others_are_done(call: Run) -> None:
    done = call("analyze", "damaged.txt", "faulty.txt", "crash.txt", "clean.txt")
    assert done.code == 70
    assert "faulty.txt" in done.out
    assert "clean.txt" in done.out
    assert len(done.err.splitlines()) == 2


def test_json_lines_hold_every_file_in_order_also_the_failed(call: Run) -> None:
    names = ["faulty.txt", "damaged.txt", "clean.txt", "crash.txt"]
    done = call("analyze", *names, "--format", "json")
    reports = [json.loads(line) for line in done.out.splitlines()]
    assert [report["source"]["name"] for report in reports] == names
    assert [report["failure"] and report["failure"]["error"] for report in reports] == [
        None,
        "UnreadableInputError",
        None,
        "RuntimeError",
    ]


def test_pictures_of_one_document_give_one_report(call: Run) -> None:
    done = call("analyze", "--as-one", "faulty.txt", "clean.txt", "--format", "json")
    (report,) = [json.loads(line) for line in done.out.splitlines()]
    assert report["source"]["name"] == "faulty.txt+clean.txt"
    assert done.code == 1


def test_texts_of_several_files_follow_each_other(call: Run) -> None:
    out = call("analyze", "faulty.txt", "clean.txt").out
    assert out.index("faulty.txt") < out.index("\n\n\nKết quả đọc biên bản: clean.txt")


def test_english_is_spoken_when_asked(call: Run) -> None:
    done = call("analyze", "faulty.txt", "damaged.txt", "--lang", "en")
    assert "To mend" in done.out
    assert "The file is damaged." in done.err


def test_standard_input_is_read_for_a_dash(call: Run) -> None:
    assert call("analyze", "-", stdin="Biên bản thiếu kết luận").code == 1
    assert call("analyze", "-", stdin="Biên bản đủ").code == 0


def test_options_win_over_the_settings_file(call: Run, folder: Path) -> None:
    config = folder / "thiet-lap.toml"
    config.write_text('profile = "hd12-2018"\nselect = ["KL"]\nlanguage = "en"\n', encoding="utf-8")
    out = call("analyze", "clean.txt", "--config", str(config)).out
    assert "profile hd12-2018 KL" in out
    options = (
        "--profile",
        "hd42-2025",
        "--select",
        "YK001,KL",
        "--ignore",
        "KL001",
        "--lang",
        "vi",
    )
    out = call("analyze", "clean.txt", "--config", str(config), *options).out
    assert "bộ quy định hd42-2025 YK001,KL KL001" in out


def test_doubt_wins_over_the_settings_file(call: Run, folder: Path) -> None:
    config = folder / "thiet-lap.toml"
    config.write_text("doubt = 0.5\n", encoding="utf-8")
    assert "doubt 0.5" in call("analyze", "clean.txt", "--config", str(config)).out
    done = call("analyze", "clean.txt", "--config", str(config), "--doubt", "0.1")
    assert "doubt 0.1" in done.out


def test_unknown_settings_are_a_usage_error_before_any_file_is_read(call: Run) -> None:
    for options in (
        ("--profile", "hd99"),
        ("--select", "XX001"),
        ("--config", "nowhere.toml"),
        ("--doubt", "1.5"),
    ):
        done = call("analyze", "crash.txt", *options)
        assert done.code == 2
        assert done.out == ""
        assert len(done.err.splitlines()) == 1


def test_html_of_several_files_needs_a_folder(call: Run) -> None:
    done = call("analyze", "clean.txt", "faulty.txt", "--format", "html")
    assert done.code == 2
    assert "--output" in done.err
    assert call("analyze", "faulty.txt", "--format", "html").out.startswith("<!DOCTYPE html>")
