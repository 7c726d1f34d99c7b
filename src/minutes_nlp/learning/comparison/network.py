"""A small network over the document: summed embeddings, then windows of paragraphs (thinc)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix
from thinc.api import (
    Adam,
    Maxout,
    Model,
    Relu,
    Softmax_v2,
    chain,
    expand_window,
    fix_random_seed,
    glorot_uniform_init,
    residual,
    with_array,
)

from minutes_nlp.learning.comparison.dataset import Dataset
from minutes_nlp.learning.comparison.taggers import LOWEST, own
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.training import LABELS

_BUCKETS: Final = 2**15
_WIDTH: Final = 96
_EPOCHS: Final = 8
_BATCH: Final = 16
"""Documents a step."""
_FORGET: Final = 0.2
"""Share of features that are hidden at each step of training."""


class WindowNetwork:
    """Hashed embeddings summed over a paragraph's own features, then three window layers."""

    decodes = True

    def fit(self, train: Dataset) -> None:
        """Train by Adam with a falling step."""
        fix_random_seed(0)
        random = np.random.default_rng(0)
        matrix = _hashed(train)
        self.network = _network()
        self.network.initialize()
        steps = _EPOCHS * -(-len(train.voices) // _BATCH)
        optimizer = Adam(0.002, L2=0.0, grad_clip=1.0)
        done = 0
        for _ in range(_EPOCHS):
            order = random.permutation(len(train.voices))
            for start in range(0, len(order), _BATCH):
                optimizer.learn_rate = 0.003 * (1 - done / steps)
                chosen = order[start : start + _BATCH]
                spans = [range(train.starts[i], train.starts[i + 1]) for i in chosen]
                batch = [_forgetting(matrix[span], random) for span in map(list, spans)]
                true = [np.eye(len(LABELS), dtype="f")[train.columns[list(s)]] for s in spans]
                guesses, backward = self.network.begin_update(batch)
                count = sum(map(len, true))
                backward([(g - t) / count for g, t in zip(guesses, true, strict=True)])
                self.network.finish_update(optimizer)
                done += 1

    def predict_log_proba(self, documents: Dataset) -> Array:
        """Return logs of the softmax."""
        matrix = _hashed(documents)
        spans = zip(documents.starts, documents.starts[1:], strict=False)
        rows = self.network.predict([matrix[start:end] for start, end in spans])
        joined = np.concatenate(rows).astype(np.float64)
        return np.log(np.maximum(joined, np.exp(LOWEST)))

    @property
    def megabytes(self) -> float:
        """All parameters at four bytes."""
        nodes = list(self.network.walk())
        return sum(
            4 * node.get_param(name).size / 1e6
            for node in nodes
            for name in node.param_names
            if node.has_param(name)
        )


def _hashed(documents: Dataset) -> csr_matrix:
    """Return the paragraphs' own features in hash buckets (paragraphs, buckets)."""
    rows = [i for i, name in enumerate(documents.names) if own(name)]
    buckets = [crc32(documents.names[i].encode()) % _BUCKETS for i in rows]
    fold = csr_matrix(
        (np.ones(len(rows), dtype="f"), (rows, buckets)), shape=(len(documents.names), _BUCKETS)
    )
    return (documents.matrix @ fold).tocsr()


def _forgetting(matrix: csr_matrix, random: np.random.Generator) -> csr_matrix:
    kept = (random.random(matrix.nnz) >= _FORGET).astype("f") / (1 - _FORGET)
    return csr_matrix((matrix.data * kept, matrix.indices, matrix.indptr), matrix.shape)


def _network() -> Model[Any, Any]:
    def windows() -> Model[Any, Any]:
        mix = Maxout(_WIDTH, 3 * _WIDTH, nP=2, normalize=True, dropout=0.2)
        return residual(chain(expand_window(window_size=1), mix))

    inner: Model[Any, Any] = chain(
        Relu(_WIDTH, _WIDTH, dropout=0.3, normalize=True),
        windows(),
        windows(),
        windows(),
        Softmax_v2(len(LABELS), _WIDTH),
    )
    return chain(_embedding(), with_array(inner, pad=3))


def _embedding() -> Model[list[csr_matrix], list[Any]]:
    """Sum the rows of an embedding table that each paragraph's features name."""

    def forward(
        model: Model[list[csr_matrix], list[Any]], documents: list[csr_matrix], is_train: bool
    ) -> tuple[list[Any], Callable[[list[Any]], list[csr_matrix]]]:
        table = model.get_param("E")

        def backward(gradients: list[Any]) -> list[csr_matrix]:
            total: Any = sum(d.T @ g for d, g in zip(documents, gradients, strict=True))
            model.inc_grad("E", total)
            return documents

        return [np.asarray(document @ table, dtype="f") for document in documents], backward

    def initialise(model: Model[list[csr_matrix], list[Any]], **_: Any) -> None:
        model.set_param("E", glorot_uniform_init(model.ops, (_BUCKETS, _WIDTH)) * 4)

    return Model("sum_embeddings", forward, init=initialise, params={"E": None})
