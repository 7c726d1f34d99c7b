"""How well sections are told, and whether the stated confidence is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support

from minutes_nlp.model.labels import SectionLabel

LABELS: tuple[str, ...] = tuple(label.value for label in SectionLabel)


@dataclass(frozen=True, slots=True)
class SectionPredictions:
    """Predictions for many paragraphs: voices, true and predicted label, stated confidence."""

    voices: Sequence[str]
    true: Sequence[str]
    predicted: Sequence[str]
    confidence: Sequence[float]

    def of_voice(self, voice: str) -> SectionPredictions:
        """Return the predictions for one voice."""
        rows = [i for i, name in enumerate(self.voices) if name == voice]
        return SectionPredictions(
            [self.voices[i] for i in rows],
            [self.true[i] for i in rows],
            [self.predicted[i] for i in rows],
            [self.confidence[i] for i in rows],
        )


def macro_f1(predictions: SectionPredictions) -> float:
    """Return the mean F1 over the labels that truly occur."""
    labels = sorted(set(predictions.true))
    score = f1_score(
        predictions.true, predictions.predicted, labels=labels, average="macro", zero_division=0
    )
    return float(score)


def expected_calibration_error(predictions: SectionPredictions, bins: int = 15) -> float:
    """Return the mean gap between stated confidence and accuracy over equal-width bins."""
    confidence: NDArray[np.float64] = np.asarray(predictions.confidence)
    correct = np.asarray(predictions.true) == np.asarray(predictions.predicted)
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[place == b].mean() - correct[place == b].mean()) * (place == b).mean()
        for b in range(bins)
        if (place == b).any()
    ]
    return float(sum(gaps))


def reliability(predictions: SectionPredictions, bins: int = 10) -> list[dict[str, float]]:
    """Return how often the tagger is right by how sure it says it is, over equal-width bins.

    Returns:
        For each bin that has paragraphs: ``from`` and ``to`` (of the confidence), ``paragraphs``,
        mean ``confidence`` and ``accuracy``.
    """
    confidence: NDArray[np.float64] = np.asarray(predictions.confidence)
    correct = np.asarray(predictions.true) == np.asarray(predictions.predicted)
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        {
            "from": number / bins,
            "to": (number + 1) / bins,
            "paragraphs": int((place == number).sum()),
            "confidence": round(float(confidence[place == number].mean()), 4),
            "accuracy": round(float(correct[place == number].mean()), 4),
        }
        for number in range(bins)
        if (place == number).any()
    ]


def summarise_sections(predictions: SectionPredictions) -> dict[str, Any]:
    """Return macro-F1 overall and by voice, scores by label, confusion and calibration."""
    voices = sorted(set(predictions.voices))
    by_voice = {voice: round(macro_f1(predictions.of_voice(voice)), 4) for voice in voices}
    precision, recall, f1, support = precision_recall_fscore_support(
        predictions.true, predictions.predicted, labels=LABELS, zero_division=0
    )
    accuracy = np.mean(np.asarray(predictions.true) == np.asarray(predictions.predicted))
    worst = min(by_voice, key=lambda voice: by_voice[voice])
    return {
        "paragraphs": len(predictions.true),
        "macro_f1": round(macro_f1(predictions), 4),
        "accuracy": round(float(accuracy), 4),
        "worst_voice": worst,
        "worst_voice_macro_f1": by_voice[worst],
        "expected_calibration_error": round(expected_calibration_error(predictions), 4),
        "macro_f1_by_voice": by_voice,
        "by_section": {
            label: {
                "precision": round(float(precision[i]), 4),
                "recall": round(float(recall[i]), 4),
                "f1": round(float(f1[i]), 4),
                "paragraphs": int(support[i]),
            }
            for i, label in enumerate(LABELS)
        },
        "confusion": confusion_matrix(
            predictions.true, predictions.predicted, labels=LABELS
        ).tolist(),
    }
