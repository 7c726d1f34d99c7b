"""The roll, and whose minutes a file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_nlp.bulk.path_names import month_of_path, unit_of_path
from minutes_nlp.bulk.place_by_all import PlaceByAll, short_name
from minutes_nlp.bulk.places import Place
from minutes_nlp.bulk.roll import Roll, RollError, read_roll


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    place = tmp_path / "cells.csv"
    place.write_bytes(text.encode(encoding))
    return place


def roll_of(tmp_path: Path, text: str) -> Roll:
    return read_roll(written(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "unit,folder,aliases,from,to\nChi bộ A,xa-1/a,CB Á|A cũ,2026-01,\n\nChi bộ B,,,,\n",
        "\ufeffCHI_BO;Thu_Muc;ten_khac;tu_thang;den_thang\r\n"
        "Chi bộ A;xa-1\\a\\;CB Á|A cũ;2026-01;\r\nChi bộ B;;;;",
    ],
)
def test_a_roll_in_either_language(tmp_path: Path, text: str) -> None:
    roll = roll_of(tmp_path, text)
    assert [cell.unit for cell in roll.cells] == ["Chi bộ A", "Chi bộ B"]
    assert roll.by_folder("xa-1/a/2026/7.txt") == "Chi bộ A"
    assert roll.by_folder("xa-1/b/7.txt") is None
    assert roll.by_name("chi bộ á") == "Chi bộ A"
    assert roll.by_name("a CŨ") == "Chi bộ A"
    assert roll.periods() == {"Chi bộ A": ("2026-01", None), "Chi bộ B": (None, None)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit,secretary\nA,Lan", "secretary"),
        ("folder\nx", "unit"),
        ("unit,unit\nA,B", "mỗi cột một lần"),
        ("unit\nA\nB\na", "dòng 2 và dòng 4"),
        ("unit,aliases\nA,B\nB,", "dòng 2 và dòng 3"),
        ("unit,folder\nA,x/y\nB,x\\y/", "dòng 2 và dòng 3"),
        ("unit,from\nA,7/2026", "dòng 2"),
        ("unit,from,to\nA,2026-07,2026-06", "tháng đầu"),
        ("unit,from\n,2026-07", "thiếu tên"),
        ("unit\nA,B", "thừa cột"),
        ("unit\n", "không có chi bộ"),
        ("", "unit"),
    ],
)
def test_a_roll_that_cannot_be_used(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RollError, match=told):
        roll_of(tmp_path, text)


def test_a_roll_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RollError, match="UTF-8"):
        read_roll(written(tmp_path, "unit\nChi bộ Á", "utf-16"))
    with pytest.raises(RollError, match="Không đọc được"):
        read_roll(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("a/2026-07.docx", "2026-07"),
        ("a/2026-07-05 họp.docx", "2026-07"),
        ("a/BB 05-07-2026.pdf", "2026-07"),
        ("a/bien ban thang 7 nam 2026.txt", "2026-07"),
        ("a/Tháng 7.2026.txt", "2026-07"),
        ("a/T12-2025.txt", "2025-12"),
        ("2026/a/thang-7.txt", "2026-07"),
        ("2026/Tháng 07/x.txt", "2026-07"),
        ("202607/x.txt", "2026-07"),
        ("a/x.txt", None),
        ("2026/x.txt", None),
        ("a/thang 13.txt", None),
        ("a/12026-071.txt", None),
    ],
)
def test_the_month_in_a_path(path: str, month: str | None) -> None:
    assert month_of_path(path) == month


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("xa-1/chi-bo-thon-3/2026-07.txt", "chi bo thon 3"),
        ("xa-1/Chi bộ thôn 3/2026/thang 7.txt", "Chi bộ thôn 3"),
        ("xa-1/Chi bộ Cấp cứu T7-2026.txt", "Chi bộ Cấp cứu"),
        ("xa-1/thon-3/2026/x.txt", "thon 3"),
        ("xa-1/thon-3/Tháng 7/x.txt", "thon 3"),
        ("2026/x.txt", None),
        ("x.txt", None),
    ],
)
def test_the_cell_in_a_path(path: str, unit: str | None) -> None:
    assert unit_of_path(path) == unit


@pytest.mark.parametrize(
    ("stated", "short"),
    [
        ("Chi bộ thôn Vọng Lô, xã Yên Lư, ngày 05 tháng 12 năm 2025", "Chi bộ thôn Vọng Lô"),
        ("CHI BỘ XÓM RÚ THÔNG THÁNG 10 NĂM 2024", "CHI BỘ XÓM RÚ THÔNG"),
        ("Chi bộ Tham mưu (Đảng bộ Đồn Biên phòng)", "Chi bộ Tham mưu"),
        ("Chi bộ số 3, Chi cục Thuế khu vực", "Chi bộ số 3, Chi cục Thuế khu vực"),
        ("Chi bộ 7 - Đảng Cộng sản Việt Nam", "Chi bộ 7"),
        ("CHI BỘ", "CHI BỘ"),
    ],
)
def test_a_name_without_what_follows_it(stated: str, short: str) -> None:
    assert short_name(stated) == short


def test_roll_then_text_then_path(tmp_path: Path) -> None:
    roll = roll_of(tmp_path, "unit,folder,aliases\nChi bộ A,xa/a,\nChi bộ B,,Bê\n")
    place = PlaceByAll(roll).place
    stated = {"stated_unit": "CHI BỘ B, xã Hòa", "stated_month": "2026-06"}
    assert place("xa/a/2026-07.txt", stated) == Place("Chi bộ A", "roll", "2026-06", "text")
    assert place("xa/x/2026-07.txt", stated) == Place("Chi bộ B", "roll", "2026-06", "text")
    assert place("xa/Bê/7.txt", {}) == Place("Chi bộ B", "roll", None, None)
    other = {"stated_unit": "Chi bộ C", "meeting_date": "2026-05-04"}
    assert place("xa/x/1.txt", other) == Place("Chi bộ C", "text", "2026-05", "text")
    assert place("xa/thon 9/2026-07.txt", {}) == Place("thon 9", "path", "2026-07", "path")


def test_another_roll_places_anew(tmp_path: Path) -> None:
    digests = {
        PlaceByAll(None).digest,
        PlaceByAll(roll_of(tmp_path, "unit\nA\n")).digest,
        PlaceByAll(roll_of(tmp_path, "unit\nB\n")).digest,
    }
    assert len(digests) == 3
