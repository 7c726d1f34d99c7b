"""Wall time and peak memory of whole commands, paired with bare imports.

Runs each command ``--runs`` times in turn (A B C A B C …) and prints the median of each with its
minimum and maximum, and the median ratio to the bare import.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-m", "minutes_nlp"]
SAMPLE = str(ROOT / "examples" / "bien-ban-thang-9.docx")
COMMANDS = {
    "import spacy, underthesea": [sys.executable, "-c", "import spacy, underthesea"],
    "minutes-nlp analyze (.docx)": [*PROGRAM, "analyze", SAMPLE],
    "minutes-nlp --help": [*PROGRAM, "--help"],
}


@dataclass(frozen=True)
class Run:
    """One finished command: wall seconds and peak resident memory in MB."""

    seconds: float
    megabytes: float


def measure(command: list[str]) -> Run:
    """Run ``command`` once and ask the kernel what that process used."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return Run(time.perf_counter() - started, usage.ru_maxrss / 1024)


def main() -> None:
    """Print one row a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    for command in COMMANDS.values():
        measure(command)
    rounds = [{name: measure(command) for name, command in COMMANDS.items()} for _ in range(runs)]
    base = next(iter(COMMANDS))
    print(f"| command | median s | min-max s | peak MB | ratio to bare import |\n|{'---|' * 5}")
    for name in COMMANDS:
        seconds = [done[name].seconds for done in rounds]
        ratio = statistics.median(done[name].seconds / done[base].seconds for done in rounds)
        peak = max(done[name].megabytes for done in rounds)
        print(
            f"| {name} | {statistics.median(seconds):.2f} | {min(seconds):.2f}-{max(seconds):.2f} "
            f"| {peak:.0f} | {ratio:.2f} |"
        )


if __name__ == "__main__":
    main()
