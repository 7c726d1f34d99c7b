"""A file that crashes, hangs or eats memory costs only itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.engine import Engine
from minutes_nlp.bulk.run import Summary, run_bulk
from minutes_nlp.errors import MinutesNlpError, ModelError
from tests.bulk.conftest import all_bytes, many, write_files
from tests.bulk.stub_examiner import NO_MODEL, STILLBORN

Pool = Callable[..., Callable[[], Engine]]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_pool_gives_what_serial_gives(
    root: Path, store: Path, tmp_path: Path, jobs: int, pool: Pool, run: Callable[..., Summary]
) -> None:
    write_files(root, many(150))
    run(store=tmp_path / "serial")
    run_bulk(root, store, pool(jobs))
    parts = all_bytes(store)
    assert len(parts) == 4 * 6
    assert parts == all_bytes(tmp_path / "serial")


@pytest.mark.parametrize(
    ("text", "budget", "error", "why"),
    [
        ("crash", {}, "WorkerCrashError", "SIGKILL"),
        ("exit", {}, "WorkerCrashError", "mã kết thúc 3"),
        ("hang", {"seconds": 0.4}, "TimeLimitError", "0.4 giây"),
        ("eat", {"memory_bytes": 200 << 20}, "MemoryLimitError", "200 MB"),
    ],
)
def test_a_poisoned_file_costs_only_itself(
    root: Path, store: Path, pool: Pool, text: str, budget: dict[str, Any], error: str, why: str
) -> None:
    write_files(root, many(100) | {"độc.txt": text, "độc-2.txt": f"{text} lần nữa"})
    summary = run_bulk(root, store, pool(2, **budget))
    assert summary.outcomes == {"analysed": 100, "failed": 2}
    assert {path for path, _ in summary.failures} == {"độc.txt", "độc-2.txt"}
    assert all(why in told for _, told in summary.failures)
    assert summary.errors == {error: 2}
    assert run_bulk(root, store, pool(2)).examined == 0


def test_a_file_is_tried_once_more(root: Path, store: Path, pool: Pool) -> None:
    write_files(root, many(20) | {"1.txt": "crash-once", "2.txt": "slow-once", "3.txt": "slow"})
    summary = run_bulk(root, store, pool(2))
    assert summary.outcomes == {"analysed": 22, "failed": 1}
    assert summary.errors == {"LimitExceededError": 1}


def test_the_second_time_nothing_else_is_under_way(root: Path, store: Path, pool: Pool) -> None:
    texts = {f"{number}.txt": f"busy {number}" for number in range(60)}
    write_files(root, texts | {f"{name}.txt": f"lonely {name}" for name in "abc"})
    assert run_bulk(root, store, pool(3)).outcomes == {"analysed": 63}


def test_workers_are_replaced(root: Path, store: Path, pool: Pool) -> None:
    write_files(root, many(12))
    assert run_bulk(root, store, pool(1, files_a_worker=5)).outcomes == {"analysed": 12}
    assert len(read_store(store)["files"]) == 12


def test_without_a_model_the_run_ends_at_once(root: Path, store: Path, pool: Pool) -> None:
    write_files(root, many(2))
    with pytest.raises(ModelError, match="Thiếu tệp mô hình"):
        run_bulk(root, store, pool(2, examiner=NO_MODEL))


def test_workers_that_never_start_end_the_run(root: Path, store: Path, pool: Pool) -> None:
    write_files(root, many(2))
    with pytest.raises(MinutesNlpError, match="Không khởi động được"):
        run_bulk(root, store, pool(2, examiner=STILLBORN))
