"""SIGKILL of a whole run, anywhere, then the same command again."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.journal import Journal
from minutes_nlp.bulk.run import Summary
from minutes_nlp.bulk.schema import TABLES
from minutes_nlp.settings import Settings
from tests.bulk.conftest import all_bytes, many, write_files
from tests.bulk.killed_run import run_until_killed

ROOT = Path(__file__).parents[2]
INPUTS = 120
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def whole(root: Path, tmp_path: Path, run: Callable[..., Summary]) -> dict[str, bytes]:
    """The parts that a run gives which nobody disturbs."""
    write_files(root, many(INPUTS) | {"trùng.txt": "bản 1", "hỏng.txt": "damaged"})
    run(store=tmp_path / "whole")
    return all_bytes(tmp_path / "whole")


def check_what_is_there(store: Path) -> None:
    """Whatever can be read of a store is whole, and nothing is there twice."""
    if not (store / "store.json").exists():
        return
    tables = read_store(store, TABLES)
    files = tables["files"]
    assert files["path"].is_unique
    for frame in tables.values():
        assert set(frame["path"]) <= set(files["path"])


@pytest.mark.parametrize("seed", range(20))
def test_a_killed_run_goes_on(
    seed: int,
    root: Path,
    store: Path,
    whole: dict[str, bytes],
    run: Callable[..., Summary],
) -> None:
    dice = random.Random(seed)
    kills = 0
    while run_until_killed(root, store, dice.randint(1, 220), Settings()):
        kills += 1
        check_what_is_there(store)
        if kills == 3:
            break
    assert kills
    summary = run()
    assert summary.found == INPUTS + 2
    assert all_bytes(store) == whole
    assert not list(store.rglob("*.part"))


@pytest.mark.parametrize("seed", range(5))
def test_a_run_over_an_old_store_is_killed(
    seed: int, root: Path, store: Path, whole: dict[str, bytes], run: Callable[..., Summary]
) -> None:
    run(Settings(ignore=("KL",)))
    assert run_until_killed(root, store, random.Random(seed).randint(10, 100), Settings())
    check_what_is_there(store)
    run()
    assert all_bytes(store) == whole


def test_a_kill_costs_only_the_files_in_hand(
    root: Path, store: Path, run: Callable[..., Summary]
) -> None:
    write_files(root, {f"{number}.txt": f"bản {number}" for number in range(40)})
    assert run_until_killed(root, store, step=31, settings=Settings(), steps=[(Journal, "add")])
    assert read_store(store)["files"].empty
    with (store / "journal" / "0000.jsonl").open("a") as journal:
        journal.write('\n{"key": "cut sho')
    summary = run()
    assert (summary.found, summary.examined) == (40, 10)
    assert not list((store / "journal").iterdir())


def test_a_killed_run_with_workers_leaves_none_behind_and_goes_on(
    root: Path, store: Path, whole: dict[str, bytes], run: Callable[..., Summary]
) -> None:
    command = [sys.executable, "-m", "tests.bulk.killed_run", str(root), str(store)]
    path = os.pathsep.join(filter(None, sys.path))
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, cwd=ROOT)
    until = time.monotonic() + 60
    while not list(store.glob("files/*.parquet")) and time.monotonic() < until:
        time.sleep(0.002)
    workers = _children(process.pid)
    process.kill()
    process.wait()
    while any(map(_is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(map(_is_alive, workers))
    check_what_is_there(store)
    run()
    assert all_bytes(store) == whole


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children")
    return [int(word) for word in told.read_text().split()] if told.exists() else []


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_the_check_sees_what_is_there_twice(
    store: Path, root: Path, run: Callable[..., Summary]
) -> None:
    write_files(root, many(3))
    run()
    for table in TABLES:
        part = store / table / "0000.parquet"
        part.with_stem("0001").write_bytes(part.read_bytes())
    with pytest.raises(AssertionError):
        check_what_is_there(store)
