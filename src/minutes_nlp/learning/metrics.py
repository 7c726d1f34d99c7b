"""The metrics, each a function of summed count rows (:mod:`minutes_nlp.learning.counts`).

All take rows of shape (samples, ``WIDTH``) and return shape (samples,); ``nan`` where a metric
has nothing to count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np

from minutes_nlp.learning.counts import CODES, OUTCOMES, part
from minutes_nlp.learning.finding_metrics import Outcome
from minutes_nlp.model.labels import Characteristic
from minutes_nlp.nlp.decoding import Array

Metric: TypeAlias = Callable[[Array], Array]


def _ratio(parts: Array, wholes: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio: Array = np.where(wholes > 0, parts / wholes, np.nan)
    return ratio


def section_macro_f1(rows: Array) -> Array:
    """Mean F1 over the sections that truly occur."""
    confusion = part(rows, "sections")
    right = np.einsum("sii->si", confusion)
    true, predicted = confusion.sum(axis=2), confusion.sum(axis=1)
    scores = np.nan_to_num(_ratio(2 * right, true + predicted))
    return _ratio((scores * (true > 0)).sum(axis=1), (true > 0).sum(axis=1))


def section_accuracy(rows: Array) -> Array:
    """Share of paragraphs with the annotated section."""
    confusion = part(rows, "sections")
    return _ratio(np.einsum("sii->s", confusion), confusion.sum(axis=(1, 2)))


def _outcome_counts(rows: Array, code: str | None) -> dict[Outcome, Array]:
    counts = part(rows, "findings")
    chosen = counts.sum(axis=1) if code is None else counts[:, CODES.index(code)]
    return {outcome: chosen[:, place] for place, outcome in enumerate(OUTCOMES)}


def findings_precision(rows: Array, code: str | None = None) -> Array:
    """Share of what fired that is annotated: of one check, or of all."""
    counts = _outcome_counts(rows, code)
    found = counts[Outcome.FOUND]
    return _ratio(found, found + counts[Outcome.FALSE])


def findings_recall(rows: Array, code: str | None = None) -> Array:
    """Share of what is annotated that fired; what stays undecided did not."""
    counts = _outcome_counts(rows, code)
    found = counts[Outcome.FOUND]
    return _ratio(found, found + counts[Outcome.MISSED] + counts[Outcome.UNDECIDED_TRUE])


def findings_f1(rows: Array) -> Array:
    """2 found / (2 found + false + missed + undecided_true), over all checks."""
    counts = _outcome_counts(rows, None)
    twice = 2 * counts[Outcome.FOUND]
    wrong = counts[Outcome.FALSE] + counts[Outcome.MISSED] + counts[Outcome.UNDECIDED_TRUE]
    return _ratio(twice, twice + wrong)


def undecided_share(rows: Array, code: str | None = None) -> Array:
    """Share of checks left undecided, of all that ran: of one check, or of all."""
    counts = _outcome_counts(rows, code)
    undecided = counts[Outcome.UNDECIDED_TRUE] + counts[Outcome.UNDECIDED_FALSE]
    return _ratio(undecided, sum(counts.values(), np.zeros(len(rows))))


def weighted_kappa(rows: Array, name: str) -> Array:
    """Linearly weighted kappa of a characteristic's three levels."""
    observed = part(rows, name)
    size = observed.shape[1]
    weights = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    total = observed.sum(axis=(1, 2))
    expected = observed.sum(axis=2)[:, :, None] * observed.sum(axis=1)[:, None, :]
    chance = (weights * expected).sum(axis=(1, 2))
    return 1 - _ratio((weights * observed).sum(axis=(1, 2)) * total, chance)


def accuracy(rows: Array, name: str) -> Array:
    """Share that is right of a part that counts right and all."""
    counts = part(rows, name)
    return _ratio(counts[:, 0], counts[:, 1])


def _of_check(code: str) -> dict[str, Metric]:
    return {
        f"{code.lower()}_precision": partial(findings_precision, code=code),
        f"{code.lower()}_recall": partial(findings_recall, code=code),
        f"{code.lower()}_undecided": partial(undecided_share, code=code),
    }


METRICS: Final[Mapping[str, Metric]] = MappingProxyType({
    "section_macro_f1": section_macro_f1,
    "section_accuracy": section_accuracy,
    "findings_precision": findings_precision,
    "findings_recall": findings_recall,
    "findings_f1": findings_f1,
    "undecided_share": undecided_share,
    **_of_check("KL001"),
    **_of_check("YK001"),
    **{f"{name.value}_kappa": partial(weighted_kappa, name=name.value) for name in Characteristic},
    **{f"{name}_accuracy": partial(accuracy, name=name)
       for name in ("document_type", "attendance", "roles")},
})  # fmt: skip
"""Every metric that has an interval, by name, in the order in which they are shown."""
