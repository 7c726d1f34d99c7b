"""Many machines: Dask distributed hands out batches, each worker runs a process pool of its own.

A batch is one task, so the cost of the scheduler (about 2 ms a task) is shared by its files.  What
watches over each file is the same :class:`.ProcessPool` as on one machine, with one process.
"""

from __future__ import annotations

import logging
import pickle
import queue
import threading
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from minutes_nlp.bulk.engine import Batch, Done, OnRecord, Order
from minutes_nlp.bulk.process_pool import ProcessPool
from minutes_nlp.errors import MinutesNlpError, UsageError
from minutes_nlp.extras import extra
from minutes_nlp.model.language import Text

LOCAL: Final = "local"
_CONNECT_SECONDS: Final = 20.0
_CLOSE_SECONDS: Final = 3.0
_LOST_SECONDS: Final = 15.0
_TICK_SECONDS: Final = 0.5
_BATCHES_A_WORKER: Final = 2


class ClusterError(UsageError):
    """The cluster cannot be reached, or was lost; the store is whole and the run can go on."""


class Cluster:
    """An :class:`.Engine` of the workers of a Dask scheduler.

    Args:
        order: what is to be done with every file.
        address: of the scheduler, ``tcp://…:8786``; ``local`` starts one on this machine.
        jobs: workers of a local cluster.

    Raises:
        ClusterError: nobody answers at ``address``, or there are no workers.
        MissingProgramError: the extra ``cluster`` is not installed.
    """

    def __init__(self, order: Order, address: str, jobs: int) -> None:
        distributed = extra("distributed", "cluster")
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._order = order
        self._local: Any = None
        self._client: Any = None
        self._key: str | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        try:
            if address == LOCAL:
                self._local = distributed.LocalCluster(
                    n_workers=jobs,
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            self._client = distributed.Client(self._local or address, timeout=_CONNECT_SECONDS)
            self._client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            self.close()
            raise ClusterError(
                Text(
                    f"Không kết nối được cụm máy {address}, hoặc cụm chưa có máy nào; hãy kiểm tra "
                    "dask scheduler và dask worker.",
                    f"Cannot reach the cluster {address}, or it has no worker; check dask "
                    "scheduler and dask worker.",
                )
            ) from error

    def key(self) -> str:
        """Return the digest of what makes the records, as one worker tells it."""
        self._submit(Batch("", ()))
        key, _ = self._next()
        self._key = key
        return key

    def run(self, batches: Iterable[Batch], on_record: OnRecord) -> Iterator[Done]:
        """Examine batches; see :meth:`.Engine.run`."""
        waiting = iter(batches)
        threads = sum(self._client.nthreads().values())
        running = 0
        while True:
            room = max(1, threads) * _BATCHES_A_WORKER - running
            for batch in islice(waiting, room):
                self._submit(batch)
                running += 1
            if not running:
                return
            key, done = self._next()
            running -= 1
            if key != self._key:
                raise _unequal()
            for sha256, record in done.records.items():
                on_record(done.shard, sha256, record)
            yield done

    def close(self) -> None:
        """Leave the cluster; a local one ends."""
        for one in (self._client, self._local):
            if one is not None:
                one.close(timeout=_CLOSE_SECONDS)

    def _submit(self, batch: Batch) -> None:
        # pure=False: else equal batches of two runs would be taken for one.
        future = self._client.submit(examine_batch, self._order, batch, pure=False)
        future.add_done_callback(self._answers.put)

    def _next(self) -> tuple[str, Done]:
        lost_since: float | None = None
        while True:
            try:
                future = self._answers.get(timeout=_TICK_SECONDS)
            except queue.Empty:
                if self._client.status == "running" and self._client.scheduler_info()["workers"]:
                    lost_since = None
                    continue
                lost_since = lost_since or time.monotonic()
                if time.monotonic() - lost_since > _LOST_SECONDS:
                    raise _lost() from None
                continue
            answer = self._answer(future)
            if answer is not None:
                return answer

    def _answer(self, future: Any) -> tuple[str, Done] | None:
        """Return what a task gave, or ``None`` when its worker was lost and it is done again."""
        if future.status == "cancelled":
            raise _lost()
        if future.status == "error":
            error = future.exception()
            if isinstance(error, MinutesNlpError):
                raise error
            raise _lost() from error
        try:
            if future.status == "finished":
                key, done = future.result(timeout=_LOST_SECONDS)
                return key, done
        except TimeoutError:
            pass  # the worker that held the answer went just now
        future.add_done_callback(self._answers.put)
        return None


def _lost() -> ClusterError:
    return ClusterError(
        Text(
            "Mất kết nối với cụm máy, hoặc các máy của cụm lần lượt bị dừng; kết quả đã ghi vẫn "
            "nguyên vẹn. Hãy khởi động lại cụm rồi chạy lại lệnh này.",
            "The cluster, or its workers one after another, were lost; what has been written is "
            "whole. Start the cluster again and repeat the command.",
        )
    )


def _unequal() -> ClusterError:
    return ClusterError(
        Text(
            "Các máy của cụm không cùng phiên bản chương trình hoặc mô hình; hãy cài giống nhau.",
            "The machines of the cluster do not have the same program and model; install alike.",
        )
    )


_pools: Final[dict[bytes, list[ProcessPool]]] = {}
_lock: Final = threading.Lock()


def examine_batch(order: Order, batch: Batch) -> tuple[str, Done]:
    """Examine a batch in a worker of the cluster, with a pool that outlives the task.

    Returns:
        The key of this machine's program, model and settings, and the records.
    """
    name = pickle.dumps(order)
    with _lock:
        idle = _pools.setdefault(name, [])
        pool = idle.pop() if idle else ProcessPool(order, jobs=1)
    try:
        key = pool.key()
        records = {
            sha256: record
            for done in pool.run([batch], lambda *news: None)
            for sha256, record in done.records.items()
        }
    except BaseException:
        pool.close()
        raise
    with _lock:
        idle.append(pool)
    return key, Done(batch.shard, records)
