"""A whole run: find, compare with the store, examine what is new, write, check the sums."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, Protocol

from minutes_nlp.bulk.discovery import Input, Search, with_hash
from minutes_nlp.bulk.engine import Batch, Engine, Task
from minutes_nlp.bulk.journal import Journal
from minutes_nlp.bulk.places import PlaceByText, Placing
from minutes_nlp.bulk.record import Record
from minutes_nlp.bulk.rows import known_records, shard_rows
from minutes_nlp.bulk.schema import TABLES, Outcome, Row
from minutes_nlp.bulk.shards import Shard, choose_bits, cut
from minutes_nlp.bulk.store import Store, store_to_write
from minutes_nlp.bulk.store_errors import StoreError
from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.model.language import Text
from minutes_nlp.version import __version__

Stage = Literal["find", "examine"]

_TRIED_AGAIN: Final = frozenset({"MissingProgramError", "FileChangedError"})
"""Errors that say nothing of the file itself."""


class Progress(Protocol):
    """Is told how a run gets on."""

    def begin(self, stage: Stage, total: int | None) -> None:
        """A stage begins; ``total`` files, where that is known."""

    def advance(self, outcome: Outcome | None) -> None:
        """One more file is found (``None``) or has its record."""


class Silence:
    """No progress is shown."""

    def begin(self, stage: Stage, total: int | None) -> None:
        """Say nothing."""

    def advance(self, outcome: Outcome | None) -> None:
        """Say nothing."""


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        found: inputs found; equals the sum of ``outcomes``, which is checked.
        outcomes: inputs by outcome, as the store has them.
        errors: failed and refused inputs by class of error.
        with_findings: inputs in which a check found something.
        skipped: files left out, by reason.
        examined: contents examined in this run; the others were known.
        failures: path and reason of the first failed inputs.
        seconds: wall-clock time.
    """

    found: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    with_findings: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    examined: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0


_MOST_FAILURES: Final = 20


def run_bulk(
    root: Path,
    folder: Path,
    engine_of: Callable[[], Engine],
    *,
    placing: Placing | None = None,
    retry_failed: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Give every file under ``root`` its record in the store ``folder``.

    Args:
        root: the folder to search, with all below it.
        folder: the store; made when it is not there.
        engine_of: returns what examines the files; called once the store is locked.
        placing: tells cells and months; by default the text alone does.
        retry_failed: examine failed files again, though they have not changed.
        progress: is told how the run gets on.

    Raises:
        UsageError: there is no such folder.
        StoreError: the store cannot be opened or written.
        ModelError, ClusterError: nothing can be examined.
    """
    started = time.time()
    progress = progress or Silence()
    search = Search(root, leave_out=folder)
    inputs = list(_found(search, progress))
    with store_to_write(folder, root, choose_bits(len(inputs))) as store:
        run = _Run(
            root.absolute(), store, placing or PlaceByText(), progress, retry_failed=retry_failed
        )
        engine = engine_of()
        try:
            run.do(cut(inputs, store.bits), engine)
        finally:
            engine.close()
            ended = time.time()
            told = {"program": __version__, "found": len(inputs), "examined": run.examined}
            store.note_run({"started": started, "ended": ended, **told})
        summary = summarise(store)
    summary.found, summary.examined = len(inputs), run.examined
    summary.skipped, summary.seconds = search.skipped, ended - started
    if sum(summary.outcomes.values()) != summary.found:
        raise MinutesNlpError(
            Text(
                f"Số tệp tìm thấy ({summary.found}) không bằng tổng các kết quả "
                f"({dict(summary.outcomes)}); hãy báo lại cho người phụ trách phần mềm.",
                f"The number of files found ({summary.found}) is not the sum of the outcomes "
                f"({dict(summary.outcomes)}); please report this.",
            )
        )
    return summary


def _found(search: Search, progress: Progress) -> Iterator[Input]:
    progress.begin("find", None)
    for found in search:
        yield with_hash(found, search.root)
        progress.advance(None)


class _Run:
    """The part of a run that needs the store and the engine."""

    def __init__(
        self,
        root: Path,
        store: Store,
        placing: Placing,
        progress: Progress,
        *,
        retry_failed: bool,
    ) -> None:
        self._root = root
        self._store = store
        self._placing = placing
        self._progress = progress
        self._retry_failed = retry_failed
        self._key = ""
        self._open: dict[str, tuple[Shard, dict[str, Record]]] = {}
        self.examined = 0

    def do(self, shards: list[Shard], engine: Engine) -> None:
        """Bring every shard up to date and remove those that have no input any more."""
        self._key = engine.key()
        with Journal(self._store.folder, self._key) as self._journal:
            self._examine(shards, engine)
            for name in set(self._store.shards()) - {shard.name for shard in shards}:
                self._store.remove(name)
            self._journal.drop_all()

    def _examine(self, shards: list[Shard], engine: Engine) -> None:
        total = sum(len(shard.inputs) for shard in shards)
        self._progress.begin("examine", total)
        for done in engine.run(self._batches(shards), self._note):
            shard, known = self._open.pop(done.shard)
            rows = shard_rows(shard, known | done.records, self._key, self._placing)
            self._store.write(shard.name, rows, self._signature(shard))
            self._journal.drop(shard.name)
            self._tell_rest(rows["files"], done.records)

    def _batches(self, shards: Iterable[Shard]) -> Iterator[Batch]:
        present = set(self._store.shards())
        for shard in shards:
            known = self._wanted(self._journal.read(shard.name))
            if shard.name in present:
                if self._is_up_to_date(shard):
                    continue
                known |= self._stored(shard.name)
            self._open[shard.name] = (shard, known)
            new = {sha: found for sha, found in shard.contents().items() if sha not in known}
            tasks = tuple(Task(found.place(self._root), sha256) for sha256, found in new.items())
            yield Batch(shard.name, tasks)

    def _signature(self, shard: Shard) -> str:
        return shard.signature(self._key, self._placing.digest)

    def _is_up_to_date(self, shard: Shard) -> bool:
        try:
            if self._store.signatures(shard.name) != {self._signature(shard)}:
                return False
            columns = ["outcome", "error"]
            files = self._store.read("files", shard.name, columns).to_pylist()
        except StoreError:
            return False  # it is made anew
        if any(self._is_tried_again(row) for row in files):
            return False
        for row in files:
            self._progress.advance(Outcome(row["outcome"]))
        return True

    def _stored(self, shard: str) -> dict[str, Record]:
        try:
            rows = {table: self._store.read(table, shard).to_pylist() for table in TABLES}
        except StoreError:
            return {}
        return self._wanted(known_records(rows, self._key))

    def _wanted(self, known: dict[str, Record]) -> dict[str, Record]:
        return {
            sha256: record
            for sha256, record in known.items()
            if not self._is_tried_again(record.file)
        }

    def _is_tried_again(self, row: Row) -> bool:
        failed = row["outcome"] == Outcome.FAILED.value
        return failed and (self._retry_failed or row["error"] in _TRIED_AGAIN)

    def _note(self, shard: str, sha256: str, record: Record) -> None:
        self._journal.add(shard, sha256, record)
        self.examined += 1
        self._progress.advance(record.outcome)

    def _tell_rest(self, files: Iterable[Row], examined: dict[str, Record]) -> None:
        """Count the inputs of a shard that needed no examining."""
        for row in files:
            duplicate = row["outcome"] == Outcome.DUPLICATE.value
            if duplicate or row.get("sha256") not in examined:
                self._progress.advance(Outcome(row["outcome"]))


def summarise(store: Store) -> Summary:
    """Count what a store holds, from its parts."""
    summary = Summary()
    columns = ["path", "outcome", "error", "why", "errors", "warnings", "infos"]
    for shard in store.shards():
        for row in store.read("files", shard, columns).to_pylist():
            summary.outcomes[row["outcome"]] += 1
            if row["error"]:
                summary.errors[row["error"]] += 1
            if row["outcome"] == Outcome.FAILED.value and len(summary.failures) < _MOST_FAILURES:
                summary.failures.append((row["path"], row["why"]))
            if any(row[count] for count in ("errors", "warnings", "infos")):
                summary.with_findings += 1
    summary.found = sum(summary.outcomes.values())
    return summary
