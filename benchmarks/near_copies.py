"""How well HT006 tells edited copies from different minutes, on documents of the corpus.

python benchmarks/near_copies.py [--seed N]

For every strength of editing each document gets one edited copy as "the next month's" or "another
cell's" minutes; all documents and copies are compared in one go.  A pair is right when one is the
copy of the other.  What is put into copies comes from documents that are not compared (every
second) and is put into one copy only: a passage that two documents have is found rightly.
Sections are those of the corpus.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minutes_nlp.bulk.across.documents import Held, Line
from minutes_nlp.bulk.across.near_copies import near_copies, own_text
from minutes_nlp.corpus.records import CorpusRecord, read_records

CORPORA = Path(__file__).resolve().parent.parent / "corpora"


@dataclass(frozen=True)
class Editing:
    """Shares of words exchanged, of paragraphs dropped, and of foreign paragraphs put in."""

    name: str
    words: float
    dropped: float
    added: float


EDITINGS = (
    Editing("the date only", 0.0, 0.0, 0.0),
    Editing("slight", 0.03, 0.1, 0.1),
    Editing("some", 0.05, 0.2, 0.2),
    Editing("much", 0.1, 0.2, 0.3),
    Editing("half is new", 0.05, 0.5, 1.0),
)


def lines_of(record: CorpusRecord) -> list[Line]:
    """Return the paragraphs of a record as the check sees them."""
    return [
        Line(number, str(paragraph.section), paragraph.text)
        for number, paragraph in enumerate(record.paragraphs)
    ]


def edited(
    lines: Sequence[Line], foreign: list[Line], editing: Editing, rng: random.Random
) -> list[Line]:
    """Return an edited copy, its paragraphs in another order; what is added leaves ``foreign``."""
    words = [word for line in foreign[:200] for word in line.text.split()]
    kept = [line for line in lines if rng.random() >= editing.dropped]
    copied = [
        Line(line.number, line.section, " ".join(_exchanged(line.text, words, editing, rng)))
        for line in kept
    ]
    copied += [foreign.pop() for _ in range(int(editing.added * len(kept)))]
    rng.shuffle(copied)
    return copied


def _exchanged(text: str, words: Sequence[str], editing: Editing, rng: random.Random) -> list[str]:
    return [rng.choice(words) if rng.random() < editing.words else word for word in text.split()]


def held(path: str, unit: str, month: str) -> Held:
    """Return what is known of an invented document."""
    return Held(path, unit, month, None, "regular", sure=True, legible=True)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    records = [
        record
        for path in sorted(CORPORA.glob("*.jsonl"))
        for record in read_records(path)
        if record.is_minutes
    ]
    foreign = [line for record in records[::2] for line in lines_of(record)]
    records = [record for number, record in enumerate(records) if number % 2]
    texts = [lines_of(record) for record in records]
    documents = [
        held(record.id, record.voice, f"2026-{number % 12 + 1:02}")
        for number, record in enumerate(records)
    ]
    print(f"{len(records)} minutes")
    print("| editing | copies found | undecided | passed | wrong pairs found | wrong undecided |")
    print("|---|---|---|---|---|---|")
    for editing in EDITINGS:
        print(_row(editing, documents, texts, foreign, random.Random(seed)))


def _row(
    editing: Editing,
    documents: list[Held],
    texts: list[list[Line]],
    foreign: list[Line],
    rng: random.Random,
) -> str:
    copies, copied = [], []
    pool = rng.sample(foreign, len(foreign))
    for place, (document, lines) in enumerate(zip(documents, texts, strict=True)):
        unit = document.unit if place % 2 else documents[rng.randrange(len(documents))].unit
        copies.append(held(f"{document.path} copy", unit or "", "2027-01"))
        copied.append(edited(lines, pool, editing, rng))
    pairs, _ = near_copies([*documents, *copies], [own_text(lines) for lines in (*texts, *copied)])
    counts = {"found": 0, "undecided": 0, "wrong found": 0, "wrong undecided": 0}
    for pair in pairs:
        right = pair.second.path == f"{pair.first.path} copy"
        counts[("" if right else "wrong ") + ("undecided" if pair.doubt else "found")] += 1
    found, undecided = counts["found"], counts["undecided"]
    passed = len(documents) - found - undecided
    shares = " | ".join(f"{count / len(documents):.3f}" for count in (found, undecided, passed))
    return f"| {editing.name} | {shares} | {counts['wrong found']} | {counts['wrong undecided']} |"


if __name__ == "__main__":
    main()
