"""The command ``report``, and ``bulk --roll``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_nlp.bulk.schema import Row
from minutes_nlp.errors import ExitCode
from tests.bulk.across.building import build_store
from tests.cli.conftest import Call

Run = Callable[..., Call]
FILES: list[Row] = [
    {"path": "a/1.txt", "unit": "Chi bộ A", "month": "2026-06"},
    {"path": "a/2.txt", "unit": "Chi bộ A", "month": "2026-08"},
]


@pytest.fixture
def store(folder: Path) -> Path:
    return build_store(folder / "kho", FILES)


def test_workbook_and_pages_are_written(call: Run, folder: Path, store: Path) -> None:
    done = call("report", str(store), "--xlsx", "bang.xlsx", "--html", "trang/moi")
    assert done.code == ExitCode.CLEAN
    assert (folder / "bang.xlsx").read_bytes()[:2] == b"PK"
    page = (folder / "trang" / "moi" / "unit-0001.html").read_text(encoding="utf-8")
    assert "Chưa thấy biên bản sinh hoạt thường kỳ tháng 07/2026." in page
    assert "bang.xlsx" in done.out
    assert "index.html" in done.out


def test_english(call: Run, folder: Path, store: Path) -> None:
    call("report", str(store), "--html", "pages", "--lang", "en")
    page = (folder / "pages" / "unit-0001.html").read_text(encoding="utf-8")
    assert "No minutes of a regular meeting of 07/2026." in page


def test_pages_of_an_earlier_report_go_and_other_files_stay(
    call: Run, folder: Path, store: Path
) -> None:
    (folder / "trang").mkdir()
    for name in ("unit-0009.html", "cua-toi.html"):
        (folder / "trang" / name).write_text("cũ", encoding="utf-8")
    call("report", str(store), "--html", "trang")
    left = {place.name for place in (folder / "trang").iterdir()}
    assert left == {"index.html", "unit-0001.html", "cua-toi.html"}


def test_the_roll_says_what_is_missing(call: Run, folder: Path, store: Path) -> None:
    (folder / "roll.csv").write_text("chi_bo,tu_thang,den_thang\nChi bộ A,2026-05,2026-08\n")
    call("report", str(store), "--html", "trang", "--roll", "roll.csv")
    page = (folder / "trang" / "unit-0001.html").read_text(encoding="utf-8")
    assert "05/2026" in page


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ((), "--xlsx"),
        (("--xlsx", "none/x.xlsx"), "Không ghi được"),
        (("--html", "clean.txt"), "Không ghi được"),
        (("--html", "trang", "--roll", "none.csv"), "Không đọc được"),
    ],
)
def test_what_cannot_be_done(call: Run, store: Path, extra: tuple[str, ...], told: str) -> None:
    done = call("report", str(store), *extra)
    assert done.code == ExitCode.USAGE
    assert told in done.err


@pytest.mark.parametrize("command", [("report", "clean.txt", "--xlsx", "x.xlsx"), ("report", ".")])
def test_no_store(call: Run, folder: Path, command: tuple[str, ...]) -> None:
    assert call(*command).code == ExitCode.USAGE


def test_a_wrong_roll_stops_bulk_before_it_begins(call: Run, folder: Path) -> None:
    (folder / "roll.csv").write_text("chi_bo,luong\nA,1\n", encoding="utf-8")
    done = call("bulk", ".", "--store", "kho-moi", "--roll", "roll.csv")
    assert done.code == ExitCode.USAGE
    assert "luong" in done.err
    assert not (folder / "kho-moi").exists()
