"""The checks over a store: one pass, whatever its shards, with or without texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from minutes_nlp.bulk import compare_minutes
from minutes_nlp.bulk.across.checks import check_across
from minutes_nlp.bulk.across.documents import documents_of
from minutes_nlp.bulk.schema import Row
from minutes_nlp.bulk.store_errors import StoreError
from tests.bulk.across.building import build_store, invented, text_rows

WHAT = "Đồng chí Lan lập danh sách hộ nghèo xóm Đình gửi Đảng ủy"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    files: list[Row] = [
        {"path": "1", "unit": "CHI BỘ TDP 1", "month": "2026-06"},
        {"path": "2", "unit": "Chi bộ tổ dân phố 1", "month": "2026-07"},
        {"path": "3", "unit": "Chi bộ tổ dân phố 1", "month": "2026-09"},
        {"path": "4", "unit": "Chi bộ 2", "month": "2026-07", "kind": "other"},
        {"path": "5", "unit": "Chi bộ 2", "month": "2026-08", "outcome": "failed"},
    ]
    texts = {"1": 1, "2": 2, "3": 1, "4": 1, "5": 1}
    return build_store(
        tmp_path / "store",
        files,
        texts=[row for path, seed in texts.items() for row in text_rows(path, invented(seed))],
        tasks=[{"path": "1", "first": 2, "who": "đồng chí Lan", "what": WHAT, "due": None}],
    )


def test_everything_in_one_pass(store: Path) -> None:
    across = check_across(store)
    assert [held.path for held in across.documents] == ["1", "2", "3"]
    assert [(pair.first.path, pair.second.path) for pair in across.copies] == [("1", "3")]
    assert [(one.unit, one.month) for one in across.missing] == [("Chi bộ tổ dân phố 1", "2026-08")]
    assert [(one.task.held.path, one.later.path) for one in across.tasks] == [("1", "2")]
    told = [(v.code, v.undecided, v.path) for v in across.verdicts()]
    assert told == [("HT006", False, "3"), ("LT001", False, None), ("LT002", False, "1")]


def test_what_is_said_names_no_person_and_quotes_nothing(store: Path) -> None:
    for verdict in check_across(store).verdicts():
        for text in (verdict.message.vi, verdict.message.en):
            assert "Lan" not in text
            assert invented(1)[0].split()[0] not in text.split()


def test_a_store_without_texts_is_still_asked_for_months(store: Path) -> None:
    for table in ("texts", "tasks", "quotes"):
        shutil.rmtree(store / table)
    across = check_across(store)
    assert not across.has_texts
    assert (across.copies, across.nothing_own, across.tasks) == ((), (), ())
    assert [one.month for one in across.missing] == ["2026-08"]


def test_frames_have_no_column_for_persons(store: Path) -> None:
    frames = compare_minutes(store)
    assert {name: len(frame) for name, frame in frames.items()} == {
        "copies": 1,
        "missing": 1,
        "tasks": 1,
    }
    assert "who" not in frames["tasks"].columns
    assert frames["copies"]["second_path"].tolist() == ["3"]


def test_an_empty_store_has_empty_frames(tmp_path: Path) -> None:
    frames = compare_minutes(build_store(tmp_path / "empty", []))
    assert all(frame.empty for frame in frames.values())
    assert "share" in frames["copies"].columns


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        compare_minutes(tmp_path / "none")


def test_a_cell_is_named_as_most_of_its_documents_write_it() -> None:
    common = {"outcome": "analysed", "kind_confidence": 1.0}
    names = ["Chi bộ A", "CHI BỘ A", "Chi bộ A", "chi bo a.", None]
    rows = [{"path": str(n), "unit": name} | common for n, name in enumerate(names)]
    assert [held.unit for held in documents_of(rows)] == [*["Chi bộ A"] * 4, None]
