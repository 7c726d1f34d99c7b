from __future__ import annotations

import errno
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.run import Summary, run_bulk
from minutes_nlp.bulk.schema import COLUMNS, QUOTING, TABLES, Table
from minutes_nlp.bulk.serial import Serial
from minutes_nlp.bulk.store import Store, store_to_write
from minutes_nlp.bulk.store_errors import StoreError
from tests.bulk.conftest import ORDER, all_bytes, many, write_files

Run = Callable[..., Summary]
ROOT = Path(__file__).parents[2]


def test_pandas_duckdb_and_polars_read_the_parts(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(100))
    run()
    for table in TABLES:
        pattern = str(store / table / "*.parquet")
        told = duckdb.sql(f"select * from '{pattern}'")
        frame = pl.read_parquet(pattern)
        assert list(COLUMNS[table]) == told.columns == frame.columns
        rows = len(read_store(store, [table])[table])
        assert told.count("*").fetchall() == [(rows,)]
        assert frame.height == rows == len(pd.read_parquet(store / table))
    assert len(read_store(store)["findings"]) > 0


def test_words_of_the_minutes_stand_in_parts_of_their_own(
    root: Path, store: Path, run: Run
) -> None:
    write_files(root, many(10))
    run()
    quoted = read_store(store, QUOTING)
    words = [text for text in quoted["texts"]["text"] if len(text.split()) > 3]
    assert words
    for frame in read_store(store).values():
        told = frame.select_dtypes("str").fillna("").agg(" ".join, axis=1).str.cat(sep=" ")
        assert not [text for text in words if text in told]


def test_a_store_can_be_handed_on_without_words(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(10))
    run()
    for table in QUOTING:
        for part in (store / table).iterdir():
            part.unlink()
        (store / table).rmdir()
    assert len(read_store(store)["files"]) == 10


def test_two_runs_at_once(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(3))
    with store_to_write(store, root, 0), pytest.raises(StoreError, match="đang được"):
        run()
    assert run().found == 3


def test_a_store_of_another_version(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(3))
    run()
    header = json.loads((store / "store.json").read_text())
    (store / "store.json").write_text(json.dumps(header | {"schema": "minutes-nlp/bulk/0"}))
    before = all_bytes(store)
    for call in (run, lambda: read_store(store)):
        with pytest.raises(StoreError, match="phiên bản khác"):
            call()
    assert all_bytes(store) == before


def test_a_store_of_another_folder(root: Path, store: Path, tmp_path: Path, run: Run) -> None:
    write_files(root, many(3))
    run()
    before = all_bytes(store)
    other = write_files(tmp_path / "khác", many(1))
    with pytest.raises(StoreError, match="ghi kết quả của thư mục"):
        run_bulk(other, store, lambda: Serial(ORDER))
    assert all_bytes(store) == before


@pytest.mark.parametrize("table", TABLES)
def test_a_part_that_is_gone_is_made_anew(root: Path, store: Path, run: Run, table: Table) -> None:
    write_files(root, many(100))
    run()
    whole = all_bytes(store)
    (store / table / "0001.parquet").unlink()
    assert 0 < run().examined < 100
    assert all_bytes(store) == whole


@pytest.mark.parametrize("content", [{"thư.txt": "quan trọng"}, {"store.json": "{"}])
def test_a_folder_that_is_no_store_is_left_alone(
    root: Path, store: Path, run: Run, content: dict[str, str]
) -> None:
    write_files(root, many(1))
    write_files(store, content)
    with pytest.raises(StoreError, match="không phải kho"):
        run()
    assert {path.name for path in store.iterdir()} <= {*content, "lock"}


def test_there_is_no_store(store: Path) -> None:
    with pytest.raises(StoreError, match="không phải kho"):
        read_store(store)


def test_a_damaged_part_is_told_to_readers_and_made_anew(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(100))
    run()
    whole = all_bytes(store)
    (store / "files" / "0001.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(StoreError, match=r"0001\.parquet"):
        read_store(store)
    run()
    assert all_bytes(store) == whole


def test_a_full_disk_leaves_the_store_whole(
    root: Path, store: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(root, many(120))
    put, left = Store._put, 11

    def fill(self: Store, place: Path, table: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(self, place, table)

    monkeypatch.setattr(Store, "_put", fill)
    with pytest.raises(StoreError, match="hết chỗ"):
        run()
    files = read_store(store)["files"]
    assert 0 < len(files) < 120
    assert files["path"].is_unique
    assert not list(store.rglob("*.part"))
    monkeypatch.undo()
    assert run().outcomes == {"analysed": 120}


def test_a_disk_that_refuses_in_earnest(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(120))
    command = [sys.executable, "-m", "tests.bulk.killed_run", str(root), str(store)]
    done = subprocess.run(
        command,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
        env={"PYTHONPATH": ":".join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "hết chỗ" in done.stderr.splitlines()[-1]
    assert run().outcomes == {"analysed": 120}
