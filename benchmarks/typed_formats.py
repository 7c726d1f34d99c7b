"""Words lost, numbers wrong and processor time a file of the readers of .odt, .rtf and .doc.

Word files made of the corpus (``word_files.py``) are converted by LibreOffice; what a reader
gives is held against what the .docx reader gives for the original.  Other programs are measured
beside ours where they are installed: catdoc, striprtf, and LibreOffice itself (.doc to .docx,
then our .docx reader).  Needs LibreOffice (Debian: libreoffice-writer-nogui) and python-docx.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from word_files import make_docx

from minutes_nlp.corpus.records import read_records
from minutes_nlp.readers.base import read_document

ROOT = Path(__file__).resolve().parent.parent
_TAIL = 30

Lines = list[str]


@dataclass
class Losses:
    """What one reader did to all files of one format."""

    words: int = 0
    lost: int = 0
    added: int = 0
    paragraphs: int = 0
    different: int = 0
    numbers_wrong: int = 0
    milliseconds: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def count(self, reference: Lines, lines: Lines) -> None:
        """Hold ``lines`` against ``reference``."""
        wanted, given = words_of(reference), words_of(lines)
        self.words += wanted.total()
        self.lost += (wanted - given).total()
        self.added += (given - wanted).total()
        self.paragraphs += len(reference)
        missing = Counter(reference) - Counter(lines)
        others = {line[-_TAIL:] for line in Counter(lines) - Counter(reference)}
        self.different += missing.total()
        self.numbers_wrong += sum(
            times for line, times in missing.items() if line[-_TAIL:] in others
        )


def processor_seconds() -> float:
    """Return what this process and its children have used: other load matters less to it."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(who)[:2]) for who in whose)


def timed(read: Callable[[Path], Lines], path: Path) -> tuple[float, float, Lines]:
    """Return processor and wall seconds of reading ``path``, and what was read."""
    started, wall = processor_seconds(), time.perf_counter()
    lines = read(path)
    return processor_seconds() - started, time.perf_counter() - wall, lines


def runs_of(reader: str) -> int:
    """Return how often a file is read; the best counts, for the machine may be shared."""
    return 3 if reader == "ours" else 1


def words_of(lines: Lines) -> Counter[str]:
    """Count the words of ``lines``; bars between cells are none."""
    return Counter(word for line in lines for word in line.split() if word != "|")


def convert(files: Sequence[Path], format_name: str, folder: Path) -> None:
    """Convert ``files`` with LibreOffice and see that it did: its exit code says nothing."""
    profile = folder.parent / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
         format_name, "--outdir", str(folder), *map(str, files)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    missing = [file for file in files if not (folder / f"{file.stem}.{format_name}").exists()]
    if missing:
        raise SystemExit(f"LibreOffice did not convert {missing[0].name}")


def ours(path: Path) -> Lines:
    return [paragraph.text for paragraph in read_document(path).paragraphs]


def with_catdoc(path: Path) -> Lines:
    done = subprocess.run(["catdoc", "-w", "-d", "utf-8", path], capture_output=True, check=True)
    return [" ".join(line.split()) for line in done.stdout.decode().splitlines() if line.strip()]


def with_striprtf(path: Path) -> Lines:
    from striprtf.striprtf import rtf_to_text

    text = rtf_to_text(path.read_text("latin-1"), errors="ignore").replace("|", " | ")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def with_libreoffice(path: Path) -> Lines:
    folder = path.parent.parent / "again"
    convert([path], "docx", folder)
    return ours(folder / f"{path.stem}.docx")


def readers_of(format_name: str) -> dict[str, Callable[[Path], Lines]]:
    """Return what can read a format here."""
    found: dict[str, Callable[[Path], Lines]] = {"ours": ours}
    if format_name == "doc" and shutil.which("catdoc"):
        found["catdoc"] = with_catdoc
    if format_name == "doc":
        found["LibreOffice"] = with_libreoffice
    if format_name == "rtf" and importlib.util.find_spec("striprtf"):
        found["striprtf"] = with_striprtf
    return found


def originals(folder: Path, count: int, *, restart: bool) -> list[Path]:
    """Write ``count`` Word files, the first document of one voice after the other."""
    folder.mkdir()
    files: list[Path] = []
    for source in sorted((ROOT / "corpora").glob("*.jsonl"))[:count]:
        record = next(read_records(source))
        target = folder / f"{record.id}.docx"
        texts = [paragraph.text for paragraph in record.paragraphs]
        make_docx(texts, target, len(files), restart=restart)
        files.append(target)
    return files


def measure(format_name: str, folder: Path, count: int) -> None:
    """Print one row a reader."""
    files = originals(folder / f"of_{format_name}", count, restart=format_name != "doc")
    converted = folder / format_name
    convert(files, format_name, converted)
    references = [ours(file) for file in files]
    for name, read in readers_of(format_name).items():
        losses = Losses()
        for file, reference in zip(files, references, strict=True):
            source = converted / f"{file.stem}.{format_name}"
            cost, wall, lines = min(timed(read, source) for _ in range(runs_of(name)))
            losses.milliseconds.append(1000 * cost)
            losses.wall.append(1000 * wall)
            losses.count(reference, lines)
        times = losses.milliseconds
        print(
            f"| .{format_name} | {name} | {losses.words} | {losses.lost} | {losses.added} "
            f"| {losses.paragraphs} | {losses.different} | {losses.numbers_wrong} "
            f"| {statistics.median(times):.0f} | {max(times):.0f} "
            f"| {statistics.median(losses.wall):.0f} |",
            flush=True,
        )


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=40)
    count = parser.parse_args().documents
    print(
        "| format | reader | words | lost | added | paragraphs | different | of these, "
        f"number wrong | median CPU ms | most | median wall ms |\n|{'---|' * 11}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for format_name in ("odt", "fodt", "rtf", "doc"):
            measure(format_name, Path(folder), count)
    print(f"\nload average at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
