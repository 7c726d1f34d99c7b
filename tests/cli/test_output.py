from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.cli.targets import report_names
from tests.cli.conftest import Call

Run = Callable[..., Call]


def test_one_file_with_output_writes_that_file(call: Run, folder: Path) -> None:
    done = call("analyze", "faulty.txt", "--format", "json", "--output", "ket-qua")
    assert (done.code, done.out) == (1, "")
    assert json.loads((folder / "ket-qua").read_text("utf-8"))["findings"]
    assert done.err == "minutes-nlp: Đã ghi 1 kết quả vào ket-qua\n"


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!DOCTYPE"), ("a.json", "{"), ("a", "Kết")]
)
def test_suffix_of_the_output_tells_the_format(
    call: Run, folder: Path, name: str, start: str
) -> None:
    call("analyze", "faulty.txt", "--output", name)
    assert (folder / name).read_text("utf-8").startswith(start)


def test_existing_output_is_replaced_whole_and_keeps_its_mode(call: Run, folder: Path) -> None:
    target = folder / "a.json"
    target.write_text("x" * 100_000)
    target.chmod(0o640)
    call("analyze", "clean.txt", "--output", "a.json")
    assert json.loads(target.read_text("utf-8"))["findings"] == []
    assert target.stat().st_mode & 0o777 == 0o640
    assert not list(folder.glob("*.part")) + list(folder.glob(".*.part"))


@pytest.mark.parametrize("output", ["out", "out/"])
def test_several_files_go_into_a_folder_that_is_made(call: Run, folder: Path, output: str) -> None:
    files = ("faulty.txt", "damaged.txt", "clean.txt")
    done = call("analyze", *files, "--format", "json", "--output", output)
    assert done.code == 3
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "clean.json",
        "damaged.json",
        "faulty.json",
    ]
    assert json.loads((folder / "out/damaged.json").read_text("utf-8"))["failure"]


def test_one_file_goes_into_a_folder_that_is_there(call: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    call("analyze", "faulty.txt", "--format", "html", "--output", "out")
    assert (folder / "out/faulty.html").is_file()


@pytest.mark.parametrize("format_name", ["text", "html"])
def test_failure_replaces_an_old_report(call: Run, folder: Path, format_name: str) -> None:
    target = folder / "old"
    target.write_text("clean report of last month")
    call("analyze", "damaged.txt", "--format", format_name, "--output", "old")
    assert "Tệp bị hỏng" in target.read_text("utf-8")


def test_inputs_of_the_same_name_get_reports_of_their_own(call: Run, folder: Path) -> None:
    for place in ("a", "b"):
        (folder / place).mkdir()
        (folder / place / "faulty.txt").write_text("x")
    done = call("analyze", "a/faulty.txt", "b/faulty.txt", "--format", "json", "--output", "out")
    assert {path.name for path in (folder / "out").iterdir()} == {"faulty.json", "faulty-2.json"}
    assert "b/faulty.txt: trùng tên, kết quả ở out/faulty-2.json" in done.err


def test_minutes_are_never_overwritten(call: Run, folder: Path) -> None:
    for options in (("faulty.txt", "--output", "faulty.txt"), ("faulty.txt", "--output", ".")):
        done = call("analyze", *options)
        assert done.code == 2
        assert (folder / "faulty.txt").read_text("utf-8") == "Biên bản"
    os.link(folder / "faulty.txt", folder / "link.json")
    assert call("analyze", "faulty.txt", "--output", "link.json").code == 2


def test_missing_parent_is_named_and_nothing_is_made(call: Run, folder: Path) -> None:
    for output in ("no/such.json", "no/such/"):
        done = call("analyze", "clean.txt", "--output", output)
        assert done.code == 2
        assert str(folder / "no") in done.err
    assert not (folder / "no").exists()


def test_file_in_the_place_of_the_folder_is_refused(call: Run, folder: Path) -> None:
    (folder / "out").write_text("keep")
    assert call("analyze", "clean.txt", "faulty.txt", "--output", "out").code == 2
    assert (folder / "out").read_text() == "keep"


def test_link_stays_a_link_and_device_a_device(call: Run, folder: Path) -> None:
    (folder / "real.json").write_text("{}")
    (folder / "link.json").symlink_to("real.json")
    call("analyze", "clean.txt", "--output", "link.json")
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_text("utf-8"))["source"]
    assert call("analyze", "clean.txt", "--format", "json", "--output", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-3", "b", "B-2", "hòa", "hòa"]), max_size=9))
def test_report_names_never_collide(stems: list[str]) -> None:
    names = report_names([Path(f"{n}/{stem}.txt") for n, stem in enumerate(stems)], ".json")
    assert len({name.casefold() for name in names}) == len(stems)
    for stem, name in zip(stems, names, strict=True):
        if stems.count(stem) == 1 and not any(
            other != stem and other.casefold() == stem.casefold() for other in stems
        ):
            assert name.startswith(stem)


def test_docx_is_never_printed_nor_written_over_the_input(
    call: Callable[..., Call], folder: Path
) -> None:
    (folder / "a.docx").write_bytes(b"x")
    for args in ((), ("--output", "-"), ("--output", "a.docx"), ("--output", "./")):
        done = call("analyze", "a.docx", "--format", "docx", *args)
        assert done.code == 2
        assert "--output" in done.err
    assert (folder / "a.docx").read_bytes() == b"x"


def test_pages_and_standard_input_cannot_be_given_back(
    call: Callable[..., Call], folder: Path
) -> None:
    done = call("analyze", "-", "--output", "x.docx", stdin="Biên bản")
    assert (done.code, ".docx" in done.err) == (3, True)
    done = call("analyze", "clean.txt", "other.txt", "--as-one", "--output", "x.docx")
    assert done.code == 3
    assert not (folder / "x.docx").exists()
