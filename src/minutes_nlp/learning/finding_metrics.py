"""How well findings and levels agree with the annotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sklearn.metrics import cohen_kappa_score, confusion_matrix

from minutes_nlp.corpus.validation import CHECK_CODES
from minutes_nlp.learning.held_out import Reading
from minutes_nlp.model.labels import Characteristic, DocumentKind, Level

_LEVELS = [level.value for level in (Level.ABSENT, Level.WEAK, Level.PRESENT)]


def summarise_findings(readings: Sequence[Reading]) -> dict[str, Any]:
    """Return precision and recall of each code; undecided is neither found nor cleared.

    ``undecided_true`` counts annotated findings left undecided, ``undecided_false`` the rest.
    """
    by_code = {code: _code_figures(readings, code) for code in sorted(CHECK_CODES)}
    totals = {
        key: sum(figures[key] for figures in by_code.values())
        for key in ("found", "false", "missed", "undecided_true", "undecided_false")
    }
    return {**_ratios(totals), **totals, "by_code": by_code}


def _code_figures(readings: Sequence[Reading], code: str) -> dict[str, Any]:
    counts = dict.fromkeys(("found", "false", "missed", "undecided_true", "undecided_false"), 0)
    for reading in readings:
        annotated = code in reading.record.findings
        fired = any(finding.code == code for finding in reading.findings)
        undecided = any(item.code == code for item in reading.undecided)
        if fired:
            counts["found" if annotated else "false"] += 1
        elif undecided:
            counts["undecided_true" if annotated else "undecided_false"] += 1
        elif annotated:
            counts["missed"] += 1
    return {**_ratios(counts), **counts}


def _ratios(counts: dict[str, int]) -> dict[str, float | None]:
    fired = counts["found"] + counts["false"]
    annotated = counts["found"] + counts["missed"] + counts["undecided_true"]
    return {
        "precision": round(counts["found"] / fired, 4) if fired else None,
        "recall": round(counts["found"] / annotated, 4) if annotated else None,
    }


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
