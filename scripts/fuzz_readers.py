"""Hand spoilt files to every reader and hold each to a status; exits with 1 if one has none.

A good file of every format, minutes in several encodings and small pictures are spoilt in turn
(:mod:`file_mutation`) and read in the sandbox.  A status is: read,
refused with a message, stopped at a limit, or crashed in the child and said so.  Anything else
(another exception, a file without a status, a process or a temporary file left behind) is a fault;
the spoilt file is then kept in ``out/fuzz``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from random import Random

from file_mutation import mutate

from minutes_nlp.errors import LimitExceededError, MinutesNlpError, ReaderCrashError
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.sandbox.reading import Sandbox

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "out" / "fuzz"


def seeds() -> list[tuple[str, bytes]]:
    """Return good files with a name for the table: their format."""
    sys.path.insert(0, str(ROOT))
    from tests.readers.sample_files import samples

    examples = sorted((ROOT / "examples").glob("*.docx"))
    return [*samples(), *(("docx", path.read_bytes()) for path in examples)]


def status_of(path: Path, sandbox: Sandbox) -> str:
    """Return how reading the file ended; anything but an error of ours is raised."""
    try:
        with sandbox.start(path, Limits()) as reading:
            reading.result()
    except LimitExceededError:
        return "stopped at a limit"
    except ReaderCrashError:
        return "crashed in the child"
    except MinutesNlpError as error:
        if not error.message("vi") or not error.message("en"):
            raise AssertionError("an error without a message") from error
        return "refused"
    return "read"


class Run:
    """One run: the table of outcomes and what went wrong."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.folder = folder
        self.files = seeds()
        self.sandbox = Sandbox()
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.faults: list[str] = []
        self.slowest = 0.0

    def one(self, number: int) -> None:
        """Spoil and read file ``number``; its status goes into the table."""
        random = Random(f"{self.seed}:{number}")
        kind, data = self.files[number % len(self.files)]
        path = self.folder / f"{number}.bin"
        path.write_bytes(mutate(data, [other for _, other in self.files], random))
        began = time.monotonic()
        try:
            status = status_of(path, self.sandbox)
        except Exception:
            status = "FAULT"
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{self.seed}-{number}{kind}").write_bytes(path.read_bytes())
            self.faults.append(f"{kind} {number}: {traceback.format_exc(limit=-3)}")
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.outcomes[kind, status] += 1
        path.unlink()


def _children() -> set[int]:
    """Return the processes that this one started, and theirs, on Linux."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(status.parent.name)] = int(fields[1])
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def table(run: Run) -> Iterator[str]:
    """Yield the lines of the table of outcomes by format."""
    statuses = sorted({status for _, status in run.outcomes})
    yield "| format | " + " | ".join(statuses) + " |"
    yield "|---" * (len(statuses) + 1) + "|"
    for kind in sorted({kind for kind, _ in run.outcomes}):
        yield f"| {kind} | " + " | ".join(str(run.outcomes[kind, s]) for s in statuses) + " |"


def main() -> int:
    """Fuzz and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as temporary:
        tempfile.tempdir = os.environ["TMPDIR"] = temporary  # ours alone, so leftovers are seen
        run = Run(options.seed, Path(folder))
        with ThreadPoolExecutor(options.jobs) as pool:
            numbers = iter(range(options.count))
            while batch := list(islice(numbers, 500)):
                list(pool.map(run.one, batch))
                print(f"{batch[-1] + 1}/{options.count}", file=sys.stderr, flush=True)
        _look_for_leftovers(run, Path(temporary))
    if sum(run.outcomes.values()) != options.count:
        run.faults.append("a file has no status")
    print("\n".join(table(run)))
    print(f"{options.count} files, seed {options.seed}, slowest {run.slowest:.1f} s")
    print("\n".join(run.faults) or "no fault")
    return 1 if run.faults else 0


def _look_for_leftovers(run: Run, temporary: Path) -> None:
    run.sandbox.close()
    if left := sorted(path.name for path in temporary.iterdir()):
        run.faults.append(f"temporary files left behind: {left}")
    if children := _children():
        run.faults.append(f"processes left behind: {sorted(children)}")


if __name__ == "__main__":
    raise SystemExit(main())
