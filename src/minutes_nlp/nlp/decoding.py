"""Decoding a sequence of paragraphs: Viterbi and forward-backward over log scores.

``emissions`` has shape (paragraphs, labels); ``transitions`` (labels, labels), from row to
column; ``start`` and ``end`` (labels,).  All are natural-log scores and need not be normalised.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]


def log_sum_exp(scores: Array, axis: int) -> Array:
    """Return ``log(sum(exp(scores)))`` along ``axis`` without overflow."""
    peak = scores.max(axis=axis, keepdims=True)
    total: Array = np.log(np.exp(scores - peak).sum(axis=axis)) + peak.squeeze(axis)
    return total


def posteriors(emissions: Array, transitions: Array, start: Array, end: Array) -> Array:
    """Return the marginal probability of each label at each paragraph; rows sum to 1."""
    length = len(emissions)
    forward = np.empty_like(emissions)
    backward = np.empty_like(emissions)
    forward[0] = start + emissions[0]
    for i in range(1, length):
        forward[i] = log_sum_exp(forward[i - 1][:, None] + transitions, 0) + emissions[i]
    backward[-1] = end
    for i in range(length - 2, -1, -1):
        backward[i] = log_sum_exp(transitions + (emissions[i + 1] + backward[i + 1])[None, :], 1)
    joint = forward + backward
    probabilities: Array = np.exp(joint - log_sum_exp(joint, 1)[:, None])
    return probabilities


def viterbi(emissions: Array, transitions: Array, start: Array, end: Array) -> list[int]:
    """Return the best label sequence as column numbers."""
    score = start + emissions[0]
    back: list[NDArray[np.intp]] = []
    for row in emissions[1:]:
        paths = score[:, None] + transitions
        back.append(paths.argmax(axis=0))
        score = paths.max(axis=0) + row
    best = [int((score + end).argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return best[::-1]
