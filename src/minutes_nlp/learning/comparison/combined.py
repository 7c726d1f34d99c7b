"""Taggers made of others: single views of the text, their mean, and a stack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from minutes_nlp.learning.comparison.dataset import Dataset, voice_folds
from minutes_nlp.learning.comparison.taggers import Linear, Tagger, all_labels, log_normalised
from minutes_nlp.nlp.decoding import Array

WORDS: Final = ("w=", "ww=")
GRAMS: Final = ("c=",)
BARE: Final = ("s=",)
_INNER_FOLDS: Final = 3


def view(prefixes: tuple[str, ...]) -> Callable[[str], bool]:
    """Return whether a feature belongs to one view of the paragraph's text."""
    return lambda name: name.startswith(prefixes)


def three_views() -> list[Tagger]:
    """Return a linear tagger for words, for character n-grams, for pairs of toneless syllables."""
    return [Linear(view(prefixes)) for prefixes in (WORDS, GRAMS, BARE)]


class Mean:
    """The mean of several taggers' log probabilities."""

    decodes = True

    def __init__(self, members: Callable[[], Sequence[Tagger]]) -> None:
        self.members = members()

    def fit(self, train: Dataset) -> None:
        """Fit every member."""
        for member in self.members:
            member.fit(train)

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return the mean, normalised."""
        rows = [member.predict_log_proba(documents) for member in self.members]
        return log_normalised(np.mean(rows, axis=0))

    @property
    def megabytes(self) -> float:
        """All members together."""
        return sum(member.megabytes for member in self.members)


class Stack:
    """Logistic regression over members' log probabilities, learned on voices left out of them."""

    decodes = True

    def __init__(self, members: Callable[[], Sequence[Tagger]]) -> None:
        self.members = members
        self.top = LogisticRegression(C=0.1, max_iter=300)

    def fit(self, train: Dataset) -> None:
        """Fit the top on inner held-out scores, then the members on everything."""
        rows: list[Array] = []
        columns = []
        for voices in voice_folds(list(train.voices), _INNER_FOLDS, seed=0):
            out = np.isin(train.voices, list(voices))
            held = train.documents(out & ~train.variant)
            rows.append(_scores(_fitted(self.members, train.documents(~out)), held))
            columns.append(held.columns)
        self.top.fit(np.concatenate(rows), np.concatenate(columns))
        self.fitted = _fitted(self.members, train)

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return what the top makes of the members' scores."""
        scores = self.top.decision_function(_scores(self.fitted, documents))
        return log_normalised(all_labels(scores, list(self.top.classes_)))

    @property
    def megabytes(self) -> float:
        """All members together; the top is small."""
        return sum(member.megabytes for member in self.fitted)


def _fitted(members: Callable[[], Sequence[Tagger]], train: Dataset) -> list[Tagger]:
    fitted = list(members())
    for member in fitted:
        member.fit(train)
    return fitted


def _scores(members: Sequence[Tagger], documents: Dataset) -> Array:
    return np.hstack([np.maximum(m.predict_log_proba(documents), -10.0) for m in members])
