"""Several formats and places in one run, the formats for programs, and the comparison."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from minutes_nlp.annotating import Annotated
from minutes_nlp.model.report import Report
from tests.cli import stub_analyzer
from tests.cli.conftest import Call
from tests.readers.docx_builder import docx, paragraph
from tests.renderers.sample_reports import earlier_report, failed_report

Run = Callable[..., Call]


def test_each_output_takes_the_format_of_its_suffix(call: Run, folder: Path) -> None:
    names = ("a.html", "a.json", "a.sarif", "a.xml", "a.txt")
    done = call("analyze", "faulty.txt", *(part for name in names for part in ("--output", name)))
    assert (done.code, done.out) == (1, "")
    starts = ("<!DOCTYPE", '{\n  "schema"', '{\n  "version"', "<?xml", "Kết quả")
    for name, start in zip(names, starts, strict=True):
        assert (folder / name).read_text("utf-8").startswith(start)
        assert name in done.err


def test_one_output_can_be_the_terminal(call: Run, folder: Path) -> None:
    done = call("analyze", "faulty.txt", "--output", "-", "--output", "a.json")
    assert done.out.startswith("Kết quả")
    assert json.loads((folder / "a.json").read_text("utf-8"))["findings"]


def test_formats_go_with_outputs_in_their_order(call: Run, folder: Path) -> None:
    pairs = ("--format", "junit", "--output", "a", "--format", "json", "--output", "b")
    call("analyze", "clean.txt", *pairs)
    assert etree.parse(folder / "a").getroot().tag == "testsuites"
    assert json.loads((folder / "b").read_text("utf-8"))["findings"] == []


def test_a_folder_takes_every_format_of_every_file(call: Run, folder: Path) -> None:
    formats = ("--format", "html", "--format", "sarif")
    done = call("analyze", "clean.txt", "damaged.txt", *formats, "--output", "out")
    assert done.code == 3
    assert {path.name for path in (folder / "out").iterdir()} == {
        "clean.html",
        "clean.sarif",
        "damaged.html",
        "damaged.sarif",
    }


def test_comments_beside_reports_take_one_analysis_a_file(
    call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = sys.modules["minutes_nlp.analyzer"]
    analysed: list[str] = []

    def analyze(path: Path, **asked: Any) -> Report:
        analysed.append(path.name)
        return stub_analyzer.analyze(path, **asked)

    def annotate(data: bytes, *_: object) -> Annotated:
        return Annotated(data, comments=0, loose=0)

    monkeypatch.setattr(stub, "analyze", analyze)
    monkeypatch.setattr(import_module("minutes_nlp.cli.commenting"), "annotate", annotate)
    for name in ("clean.docx", "damaged.docx", "faulty.docx"):
        (folder / name).write_bytes(docx(paragraph("Biên bản")))
    names = ("clean.docx", "damaged.docx", "other.txt", "faulty.docx")
    formats = ("--format", "json", "--format", "docx", "--format", "html")
    done = call("analyze", *names, *formats, "--output", "out/")
    assert analysed == list(names)
    assert done.code == 3
    assert done.err.count("damaged.docx: Tệp bị hỏng") == 1
    assert "other.txt: Chỉ trả lại được tệp .docx" in done.err
    assert {path.name for path in (folder / "out").glob("*.docx")} == {"clean.docx", "faulty.docx"}
    assert len(list((folder / "out").glob("*.json"))) == len(names)


def test_what_cannot_be_given_back_is_not_analysed_for_comments_alone(
    call: Run, folder: Path
) -> None:
    done = call("analyze", "crash.txt", "--output", "a.docx")
    assert (done.code, "Chỉ trả lại được tệp .docx" in done.err) == (3, True)


@pytest.mark.parametrize(
    "options",
    [
        ("--output", "a.json", "--output", "./a.json"),
        ("--output", "-", "--output", "-"),
        ("--format", "json", "--format", "json", "--output", "out/"),
        ("--format", "json", "--format", "html"),
        ("--format", "json", "--format", "html", "--output", "a.json"),
        ("--format", "json", "--format", "html", "--output", "-"),
        ("--format", "json", "--output", "a.json", "--output", "b.json"),
        ("--output", "a.json", "--output", ""),
        ("--output", "a.json", "--output", "clean.txt"),
    ],
)
def test_outputs_that_do_not_fit_are_refused(
    call: Run, folder: Path, options: tuple[str, ...]
) -> None:
    done = call("analyze", "clean.txt", *options)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert not list(folder.rglob("*.json"))


@pytest.mark.parametrize("format_name", ["sarif", "junit"])
def test_whole_documents_need_a_folder(call: Run, format_name: str) -> None:
    done = call("analyze", "clean.txt", "faulty.txt", "--format", format_name)
    assert (done.code, done.out) == (2, "")
    assert f"Nhiều tệp {format_name} không in chung được" in done.err


def test_a_failed_file_is_in_what_programs_read(call: Run) -> None:
    done = call("analyze", "damaged.txt", "--format", "sarif")
    assert done.code == 3
    assert json.loads(done.out)["runs"][0]["invocations"][0]["executionSuccessful"] is False
    done = call("analyze", "crash.txt", "--format", "junit")
    assert done.code == 70
    assert etree.fromstring(done.out.encode()).get("errors") == "1"


@pytest.fixture
def earlier(folder: Path) -> str:
    (folder / "cu.json").write_text(earlier_report().to_json(indent=2), encoding="utf-8")
    return "cu.json"


def test_comparison_is_in_every_format_and_keeps_the_exit_code(
    call: Run, folder: Path, earlier: str
) -> None:
    places = ("--output", "-", "--output", "a.json", "--output", "a.html", "--output", "a.sarif")
    done = call("analyze", "faulty.txt", "--baseline", earlier, *places)
    assert done.code == 1
    assert "2 còn lại · 1 mới" in done.out
    data = json.loads((folder / "a.json").read_text("utf-8"))
    assert {one["code"]: one["status"] for one in data["findings"]} == {
        "KL001": "new",
        "TP002": "unchanged",
        "PB002": "unchanged",
    }
    assert data["baseline"]["source"] == "bien-ban-ban-dau.docx"
    assert "còn lại</span>" in (folder / "a.html").read_text("utf-8")
    run = json.loads((folder / "a.sarif").read_text("utf-8"))["runs"][0]
    assert run["results"][0]["baselineState"] == "new"
    assert call("analyze", "clean.txt", "--baseline", earlier).code == 0


def test_among_several_files_the_name_tells_which_is_compared(call: Run, folder: Path) -> None:
    call("analyze", "faulty.txt", "other.txt", "--format", "json", "--output", "out")
    lines = call("analyze", "faulty.txt", "damaged.txt", "--format", "json").out
    (folder / "cu.jsonl").write_text(lines, encoding="utf-8")
    done = call("analyze", "faulty.txt", "other.txt", "--baseline", "cu.jsonl", "--format", "json")
    first, second = map(json.loads, done.out.splitlines())
    assert [one["status"] for one in first["findings"]] == ["unchanged"] * 3
    assert second["baseline"] is None
    assert "other.txt: trong kết quả cũ không có đúng một biên bản mang tên này" in done.err


def test_the_earlier_report_can_be_replaced_by_the_new_one(call: Run, folder: Path) -> None:
    call("analyze", "faulty.txt", "--output", "a.json")
    for _ in range(2):
        call("analyze", "faulty.txt", "--baseline", "a.json", "--output", "a.json")
    data = json.loads((folder / "a.json").read_text("utf-8"))
    assert [one["status"] for one in data["findings"]] == ["unchanged"] * 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "Không đọc được kết quả cũ"),
        ("Biên bản", "không phải kết quả dạng json"),
        ('{"findings": []}', "không phải kết quả dạng json"),
        ("", "không có kết quả nào"),
        (failed_report().to_json(), "không có kết quả nào"),
    ],
)
def test_a_wrong_baseline_is_named_before_anything_is_read(
    call: Run, folder: Path, text: str | None, said: str
) -> None:
    if text is not None:
        (folder / "cu.json").write_text(text, encoding="utf-8")
    done = call("analyze", "crash.txt", "--baseline", "cu.json")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "boom" not in done.err
