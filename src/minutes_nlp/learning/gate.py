"""The gate of ``make test``: no figure of the frozen test part may fall by more than its noise.

The noise of a fall is half the width of the 95 % bootstrap interval of the *paired* difference,
documents drawn: what the same documents gave then and now.  It is zero where nothing changed, and
far smaller than the noise of the figures themselves, so that real losses are seen on few
documents.  Where fewer than half of the stored documents are still the same (their text or
annotation changed, or voices were added), pairs say too little: then the noise is half the width
of the stored figure's own interval.  Figures are held against what was accepted last, never
against the run before, so that small losses add up until they are seen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from joblib import Parallel, delayed

from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.learning.bootstrap import SEED, Interval, difference, interval, resample
from minutes_nlp.learning.counts import count_row
from minutes_nlp.learning.encoding import encode_corpus, fit_without
from minutes_nlp.learning.folds import assign_folds
from minutes_nlp.learning.gate_file import Gate, GateDocument, record_digest
from minutes_nlp.learning.held_out import HeldOutModels
from minutes_nlp.learning.metrics import METRICS
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.training import TrainingOptions, calibrate

GUARDED: Final = (
    "section_macro_f1",
    "findings_f1",
    "kl001_precision",
    "kl001_recall",
    "yk001_precision",
    "yk001_recall",
    "leadership_kappa",
    "educational_kappa",
    "combative_kappa",
    "document_type_accuracy",
    "attendance_accuracy",
    "roles_accuracy",
)
"""Metrics that may not fall."""

_CALIBRATION_FOLDS: Final = 4
_ENOUGH_PAIRS: Final = 0.5
_ROUNDING: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Fall:
    """A metric that fell by more than its noise."""

    metric: str
    before: float
    now: float
    noise: float

    def __str__(self) -> str:
        figures = f"from {self.before:.4f} to {self.now:.4f}"
        return f"{self.metric} fell {figures}, more than its noise of {self.noise:.4f}"


def measure_gate(
    corpus: Path, voices: Collection[str], *, jobs: int = 2
) -> dict[str, GateDocument]:
    """Read the minutes of ``voices`` with a model fitted once, without them.

    To be fast the model is fitted without layout variants; its two numbers of calibration come
    from one more fit, without a quarter of the other voices.  Its figures are therefore a little
    lower than those of ``make evaluate``, and are compared with their own kind only.

    Returns:
        The outcome of every document, by record id.
    """
    records = list(read_records(corpus))
    held = frozenset(voices)
    others = [record for record in records if record.is_minutes and record.voice not in held]
    folds = assign_folds(others, _CALIBRATION_FOLDS, SEED)
    quarter = frozenset(voice for voice, fold in folds.items() if fold == 0)
    encoded = encode_corpus(
        [record for record in records if record.voice not in held], variants=False, jobs=jobs
    )
    (model, _), (_, scores) = Parallel(n_jobs=jobs)(
        delayed(fit_without)(encoded, left_out, TrainingOptions())
        for left_out in (frozenset[str](), quarter)
    )
    models = HeldOutModels((model.calibrated(*calibrate(scores)),), dict.fromkeys(held, 0), jobs)
    tested = [record for record in records if record.is_minutes and record.voice in held]
    return gate_documents(tested, models.read(tested, count_row))


def gate_documents(
    records: Sequence[CorpusRecord], rows: Sequence[Array]
) -> dict[str, GateDocument]:
    """Return documents of the gate, by record id, from their count rows."""
    return {
        record.id: GateDocument(record_digest(record), row)
        for record, row in zip(records, rows, strict=True)
    }


def figures_of(documents: Mapping[str, GateDocument]) -> dict[str, tuple[float, float] | None]:
    """Return each guarded metric with its own noise: half the width of its 95 % interval."""
    rows = np.array([document.row for document in documents.values()])
    weights = resample(list(documents))
    return {name: _with_noise(interval(METRICS[name], rows, weights)) for name in GUARDED}


def _with_noise(figure: Interval) -> tuple[float, float] | None:
    value, low, high = figure
    if value is None or low is None or high is None:
        return None
    return value, round((high - low) / 2, 4)


def falls(gate: Gate, documents: Mapping[str, GateDocument]) -> list[Fall]:
    """Return the metrics that fell by more than their noise since ``gate`` was accepted.

    A metric that had, or has, nothing to count is not compared.
    """
    same = [
        name
        for name, stored in gate.documents.items()
        if name in documents and documents[name].digest == stored.digest
    ]
    if len(same) < _ENOUGH_PAIRS * len(gate.documents):
        return _unpaired_falls(gate, documents)
    before = np.array([gate.documents[name].row for name in same])
    now = np.array([documents[name].row for name in same])
    weights = resample(same)
    found: list[Fall] = []
    for name in GUARDED:
        figure = _with_noise(interval(METRICS[name], before, weights))
        change = _with_noise(difference(METRICS[name], now, before, weights))
        if figure and change and -change[0] > change[1] + _ROUNDING:
            found.append(Fall(name, figure[0], round(figure[0] + change[0], 4), change[1]))
    return found


def _unpaired_falls(gate: Gate, documents: Mapping[str, GateDocument]) -> list[Fall]:
    current = figures_of(documents)
    return [
        Fall(name, stored[0], now[0], stored[1])
        for name in GUARDED
        if (stored := gate.figures.get(name))
        and (now := current[name])
        and stored[0] - now[0] > stored[1] + _ROUNDING
    ]


def accepted(
    gate: Gate | None,
    documents: Mapping[str, GateDocument],
    voices: Collection[str],
    *,
    version: str,
    reason: str,
) -> Gate:
    """Return the gate with what is measured now, and the reason at the end of its log.

    Args:
        gate: what held so far; ``None`` the first time.
        documents: from :func:`measure_gate`.
        voices: the test part.
        version: of the program.
        reason: why the figures may be what they now are.
    """
    figures = figures_of(documents)
    changed = {
        name: [stored[0], now[0]]
        for name, now in figures.items()
        if gate and now and (stored := gate.figures.get(name)) and stored[0] != now[0]
    }
    entry = {"version": version, "reason": reason, "changed": changed}
    log = (*gate.log, entry) if gate else (entry,)
    return Gate(figures, documents, tuple(sorted(voices)), log)
