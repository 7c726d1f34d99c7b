"""The training documents of a corpus as one sparse matrix, from which every fold takes its rows.

Features are made once and in parallel; a fold's fit then selects rows and columns, and gives the
model that :func:`minutes_nlp.nlp.training.fit` would give on the same documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from threadpoolctl import threadpool_limits

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.training_data import training_documents
from minutes_nlp.nlp.section_model import SectionModel, log_softmax
from minutes_nlp.nlp.training import (
    HeldOut,
    TrainingDocument,
    TrainingOptions,
    encode,
    fit_encoded,
)


@dataclass(frozen=True, slots=True)
class EncodedDocument:
    """One training document: the rows ``start`` to ``end`` of the matrix, end excluded."""

    voice: str
    start: int
    end: int
    columns: NDArray[np.intp]
    variant: bool


@dataclass(frozen=True, slots=True)
class EncodedCorpus:
    """All training documents; ``names`` (sorted) are the columns of ``matrix``."""

    names: tuple[str, ...]
    matrix: csr_matrix
    documents: tuple[EncodedDocument, ...]

    @property
    def voices(self) -> set[str]:
        """The voices that have minutes."""
        return {document.voice for document in self.documents}


def encode_corpus(
    records: Sequence[CorpusRecord], *, variants: bool = True, jobs: int = 2
) -> EncodedCorpus:
    """Return the minutes among ``records``, encoded.

    Args:
        records: the corpus.
        variants: add the layout variants that training adds.
        jobs: processes to use.
    """
    by_voice: dict[str, list[CorpusRecord]] = {}
    for record in records:
        by_voice.setdefault(record.voice, []).append(record)
    parts: list[EncodedCorpus] = Parallel(n_jobs=jobs)(
        delayed(_encode_voice)(group, variants=variants) for group in by_voice.values()
    )
    return _join([part for part in parts if part.documents])


def _encode_voice(records: Sequence[CorpusRecord], *, variants: bool) -> EncodedCorpus:
    documents = training_documents(records, variants=variants)
    names = tuple(sorted({n for d in documents for features in d.features for n in features}))
    matrix = encode(documents, {name: column for column, name in enumerate(names)})
    return EncodedCorpus(names, matrix, tuple(_placed(documents)))


def _placed(documents: Sequence[TrainingDocument]) -> Iterator[EncodedDocument]:
    start = 0
    for document in documents:
        end = start + len(document.labels)
        yield EncodedDocument(document.voice, start, end, document.columns, document.variant)
        start = end


def _join(parts: Sequence[EncodedCorpus]) -> EncodedCorpus:
    names = tuple(sorted({name for part in parts for name in part.names}))
    place = {name: column for column, name in enumerate(names)}
    blocks: list[csr_matrix] = []
    documents: list[EncodedDocument] = []
    start = 0
    for part in parts:
        columns = np.array([place[name] for name in part.names], dtype=np.int32)
        block = part.matrix
        blocks.append(
            csr_matrix(
                (block.data, columns[block.indices], block.indptr),
                shape=(block.shape[0], len(names)),
            )
        )
        documents.extend(
            EncodedDocument(d.voice, d.start + start, d.end + start, d.columns, d.variant)
            for d in part.documents
        )
        start += block.shape[0]
    return EncodedCorpus(names, vstack(blocks, format="csr"), tuple(documents))


def fit_without(
    corpus: EncodedCorpus, voices: frozenset[str], options: TrainingOptions
) -> tuple[SectionModel, list[HeldOut]]:
    """Fit on all but ``voices`` and score the documents of ``voices``; not yet calibrated."""
    taught = [document for document in corpus.documents if document.voice not in voices]
    written = _rows(corpus, [document for document in taught if not document.variant])
    counts = np.bincount(written.indices, minlength=len(corpus.names))
    kept = np.flatnonzero(counts >= options.minimum)
    rows = {corpus.names[column]: place for place, column in enumerate(kept)}
    with threadpool_limits(limits=1):
        model = fit_encoded(
            _rows(corpus, taught)[:, kept], rows, [d.columns for d in taught], options
        ).model
        return model, [
            HeldOut(
                document.voice,
                log_softmax(_rows(corpus, [document])[:, kept] @ model.weights + model.intercept),
                model.transitions,
                document.columns,
            )
            for document in corpus.documents
            if document.voice in voices and not document.variant
        ]


def _rows(corpus: EncodedCorpus, documents: Sequence[EncodedDocument]) -> csr_matrix:
    chosen = [np.arange(document.start, document.end) for document in documents]
    return corpus.matrix[np.concatenate(chosen)]
