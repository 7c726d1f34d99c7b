"""The workbook says what the store says, and no text of anybody becomes a formula."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import settings as checking
from hypothesis import strategies as st
from lxml import etree

from minutes_nlp.bulk.reports import sheets
from minutes_nlp.bulk.reports.review import Review, review_store
from minutes_nlp.bulk.reports.sheets import Column, Sheets
from minutes_nlp.bulk.reports.workbook import workbook
from tests.bulk.reports.conftest import HOSTILE, MARKUP

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(data: bytes) -> dict[str, list[list[Any]]]:
    """Values of all sheets; fails on a formula or link."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strings = [
        "".join(text.text or "" for text in item.iter(f"{_MAIN}t"))
        for item in etree.fromstring(parts.get("xl/sharedStrings.xml", b"<none/>"))
    ]
    names = [
        s.get("name") for s in etree.fromstring(parts["xl/workbook.xml"]).iter(f"{_MAIN}sheet")
    ]
    found = {}
    for number, name in enumerate(names, start=1):
        sheet = etree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"])
        assert not [*sheet.iter(f"{_MAIN}f"), *sheet.iter(f"{_MAIN}hyperlink")]
        found[name] = [[_value(cell, strings) for cell in row] for row in sheet.iter(f"{_MAIN}row")]
    return found


def _value(cell: Any, strings: list[str]) -> Any:
    value = cell.find(f"{_MAIN}v")
    if value is None:
        return None
    return strings[int(value.text)] if cell.get("t") == "s" else float(value.text)


def test_every_sheet_says_what_the_store_says(review: Review) -> None:
    found = read(workbook(review))
    assert [*found] == ["Tổng hợp", "Từng tệp", "Từng điểm", "Chi bộ theo tháng", "Cặp giống nhau"]
    sums = {row[0]: row[1] for row in found["Tổng hợp"]}
    assert sums["Số tệp tìm thấy"] == 9
    assert sum(v for k, v in sums.items() if k.startswith("= ")) == 9
    assert sums["KL001 Thiếu kết luận của chủ trì"] == 1
    files = {row[2]: row for row in found["Từng tệp"][1:]}
    assert len(files) == 9
    assert files["hong.docx"][3:5] == ["không đọc được", "+84 Tệp bị hỏng <b>"]
    assert files["a/6.txt"][9:11] == [1, 0]
    assert files["mat.txt"][9] is None
    codes = [row[3] for row in found["Từng điểm"][1:]]
    assert {"KL001", "YK002", "HT006", "LT001", "LT002"} == set(codes)


def test_pairs_and_heat_map(review: Review) -> None:
    found = read(workbook(review))
    (pair,) = found["Cặp giống nhau"][1:]
    assert pair[:2] == [1, "Nên xem"]
    assert (pair[4], pair[7]) == ("a/6.txt", "b/7.txt")
    head, *rows = found["Chi bộ theo tháng"]
    assert head[1:] == ["2026-06", "2026-07", "2026-08"]
    values = {row[0]: row[1:] for row in rows}
    assert values["Chi bộ A"] == [1, "?", 0]  # mo.pdf may be the minutes of July
    assert values[MARKUP][1] == 2


def test_hostile_text_stays_text(review: Review) -> None:
    found = read(workbook(review))
    assert HOSTILE in [row[0] for row in found["Từng tệp"]]
    assert "=1+1" in [row[6] for row in found["Từng điểm"]]


def test_the_same_store_gives_the_same_bytes(review: Review, store: Path) -> None:
    assert workbook(review) == workbook(review_store(store))


@checking(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=st.characters(), min_size=1), min_size=1, max_size=5))
def test_any_text_can_be_written_and_none_is_a_formula(texts: list[str]) -> None:
    (rows,) = read(
        _book("Tờ", [[text] for text in [*texts, "=1", "@x", "-1", "+1", "http://x"]])
    ).values()
    assert [row[0] for row in rows[-5:]] == ["=1", "@x", "-1", "+1", "http://x"]
    assert len(rows) == len(texts) + 6


def test_long_text_is_cut_and_numbers_that_are_none_are_left_out() -> None:
    (rows,) = read(_book("Tờ", [["x" * 40_000], [float("nan")]])).values()
    assert len(rows[1][0]) == 32_767
    assert rows[2] == [None]


def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "ROWS", 4)
    found = read(_book("Tờ", [[number] for number in range(7)]))
    assert {name: [row[0] for row in rows] for name, rows in found.items()} == {
        "Tờ": ["Cột", 0, 1, 2],
        "Tờ 2": ["Cột", 3, 4, 5],
        "Tờ 3": ["Cột", 6],
    }


def _book(name: str, rows: list[list[object]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    Sheets(book).table(name, [Column("Cột", 10)], rows)
    book.close()
    return target.getvalue()
