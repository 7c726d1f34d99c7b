"""How well findings and levels agree with the annotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sklearn.metrics import cohen_kappa_score, confusion_matrix

from minutes_nlp.corpus.validation import CHECK_CODES
from minutes_nlp.model.labels import Characteristic, DocumentKind, Level

if TYPE_CHECKING:
    from minutes_nlp.learning.held_out import Reading

_LEVELS = [level.value for level in (Level.ABSENT, Level.WEAK, Level.PRESENT)]


class Outcome(StrEnum):
    """What became of one check on one document, held against the annotation."""

    FOUND = "found"
    FALSE = "false"
    MISSED = "missed"
    UNDECIDED_TRUE = "undecided_true"  # the annotation lists it
    UNDECIDED_FALSE = "undecided_false"
    CLEARED = "cleared"  # rightly silent


def outcomes(
    *,
    annotated: Collection[str],
    fired: Collection[str],
    undecided: Collection[str],
    ran: Collection[str],
) -> dict[str, Outcome]:
    """Return the outcome of every check that ran or that is annotated, by code.

    An undecided check is neither found nor cleared.  A check that did not run, because the
    paper was taken for another kind, misses what is annotated.
    """
    codes = sorted(CHECK_CODES & {*annotated, *fired, *undecided, *ran})
    return {code: _outcome(code in annotated, code in fired, code in undecided) for code in codes}


def _outcome(annotated: bool, fired: bool, undecided: bool) -> Outcome:
    if fired:
        return Outcome.FOUND if annotated else Outcome.FALSE
    if undecided:
        return Outcome.UNDECIDED_TRUE if annotated else Outcome.UNDECIDED_FALSE
    return Outcome.MISSED if annotated else Outcome.CLEARED


def summarise_findings(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return precision, recall and F1 over all checks and of each code, with the counts.

    ``f1`` is 2 found / (2 found + false + missed + undecided_true): what is left undecided
    counts against recall, never against precision.
    """
    counts: dict[str, Counter[Outcome]] = {code: Counter() for code in sorted(CHECK_CODES)}
    for reading in readings:
        for code, outcome in reading.outcomes.items():
            counts[code][outcome] += 1
    total = sum(counts.values(), Counter[Outcome]())
    by_code = {code: _figures(counted) for code, counted in counts.items()}
    return {**_figures(total), "by_code": by_code}


def _figures(counts: Counter[Outcome]) -> dict[str, Any]:
    found = counts[Outcome.FOUND]
    fired = found + counts[Outcome.FALSE]
    annotated = found + counts[Outcome.MISSED] + counts[Outcome.UNDECIDED_TRUE]
    return {
        "precision": _ratio(found, fired),
        "recall": _ratio(found, annotated),
        "f1": _ratio(2 * found, fired + annotated),
        **{outcome.value: counts[outcome] for outcome in Outcome},
    }


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def summarise_levels(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return linearly weighted kappa and accuracy of each characteristic, with confusions."""
    return {name.value: _level_figures(readings, name) for name in Characteristic}


def _level_figures(readings: Sequence[Reading], name: Characteristic) -> dict[str, Any]:
    pairs = [
        (reading.record.characteristics[name].value, reading.minutes.quality(name).level.value)
        for reading in readings
        if reading.record.characteristics
        and reading.minutes.document_type.kind is not DocumentKind.OTHER
    ]
    true, read = [t for t, _ in pairs], [r for _, r in pairs]
    kappa = cohen_kappa_score(true, read, labels=_LEVELS, weights="linear")
    return {
        "weighted_kappa": round(float(kappa), 4),
        "accuracy": round(sum(t == r for t, r in pairs) / len(pairs), 4),
        "order": _LEVELS,
        "confusion": confusion_matrix(true, read, labels=_LEVELS).tolist(),
    }
