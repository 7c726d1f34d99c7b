"""What hostile files cost in the sandbox: seconds, and memory of the reader and its programs.

Reads every file of ``tests/readers/hostile_files.py`` and ``costly_files.py`` one at a time under
the usual limits.  Memory is the sum of what is resident, shared pages too, looked at every 10 ms.
Prints the costliest, and says how many took over 5 seconds or 600 MB.  Needs the extra ``ocr``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.readers.costly_files import costly_files, noisy_pictures  # noqa: E402
from tests.readers.hostile_files import HostileFile, hostile_files  # noqa: E402

from minutes_nlp.errors import MinutesNlpError  # noqa: E402
from minutes_nlp.readers.limits import Limits  # noqa: E402
from minutes_nlp.readers.sandbox.linux import descendants  # noqa: E402
from minutes_nlp.readers.sandbox.reading import Sandbox  # noqa: E402

SECONDS = 5.0
MEGABYTES = 600.0
_EVERY = 0.01


class Watcher:
    """Looks at the memory of what the keepers (children of this process) have started."""

    def __init__(self) -> None:
        self.most = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Watcher:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        mine = os.getpid()
        while not self._done.wait(_EVERY):
            keepers = Path(f"/proc/{mine}/task/{mine}/children").read_text().split()
            self.most = max(self.most, *(sum(descendants(int(k)).values()) for k in keepers), 0)


def all_files(folder: Path) -> Iterator[HostileFile]:
    """Yield the files; one beside them is named by some."""
    secret = folder / "secret.txt"
    secret.write_text("kim-cuong-giau-o-vuon-sau", encoding="utf-8")
    return chain(costly_files(), noisy_pictures(), hostile_files(secret))


def cost(path: Path, box: Sandbox) -> tuple[float, float, str]:
    """Return seconds, megabytes and what came of reading ``path``."""
    with Watcher() as watcher:
        started = time.perf_counter()
        try:
            with box.start(path, Limits()) as reading:
                outcome = f"read, {len(reading.result().paragraphs)} paragraphs"
        except MinutesNlpError as error:
            outcome = error.message("en").partition(";")[0]
        seconds = time.perf_counter() - started
    return seconds, watcher.most / 1024**2, outcome


def main() -> None:
    """Print a row a file, the costliest first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=25, help="rows to print")
    parser.add_argument("--only", default="", help="files whose names hold this")
    arguments = parser.parse_args()
    rows: list[tuple[float, float, str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        box, warm = Sandbox(), Path(name) / "warm.txt"
        warm.write_text("Chi bo hop.")
        cost(warm, box)
        for file in all_files(Path(name)):
            if arguments.only in file.name:
                path = Path(name) / file.name
                path.write_bytes(file.data)
                seconds, megabytes, outcome = cost(path, box)
                rows.append((seconds, megabytes, file.name, outcome))
                path.unlink()
        box.close()
    print(f"{len(rows)} files; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print("| file | seconds | MB | what came of it |\n|---|---|---|---|")
    costly = sorted(rows, key=lambda row: max(row[0] / SECONDS, row[1] / MEGABYTES), reverse=True)
    for seconds, megabytes, file_name, outcome in costly[: arguments.rows]:
        print(f"| {file_name} | {seconds:.2f} | {megabytes:.0f} | {outcome} |")
    over = sum(row[0] > SECONDS or row[1] > MEGABYTES for row in rows)
    print(f"\nover {SECONDS:.0f} s or {MEGABYTES:.0f} MB: {over}")


if __name__ == "__main__":
    main()
