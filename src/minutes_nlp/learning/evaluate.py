"""``minutes-nlp evaluate``: measure sections, roles, facts, levels and findings, voice by voice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import read_records
from minutes_nlp.errors import UsageError
from minutes_nlp.learning.fact_metrics import summarise_facts, summarise_roles, summarise_types
from minutes_nlp.learning.finding_metrics import summarise_findings, summarise_levels
from minutes_nlp.learning.held_out import Reading, check, read_held_out
from minutes_nlp.learning.section_metrics import SectionPredictions, summarise_sections
from minutes_nlp.learning.train_model import corpus_hash
from minutes_nlp.model.language import Text
from minutes_nlp.nlp.pipeline import read_labelled

_DATA = (
    "Measured with each voice held out in turn, on minutes written for this project; cue lists "
    "and grammars were written by people who had read the corpus. Not measured on real minutes."
)


def evaluate(corpus: Path, by: str = "voice", *, jobs: int = 2) -> dict[str, Any]:
    """Measure on ``corpus`` with each voice held out in turn.

    Args:
        corpus: a folder of ``*.jsonl`` files, or one such file.
        by: the grouping of documents that are held out together; ``"voice"``.
        jobs: processes to use.

    Returns:
        A JSON-ready tree of figures; ``given_sections`` repeats what lies above the sections
        with the annotated sections given, to tell the tagger's errors from those above it.

    Raises:
        UsageError: ``by`` is unknown.
    """
    if by != "voice":
        raise UsageError(
            Text(vi=f"Chưa biết cách chia nhóm «{by}»; hãy dùng voice.",
                 en=f"Unknown grouping {by!r}; use voice.")
        )  # fmt: skip
    records = list(read_records(corpus))
    readings = read_held_out(records, jobs=jobs)
    minutes = [reading for reading in readings if reading.record.is_minutes]
    given = [
        check(
            r.record, read_labelled([p.text for p in r.record.paragraphs], gold_sections(r.record))
        )
        for r in minutes
    ]
    return {
        "what": _DATA,
        "corpus_sha256": corpus_hash(corpus),
        "documents": len(minutes),
        "other_papers": len(readings) - len(minutes),
        "voices": len({reading.record.voice for reading in minutes}),
        "sections": summarise_sections(_section_predictions(minutes)),
        "document_type": summarise_types(readings),
        **_above_sections(minutes),
        "given_sections": _above_sections(given),
    }


def _above_sections(readings: Sequence[Reading]) -> dict[str, Any]:
    return {
        "roles": summarise_roles(readings),
        "meeting": summarise_facts(readings),
        "levels": summarise_levels(readings),
        "findings": summarise_findings(readings),
    }


def _section_predictions(readings: Sequence[Reading]) -> SectionPredictions:
    pairs = [
        (reading.record.voice, label, paragraph)
        for reading in readings
        for label, paragraph in zip(
            gold_sections(reading.record), reading.minutes.paragraphs, strict=True
        )
    ]
    return SectionPredictions(
        voices=[voice for voice, _, _ in pairs],
        true=[label.value for _, label, _ in pairs],
        predicted=[paragraph.section.value for _, _, paragraph in pairs],
        confidence=[paragraph.confidence for _, _, paragraph in pairs],
    )
