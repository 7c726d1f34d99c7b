"""The labelled tasks by which LT002 is measured."""

from __future__ import annotations

import json
from pathlib import Path

from minutes_nlp.bulk.across.months import month_after
from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.corpus.voices import corpus_voices

CORPUS = Path(__file__).resolve().parents[2] / "corpora"
LABELS = {"open", "taken_up", "not_due", "no_task", "unclear"}


def month(record: CorpusRecord) -> str:
    assert record.meeting is not None
    return str(record.meeting.date)[:7]


def test_every_label_is_of_a_task_and_of_the_minutes_of_the_month_after() -> None:
    records = {record.id: record for record in read_records(CORPUS)}
    apart = corpus_voices(CORPUS, "set_apart")
    lines = (CORPUS / "follow_up" / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    tasks = [json.loads(line) for line in lines]
    assert len({(task["assigned_in"], task["what"]) for task in tasks}) == len(tasks) == 78
    for task in tasks:
        first, later = records[task["assigned_in"]], records[task["later"]]
        assert task["label"] in LABELS
        assert first.voice == later.voice not in apart
        assert month(later) == month_after(month(first))
        assert task["who"] or task["due"]
        assert first.paragraphs[task["paragraph"]].text
