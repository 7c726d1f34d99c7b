"""What is compared: the contract of a tagger, and linear taggers over sparse features."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from minutes_nlp.learning.comparison import outline_features, speaker_links
from minutes_nlp.learning.comparison.dataset import Dataset, Rows
from minutes_nlp.nlp.decoding import Array, log_sum_exp
from minutes_nlp.nlp.training import LABELS, TrainingOptions

NEIGHBOURS: Final = ("p:", "n:", "pp:", "nn:", "h:", "t:", "tb:", "title=")
LOWEST: Final = -30.0
"""The least log probability, as in the section model."""


class Tagger(Protocol):
    """A tagger of documents; ``decodes`` says whether label transitions are to be applied."""

    decodes: bool

    def fit(self, train: Dataset) -> None:
        """Learn from documents and their variants."""

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return uncalibrated log probabilities of single paragraphs (paragraphs, labels)."""

    @property
    def megabytes(self) -> float:
        """Size of what was learned: weights at four bytes, and the names of features."""


def todays(name: str) -> bool:
    """Whether the shipped tagger uses the feature."""
    return not name.startswith((outline_features.PREFIX, speaker_links.PREFIX))


def own(name: str) -> bool:
    """Whether a feature of the shipped tagger is of the paragraph itself."""
    return todays(name) and not name.startswith(NEIGHBOURS)


def frequent(train: Dataset, minimum: int) -> Rows:
    """Return the columns of features that at least ``minimum`` written paragraphs have."""
    written = train.matrix[~np.repeat(train.variant, train.lengths)]
    return np.flatnonzero(np.bincount(written.indices, minlength=written.shape[1]) >= minimum)


def log_normalised(scores: Array) -> Array:
    """Return ``scores`` as log probabilities, none below :data:`LOWEST`."""
    rows: Array = scores - log_sum_exp(scores, 1)[:, None]
    return np.maximum(rows, LOWEST)


def all_labels(scores: Array, classes: Sequence[int], missing: float = -20.0) -> Array:
    """Spread the columns of the labels that were seen over all labels."""
    full = np.full((len(scores), len(LABELS)), missing)
    full[:, classes] = scores
    return full


class Linear:
    """One linear classifier over the features for which ``keep`` is true."""

    def __init__(
        self,
        keep: Callable[[str], bool] = todays,
        *,
        decodes: bool = True,
        classifier: Callable[[], LinearSVC | OneAgainstRest] | None = None,
    ) -> None:
        self.keep = keep
        self.decodes = decodes
        self.classifier = (classifier or support_vectors)()

    def fit(self, train: Dataset) -> None:
        """Fit on the features that are frequent enough."""
        kept = np.array([self.keep(name) for name in train.names])
        rows = frequent(train, TrainingOptions().minimum)
        self.chosen = rows[kept[rows]]
        self.names = train.names[self.chosen]
        self.classifier.fit(train.matrix[:, self.chosen], train.columns)

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return normalised scores."""
        scores = documents.matrix[:, self.chosen] @ self.classifier.coef_.T
        scores = scores + self.classifier.intercept_
        return log_normalised(all_labels(scores, list(self.classifier.classes_)))

    @property
    def megabytes(self) -> float:
        """Weights and names."""
        return megabytes(self.classifier.coef_.size, self.names)


def megabytes(weights: int, names: Sequence[str] = ()) -> float:
    """Return the size of ``weights`` numbers of four bytes and of feature names, in MB."""
    return (4 * weights + sum(len(name.encode()) + 1 for name in names)) / 1e6


def support_vectors() -> LinearSVC:
    """Return the shipped tagger's classifier, unfitted."""
    return LinearSVC(C=TrainingOptions().strength, tol=1e-3, dual=True, random_state=0)


class OneAgainstRest:
    """Logistic regression, one label against the rest, by the SVM's own solver."""

    def fit(self, matrix: csr_matrix, columns: Rows) -> None:
        """Fit one regression a label that occurs."""
        self.classes_ = np.unique(columns)
        members = [
            LogisticRegression(C=2.0, tol=1e-2, solver="liblinear", dual=True, random_state=0)
            for _ in self.classes_
        ]
        for label, member in zip(self.classes_, members, strict=True):
            member.fit(matrix, columns == label)
        self.coef_ = np.vstack([member.coef_ for member in members])
        self.intercept_ = np.concatenate([member.intercept_ for member in members])
