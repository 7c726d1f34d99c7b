"""A real scheduler of Dask with two workers, started by the commands that the docs name."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from minutes_nlp.bulk import cluster as module
from minutes_nlp.bulk.cluster import Cluster, ClusterError
from minutes_nlp.bulk.engine import Engine, Order
from minutes_nlp.bulk.run import Summary, run_bulk
from minutes_nlp.errors import ModelError
from tests.bulk.conftest import ORDER, all_bytes, many, write_files
from tests.bulk.stub_examiner import NO_MODEL

ROOT = Path(__file__).parents[2]
SECONDS = 60.0


class Dask:
    """The processes of a cluster."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        where = ("--scheduler-file", str(self._file))
        self.scheduler = self._start(
            *("scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard"), *where
        )
        until = time.monotonic() + SECONDS
        while not self.address and time.monotonic() < until:
            time.sleep(0.05)
        self.workers = self._start("worker", "--nworkers", "2", "--nthreads", "1", *where)

    @property
    def address(self) -> str:
        try:
            return str(json.loads(self._file.read_text())["address"])
        except (OSError, ValueError):
            return ""

    def engine(self, order: Order = ORDER) -> Callable[[], Engine]:
        return lambda: Cluster(order, self.address, 1)

    def end(self) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(filter(None, sys.path))
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            env={**os.environ, "PYTHONPATH": path},
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._processes.append(process)
        return process


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    cluster = Dask(tmp_path_factory.mktemp("dask"))
    yield cluster
    cluster.end()


def test_the_cluster_gives_what_serial_gives(
    root: Path, store: Path, tmp_path: Path, dask: Dask, run: Callable[..., Summary]
) -> None:
    write_files(root, many(150) | {"hỏng.txt": "damaged", "mật.txt": "secret"})
    run(store=tmp_path / "serial")
    summary = run_bulk(root, store, dask.engine())
    assert summary.examined == 152
    parts = all_bytes(store)
    assert len(parts) == 4 * 6
    assert parts == all_bytes(tmp_path / "serial")


def test_a_poisoned_file_is_named(root: Path, store: Path, dask: Dask) -> None:
    write_files(root, many(60) | {"độc.txt": "crash"})
    summary = run_bulk(root, store, dask.engine())
    assert summary.outcomes == {"analysed": 60, "failed": 1}
    assert [path for path, _ in summary.failures] == ["độc.txt"]


def test_a_lost_worker_costs_nothing(root: Path, store: Path, dask: Dask) -> None:
    write_files(root, many(100))
    engine = Cluster(ORDER, dask.address, 1)
    kill_one = _KillOne(engine)
    assert run_bulk(root, store, kill_one).outcomes == {"analysed": 100}
    assert kill_one.killed


class _KillOne:
    """Kills a worker of Dask when the first batch is done."""

    def __init__(self, engine: Cluster) -> None:
        self._engine = engine
        self.killed = False
        self.key = engine.key
        self.close = engine.close

    def __call__(self) -> Engine:
        return self  # type: ignore[return-value]

    def run(self, *args: object) -> Iterator[object]:
        for done in self._engine.run(*args):  # type: ignore[arg-type]
            if not self.killed:
                pids = self._engine._client.run(os.getpid)
                os.kill(min(pids.values()), signal.SIGKILL)
                self.killed = True
            yield done


def test_an_error_of_a_worker_comes_home(root: Path, store: Path, dask: Dask) -> None:
    write_files(root, many(2))
    with pytest.raises(ModelError, match="Thiếu tệp mô hình"):
        run_bulk(root, store, dask.engine(Order(examiner=NO_MODEL)))


def test_nobody_answers(root: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CONNECT_SECONDS", 0.5)
    write_files(root, many(2))
    with pytest.raises(ClusterError, match="Không kết nối được"):
        run_bulk(root, store, lambda: Cluster(ORDER, "tcp://127.0.0.1:9", 1))


def test_the_scheduler_is_lost(
    root: Path,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run: Callable[..., Summary],
) -> None:
    monkeypatch.setattr(module, "_LOST_SECONDS", 1.0)
    write_files(root, many(60) | {"lâu.txt": "hang"})
    doomed = Dask(tmp_path)
    try:
        engine = Cluster(ORDER, doomed.address, 1)
        engine_run = engine.run

        def run_and_lose(*args: object) -> Iterator[object]:
            for done in engine_run(*args):  # type: ignore[arg-type]
                doomed.scheduler.kill()
                yield done

        engine.run = run_and_lose  # type: ignore[method-assign, assignment]
        with pytest.raises(ClusterError, match="chạy lại"):
            run_bulk(root, store, lambda: engine)
    finally:
        doomed.end()
    write_files(root, {"lâu.txt": "bản"})
    assert run().outcomes == {"analysed": 61}
