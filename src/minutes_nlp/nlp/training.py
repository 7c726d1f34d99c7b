"""Train the section model with scikit-learn: linear scores, transitions, calibration.

Training is deterministic: documents are taken in the order given, the solver has a
fixed seed, and weights are rounded, so that the same corpus gives the same files byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.decoding import Array, posteriors
from minutes_nlp.nlp.features import Features
from minutes_nlp.nlp.section_model import SectionModel, TransitionScores

LABELS: tuple[SectionLabel, ...] = tuple(SectionLabel)
_COLUMN = {label: column for column, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class TrainingDocument:
    """One document for training: features and labels paragraph by paragraph.

    A ``variant`` of a written document is trained on, but calibrates and measures nothing.
    """

    voice: str
    features: tuple[Features, ...]
    labels: tuple[SectionLabel, ...]
    variant: bool = False

    @property
    def columns(self) -> NDArray[np.intp]:
        """Label column of each paragraph, shape (paragraphs,)."""
        return np.array([_COLUMN[label] for label in self.labels], dtype=np.intp)


@dataclass(frozen=True, slots=True)
class TrainingOptions:
    """``strength`` is the inverse of L2; rarer features than ``minimum`` are dropped."""

    strength: float = 0.3
    minimum: int = 2
    smoothing: float = 1.0
    decimals: int = 4
    calibration_folds: int = 3


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One document scored by a model without its voice; ``columns`` are the true labels."""

    voice: str
    emissions: Array
    transitions: TransitionScores
    columns: NDArray[np.intp]

    def posteriors(self, scale: float, weight: float) -> Array:
        """Return section probabilities, shape (paragraphs, labels), under a calibration."""
        scores = self.transitions.weighed(weight)
        return posteriors(scale * self.emissions, scores.between, scores.start, scores.end)


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """The compiled model beside the scikit-learn classifier that it came from.

    ``held_out`` holds what models without a document's voice gave for it; they calibrated this one.
    """

    model: SectionModel
    classifier: LinearSVC
    held_out: tuple[HeldOut, ...] = ()
    transition_weight: float = 1.0


def train(
    documents: Sequence[TrainingDocument], options: TrainingOptions | None = None
) -> TrainedModel:
    """Fit, then calibrate on predictions for voices that were left out of the fit."""
    options = options or TrainingOptions()
    with threadpool_limits(limits=1):
        fitted = fit(documents, options)
        held_out = tuple(held_out_scores(documents, options))
        scale, weight = calibrate(held_out)
    model = fitted.model.calibrated(scale, weight)
    return TrainedModel(model, fitted.classifier, held_out, weight)


def fit(documents: Sequence[TrainingDocument], options: TrainingOptions) -> TrainedModel:
    """Fit single-paragraph scores and label transitions, both uncalibrated."""
    rows = feature_rows(documents, options.minimum)
    matrix = encode(documents, rows)
    return fit_encoded(matrix, rows, [document.columns for document in documents], options)


def fit_encoded(
    matrix: csr_matrix,
    rows: dict[str, int],
    labels: Sequence[NDArray[np.intp]],
    options: TrainingOptions,
) -> TrainedModel:
    """Fit on paragraphs that are encoded already.

    Args:
        matrix: shape (paragraphs, features), the documents one after the other.
        rows: the column of each feature in ``matrix``, sorted by name.
        labels: the label columns of each document's paragraphs.
        options: strength of the penalty, smoothing and rounding.
    """
    columns = np.concatenate(labels)
    classifier = LinearSVC(C=options.strength, tol=1e-3, dual=True, random_state=0)
    classifier.fit(matrix, columns)
    classifier.coef_ = np.round(classifier.coef_, options.decimals)
    classifier.intercept_ = np.round(classifier.intercept_, options.decimals)
    model = SectionModel(
        labels=LABELS,
        rows=rows,
        weights=_all_columns(classifier, classifier.coef_.T, 0.0),
        intercept=_all_columns(classifier, classifier.intercept_[None, :], -20.0)[0],
        transitions=fit_transitions(labels, options.smoothing),
        emission_scale=1.0,
    )
    return TrainedModel(model, classifier)


def _all_columns(classifier: LinearSVC, seen: Array, missing: float) -> Array:
    # A fold may lack a label; its column is then as good as impossible.
    full = np.full((len(seen), len(LABELS)), missing)
    full[:, classifier.classes_] = seen
    return full


def feature_rows(documents: Sequence[TrainingDocument], minimum: int) -> dict[str, int]:
    """Number the features of at least ``minimum`` written paragraphs, in sorted order."""
    counts: dict[str, int] = {}
    for document in documents:
        if document.variant:
            continue
        for features in document.features:
            for name in features:
                counts[name] = counts.get(name, 0) + 1
    kept = sorted(name for name, count in counts.items() if count >= minimum)
    return {name: row for row, name in enumerate(kept)}


def encode(documents: Sequence[TrainingDocument], rows: dict[str, int]) -> csr_matrix:
    """Return the features of all paragraphs as a sparse matrix (paragraphs, features)."""
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for document in documents:
        for features in document.features:
            for name, value in features.items():
                if name in rows:
                    indices.append(rows[name])
                    values.append(value)
            starts.append(len(indices))
    return csr_matrix((values, indices, starts), shape=(len(starts) - 1, len(rows)))


def fit_transitions(labels: Sequence[NDArray[np.intp]], smoothing: float = 1.0) -> TransitionScores:
    """Estimate log ratios of label bigrams to what label frequencies alone would give."""
    size = len(LABELS)
    between = np.full((size, size), smoothing)
    start, end, frequency = (np.full(size, smoothing) for _ in range(3))
    for columns in labels:
        start[columns[0]] += 1
        end[columns[-1]] += 1
        np.add.at(frequency, columns, 1)
        np.add.at(between, (columns[:-1], columns[1:]), 1)
    prior = frequency / frequency.sum()
    return TransitionScores(
        between=np.log(between / between.sum(axis=1, keepdims=True) / prior),
        start=np.log(start / start.sum() / prior),
        end=np.log(end / end.sum() / prior),
    )


def calibrate(held_out: Sequence[HeldOut]) -> tuple[float, float]:
    """Return emission scale and transition weight that make held-out posteriors likeliest."""

    def loss(parameters: Array) -> float:
        scale, weight = np.exp(parameters)
        total, count = 0.0, 0
        for document in held_out:
            rows = document.posteriors(scale, weight)
            chosen = rows[np.arange(len(rows)), document.columns]
            total -= float(np.log(np.maximum(chosen, 1e-9)).sum())
            count += len(rows)
        return total / count

    best = minimize(loss, np.log([2.0, 0.5]), method="Nelder-Mead", options={"xatol": 0.01})
    scale, weight = np.round(np.exp(best.x), 3)
    return float(scale), float(weight)


def held_out_scores(
    documents: Sequence[TrainingDocument], options: TrainingOptions
) -> Iterator[HeldOut]:
    """Score every document by a model fitted without its voice, in folds of voices."""
    voices = [document.voice for document in documents]
    folds = min(options.calibration_folds, len(set(voices)))
    for train_rows, test_rows in GroupKFold(folds).split(documents, groups=voices):
        model = fit([documents[i] for i in train_rows], options).model
        yield from _scores(model, [documents[i] for i in test_rows])


def _scores(model: SectionModel, documents: Sequence[TrainingDocument]) -> Iterator[HeldOut]:
    for document in documents:
        if not document.variant:
            emissions = model.log_probabilities(document.features)
            yield HeldOut(document.voice, emissions, model.transitions, document.columns)
