"""How well LT002 tells tasks that the next month's minutes leave open, on labelled pairs.

python benchmarks/task_follow_up.py [--show LABEL]

``corpora/follow_up/labels.jsonl`` holds tasks that the program found in minutes of the corpus, each
with the minutes of the month after and what a reading of these said of it (``corpora/README.md``).
Sections of the later minutes are those of the corpus.  ``--show open`` lists the tasks with that
label and what the check said of them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutes_nlp.bulk.across.documents import Held, Line
from minutes_nlp.bulk.across.follow_up import FollowUp
from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import CorpusRecord, read_records

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
SAID = ("finding", "undecided", "passed")
LABELS = ("open", "taken_up", "not_due", "no_task", "unclear")


def main() -> None:
    """Print what the check said by label, and the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", choices=LABELS)
    shown = parser.parse_args().show
    counts: Counter[tuple[str, str]] = Counter()
    for task, said in judged():
        counts[task["label"], said] += 1
        if task["label"] == shown:
            print(f"{said}: {task['later']}: {task['what']}")
    print(f"| label | {' | '.join(SAID)} |\n|---|---|---|---|")
    for label in LABELS:
        print(f"| {label} | {' | '.join(str(counts[label, said]) for said in SAID)} |")
    clear = [label for label in LABELS if label != "unclear"]
    found = sum(counts[label, "finding"] for label in clear)
    total = sum(counts["open", said] for said in SAID)
    right = counts["open", "finding"]
    print(f"precision: {right} of {found} findings")
    print(f"recall: {right} of {total} open tasks; undecided: {counts['open', 'undecided']}")
    decided = sum(counts[label, said] for label in clear for said in ("finding", "passed"))
    everything = sum(counts[label, said] for label in clear for said in SAID)
    print(f"undecided: {everything - decided} of {everything} tasks that are not unclear")


def judged() -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every labelled task with what the check says of it."""
    records = {record.id: record for record in read_records(CORPORA)}
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for line in (CORPORA / "follow_up" / "labels.jsonl").read_text("utf-8").splitlines():
        task = json.loads(line)
        pairs[task["assigned_in"], task["later"]].append(task)
    for (first, second), tasks in pairs.items():
        documents = [_held(records[first]), _held(records[second])]
        rows = [task | {"path": first, "first": task["paragraph"]} for task in tasks]
        follow = FollowUp(documents, rows)
        follow.read(documents[1], _lines(records[second]))
        said = {
            one.task.what: "undecided" if one.doubt else "finding" for one in follow.open_tasks()
        }
        for task in tasks:
            yield task, said.get(task["what"], "passed")


def _held(record: CorpusRecord) -> Held:
    date = str(record.meeting.date) if record.meeting and record.meeting.date else None
    return Held(
        path=record.id,
        unit=record.voice,
        month=date[:7] if date else None,
        day=date,
        kind="regular",
        sure=True,
        legible=True,
    )


def _lines(record: CorpusRecord) -> list[Line]:
    pairs = zip(record.paragraphs, gold_sections(record), strict=True)
    return [Line(n, section.value, p.text) for n, (p, section) in enumerate(pairs)]


if __name__ == "__main__":
    main()
