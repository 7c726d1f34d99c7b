"""Calibrate and decode many documents at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from minutes_nlp.nlp.decoding import Array, log_sum_exp
from minutes_nlp.nlp.section_model import TransitionScores


@dataclass(frozen=True, slots=True)
class Scored:
    """Held-out documents of one fold: log probabilities of paragraphs, and what was true.

    Attributes:
        emissions: one array (paragraphs, labels) a document.
        columns: one array (paragraphs,) of true labels' columns a document.
        transitions: as fitted on the other voices.
        decodes: whether the transitions are to be applied.
    """

    emissions: Sequence[Array]
    columns: Sequence[NDArray[np.intp]]
    transitions: TransitionScores
    decodes: bool

    def posteriors(self, scale: float, weight: float) -> Array:
        """Return the calibrated probabilities of all paragraphs, in order."""
        if not self.decodes:
            scores = scale * np.concatenate(self.emissions)
            rows: Array = np.exp(scores - log_sum_exp(scores, 1)[:, None])
            return rows
        return batch_posteriors(
            [scale * rows for rows in self.emissions], self.transitions.weighed(weight)
        )


def batch_posteriors(emissions: Sequence[Array], scores: TransitionScores) -> Array:
    """Return what :func:`minutes_nlp.nlp.decoding.posteriors` gives for each document, joined."""
    lengths = np.array([len(rows) for rows in emissions])
    padded = np.zeros((len(emissions), lengths.max(), emissions[0].shape[1]))
    for document, rows in enumerate(emissions):
        padded[document, : len(rows)] = rows
    inside = np.arange(lengths.max()) < lengths[:, None]
    forward, backward = np.empty_like(padded), np.empty_like(padded)
    forward[:, 0] = scores.start + padded[:, 0]
    for i in range(1, lengths.max()):
        reached = log_sum_exp(forward[:, i - 1, :, None] + scores.between, 1)
        forward[:, i] = reached + padded[:, i]
    backward[:, -1] = scores.end
    for i in range(lengths.max() - 2, -1, -1):
        following = padded[:, i + 1] + backward[:, i + 1]
        reached = log_sum_exp(scores.between + following[:, None, :], 2)
        backward[:, i] = np.where((i + 1 < lengths)[:, None], reached, scores.end)
    joint = (forward + backward)[inside]
    probabilities: Array = np.exp(joint - log_sum_exp(joint, 1)[:, None])
    return probabilities


def calibrate(folds: Sequence[Scored]) -> tuple[float, float]:
    """Return emission scale and transition weight that make the true labels likeliest.

    The same as :func:`minutes_nlp.nlp.training.calibrate`, for many documents at once.
    """
    columns = [np.concatenate(fold.columns) for fold in folds]

    def loss(parameters: Array) -> float:
        scale, weight = np.exp(parameters)
        total = 0.0
        for fold, true in zip(folds, columns, strict=True):
            chosen = fold.posteriors(scale, weight)[np.arange(len(true)), true]
            total -= float(np.log(np.maximum(chosen, 1e-9)).sum())
        return total / sum(map(len, columns))

    best = minimize(loss, np.log([2.0, 0.5]), method="Nelder-Mead", options={"xatol": 0.01})
    scale, weight = np.exp(best.x)
    return float(scale), float(weight)
