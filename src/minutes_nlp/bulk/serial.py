"""One file after another in this process: the reference that every other engine has to equal.

It protects nothing: a file that crashes ends the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes_nlp.bulk.engine import Batch, Done, OnRecord, Order, load_examiner


class Serial:
    """An :class:`.Engine` without other processes."""

    def __init__(self, order: Order) -> None:
        self._examiner = load_examiner(order.examiner)(order.settings)

    def key(self) -> str:
        """Return the digest of what makes the records."""
        return self._examiner.key

    def run(self, batches: Iterable[Batch], on_record: OnRecord) -> Iterator[Done]:
        """Examine batches in their order; see :meth:`.Engine.run`."""
        for batch in batches:
            done = Done(batch.shard, {})
            for task in batch.tasks:
                record = self._examiner.examine(task.path, task.sha256)
                done.records[task.sha256] = record
                on_record(batch.shard, task.sha256, record)
            yield done

    def close(self) -> None:
        """Nothing was started."""
