"""Write the tables of corpora/annotations/README.md from the two annotations and their settlement.

``--check`` writes nothing and fails when the tables are not up to date.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marked_page import write_or_check

from minutes_nlp.corpus.annotations import Annotation, read_annotations
from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.learning.agreement import measure_agreement
from minutes_nlp.learning.weight_metrics import summarise_weights
from minutes_nlp.nlp.pipeline import read_labelled

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
FOLDER = CORPORA / "annotations"
README = FOLDER / "README.md"


def tables() -> str:
    """Return the Markdown between the marks."""
    first, second = (read_annotations(FOLDER / name) for name in ("first", "second"))
    settled = read_annotations(FOLDER / "settled")
    records = {r.id: r for r in read_records(CORPORA) if r.id in settled}
    agreement = measure_agreement(first, second)
    lines = [
        f"{agreement['documents']} minutes, {agreement['paragraphs']:,} paragraphs.",
        "",
        *_kappas(agreement),
        "",
        *_findings(agreement),
        "",
        *_facts(agreement),
        "",
        *_settled(),
        "",
        *_weights(records, settled),
    ]
    return "\n".join(lines)


def _kappas(agreement: dict[str, Any]) -> Iterator[str]:
    yield "| what | Cohen's kappa | agreed | pairs |\n|---|---|---|---|"
    named = {
        "sections": agreement["sections"],
        "roles, where the section is the same": agreement["roles"],
        "content of its own (solid, thin)": agreement["weights"],
        **{f"level of {name} (weighted)": v for name, v in agreement["levels"].items()},
        "all findings": agreement["all_findings"],
    }
    for name, figures in named.items():
        yield (
            f"| {name} | {figures['kappa']:.3f} | {figures['agreed']:.1%} | {figures['pairs']} |"
        )
    yield ""
    yield (
        f"One annotator read against the other: section macro-F1 {agreement['section_f1']:.3f}, "
        f"micro-F1 of findings {agreement['all_findings']['micro_f1']:.3f}."
    )


def _findings(agreement: dict[str, Any]) -> Iterator[str]:
    yield "Kappa of each finding (times that both gave it):"
    yield ""
    yield (
        ", ".join(
            f"{code} {figures['kappa']:.2f} ({figures['both']})"
            for code, figures in agreement["findings"].items()
        )
        + "."
    )


def _facts(agreement: dict[str, Any]) -> Iterator[str]:
    told = ", ".join(f"{name} {share:.1%}" for name, share in agreement["facts"].items())
    yield f"Header facts given alike: {told}."


def _settled() -> Iterator[str]:
    with (FOLDER / "settled.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    sides = Counter(
        "first"
        if row["settled"] == row["first"]
        else "second"
        if row["settled"] == row["second"]
        else "neither"
        for row in rows
    )
    yield (
        f"{len(rows)} differences were settled (`settled.tsv`): {sides['first']} as the first "
        f"annotator had it, {sides['second']} as the second, {sides['neither']} otherwise."
    )


def _weights(records: dict[str, CorpusRecord], settled: dict[str, Annotation]) -> Iterator[str]:
    minutes = {
        key: read_labelled([p.text for p in record.paragraphs], gold_sections(record))
        for key, record in records.items()
    }
    figures = summarise_weights(minutes, settled)
    yield "The grammars against the settled labels, with the annotated sections given:"
    yield ""
    yield "| what | paragraphs | thin | accuracy | thin: precision | thin: recall | undecided |"
    yield "|---|---|---|---|---|---|---|"
    for name, f in figures.items():
        shares = " | ".join(
            f"{f[key]:.1%}" if f[key] is not None else "–"
            for key in ("accuracy", "thin_precision", "thin_recall", "undecided")
        )
        yield f"| {name} | {f['paragraphs']} | {f['thin']} | {shares} |"


def main(arguments: list[str]) -> int:
    """Write or check the page; return 1 when it is not up to date."""
    return write_or_check(README, tables(), "measure_agreement.py", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
