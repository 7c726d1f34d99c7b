"""A second stage: logistic regression over the first one's probabilities in a wide window."""

from __future__ import annotations

from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from minutes_nlp.learning.comparison.dataset import Dataset, voice_folds
from minutes_nlp.learning.comparison.taggers import (
    Linear,
    all_labels,
    log_normalised,
    megabytes,
)
from minutes_nlp.nlp.decoding import Array

_WINDOW: Final = tuple(offset for offset in range(-8, 5) if offset)
_INNER_FOLDS: Final = 3
_SCALE: Final = 2.3
"""Emission scale of the first stage, about what calibration gives."""


class SecondStage:
    """Scores of the eight paragraphs before and four after, shares so far and to come."""

    decodes = True

    def fit(self, train: Dataset) -> None:
        """Fit the second stage on inner held-out scores, then the first on everything."""
        rows, columns = [], []
        for voices in voice_folds(list(train.voices), _INNER_FOLDS, seed=0):
            out = np.isin(train.voices, list(voices))
            held = train.documents(out)
            first = Linear()
            first.fit(train.documents(~out))
            rows.append(_windows(held, first.predict_log_proba(held)))
            columns.append(held.columns)
        self.scaler = StandardScaler().fit(np.concatenate(rows))
        self.second = LogisticRegression(C=0.01, max_iter=150, tol=1e-3)
        self.second.fit(self.scaler.transform(np.concatenate(rows)), np.concatenate(columns))
        self.first = Linear()
        self.first.fit(train)

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return what the second stage makes of the first one's scores."""
        rows = _windows(documents, self.first.predict_log_proba(documents))
        scores = self.second.decision_function(self.scaler.transform(rows))
        return log_normalised(all_labels(scores, list(self.second.classes_)))

    @property
    def megabytes(self) -> float:
        """The first stage and the small second one."""
        return self.first.megabytes + megabytes(self.second.coef_.size)


def _windows(documents: Dataset, emissions: Array) -> Array:
    """Return the second stage's features (paragraphs, features)."""
    return np.concatenate([_window(rows) for rows in documents.per_document(emissions)])


def _window(emissions: Array) -> Array:
    scores = log_normalised(_SCALE * emissions)
    shares = np.exp(scores)
    length, labels = shares.shape
    blocks = [np.maximum(scores, -8.0)]
    padded = np.pad(shares, ((8, 8), (0, 0)))
    blocks += [padded[8 + offset : 8 + offset + length] for offset in _WINDOW]
    total = np.vstack([np.zeros(labels), np.cumsum(shares, axis=0)])
    place = np.arange(1, length + 1)[:, None]
    blocks += [total[:-1] / place, (total[-1] - total[1:]) / place[::-1]]
    return np.hstack(blocks)
