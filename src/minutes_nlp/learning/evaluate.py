"""``minutes-nlp evaluate``: sections, roles, facts, levels and findings on unseen voices."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from joblib import Parallel, delayed

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import read_records
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.learning.bootstrap import SAMPLES, SEED, intervals
from minutes_nlp.learning.counts import count_rows
from minutes_nlp.learning.damage_effect import damage_effects
from minutes_nlp.learning.fact_metrics import summarise_facts, summarise_roles, summarise_types
from minutes_nlp.learning.finding_metrics import summarise_findings, summarise_levels
from minutes_nlp.learning.folds import assign_folds
from minutes_nlp.learning.groups import DAMAGE, GROUPINGS, parse_groupings
from minutes_nlp.learning.hardest import CUT, hardest_paragraphs
from minutes_nlp.learning.held_out import Reading, check_given, fit_folds
from minutes_nlp.learning.risk import OutcomesByDoubt, summarise_risk, under_each_doubt
from minutes_nlp.learning.section_metrics import (
    LABELS,
    SectionPredictions,
    reliability,
    summarise_sections,
)
from minutes_nlp.learning.train_model import corpus_hash
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.rules import all_rules

FOLDS: Final = 10
_WHAT: Final = (
    "Measured on voices that the model had not seen: every voice is in one fold, and a fold is "
    "read by a model fitted on all others. Papers that are no minutes train nothing and are each "
    "read by one of these models. The minutes were written for this project; cue lists and "
    "grammars were written by people who had read the corpus. Not measured on real minutes."
)
_INTERVALS: Final = (
    "[figure, low, high]: 95 % percentile bootstrap; overall, by era, by type and by damage "
    "voices are drawn, within a voice documents. Samples where a metric has nothing to count are "
    "left out of the bounds; with few documents the bounds are rough."
)


def evaluate(
    corpus: Path, by: str = "voice", *, folds: int = FOLDS, jobs: int = 2
) -> dict[str, Any]:
    """Measure on ``corpus`` in folds of voices.

    Args:
        corpus: a folder of ``*.jsonl`` files, or one such file.
        by: groupings to measure apart, with commas: voice, era, type, damage.
        folds: in how many folds the voices are dealt.
        jobs: processes to use.

    Returns:
        A JSON-ready tree of figures; ``given_sections`` repeats what lies above the sections
        with the annotated sections given, to tell the tagger's errors from those above it.

    Raises:
        UsageError: ``by`` names an unknown grouping, or ``folds`` does not fit the corpus.
    """
    groupings = parse_groupings(by)
    records = list(read_records(corpus))
    models = fit_folds(records, assign_folds(records, folds, SEED), jobs=jobs)
    read = models.read(records, _with_doubts)
    readings = [reading for reading, _ in read]
    minutes = [reading for reading in readings if reading.record.is_minutes]
    given: list[Reading] = Parallel(n_jobs=jobs, batch_size=8)(
        delayed(check_given)(reading.record) for reading in minutes
    )
    rows = count_rows(minutes)
    by_group: dict[str, Any] = {
        name: _by_group(minutes, rows, name) for name in groupings if name != DAMAGE
    }
    if DAMAGE in groupings:
        written = {reading.record.id: row for reading, row in zip(minutes, rows, strict=True)}
        by_group[DAMAGE] = damage_effects([r.record for r in minutes], written, models)
    set_apart = corpus_voices(corpus, "set_apart")
    voices = [reading.record.voice for reading in minutes]
    return {
        "what": _WHAT,
        "checks": {rule.code: {"vi": rule.title.vi, "en": rule.title.en} for rule in all_rules()},
        "corpus_sha256": corpus_hash(corpus),
        "documents": len(minutes),
        "other_papers": len(readings) - len(minutes),
        "voices": len(set(voices)),
        "set_apart": sorted(set_apart),
        "folds": folds,
        "bootstrap": {"samples": SAMPLES, "seed": SEED, "what": _INTERVALS},
        "overall": intervals(rows, voices),
        "by": by_group,
        "sections": _sections(_section_predictions(minutes)),
        "document_type": summarise_types(readings),
        **_above_sections(minutes),
        "given_sections": _above_sections(given),
        "risk": summarise_risk([doubts for reading, doubts in read if reading.record.is_minutes]),
        "hardest": {
            "what": f"Surest wrong paragraphs, cut at {CUT} characters; voices set apart are "
            "measured but never quoted.",
            "paragraphs": hardest_paragraphs(minutes, set_apart),
        },
    }


def _with_doubts(reading: Reading) -> tuple[Reading, OutcomesByDoubt]:
    return reading.alone(), under_each_doubt(reading)


def _by_group(readings: Sequence[Reading], rows: Array, grouping: str) -> dict[str, Any]:
    groups: dict[str, list[int]] = {}
    for place, reading in enumerate(readings):
        groups.setdefault(GROUPINGS[grouping](reading.record), []).append(place)
    figures = {}
    for group, chosen in sorted(groups.items()):
        records = [readings[place].record for place in chosen]
        one_voice = grouping == "voice"
        clusters = [record.id if one_voice else record.voice for record in records]
        figures[group] = {
            "documents": len(chosen),
            "voices": len({record.voice for record in records}),
            "metrics": intervals(rows[chosen], clusters),
        }
    return figures


def _sections(predictions: SectionPredictions) -> dict[str, Any]:
    figures = summarise_sections(predictions)
    shares = [
        [round(count / sum(row), 4) if sum(row) else 0.0 for count in row]
        for row in figures["confusion"]
    ]
    return {
        **figures,
        "order": list(LABELS),
        "confusion_by_row": shares,
        "reliability": reliability(predictions),
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
