"""Throughput, overhead and memory of bulk runs, over typed files made from the corpus.

``engines`` analyses in earnest: the same blocks of files by turns in one process, with a pool of
one and of two workers, and on a local Dask cluster of one worker, so that a busy machine slows all
of them alike; engines are warm.  ``earnest`` analyses every file once, with two jobs, and tells for
each tenth of the run what a file cost and how large a worker was.  ``scale`` gives every file the
record of the sample, so that what it measures is everything but the analysis, for a number of
files and for ten times as many.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import psutil
from typed_files import ROOT, write_files

from minutes_nlp.bulk.cluster import Cluster
from minutes_nlp.bulk.engine import Engine, Order
from minutes_nlp.bulk.process_pool import ProcessPool
from minutes_nlp.bulk.run import Stage, run_bulk
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.bulk.serial import Serial
from minutes_nlp.corpus.records import read_records

PAGE = os.sysconf("SC_PAGE_SIZE")
FILES_A_YEAR = 3_000_000


class Warm:
    """An engine that outlives the runs which use it."""

    def __init__(self, engine: Engine) -> None:
        self.key, self.run, self.end = engine.key, engine.run, engine.close
        self.key()

    def close(self) -> None:
        """Do nothing."""


class Memory:
    """The peak resident bytes of this process and of its largest child, sampled."""

    def __init__(self) -> None:
        self.own = self.child = 0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Sample until the block is left."""
        done = threading.Event()
        thread = threading.Thread(target=self._watch, args=(done,))
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _watch(self, done: threading.Event) -> None:
        own = os.getpid()
        while not done.wait(0.1):
            self.own = max(self.own, resident(own))
            children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
            self.child = max([self.child, *(resident(int(child)) for child in children)])


def resident(process: int) -> int:
    """Return the resident bytes of a process, 0 when it is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def processor_seconds() -> float:
    """Return the processor time of this process and of all that it started and still has."""
    total = 0.0
    here = psutil.Process()
    for process in (here, *here.children(recursive=True)):
        times = process.cpu_times()
        total += times.user + times.system
    return total


def compare_engines(files: int, blocks: int) -> None:
    """Print the time a file of each engine, and their ratios block by block."""
    order = Order()
    engines = {
        "one process": Warm(Serial(order)),
        "pool, 1 job": Warm(ProcessPool(order, 1)),
        "pool, 2 jobs": Warm(ProcessPool(order, 2)),
        "Dask, 1 worker": Warm(Cluster(order, "local", 1)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in engines}
    processor = dict.fromkeys(engines, 0.0)
    with tempfile.TemporaryDirectory() as place:
        for block in range(-1, blocks):  # the first, -1, warms the second worker up
            root = write_files(Path(place) / f"in{block}", files // blocks, seed=block + 2)
            names = list(engines)
            for name in names[block % 4 :] + names[: block % 4]:
                began, used = time.perf_counter(), processor_seconds()
                run_bulk(root, Path(place) / f"store-{block}-{name}", lambda n=name: engines[n])
                if block >= 0:
                    seconds[name].append(time.perf_counter() - began)
                    processor[name] += processor_seconds() - used
    for engine in engines.values():
        engine.end()
    count = blocks * (files // blocks)
    print(f"{count} files in {blocks} blocks\n")
    print("| engine | ms a file | to one process (median of blocks) | processor ms a file |")
    print("|---|---|---|---|")
    for name, times in seconds.items():
        print(
            f"| {name} | {1000 * sum(times) / count:.0f} | {ratio(times, seconds):.3f} | "
            f"{1000 * processor[name] / count:.0f} |"
        )
    pool = seconds["pool, 1 job"]
    speed = [one / two for one, two in zip(pool, seconds["pool, 2 jobs"], strict=True)]
    dask = [one / two for one, two in zip(seconds["Dask, 1 worker"], pool, strict=True)]
    print(f"\n2 jobs against 1: {statistics.median(speed):.2f} times as fast")
    best = processors_in_parallel()
    print(f"Two processes of word_tokenize alone do {best:.2f} times the work of one")
    print(f"Dask against the pool, one worker each: {statistics.median(dask):.3f}")
    two = sum(seconds["pool, 2 jobs"]) / count
    days = FILES_A_YEAR * two / 86400
    print(f"By extrapolation, {FILES_A_YEAR:,} files on 2 such processors: {days:.1f} days")


def processors_in_parallel() -> float:
    """Return how much more two processes of ``word_tokenize`` do than one, in the same time.

    What two jobs could gain at best on this machine, whose processors may share their caches.
    """
    rounds = [_rates(1), _rates(2), _rates(2), _rates(1)]
    return (rounds[1] + rounds[2]) / (rounds[0] + rounds[3])


def _rates(processes: int) -> float:
    """Return the passes a second of all processes together."""
    with get_context("spawn").Pool(processes) as pool:
        pool.map(_passes, [0.0] * processes, chunksize=1)  # loads the segmenter
        return sum(pool.map(_passes, [10.0] * processes, chunksize=1))


def _passes(seconds: float) -> float:
    """Return how often a second a few paragraphs were segmented, for that long."""
    from underthesea import word_tokenize

    record = next(read_records(ROOT / "corpora"))
    count, began = 0, time.perf_counter()
    while not count or time.perf_counter() - began < seconds:
        for paragraph in record.paragraphs:
            word_tokenize(paragraph.text)
        count += 1
    return count / (time.perf_counter() - began)


def ratio(times: list[float], seconds: dict[str, list[float]]) -> float:
    """Return the median ratio to one process."""
    return statistics.median(a / b for a, b in zip(times, seconds["one process"], strict=True))


class Tenths:
    """Is told of every record of a run, and prints time and memory for each tenth of them."""

    def __init__(self, files: int, memory: Memory) -> None:
        self._step = max(1, files // 10)
        self._memory = memory
        self._done = 0
        self._began = time.perf_counter()

    def begin(self, stage: Stage, total: int | None) -> None:
        """Start the clock with the first stage that makes records."""
        if not self._done:
            self._began = time.perf_counter()

    def advance(self, outcome: Outcome | None) -> None:
        """Count a record."""
        if outcome is None:
            return
        self._done += 1
        if self._done % self._step == 0:
            now = time.perf_counter()
            cost = 1000 * (now - self._began) / self._step
            print(f"| {self._done:,} | {cost:.1f} | {self._memory.child >> 20} |", flush=True)
            self._began, self._memory.child = now, 0


def run_in_earnest(files: int) -> None:
    """Analyse every file once, with two jobs; print cost and memory by tenths of the run."""
    with tempfile.TemporaryDirectory() as place:
        root = write_files(Path(place) / "in", files)
        memory = Memory()
        tenths = Tenths(files, memory)
        print("| files done | ms a file | largest worker, MB |")
        print("|---|---|---|")
        engine = Warm(ProcessPool(Order(), 2))
        with memory.watched():
            began = time.perf_counter()
            summary = run_bulk(root, Path(place) / "store", lambda: engine, progress=tenths)
            whole = time.perf_counter() - began
        engine.end()
    outcomes = ", ".join(f"{name} {count:,}" for name, count in summary.outcomes.items())
    print(f"\n{files:,} files in {whole:.0f} s: {outcomes}")
    print(f"By extrapolation, {FILES_A_YEAR:,}: {FILES_A_YEAR * whole / files / 86400:.1f} days")


def compare_scale(files: int) -> None:
    """Print cost and memory of everything but the analysis."""
    print("| files | ms a file | again, nothing new | own MB | worker MB | bytes a file |")
    print("|---|---|---|---|---|---|")
    for count in (files, 10 * files):
        with tempfile.TemporaryDirectory() as place:
            root = write_files(Path(place) / "in", count)
            store = Path(place) / "store"
            memory, times = Memory(), []
            with memory.watched():
                for _ in range(2):
                    order = Order(examiner="cheap_examiner:CheapExaminer")
                    engine = Warm(ProcessPool(order, 1))
                    warm = time.perf_counter()
                    run_bulk(root, store, lambda e=engine: e)
                    times.append(1000 * (time.perf_counter() - warm) / count)
                    engine.end()
            plain = sum(
                part.stat().st_size
                for table in ("files", "findings", "levels")
                for part in (store / table).iterdir()
            )
            row = [f"{count:,}", *(f"{one:.2f}" for one in times)]
            row += [f"{memory.own >> 20}", f"{memory.child >> 20}", f"{plain // count}"]
            print("| " + " | ".join(row) + " |", flush=True)
            shutil.rmtree(root)


def main() -> None:
    """Run one benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("engines", "earnest", "scale"))
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--blocks", type=int, default=8)
    arguments = parser.parse_args()
    if arguments.what == "engines":
        compare_engines(arguments.files, arguments.blocks)
    elif arguments.what == "earnest":
        run_in_earnest(arguments.files)
    else:
        compare_scale(arguments.files)


if __name__ == "__main__":
    main()
