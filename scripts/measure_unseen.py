"""Measure the shipped analyzer on ``corpora/unseen``: voices that nothing was taught or fitted to.

Prints a table by voice.  Nothing is trained: the figures are those of the program as installed.
``--write`` puts the table into ``corpora/unseen/README.md``; ``--check`` says whether it is there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sklearn.metrics import f1_score

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.labelled_text import parse_document
from minutes_nlp.learning.fact_metrics import (
    attendance_outcomes,
    kind_is_right,
    role_outcomes,
)
from minutes_nlp.learning.finding_metrics import Outcome, summarise_findings, summarise_levels
from minutes_nlp.learning.held_out import Reading, check
from minutes_nlp.model.document import Document, Source, SourceParagraph
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.pipeline import read_again, read_minutes

UNSEEN = Path(__file__).resolve().parents[1] / "corpora" / "unseen"
_BEGIN, _END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"
_UNDECIDED = (Outcome.UNDECIDED_TRUE, Outcome.UNDECIDED_FALSE)
_TOLD = (Outcome.FOUND, Outcome.FALSE, Outcome.MISSED, *_UNDECIDED)
_HEAD = (
    "voice", "minutes", "paragraphs", "sections, macro-F1", "accuracy", "findings, precision",
    "recall", "undecided", "KL001", "YK001", "roles", "attendance", "kind",
    "leadership", "educational", "combative",
)  # fmt: skip


def readings() -> Iterator[Reading]:
    """Read and check every document as the program would."""
    for path in sorted(UNSEEN.glob("*/*.txt")):
        record = parse_document(path.read_text(encoding="utf-8"), voice=path.parent.name)
        source = Source(path.name, "0" * 64, "text/plain", "text")
        texts = tuple(SourceParagraph(paragraph.text) for paragraph in record.paragraphs)
        minutes = read_minutes(Document(source, texts))
        yield check(record, minutes, forms=tuple(read_again(minutes)))


def row(name: str, group: Sequence[Reading]) -> Iterator[str]:
    """Yield the cells of one row; KL001 and YK001 as found, false, missed, undecided."""
    true = [label for reading in group for label in gold_sections(reading.record)]
    read = [p.section for reading in group for p in reading.minutes.paragraphs]
    findings = summarise_findings(group)
    yield from (name, str(len(group)), str(len(true)))
    yield f"{f1_score(true, read, average='macro', labels=list(SectionLabel)):.3f}"
    yield f"{sum(a == b for a, b in zip(true, read, strict=True)) / len(true):.3f}"
    yield from (_cell(findings["precision"]), _cell(findings["recall"]))
    yield _cell(sum(_count(findings, *_UNDECIDED)) / sum(_count(findings, *Outcome)))
    for code in ("KL001", "YK001"):
        told = _count(findings["by_code"][code], *_TOLD)
        yield "/".join(map(str, (*told[:3], told[3] + told[4])))
    for outcomes in (role_outcomes, attendance_outcomes):
        right = [each for reading in group for each in outcomes(reading)]
        yield _cell(sum(right) / len(right) if right else None)
    yield _cell(sum(map(kind_is_right, group)) / len(group))
    for level in summarise_levels(group).values():
        yield _cell(level["weighted_kappa"])


def _count(figures: dict[str, Any], *outcomes: Outcome) -> list[int]:
    return [figures[outcome.value] for outcome in outcomes]


def _cell(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def table() -> str:
    """Return the table, a column a voice and one for all."""
    found = list(readings())
    voices = sorted({reading.record.voice for reading in found})
    columns = [tuple(_HEAD)]
    for voice in voices:
        group = [reading for reading in found if reading.record.voice == voice]
        columns.append(tuple(row(f"`{voice}`", group)))
    columns.append(tuple(row("all", found)))
    lines = ["| " + " | ".join(cells) + " |" for cells in zip(*columns, strict=True)]
    return "\n".join([lines[0], "|---" * len(columns) + "|", *lines[1:]]) + "\n"


def main(arguments: list[str]) -> int:
    """Print, write or check the table; return 1 if the page holds another one."""
    page, now = UNSEEN / "README.md", table()
    written = page.read_text(encoding="utf-8")
    before, _, rest = written.partition(_BEGIN)
    fresh = before + _BEGIN + now + _END + rest.partition(_END)[2]
    if "--check" in arguments:
        return int(fresh != written)
    if "--write" in arguments:
        page.write_text(fresh, encoding="utf-8")
    print(now, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
