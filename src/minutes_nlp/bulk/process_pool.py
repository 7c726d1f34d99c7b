"""Worker processes on this machine, and their supervisor.

A file whose worker or reader dies, hangs or grows too large is put aside.  When nothing else is
left to hand out of the batches that are open, it is given out again while all other workers are
idle; if that ends badly too, the file is recorded as failed.
"""

from __future__ import annotations

import base64
import json
import pickle
import queue
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from minutes_nlp.bulk.engine import Batch, Done, OnRecord, Order, Task
from minutes_nlp.bulk.record import Record, failed_record
from minutes_nlp.bulk.worker_process import Worker
from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.language import Text

_TICK_SECONDS: Final = 0.1
_STARTING_SECONDS: Final = 300.0
_MOST_BAD_STARTS: Final = 3
_OF_THE_READER: Final = frozenset({"LimitExceededError", "ReaderCrashError"})
"""Errors that a crowded machine may have caused: the reader of the file was slow, or killed."""


class ProcessPool:
    """An :class:`.Engine` of ``jobs`` worker processes."""

    def __init__(self, order: Order, jobs: int) -> None:
        self._order = order
        self._jobs = jobs
        self._answers: queue.SimpleQueue[tuple[Worker, str | None]] = queue.SimpleQueue()
        self._workers: list[Worker] = []
        self._bad_starts = 0
        self._key: str | None = None
        self._work = _Work(iter(()), 0)

    def key(self) -> str:
        """Return the digest of what makes the records: a worker is started to tell it."""
        if not self._workers:
            self._start()
        while self._key is None:
            self._handle_next()
        return self._key

    def run(self, batches: Iterable[Batch], on_record: OnRecord) -> Iterator[Done]:
        """Examine batches; see :meth:`.Engine.run`."""
        self._work = work = _Work(iter(batches), self._jobs + 1)
        while True:
            self._hand_out()
            for news in work.take_news():
                on_record(*news)
            yield from work.take_done()
            if work.is_over:
                return
            self._handle_next()

    def close(self) -> None:
        """Kill all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _start(self) -> None:
        self._workers.append(Worker(self._order, self._answers))

    def _hand_out(self) -> None:
        while len(self._workers) < self._jobs and self._work.wants(len(self._workers)):
            self._start()
        for worker in list(self._workers):
            if not worker.is_ready or worker.task is not None:
                continue
            busy = any(one.task is not None for one in self._workers)
            task = self._work.next_task(alone=not busy)
            if task is None:
                return
            worker.give(task)

    def _handle_next(self) -> None:
        """Wait for news, at most a tick, and look after those who give none."""
        try:
            worker, line = self._answers.get(timeout=_TICK_SECONDS)
        except queue.Empty:
            self._watch()
            return
        if worker not in self._workers:
            return
        if line is None:
            self._bury(worker, "WorkerCrashError", None)
        else:
            self._heed(worker, line)
        self._watch()

    def _heed(self, worker: Worker, line: str) -> None:
        answer = json.loads(line)
        if "fatal" in answer:
            raise pickle.loads(base64.b64decode(answer["fatal"]))
        if "ready" in answer:
            worker.is_ready, self._bad_starts = True, 0
            self._key = answer["ready"]
            return
        if worker.task is not None:
            record = Record(**answer["record"])
            if record.file.get("error") in _OF_THE_READER:
                self._work.failed(worker.task, record)
            else:
                self._work.put(worker.task, record)
            worker.task = None
        budget = self._order.budget
        if worker.count >= budget.files_a_worker:
            self._workers.remove(worker)
            worker.end()

    def _watch(self) -> None:
        budget = self._order.budget
        for worker in list(self._workers):
            if worker.task is None:
                if not worker.is_ready and worker.seconds() > _STARTING_SECONDS:
                    self._bury(worker, "TimeLimitError", None)
            elif worker.seconds() > budget.seconds:
                self._bury(
                    worker,
                    "TimeLimitError",
                    f"Đọc tệp này quá {budget.seconds:g} giây chưa xong nên bị dừng.",
                )
            elif worker.memory() > budget.memory_bytes:
                megabytes = budget.memory_bytes >> 20
                self._bury(
                    worker,
                    "MemoryLimitError",
                    f"Đọc tệp này cần quá {megabytes} MB bộ nhớ nên bị dừng.",
                )

    def _bury(self, worker: Worker, error: str, why: str | None) -> None:
        self._workers.remove(worker)
        ended = worker.end()
        if worker.task is not None:
            told = why or f"Tiến trình đọc tệp này bị sập ({ended})."
            self._work.failed(worker.task, failed_record(error, told))
            return
        if not worker.is_ready:
            self._bad_starts += 1
        if self._bad_starts >= _MOST_BAD_STARTS:
            raise MinutesNlpError(
                Text(
                    f"Không khởi động được tiến trình đọc biên bản ({ended}); có thể máy thiếu bộ "
                    "nhớ, hãy giảm --jobs.",
                    f"Worker processes do not start ({ended}); perhaps memory is short: lower "
                    "--jobs.",
                )
            )
        if self._key is None:
            self._start()


class _Work:
    """The batches that are open, and what is still to be handed out of them."""

    def __init__(self, batches: Iterator[Batch], most_open: int) -> None:
        self._batches = batches
        self._most_open = most_open
        self._tasks: deque[Task] = deque()
        self._aside: deque[Task] = deque()
        self._alone: set[Task] = set()
        self._open: dict[str, tuple[int, Done]] = {}
        self._shard: dict[Task, str] = {}
        self._done: list[Done] = []
        self._news: list[tuple[str, str, Record]] = []
        self._exhausted = False

    @property
    def is_over(self) -> bool:
        self._fill()
        return self._exhausted and not self._open and not self._done

    def wants(self, workers: int) -> bool:
        """Whether another worker would find something to do."""
        self._fill()
        return len(self._shard) > workers

    def next_task(self, *, alone: bool) -> Task | None:
        """Return the next file; one that was put aside only to a worker that is ``alone``."""
        if self._alone:
            return None  # somebody is alone with a file that killed its worker
        self._fill()
        if self._tasks:
            return self._tasks.popleft()
        if self._aside and alone:
            task = self._aside.popleft()
            self._alone.add(task)
            return task
        return None

    def put(self, task: Task, record: Record) -> None:
        """Take a record in."""
        self._alone.discard(task)
        shard = self._shard.pop(task)
        self._news.append((shard, task.sha256, record))
        size, done = self._open[shard]
        done.records[task.sha256] = record
        if len(done.records) == size:
            del self._open[shard]
            self._done.append(done)

    def failed(self, task: Task, record: Record) -> None:
        """Put a file aside, or take ``record`` in when it was alone already."""
        if task in self._alone:
            self.put(task, record)
        else:
            self._aside.append(task)

    def take_news(self) -> list[tuple[str, str, Record]]:
        news, self._news = self._news, []
        return news

    def take_done(self) -> list[Done]:
        done, self._done = self._done, []
        return done

    def _fill(self) -> None:
        while not self._tasks and len(self._open) < self._most_open and not self._exhausted:
            batch = next(self._batches, None)
            if batch is None:
                self._exhausted = True
            elif not batch.tasks:
                self._done.append(Done(batch.shard, {}))
            else:
                self._open[batch.shard] = (len(batch.tasks), Done(batch.shard, {}))
                self._shard.update(dict.fromkeys(batch.tasks, batch.shard))
                self._tasks.extend(batch.tasks)
