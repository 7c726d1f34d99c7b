"""What the setting ``doubt`` buys: how much is decided, and how much of that is right.

Only the checks run anew for each value; the documents are read once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from minutes_nlp.learning.finding_metrics import Outcome
from minutes_nlp.learning.held_out import Reading, check

DOUBTS: Final = (0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)

OutcomesByDoubt: TypeAlias = tuple[Mapping[str, Outcome], ...]
"""The outcomes of one document's checks under each of :data:`DOUBTS`."""

_RAISED: Final = frozenset(Outcome) - {Outcome.CLEARED}
_UNDECIDED: Final = frozenset({Outcome.UNDECIDED_TRUE, Outcome.UNDECIDED_FALSE})


def under_each_doubt(reading: Reading) -> OutcomesByDoubt:
    """Run the checks over one reading under every value of ``doubt``."""
    record, minutes, forms = reading.record, reading.minutes, reading.forms
    return tuple(check(record, minutes, doubt, forms=forms).outcomes for doubt in DOUBTS)


def summarise_risk(documents: Sequence[OutcomesByDoubt]) -> dict[str, Any]:
    """Return coverage, precision and recall under each value of ``doubt``.

    Counted are the *cases*: a check on a document where the check can be undecided (it is on
    some document under some value) and something is at stake (it is annotated, or it fires or is
    undecided under some value).  ``coverage`` is the share of cases that are decided; the cases
    are the same for every value.
    """
    codes = {
        code
        for document in documents
        for outcomes in document
        for code, outcome in outcomes.items()
        if outcome in _UNDECIDED
    }
    cases = [
        (document, code)
        for document in documents
        for code in codes
        if any(outcomes.get(code, Outcome.CLEARED) in _RAISED for outcomes in document)
    ]
    return {
        "checks": sorted(codes),
        "cases": len(cases),
        "settings": [
            {"doubt": doubt, **_figures(Counter(d[place].get(c) for d, c in cases))}
            for place, doubt in enumerate(DOUBTS)
        ],
    }


def _figures(counts: Counter[Outcome | None]) -> dict[str, Any]:
    found = counts[Outcome.FOUND]
    fired = found + counts[Outcome.FALSE]
    undecided = sum(counts[outcome] for outcome in _UNDECIDED)
    annotated = found + counts[Outcome.MISSED] + counts[Outcome.UNDECIDED_TRUE]
    return {
        "coverage": round(1 - undecided / max(counts.total(), 1), 4),
        "precision": round(found / fired, 4) if fired else None,
        "recall": round(found / annotated, 4) if annotated else None,
        "fired": fired,
        "undecided": undecided,
    }
