"""The corpus as one sparse matrix, so that every tagger is fitted on the same features."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.comparison.outline_features import outline_features
from minutes_nlp.learning.comparison.speaker_links import speaker_links
from minutes_nlp.learning.training_data import labelled_layouts, paragraph_inputs
from minutes_nlp.nlp.features import document_features
from minutes_nlp.nlp.pipeline import blank_pipeline
from minutes_nlp.nlp.training import LABELS

Rows: TypeAlias = NDArray[np.intp]
_COLUMN = {label: column for column, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class Dataset:
    """Documents one after another.

    Attributes:
        names: the feature of each matrix column.
        matrix: values, shape (paragraphs, features).
        starts: row of each document's first paragraph, and the number of paragraphs at the end.
        voices: the voice of each document.
        variant: whether each document is a layout variant, which trains but measures nothing.
        columns: the true label's column for each paragraph.
    """

    names: NDArray[np.str_]
    matrix: csr_matrix
    starts: Rows
    voices: NDArray[np.str_]
    variant: NDArray[np.bool_]
    columns: Rows

    @property
    def lengths(self) -> Rows:
        """Paragraphs of each document."""
        return np.diff(self.starts)

    @property
    def paragraph_voices(self) -> NDArray[np.str_]:
        """The voice of each paragraph."""
        return np.repeat(self.voices, self.lengths)

    def documents(self, chosen: NDArray[np.bool_]) -> Dataset:
        """Return the documents where ``chosen`` (one flag a document) is true."""
        rows = np.flatnonzero(np.repeat(chosen, self.lengths))
        return replace(
            self,
            matrix=self.matrix[rows],
            starts=np.concatenate([[0], np.cumsum(self.lengths[chosen])]),
            voices=self.voices[chosen],
            variant=self.variant[chosen],
            columns=self.columns[rows],
        )

    def features(self, keep: Callable[[str], bool]) -> Dataset:
        """Return the same documents with the features for which ``keep`` is true."""
        chosen = np.flatnonzero([keep(name) for name in self.names])
        return replace(self, names=self.names[chosen], matrix=self.matrix[:, chosen])

    def per_document(self, rows: NDArray[np.float64]) -> list[NDArray[np.float64]]:
        """Split an array with one row a paragraph by documents."""
        return np.split(rows, self.starts[1:-1])


def read_dataset(records: Iterable[CorpusRecord]) -> Dataset:
    """Return the minutes among ``records`` with their layout variants.

    Features of :func:`outline_features` and :func:`speaker_links` stand beside the tagger's own.

    Raises:
        ValueError: a paragraph of minutes has no section, or a text spans several lines.
    """
    nlp = blank_pipeline()
    numbers: dict[str, int] = {}
    indices, values, ends = array("i"), array("f"), [0]
    voices: list[str] = []
    variants: list[bool] = []
    columns: list[int] = []
    starts = [0]
    for record in records:
        for labelled, variant in labelled_layouts(record) if record.is_minutes else ():
            own = document_features(paragraph_inputs(labelled, nlp))
            texts = [text for text, _ in labelled]
            candidates = outline_features(texts), speaker_links(texts)
            for groups in zip(own, *candidates, strict=True):
                for name, value in chain.from_iterable(group.items() for group in groups):
                    indices.append(numbers.setdefault(name, len(numbers)))
                    values.append(value)
                ends.append(len(indices))
            columns.extend(_COLUMN[label] for _, label in labelled)
            voices.append(record.voice)
            variants.append(variant)
            starts.append(len(columns))
    matrix = csr_matrix((np.array(values), np.array(indices), np.array(ends)), dtype=np.float32)
    return Dataset(
        names=np.array(list(numbers)),
        matrix=matrix,
        starts=np.array(starts),
        voices=np.array(voices),
        variant=np.array(variants),
        columns=np.array(columns),
    )


def voice_folds(voices: Sequence[str], count: int, seed: int) -> list[frozenset[str]]:
    """Deal voices into ``count`` groups of like size, in an order that ``seed`` decides."""
    shuffled = np.random.default_rng(seed).permutation(sorted(set(voices)))
    return [frozenset(map(str, shuffled[start::count])) for start in range(count)]
