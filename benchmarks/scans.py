"""How well and how fast test scans are read, by condition, on the half kept for reporting.

Draws documents of the corpus, scans them in every condition, and reads them.  Prints the error rate
of characters (mean and worst page), CPU seconds a page, the ratio to Tesseract alone on the same
prepared pages in the same run, beginnings of paragraphs found and right, and the macro-F1 of
sections on what was read and on the same documents typed.  Needs what
``minutes_nlp.learning.scans.making`` names.

    python benchmarks/scans.py [--half tuning] [--documents 5] [--hopeless] [CONDITION …]
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import fmean

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.damage.alignment import boundaries, carry_over
from minutes_nlp.learning.scans.degrading import Condition
from minutes_nlp.learning.scans.making import (
    CONDITIONS,
    HOPELESS,
    ScannedPage,
    make_scan,
    reporting,
    tuning,
)
from minutes_nlp.learning.scans.measuring import character_error_rate, page_text
from minutes_nlp.learning.section_metrics import SectionPredictions, macro_f1
from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.nlp.pipeline import read_minutes
from minutes_nlp.readers.intake import RawFile
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.scan.page_image import page_images
from minutes_nlp.readers.scan.page_preparation import prepare
from minutes_nlp.readers.scan.reader import ImageReader
from minutes_nlp.readers.scan.tesseract import engine

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    "| condition | pages | CER % | worst page % | s a page | ratio | beginnings found | right "
    "| F1 typed | F1 recognised |\n|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Tally:
    """What was counted in one condition."""

    errors: list[tuple[float, str]] = field(default_factory=list)
    seconds: float = 0.0
    alone: float = 0.0
    true: int = 0
    found: int = 0
    given: int = 0
    labels: dict[str, tuple[list[str], list[str]]] = field(
        default_factory=lambda: {"typed": ([], []), "recognised": ([], [])}
    )

    def row(self, name: str) -> str:
        """Return the row of the table."""
        rates = [rate for rate, _ in self.errors]
        f1 = {kind: _macro_f1(*pair) for kind, pair in self.labels.items()}
        return (
            f"| {name} | {len(rates)} | {100 * fmean(rates):.2f} | {100 * max(rates):.2f} "
            f"| {self.seconds / len(rates):.2f} | {self.seconds / self.alone:.2f} "
            f"| {self.found / max(1, self.true):.3f} | {self.found / max(1, self.given):.3f} "
            f"| {f1['typed']:.3f} | {f1['recognised']:.3f} |"
        )


def measure(condition: Condition, records: Iterable[CorpusRecord], seed: str) -> Tally:
    """Scan and read ``records`` in one condition."""
    tally = Tally()
    for record in records:
        texts = [paragraph.text for paragraph in record.paragraphs]
        pages = make_scan(texts, condition, f"{seed} {record.id}")
        document = _read(pages, condition, tally)
        for printed, page in zip(pages, document.pages, strict=True):
            rate = character_error_rate(printed.text, page_text(page))
            tally.errors.append((rate, f"{record.id}, page {page.number}"))
        read = [paragraph.text for paragraph in document.paragraphs]
        counts = boundaries(texts, read)
        tally.true += counts.true
        tally.found += counts.found
        tally.given += counts.given
        typed = Document(document.source, tuple(SourceParagraph(text) for text in texts))
        _tag(typed, [p.section for p in record.paragraphs], tally.labels["typed"])
        carried = carry_over(record.paragraphs, read)
        _tag(document, [p.section for p in carried], tally.labels["recognised"])
    return tally


def _read(pages: Sequence[ScannedPage], condition: Condition, tally: Tally) -> Document:
    kind = "JPEG" if condition.quality else "PNG"
    files = []
    for page in pages:
        buffer = io.BytesIO()
        page.image.save(buffer, kind, quality=condition.quality or 0)
        files.append(RawFile(f"page {len(files) + 1}", buffer.getvalue()))
    started = time.process_time()
    document = ImageReader().read_several("scan", files, Limits())
    tally.seconds += time.process_time() - started
    for file in files:
        for image in page_images(file.data, Limits()):
            prepared = prepare(image.pixels, image.dpi)
            started = time.process_time()
            engine().read(prepared.image, prepared.dpi)
            tally.alone += time.process_time() - started
    return document


def _tag(document: Document, true: Sequence[object], pair: tuple[list[str], list[str]]) -> None:
    if document.paragraphs:
        pair[0].extend(str(label) for label in true)
        pair[1].extend(str(paragraph.section) for paragraph in read_minutes(document).paragraphs)


def _macro_f1(true: list[str], predicted: list[str]) -> float:
    nothing = [""] * len(true)
    return macro_f1(SectionPredictions(nothing, true, predicted, [0.0] * len(true)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("conditions", nargs="*", metavar="CONDITION")
    parser.add_argument("--half", choices=("tuning", "reporting"), default="reporting")
    parser.add_argument("--documents", type=int, default=5, help="documents a condition")
    parser.add_argument("--hopeless", action="store_true", help="the hopeless conditions")
    options = parser.parse_args()
    half = {"tuning": tuning, "reporting": reporting}[options.half]
    corpus = ROOT / "corpora"
    records = half(read_records(corpus), corpus_voices(corpus, "set_apart"))
    known = {**CONDITIONS, **HOPELESS}
    names = options.conditions or list(HOPELESS if options.hopeless else CONDITIONS)
    engine()  # started once a process, and not counted
    read_minutes(Document(Source("", "", "", ""), (SourceParagraph("Chi bộ họp."),)))
    print(HEAD, flush=True)
    for name in names:
        chosen = Random(f"{options.half} {name}").sample(records, options.documents)
        tally = measure(known[name], chosen, options.half)
        worst = "; ".join(f"{where} {100 * rate:.1f}" for rate, where in sorted(tally.errors)[-2:])
        print(f"{tally.row(name)} <!-- worst: {worst} -->", flush=True)


if __name__ == "__main__":
    main()
