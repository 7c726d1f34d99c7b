"""Findings over many minutes: counted by ``stats``, told by ``bulk``, kept while they hold."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from minutes_nlp.bulk import engines, stats
from minutes_nlp.bulk.across import after_run, kept
from minutes_nlp.bulk.across.kept import across_of, keep_terms, kept_across
from minutes_nlp.bulk.across.rules import across_rules
from minutes_nlp.bulk.across.terms import Terms
from minutes_nlp.bulk.roll import Cell, Roll
from minutes_nlp.bulk.schema import Row
from minutes_nlp.cli.main import program
from minutes_nlp.errors import UsageError
from minutes_nlp.model.labels import Severity
from minutes_nlp.registry import ACROSS_CODES
from minutes_nlp.settings import Settings
from tests.bulk.across.building import build_store, invented, text_rows
from tests.bulk.conftest import write_files
from tests.bulk.stub_program import engine_of

WHAT = "Đồng chí Lan lập danh sách hộ nghèo xóm Đình gửi Đảng ủy"
FILES: list[Row] = [
    {"path": "1", "unit": "Chi bộ A", "month": "2026-06"},
    {"path": "2", "unit": "Chi bộ A", "month": "2026-07"},
    {"path": "3", "unit": "Chi bộ A", "month": "2026-09"},
]
CELLS = {1: Cell("Chi bộ A", first="2026-05", last="2026-09")}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two copies, a gap between them, and a task that nobody takes up."""
    texts = {"1": 1, "2": 2, "3": 1}
    return build_store(
        tmp_path / "kho",
        FILES,
        texts=[row for path, seed in texts.items() for row in text_rows(path, invented(seed))],
        tasks=[{"path": "1", "first": 2, "who": "đồng chí Lan", "what": WHAT, "due": None}],
    )


def counted(store: Path, *by: str) -> list[tuple[object, ...]]:
    table = stats(store, by).drop(columns=["analysed"])
    return [tuple(row) for row in table.astype(object).where(table.notna(), None).to_numpy()]


def test_codes_are_those_of_the_checks() -> None:
    assert tuple(rule.code for rule in across_rules()) == ACROSS_CODES


def test_stats_count_them_as_findings_of_their_cell_and_month(store: Path) -> None:
    assert counted(store, "unit,month,code") == [
        ("Chi bộ A", "2026-06", "LT002", 1, 0, 1.0),
        ("Chi bộ A", "2026-08", "LT001", 1, 0, None),
        ("Chi bộ A", "2026-09", "HT006", 1, 0, 1.0),
    ]
    assert counted(store, "severity") == [("info", 1, 0, 0.3333), ("warning", 2, 0, 0.3333)]
    assert counted(store, "kind", "code") == [
        ("?", "LT001", 1, 0, None),
        ("regular", "HT006", 1, 0, 0.3333),
        ("regular", "LT002", 1, 0, 0.3333),
    ]


def test_undecided_ones_count_as_undecided(store: Path) -> None:
    keep_terms(store, Terms())
    later: Row = {"path": "4", "unit": "Chi bộ A", "month": "2026-08", "kind_confidence": 0.1}
    build_store(store.with_name("two"), [*FILES, later])
    assert ("2026-08", "LT001", 0, 1, 0.0) in counted(store.with_name("two"), "month,code")


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(select=("KL",)), set()),
        (Settings(select=("LT",)), {"LT001", "LT002"}),
        (Settings(ignore=("LT",)), {"HT006"}),
        (Settings(select=("LT", "HT"), ignore=("LT002",)), {"LT001", "HT006"}),
    ],
)
def test_selection_holds(store: Path, settings: Settings, codes: set[str]) -> None:
    keep_terms(store, Terms.of(settings))
    assert {row["code"] for row in across_of(store).rows} == codes


def test_severities_hold_and_unknown_codes_do_not() -> None:
    terms = Terms.of(Settings(severities={"lt002": Severity.ERROR}))
    assert terms.severities == {"HT006": "warning", "LT001": "warning", "LT002": "error"}
    with pytest.raises(UsageError, match="LT002"):
        Settings(ignore=("LT009",))
    with pytest.raises(UsageError):
        Settings(thresholds={"LT002": {"share": 0.5}})


def test_terms_come_back_as_they_were(store: Path) -> None:
    terms = Terms.of(Settings(ignore=("HT006",), language="en"), Roll(CELLS, "d"))
    keep_terms(store, terms)
    assert kept.terms_of(store) == terms
    missing = {row["month"] for row in across_of(store).rows if row["code"] == "LT001"}
    assert missing == {"2026-05", "2026-08"}


def test_what_was_said_is_kept_until_something_changes(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = across_of(store)
    assert len(said.rows) == 3
    shutil.rmtree(store / "texts")  # handed on without words
    monkeypatch.setattr(kept, "check_across", None)
    assert across_of(store) == said
    keep_terms(store, Terms.of(Settings(language="en")))
    old = kept_across(store)
    assert old is not None
    assert (old.rows, old.current) == (said.rows, False)


def test_a_damaged_table_is_made_anew(store: Path) -> None:
    said = across_of(store)
    (store / "across" / "findings.parquet").write_bytes(b"PAR1")
    assert kept_across(store) is None
    assert across_of(store) == said
    assert kept_across(store) == said


def test_nothing_that_is_kept_quotes_or_names_anybody(store: Path) -> None:
    across_of(store)
    frame = pd.read_parquet(store / "across")
    told = " ".join(frame["message"])
    assert "Lan" not in told
    assert "hộ nghèo" not in told


@pytest.fixture
def bulk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``bulk`` over the files of the test, with the stub, which finds nothing in "bản"."""
    monkeypatch.setattr(engines, "engine_of", engine_of)

    def run(*options: str) -> Result:
        places = [str(tmp_path / "in"), "--store", str(tmp_path / "store")]
        arguments = ["bulk", *places, "--jobs", "1", "--progress", "none", *options]
        return CliRunner().invoke(program, arguments)

    return run


def test_a_run_tells_them_and_its_exit_code_counts_them(
    bulk: Callable[..., Result], tmp_path: Path
) -> None:
    write_files(tmp_path / "in", {"a.txt": "bản"})
    assert bulk().exit_code == 0
    roll = tmp_path / "roll.csv"
    roll.write_text("unit,from,to\nChi bộ A,2026-01,2026-02\n", encoding="utf-8")
    told = bulk("--roll", str(roll))
    assert told.exit_code == 1
    assert "So các biên bản với nhau: LT001 2 điểm (0 chưa kết luận)" in told.stdout
    config = tmp_path / "c.toml"
    config.write_text('ignore = ["LT"]\n', encoding="utf-8")
    told = bulk("--roll", str(roll), "--config", str(config), "--lang", "en")
    assert (told.exit_code, "Over many minutes: no findings." in told.stdout) == (0, True)


def test_a_small_run_over_a_large_store_leaves_them_to_stats(
    bulk: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(after_run, "_ALWAYS", 0)
    monkeypatch.setattr(after_run, "_FOR_EACH", 1)
    write_files(tmp_path / "in", {"a.txt": "bản", "b.txt": "bản 2"})
    assert "chưa so lại" not in bulk().stdout
    write_files(tmp_path / "in", {"c.txt": "bản 3"})
    assert "chưa so lại" in bulk().stdout
    stats(tmp_path / "store", ["code"])
    assert "chưa so lại" not in bulk().stdout
