from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from minutes_nlp.bulk import analyze_texts, stats
from minutes_nlp.bulk.schema import COLUMNS, Row, Table
from minutes_nlp.bulk.store import store_to_write
from minutes_nlp.errors import UsageError

UNITS = {"1": "Chi bộ A", "2": "Chi bộ A", "3": None, "4": "Chi bộ B", "5": "Chi bộ A"}
OUTCOMES = {
    "1": "analysed",
    "2": "analysed",
    "3": "needs_person",
    "4": "failed",
    "5": "duplicate",
}
FINDINGS = [
    ("1", "KL001", False),
    ("1", "KL001", False),
    ("2", "KL001", True),
    ("3", "YK001", False),
]


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    rows: dict[Table, list[Row]] = {table: [] for table in COLUMNS}
    for path, unit in UNITS.items():
        row = {"path": path, "sha256": path, "unit": unit, "outcome": OUTCOMES[path]}
        rows["files"].append(row | {"month": "2026-07"})
    for path, code, undecided in FINDINGS:
        severity = None if undecided else "error"
        row = {"path": path, "sha256": path, "code": code, "severity": severity}
        rows["findings"].append(row | {"undecided": undecided})
    rows["levels"].append(
        {"path": "1", "sha256": "1", "characteristic": "leadership", "level": "weak"}
    )
    with store_to_write(tmp_path / "store", tmp_path, 0) as store:
        store.write("0000", rows, "")
    return tmp_path / "store"


def rows_of(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return [tuple(row) for row in frame.itertuples(index=False)]


def test_documents_by_outcome(counted: Path) -> None:
    assert rows_of(stats(counted, ["outcome"])) == [
        ("analysed", 2),
        ("duplicate", 1),
        ("failed", 1),
        ("needs_person", 1),
    ]


def test_findings_count_documents_among_those_of_the_same_cell(counted: Path) -> None:
    table = stats(counted, ["unit,month", "code"])
    assert list(table.columns) == [
        *("unit", "month", "code"),
        *("documents", "undecided", "analysed", "share"),
    ]
    assert rows_of(table) == [
        ("?", "2026-07", "YK001", 1, 0, 1, 1.0),
        ("Chi bộ A", "2026-07", "KL001", 1, 1, 2, 0.5),
        ("Chi bộ A", "2026-07", "LT001", 0, 1, 2, 0.0),  # nothing says that they were regular
    ]


def test_levels(counted: Path) -> None:
    assert rows_of(stats(counted, ["characteristic", "level"])) == [
        ("leadership", "weak", 1, 3, 0.3333)
    ]


@pytest.mark.parametrize(
    ("by", "told"), [(["cod"], "code"), (["code", "level"], "đếm riêng"), (["chair"], "cách nhóm")]
)
def test_groups_that_cannot_be(counted: Path, by: list[str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        stats(counted, by)


def test_texts_at_hand_give_the_same_tables() -> None:
    texts = pd.Series({"một": "BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026\nĐ/c Lan: đồng ý."})
    frames = analyze_texts(texts)
    assert {table: tuple(frame.columns) for table, frame in frames.items()} == {
        table: tuple(columns) for table, columns in COLUMNS.items()
    }
    assert list(frames["files"]["path"]) == ["một"]
    assert list(frames["files"]["stated_month"]) == ["2026-07"]
    assert len(frames["texts"]) == 2
    assert len(frames["findings"]) > 3
