"""Fit and score taggers on folds of voices."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from minutes_nlp.learning.comparison.calibration import Scored, calibrate
from minutes_nlp.learning.comparison.dataset import Dataset, voice_folds
from minutes_nlp.learning.comparison.intervals import HeldOutResult, figures
from minutes_nlp.learning.comparison.taggers import Tagger
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.section_model import TransitionScores
from minutes_nlp.nlp.training import fit_transitions


@dataclass(slots=True)
class Costs:
    """CPU seconds to fit and to score, and megabytes; one of each a fold."""

    fit: list[float] = field(default_factory=list)
    score: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


def compare(
    dataset: Dataset,
    makers: Mapping[str, Callable[[], Tagger]],
    reference: str,
    *,
    folds: int,
    seed: int,
    progress: Callable[[str], None],
) -> dict[str, dict[str, Any]]:
    """Return the figures of every tagger, voices held out in folds.

    Args:
        dataset: all documents with their variants.
        makers: name of each tagger and how to make it; ``reference`` must be among them.
        reference: the tagger that the others' differences and costs are told against.
        folds: number of groups of voices.
        seed: decides which voices go together.
        progress: called with a line as each tagger is done.
    """
    groups = voice_folds(list(dataset.voices), folds, seed)
    rows: dict[str, dict[str, Any]] = {}
    for name in sorted(makers, key=lambda name: name != reference):
        with threadpool_limits(limits=1):
            result, costs = _held_out(dataset, makers[name], groups)
        if name == reference:
            base, scoring = result, sum(costs.score)
        rows[name] = {
            **figures(result, base),
            "fit_seconds": round(float(np.mean(costs.fit)), 1),
            "megabytes": round(float(np.mean(costs.megabytes)), 1),
            "scoring_cost": round(sum(costs.score) / scoring, 1),
        }
        progress(f"{name}: {rows[name]}")
    return rows


def _held_out(
    dataset: Dataset, make: Callable[[], Tagger], groups: Sequence[frozenset[str]]
) -> tuple[HeldOutResult, Costs]:
    costs = Costs()
    scored: list[Scored] = []
    voices = []
    for group in groups:
        out = np.isin(dataset.voices, list(group))
        train, held = dataset.documents(~out), dataset.documents(out & ~dataset.variant)
        tagger = make()
        begin = time.process_time()
        tagger.fit(train)
        fitted = time.process_time()
        emissions = tagger.predict_log_proba(held)
        done = time.process_time()
        costs.fit.append(fitted - begin)
        costs.score.append(done - fitted)
        costs.megabytes.append(tagger.megabytes)
        scored.append(
            Scored(
                emissions=held.per_document(emissions),
                columns=np.split(held.columns, held.starts[1:-1]),
                transitions=transitions(train),
                decodes=tagger.decodes,
            )
        )
        voices.append(held.paragraph_voices)
    return (
        HeldOutResult(
            voices=np.concatenate(voices),
            columns=np.concatenate([column for fold in scored for column in fold.columns]),
            probabilities=calibrated(scored),
        ),
        costs,
    )


def calibrated(scored: Sequence[Scored]) -> Array:
    """Return all probabilities, each fold calibrated on the held-out scores of the others."""
    rows = []
    for fold in scored:
        scale, weight = calibrate([other for other in scored if other is not fold])
        rows.append(fold.posteriors(scale, weight))
    return np.concatenate(rows)


def transitions(train: Dataset) -> TransitionScores:
    """Return the label transitions of documents and variants, as the shipped tagger fits them."""
    return fit_transitions(np.split(train.columns, train.starts[1:-1]))
