"""Scores of held-out predictions with bootstrap intervals over voices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.learning.section_metrics import SectionPredictions, expected_calibration_error
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.training import LABELS

_SAMPLES: Final = 2000
_SEED: Final = 0
Counts: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class HeldOutResult:
    """What a tagger gave for every paragraph by a model without the paragraph's voice.

    Attributes:
        voices: voice of each paragraph.
        columns: its true label's column.
        probabilities: calibrated, shape (paragraphs, labels).
    """

    voices: NDArray[np.str_]
    columns: NDArray[np.intp]
    probabilities: Array

    def confusions(self) -> Counts:
        """Return true by predicted label for each voice in sorted order (voices, 10, 10)."""
        names, number = np.unique(self.voices, return_inverse=True)
        counts = np.zeros((len(names), len(LABELS), len(LABELS)), dtype=np.int64)
        np.add.at(counts, (number, self.columns, self.probabilities.argmax(axis=1)), 1)
        return counts


def macro_f1(counts: Counts) -> Array:
    """Return macro-F1 over the labels that truly occur, for confusions (…, labels, labels)."""
    right = np.diagonal(counts, axis1=-2, axis2=-1)
    true, predicted = counts.sum(axis=-1), counts.sum(axis=-2)
    f1 = 2 * right / np.maximum(true + predicted, 1)
    scores: Array = f1.sum(axis=-1, where=true > 0) / np.maximum((true > 0).sum(axis=-1), 1)
    return scores


def resampled_voices(voices: int) -> NDArray[np.intp]:
    """Return the bootstrap's draws of voices, shape (samples, voices); always the same."""
    return np.random.default_rng(_SEED).integers(0, voices, size=(_SAMPLES, voices))


def figures(result: HeldOutResult, reference: HeldOutResult) -> dict[str, Any]:
    """Return JSON-ready scores with 95 % intervals, and the paired difference to ``reference``."""
    counts = result.confusions()
    draws = resampled_voices(len(counts))
    right = result.probabilities.argmax(axis=1) == result.columns
    by_voice = macro_f1(counts)
    sampled = _sampled(counts, draws)
    base = reference.confusions()
    return {
        "macro_f1": _with_interval(macro_f1(counts.sum(axis=0)), sampled),
        "worst_voice": str(np.unique(result.voices)[by_voice.argmin()]),
        "worst_voice_macro_f1": _with_interval(by_voice.min(), by_voice[draws].min(axis=1)),
        "accuracy": _with_interval(
            right.mean(), np.array([_accuracy(counts[draw].sum(axis=0)) for draw in draws])
        ),
        "expected_calibration_error": round(_calibration_error(result), 4),
        "difference": _with_interval(
            macro_f1(counts.sum(axis=0)) - macro_f1(base.sum(axis=0)),
            sampled - _sampled(base, draws),
        ),
    }


def _sampled(counts: Counts, draws: NDArray[np.intp]) -> Array:
    return np.array([macro_f1(counts[draw].sum(axis=0)) for draw in draws])


def _accuracy(counts: Counts) -> float:
    return float(np.trace(counts) / counts.sum())


def _with_interval(value: Any, samples: Array) -> list[float]:
    """Return the value, and the 2.5th and 97.5th percentile of its resamples."""
    low, high = np.percentile(samples, (2.5, 97.5))
    return [round(float(number), 4) for number in (value, low, high)]


def _calibration_error(result: HeldOutResult) -> float:
    names = np.array([label.value for label in LABELS])
    return expected_calibration_error(
        SectionPredictions(
            voices=list(result.voices),
            true=list(names[result.columns]),
            predicted=list(names[result.probabilities.argmax(axis=1)]),
            confidence=[float(p) for p in result.probabilities.max(axis=1)],
        )
    )
