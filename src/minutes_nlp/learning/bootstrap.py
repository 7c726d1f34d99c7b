"""Intervals by bootstrap: clusters of documents drawn with replacement, seeded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from minutes_nlp.learning.metrics import METRICS, Metric
from minutes_nlp.nlp.decoding import Array

SAMPLES: Final = 1000
SEED: Final = 0
_BOUNDS: Final = (2.5, 97.5)

Interval = tuple[float | None, float | None, float | None]
"""A figure with the bounds of its 95 % interval; ``None`` where there is nothing to count."""


def resample(clusters: Sequence[str], samples: int = SAMPLES, seed: int = SEED) -> Array:
    """Return how often each document is drawn in each sample, shape (samples, documents).

    Args:
        clusters: the cluster of each document (its voice; or its own name, to draw documents).
        samples: how many samples.
        seed: of the generator.
    """
    names, place = np.unique(np.asarray(clusters), return_inverse=True)
    random = np.random.default_rng(seed)
    drawn = random.multinomial(len(names), np.full(len(names), 1 / len(names)), size=samples)
    return drawn[:, place].astype(float)


def interval(metric: Metric, rows: Array, weights: Array) -> Interval:
    """Return the metric over ``rows`` with the bounds of its 95 % interval.

    Samples in which the metric has nothing to count are left out of the bounds.

    Args:
        metric: one of :data:`~minutes_nlp.learning.metrics.METRICS`.
        rows: count rows, shape (documents, width).
        weights: from :func:`resample`, shape (samples, documents).
    """
    value = metric(rows.sum(axis=0, keepdims=True))
    return _with_bounds(value[0], metric(weights @ rows))


def difference(metric: Metric, rows: Array, other: Array, weights: Array) -> Interval:
    """Return metric(rows) - metric(other), paired: the same documents drawn from both."""
    value = metric(rows.sum(axis=0, keepdims=True)) - metric(other.sum(axis=0, keepdims=True))
    return _with_bounds(value[0], metric(weights @ rows) - metric(weights @ other))


def _with_bounds(value: float, samples: Array) -> Interval:
    known = samples[~np.isnan(samples)]
    if np.isnan(value) or not len(known):
        return None, None, None
    low, high = np.percentile(known, _BOUNDS)
    return round(float(value), 4), round(float(low), 4), round(float(high), 4)


def intervals(rows: Array, clusters: Sequence[str]) -> dict[str, Interval]:
    """Return every metric over ``rows`` with its interval; ``clusters`` as in :func:`resample`."""
    weights = resample(clusters)
    return {name: interval(metric, rows, weights) for name, metric in METRICS.items()}
