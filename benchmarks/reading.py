"""Time of reading a file in the sandbox, paired with reading it in the same process.

Each file is read ``--runs`` times both ways in turn, after a first time that is not counted.
Without files on the command line: the sample, and documents of the corpus written as .txt and
.docx.  Prints for each format the median milliseconds a file both ways, the median of the ratios
and the 95th percentile in the sandbox, and the mean processor time both ways (what all processes
of the sandbox use, by the clock of ``/proc``); then the load, and what the first file of a process
costs, where the sandbox has yet to be started.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from docx import Document as Word

from minutes_nlp.corpus.records import read_records
from minutes_nlp.model.document import Document
from minutes_nlp.readers.base import read_document
from minutes_nlp.readers.sandbox.reading import read_in_sandbox

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples" / "bien-ban-thang-9.docx"
DOCUMENTS = 40
FIRST = """
import sys, time
from pathlib import Path
from minutes_nlp.readers.sandbox.reading import read_in_sandbox
started = time.perf_counter()
read_in_sandbox(Path(sys.argv[1]))
print(time.perf_counter() - started)
"""


def corpus_files(folder: Path) -> list[Path]:
    """Write documents of the corpus as typed files."""
    files: list[Path] = []
    records = [record for record in read_records(ROOT / "corpora") if record.is_minutes]
    for number, record in enumerate(records[:: max(1, len(records) // DOCUMENTS)]):
        texts = [paragraph.text for paragraph in record.paragraphs]
        text = folder / f"{number}.txt"
        text.write_text("\n".join(texts), encoding="utf-8")
        word = Word()
        for line in texts:
            word.add_paragraph(line)
        word.save(str(folder / f"{number}.docx"))
        files += [text, folder / f"{number}.docx"]
    return files


def processor_seconds() -> float:
    """Return what this process's children and what they waited for have used; Linux only."""
    mine = os.getpid()
    ticks = 0
    for child in Path(f"/proc/{mine}/task/{mine}/children").read_text().split():
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def seconds(read: Callable[[Path], Document], path: Path) -> float:
    """Read a file and return the seconds that it took."""
    started = time.perf_counter()
    read(path)
    return time.perf_counter() - started


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = arguments.files or [SAMPLE, *corpus_files(Path(name))]
        pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)
        used: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for path in files:
            format_name = read_document(path).source.reader
            read_in_sandbox(path)
            for _ in range(arguments.runs):
                begun = processor_seconds()
                inside = seconds(read_in_sandbox, path)
                used[format_name][0] += processor_seconds() - begun
                here = time.process_time()
                outside = seconds(read_document, path)
                used[format_name][1] += time.process_time() - here
                pairs[format_name].append((inside, outside))
    print(
        "| format | files | in process, ms | sandbox, ms | 95th percentile | ratio "
        "| CPU in process, ms | CPU sandbox, ms |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for format_name, times in sorted(pairs.items()):
        inside = sorted(pair[0] for pair in times)
        here = statistics.median(pair[1] for pair in times)
        ratio = statistics.median(pair[0] / pair[1] for pair in times)
        print(
            f"| {format_name} | {len(times) // arguments.runs} | {1000 * here:.1f} "
            f"| {1000 * statistics.median(inside):.1f} "
            f"| {1000 * inside[int(0.95 * len(inside))]:.1f} | {ratio:.1f} "
            f"| {1000 * used[format_name][1] / len(times):.1f} "
            f"| {1000 * used[format_name][0] / len(times):.1f} |"
        )
    print(f"\nload average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    command = [sys.executable, "-c", FIRST, str(files[0])]
    first = [
        float(subprocess.run(command, capture_output=True, check=True).stdout)
        for _ in range(arguments.runs)
    ]
    print(f"\nfirst file of a process: {1000 * statistics.median(first):.0f} ms")


if __name__ == "__main__":
    main()
