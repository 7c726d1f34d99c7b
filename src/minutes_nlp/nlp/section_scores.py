"""Scores of single paragraphs by a linear model, without a dictionary of all their features.

:mod:`minutes_nlp.nlp.features` says what the features are; the sums here are the same.  The
features of a group share one value, so that a group is a set of rows of weights.  What a
paragraph lends to its neighbours stands beside its own weights in one wide row: each word is
looked up once and used for five paragraphs.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Final, cast

import numpy as np

from minutes_nlp.nlp.context_features import (
    FIRST_SYLLABLES,
    NEIGHBOUR,
    SECOND_NEIGHBOUR,
    SHARED,
    distant_features,
)
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.features import (
    Features,
    TaggerInput,
    bare_syllables,
    edge_features,
    sign_features,
    syllable_grams,
    syllables,
    with_conjunctions,
    words_of,
)
from minutes_nlp.nlp.speaker_features import speaker_features

_LENT: Final = (
    ("p:", "", 1, NEIGHBOUR),
    ("n:", "", -1, NEIGHBOUR),
    ("pp:", "b=", 2, SECOND_NEIGHBOUR),
    ("nn:", "b=", -2, SECOND_NEIGHBOUR),
)
"""What a paragraph lends: prefix, the feature's own prefix, to which paragraph, weight."""
_MOST_GRAMS: Final = 1 << 20
"""Character n-grams that are remembered, about 40 bytes each."""


class SectionScores:
    """Scores the paragraphs of documents.

    Args:
        rows: the row of each feature in ``weights``.
        weights: shape (features, labels).
        intercept: shape (labels,).
    """

    def __init__(self, rows: Mapping[str, int], weights: Array, intercept: Array) -> None:
        self.rows, self.weights, self.intercept = rows, weights, intercept
        self._wide_rows, self._wide = _wide_table(rows, weights)
        self._grams: dict[str, tuple[frozenset[int], int]] = {}
        self._gram_count = 0

    def of(self, paragraphs: Sequence[TaggerInput]) -> Array:
        """Return the scores of all paragraphs of one document, shape (paragraphs, labels)."""
        texts = [paragraph.text for paragraph in paragraphs]
        bare = [bare_syllables(text) for text in texts]
        named = zip(speaker_features(texts), distant_features(bare, texts), strict=True)
        scores = np.tile(self.intercept, (len(texts), 1))
        wide = np.empty((len(texts), self._wide.shape[1]))
        for i, (speakers, distant) in enumerate(named):
            own, shared = _Sum(), _Sum()
            self._add_words(own, shared, paragraphs[i], bare[i])
            signs = with_conjunctions({**sign_features(texts[i]), **speakers})
            for features in (edge_features(bare[i]), signs):
                shared.add_named(self._wide_rows, features)
                own.add_named(self.rows, features, besides=SHARED)
            own.add_named(self.rows, distant)
            scores[i] += own.total(self.weights)
            wide[i] = shared.total(self._wide)
        blocks = np.split(wide, len(_LENT) + 1, axis=1)
        scores += blocks[0]
        for block, (_, _, step, _) in zip(blocks[1:], _LENT, strict=True):
            if step > 0:
                scores[step:] += block[:-step]
            else:
                scores[:step] += block[-step:]
        return scores

    def _add_words(
        self, own: _Sum, shared: _Sum, paragraph: TaggerInput, bare: Sequence[str]
    ) -> None:
        row_of, wide_of = self.rows.get, self._wide_rows.get
        words = words_of(paragraph.words)
        shared.add(map(wide_of, ["w=" + word for word in words]), len(words))
        own.add(map(row_of, _pairs("ww=", words)), len(words) - 1)
        parts = syllables(paragraph.text)
        own.add(*self._grams_of(parts))
        own.add(map(row_of, _pairs("s=", bare)), len(bare) - 1)
        first = bare[:FIRST_SYLLABLES]
        shared.add(map(wide_of, ["b=" + part for part in first]), len(first))

    def _grams_of(self, parts: Sequence[str]) -> tuple[frozenset[int], int]:
        """Return the rows of the syllables' character n-grams, and how many n-grams there are."""
        known = self._grams
        for part in {part for part in parts if part not in known}:
            grams = syllable_grams(part)
            found = [self.rows.get("c=" + gram) for gram in grams]
            self._gram_count += len(grams)
            known[part] = frozenset(row for row in found if row is not None), len(grams)
        entries = [known[part] for part in parts]
        if self._gram_count > _MOST_GRAMS:
            self._grams, self._gram_count = {}, 0
        distinct = frozenset[int]().union(*[rows for rows, _ in entries])
        return distinct, sum([count for _, count in entries])


def _pairs(prefix: str, names: Sequence[str]) -> Iterable[str]:
    """Return the name of the feature of each pair of neighbours."""
    return map("_".join, zip([prefix + name for name in names[:-1]], names[1:], strict=True))


class _Sum:
    """Rows of a table of weights, each with its value."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._values: list[float] = []

    def add(self, rows: Iterable[int | None], size: int) -> None:
        """Add a group of features: its distinct rows, where ``size`` counts all its members."""
        distinct = set(rows)
        distinct.discard(None)
        self._rows += cast("set[int]", distinct)
        self._values += [1 / sqrt(size)] * len(distinct) if distinct else []

    def add_named(
        self, row_of: Mapping[str, int], features: Features, besides: tuple[str, ...] = ()
    ) -> None:
        """Add features by name, but for those whose name begins like one of ``besides``."""
        for name, value in features.items():
            row = row_of.get(name)
            if row is not None and not (besides and name.startswith(besides)):
                self._rows.append(row)
                self._values.append(value)

    def total(self, table: Array) -> Array:
        """Return the sum of values times rows, shape (columns of ``table``,)."""
        total: Array = np.array(self._values) @ table[np.array(self._rows, dtype=np.intp)]
        return total


def _wide_table(rows: Mapping[str, int], weights: Array) -> tuple[dict[str, int], Array]:
    """Return a row for every feature that a paragraph lends, shape (those, 5 times labels).

    The first block of columns holds the feature's own weights, the others those of :data:`_LENT`.
    """
    names = sorted(rows)
    places: dict[str, int] = {}
    cells: list[list[tuple[int, int]]] = [[] for _ in range(len(_LENT) + 1)]
    for prefix in SHARED:
        for name in _beginning_with(prefix, names):
            cells[0].append((places.setdefault(name, len(places)), rows[name]))
    for block, (prefix, own, _, _) in enumerate(_LENT, start=1):
        for name in _beginning_with(prefix, names):
            shared = own + name.removeprefix(prefix)
            cells[block].append((places.setdefault(shared, len(places)), rows[name]))
    table = np.zeros((len(places), len(cells), weights.shape[1]))
    for block, found in enumerate(cells):
        into, out = np.array(found, dtype=np.intp).reshape(-1, 2).T
        table[into, block] = weights[out] * (_LENT[block - 1][3] if block else 1.0)
    return places, table.reshape(len(places), -1)


def _beginning_with(prefix: str, names: Sequence[str]) -> Sequence[str]:
    """Return those of sorted ``names`` that begin so."""
    return names[bisect_left(names, prefix) : bisect_left(names, prefix + chr(sys.maxunicode))]
