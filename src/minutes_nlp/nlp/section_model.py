"""The trained section model as the analyzer uses it: linear scores, then sequence decoding.

The model is trained with scikit-learn (:mod:`minutes_nlp.nlp.training`) and compiled to the
plain arrays below, so that reading one file loads neither scikit-learn nor skops.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.decoding import Array, log_sum_exp, posteriors
from minutes_nlp.nlp.features import Features, TaggerInput
from minutes_nlp.nlp.section_scores import SectionScores


@dataclass(frozen=True, slots=True)
class TransitionScores:
    """Natural-log scores of label sequences; shapes (labels, labels) and (labels,)."""

    between: Array
    start: Array
    end: Array

    def weighed(self, weight: float) -> TransitionScores:
        """Return the scores times ``weight``."""
        return TransitionScores(weight * self.between, weight * self.start, weight * self.end)


@dataclass(frozen=True)
class SectionModel:
    """Everything that turns features into section probabilities.

    ``rows`` maps a feature's name to its row in ``weights`` (features, labels);
    ``emission_scale`` multiplies the log probabilities of single paragraphs before decoding.
    """

    labels: tuple[SectionLabel, ...]
    rows: Mapping[str, int]
    weights: Array
    intercept: Array
    transitions: TransitionScores
    emission_scale: float
    digest: str = ""

    def calibrated(self, scale: float, weight: float) -> SectionModel:
        """Return the model with this emission scale and transitions weighed by ``weight``."""
        return replace(self, emission_scale=scale, transitions=self.transitions.weighed(weight))

    @cached_property
    def _scores(self) -> SectionScores:
        return SectionScores(self.rows, self.weights, self.intercept)

    def log_probabilities(self, features: Sequence[Features]) -> Array:
        """Return log probabilities of single paragraphs, shape (paragraphs, labels)."""
        scores = np.empty((len(features), len(self.labels)))
        row_of = self.rows.get
        for i, named in enumerate(features):
            rows = list(map(row_of, named))
            indices = [row for row in rows if row is not None]
            pairs = zip(named.values(), rows, strict=True)
            values = np.array([value for value, row in pairs if row is not None])
            scores[i] = values @ self.weights[indices] + self.intercept
        return log_softmax(scores)

    def probabilities(self, paragraphs: Sequence[TaggerInput]) -> Array:
        """Return the probability of each section for every paragraph of one document."""
        if not paragraphs:
            return np.empty((0, len(self.labels)))
        emissions = self.emission_scale * log_softmax(self._scores.of(paragraphs))
        scores = self.transitions
        return posteriors(emissions, scores.between, scores.start, scores.end)


def log_softmax(scores: Array) -> Array:
    """Return log probabilities from the scores of single paragraphs, none below -30."""
    log_probabilities: Array = scores - log_sum_exp(scores, 1)[:, None]
    return np.maximum(log_probabilities, -30.0)
