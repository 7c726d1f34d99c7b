"""A conditional random field over the paragraphs of a document (python-crfsuite)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

import numpy as np

from minutes_nlp.learning.comparison.dataset import Dataset
from minutes_nlp.learning.comparison.taggers import LOWEST, frequent, todays
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.training import LABELS

_LEFT_OUT: Final = ("c=", "s=", "ww=")
_MINIMUM: Final = 5
_SETTINGS: Final = {"c1": 0.05, "c2": 0.05, "max_iterations": 50, "feature.possible_states": False}


class ConditionalRandomField:
    """Linear chain over all features but n-grams, each in at least five paragraphs.

    The chain decodes by itself, so no transitions are applied to what it gives.
    """

    decodes = False

    def fit(self, train: Dataset) -> None:
        """Fit on written documents and variants."""
        import pycrfsuite  # a development extra: only whoever compares needs it

        rows = frequent(train, _MINIMUM)
        kept = np.array([todays(n) and not n.startswith(_LEFT_OUT) for n in train.names])
        self.chosen = rows[kept[rows]]
        trainer = pycrfsuite.Trainer(verbose=False)
        trainer.set_params(_SETTINGS)
        for items, columns in zip(
            self._items(train), np.split(train.columns, train.starts[1:-1]), strict=True
        ):
            trainer.append(items, [str(column) for column in columns])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "crf"
            trainer.train(str(path))
            self.model = path.read_bytes()
        self.tagger = pycrfsuite.Tagger()
        self.tagger.open_inmemory(self.model)

    def _items(self, documents: Dataset) -> list[list[dict[str, float]]]:
        matrix = documents.matrix[:, self.chosen].tocsr()
        paragraphs = [
            {
                str(column): float(value)
                for column, value in zip(
                    matrix.indices[start:end], matrix.data[start:end], strict=True
                )
            }
            for start, end in zip(matrix.indptr, matrix.indptr[1:], strict=False)
        ]
        return [
            paragraphs[start:end]
            for start, end in zip(documents.starts, documents.starts[1:], strict=False)
        ]

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return logs of the chain's marginal probabilities."""
        rows: list[list[float]] = []
        seen = set(self.tagger.labels())
        for items in self._items(documents):
            self.tagger.set(items)
            rows.extend(
                [
                    self.tagger.marginal(str(column), i) if str(column) in seen else 0.0
                    for column in range(len(LABELS))
                ]
                for i in range(len(items))
            )
        logs: Any = np.log(np.maximum(rows, np.exp(LOWEST)))
        return np.asarray(logs, dtype=np.float64)

    @property
    def megabytes(self) -> float:
        """Size of the model as crfsuite stores it."""
        return len(self.model) / 1e6
