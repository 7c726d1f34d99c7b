"""What is lost when minutes go through a PDF with a text layer, against the same typed text.

One document of every other voice (voices set apart left out) is set as .docx and HTML; LibreOffice
and Chromium print them, reportlab sets a third PDF.  The reference is what the .docx reader gives.
Prints words lost and put in, beginnings of paragraphs found and right, section macro-F1 (by
characters) on PDF text and on typed text of a tagger that was fitted without these voices, and
processor time.

Needs soffice and chromium on the path, Debian's fonts-liberation2, and the extra ``benchmarks``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from zlib import crc32

from pdf_documents import Layout, blocks, write_docx, write_html, write_reportlab

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord, read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.damage.alignment import boundaries, carry_over
from minutes_nlp.learning.encoding import encode_corpus, fit_without
from minutes_nlp.model.document import Document
from minutes_nlp.nlp.pipeline import read_with_model
from minutes_nlp.nlp.section_model import SectionModel
from minutes_nlp.nlp.training import TrainingOptions, calibrate
from minutes_nlp.readers.base import read_document

ROOT = Path(__file__).resolve().parent.parent
PRODUCERS = ("LibreOffice", "Chromium", "reportlab")
_RUNS = 3
_SIGNS = {"-", "•", "|"}


def chosen() -> list[CorpusRecord]:
    """Return one document of every other voice, the same at every call."""
    by_voice: dict[str, list[CorpusRecord]] = defaultdict(list)
    set_apart = corpus_voices(ROOT / "corpora", "set_apart")
    for record in read_records(ROOT / "corpora"):
        if record.is_minutes and record.voice not in set_apart:
            by_voice[record.voice].append(record)
    return [
        min(by_voice[voice], key=lambda record: crc32(f"pdf {record.id}".encode()))
        for voice in sorted(by_voice)[::2]
    ]


def build(records: Sequence[CorpusRecord], folder: Path) -> None:
    """Write .docx, HTML and the three PDF files of every record into ``folder``."""
    for record in records:
        random = Random(crc32(record.id.encode()))
        layout = Layout.chosen(random)
        content = blocks([paragraph.text for paragraph in record.paragraphs], random)
        write_docx(folder / f"{record.id}.docx", content, layout)
        write_html(folder / f"{record.id}.html", content, layout)
        write_reportlab(folder / f"{record.id}.reportlab.pdf", content, layout)
    made = folder / "LibreOffice"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "pdf", "--outdir", made, *folder.glob("*.docx")],
        check=True, capture_output=True,
    )  # fmt: skip
    for record in records:
        (made / f"{record.id}.pdf").rename(folder / f"{record.id}.LibreOffice.pdf")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             "--disable-background-networking", f"--user-data-dir={folder / 'chromium'}",
             f"--print-to-pdf={folder / f'{record.id}.Chromium.pdf'}",
             folder / f"{record.id}.html"],
            check=True, capture_output=True,
        )  # fmt: skip


@dataclass
class Sums:
    """Sums over the documents of one producer."""

    words: int = 0
    lost: int = 0
    added: int = 0
    true: int = 0
    found: int = 0
    given: int = 0
    three_pages: list[float] = field(default_factory=list)
    by_page: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    typed: Counter[tuple[str, str]] = field(default_factory=Counter)
    read: Counter[tuple[str, str]] = field(default_factory=Counter)


def measure(
    records: Sequence[CorpusRecord], folder: Path, producer: str, model: SectionModel
) -> Sums:
    """Read the PDF files of one producer and compare them with what was typed."""
    sums = Sums()
    for record in records:
        typed = read_document(folder / f"{record.id}.docx")
        path = folder / f"{record.id}.{producer}.pdf"
        document, seconds, wall = _timed(lambda path=path: read_document(path))
        ours, theirs = _texts(typed), _texts(document)
        expected, got = _words(ours), _words(theirs)
        sums.words += expected.total()
        sums.lost += (expected - got).total()
        sums.added += (got - expected).total()
        counts = boundaries(ours, theirs)
        sums.true += counts.true
        sums.found += counts.found
        sums.given += counts.given
        pages = document.source.pages or 1
        sums.by_page.append(1000 * seconds / pages)
        if pages == 3:
            sums.three_pages.append(1000 * seconds)
            sums.wall.append(1000 * wall)
        sums.typed += _sections(record.paragraphs, typed, model)
        sums.read += _sections(record.paragraphs, document, model)
    return sums


def _timed(read: Callable[[], Document]) -> tuple[Document, float, float]:
    best = wall = float("inf")
    for _ in range(_RUNS):
        started, begun = time.process_time(), time.perf_counter()
        document = read()
        best = min(best, time.process_time() - started)
        wall = min(wall, time.perf_counter() - begun)
    return document, best, wall


def _texts(document: Document) -> list[str]:
    # A bullet is "-" in a .docx and whatever its font shows in a PDF.
    return [paragraph.text.replace("•", "-") for paragraph in document.paragraphs]


def _words(texts: Sequence[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split() if word not in _SIGNS)


def _sections(
    gold: Sequence[CorpusParagraph], document: Document, model: SectionModel
) -> Counter[tuple[str, str]]:
    """Count (annotated, tagged) sections by characters, so that borders weigh what they cover."""
    texts = [paragraph.text for paragraph in document.paragraphs]
    minutes = read_with_model(texts, model)
    pairs: Counter[tuple[str, str]] = Counter()
    for labelled, tagged in zip(carry_over(gold, texts), minutes.paragraphs, strict=True):
        pairs[str(labelled.section), str(tagged.section)] += len(labelled.text)
    return pairs


def macro_f1(pairs: Counter[tuple[str, str]]) -> float:
    """Return the mean F1 over the sections that are annotated."""
    scores = []
    for label in sorted({annotated for annotated, _ in pairs}):
        right = pairs[label, label]
        annotated = sum(count for (gold, _), count in pairs.items() if gold == label)
        tagged = sum(count for (_, tag), count in pairs.items() if tag == label)
        scores.append(2 * right / (annotated + tagged))
    return sum(scores) / len(scores)


def tagger(without: set[str]) -> SectionModel:
    """Return a section model fitted on all other voices, without layout variants."""
    corpus = encode_corpus(list(read_records(ROOT / "corpora")), variants=False, jobs=1)
    model, scores = fit_without(corpus, frozenset(without), TrainingOptions())
    return model.calibrated(*calibrate(scores))


def rows(records: Sequence[CorpusRecord], folder: Path) -> Iterator[str]:
    """Yield the table, a row a producer."""
    model = tagger({record.voice for record in records})
    yield (
        "| producer | words | lost | put in | beginnings found | right | macro-F1 typed | from PDF "
        f"| CPU ms, 3 pages | most | wall ms | CPU ms a page |\n|{'---|' * 12}"
    )
    for producer in PRODUCERS:
        s = measure(records, folder, producer, model)
        yield (
            f"| {producer} | {s.words} | {s.lost} | {s.added} | {s.found / s.true:.4f} "
            f"| {s.found / s.given:.4f} | {macro_f1(s.typed):.4f} | {macro_f1(s.read):.4f} "
            f"| {median(s.three_pages):.0f} | {max(s.three_pages):.0f} | {median(s.wall):.0f} "
            f"| {median(s.by_page):.0f} |"
        )


def main() -> None:
    """Build the documents unless a folder has them, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, help="where the documents are kept for another run")
    folder = parser.parse_args().folder
    records = chosen()
    with tempfile.TemporaryDirectory() as temporary:
        place = (folder or Path(temporary)).resolve()
        if not list(place.glob("*.Chromium.pdf")):
            place.mkdir(parents=True, exist_ok=True)
            build(records, place)
        print(f"{len(records)} documents\n")
        for row in rows(records, place):
            print(row, flush=True)
    print(f"\nload average at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
