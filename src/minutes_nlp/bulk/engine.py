"""What runs the files: orders, tasks and results, the same for the pool and the cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Protocol

from minutes_nlp.bulk.record import Record
from minutes_nlp.settings import Settings

EXAMINER = "minutes_nlp.bulk.examine:Examiner"
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Budget:
    """What one file may take, on top of what its reader may (``settings.limits``).

    Attributes:
        seconds: wall-clock time, reading included.
        memory_bytes: resident memory of the worker, the model included (measured on Linux only).
        files_a_worker: after so many files a worker is replaced by a new one.
    """

    seconds: float = 900.0
    memory_bytes: int = 1500 * _MEGABYTE
    files_a_worker: int = 5_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with every file of a run.

    ``examiner`` is ``module:class`` of what does it; tests put others there.
    """

    settings: Settings = field(default_factory=Settings)
    budget: Budget = Budget()
    examiner: str = EXAMINER


@dataclass(frozen=True, slots=True)
class Task:
    """A file to examine, and the hash that its bytes had."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The files of one shard that are to be examined."""

    shard: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A batch with its records, by hash."""

    shard: str
    records: dict[str, Record]


class FileExaminer(Protocol):
    """Makes the record of one file; :class:`minutes_nlp.bulk.examine.Examiner` in earnest."""

    key: str

    def examine(self, path: Path, sha256: str) -> Record:
        """Return the record of the file at ``path``, whose bytes had the hash ``sha256``."""


def load_examiner(name: str) -> Callable[[Settings], FileExaminer]:
    """Return the class that ``module:class`` names."""
    module, _, attribute = name.partition(":")
    found: Callable[[Settings], FileExaminer] = getattr(import_module(module), attribute)
    return found


OnRecord = Callable[[str, str, Record], None]
"""Takes the name of a shard, the hash of a content of it, and its record."""


class Engine(Protocol):
    """Something that examines batches of files."""

    def key(self) -> str:
        """Return the digest of what makes the records; see :class:`.Examiner`.

        Raises:
            ModelError, UsageError: nothing can be analysed.
        """

    def run(self, batches: Iterable[Batch], on_record: OnRecord) -> Iterator[Done]:
        """Examine batches and yield each when it is done, in any order.

        A file that crashes, hangs or eats memory is tried once more, alone, and then recorded as
        failed.  ``on_record`` is called, in this thread, as records come in.
        """

    def close(self) -> None:
        """End all processes that this engine started."""
