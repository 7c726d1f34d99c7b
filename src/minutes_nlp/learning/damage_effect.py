"""How much is lost on damaged documents, against the same documents as they were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, Final

import numpy as np

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.bootstrap import SEED, difference, interval, resample
from minutes_nlp.learning.counts import count_row
from minutes_nlp.learning.damage import DAMAGES, damaged_records
from minutes_nlp.learning.held_out import HeldOutModels
from minutes_nlp.learning.metrics import METRICS
from minutes_nlp.nlp.decoding import Array

PER_VOICE: Final = 2
"""Documents of each voice that are damaged; of stored recognised pages, all are taken."""

_WHOLE: Final = frozenset({"recognised"})


def damage_effects(
    records: Sequence[CorpusRecord], written: Mapping[str, Array], models: HeldOutModels
) -> dict[str, Any]:
    """Return for every damage the figures on damaged copies, beside those as written.

    Args:
        records: the minutes of the corpus.
        written: the count row of each of them as written, by record id.
        models: what reads the copies; none has seen the voice.

    Returns:
        For every damage that has copies, by its id, its names, how many documents, and for each
        metric ``damaged``, ``written`` and their paired ``difference``, each with an interval.
    """
    sampled = sample(records)
    copies = {
        name: damaged_records(records if name in _WHOLE else sampled, name) for name in DAMAGES
    }
    rows = models.read([copy for some in copies.values() for copy in some], count_row)
    effects: dict[str, Any] = {}
    start = 0
    for name, some in copies.items():
        end = start + len(some)
        if some:
            label = DAMAGES[name].name
            typed = np.array([written[copy.id] for copy in some])
            effects[name] = {
                "vi": label.vi,
                "en": label.en,
                "documents": len(some),
                "metrics": _compare(np.array(rows[start:end]), typed, [c.voice for c in some]),
            }
        start = end
    return effects


def sample(records: Sequence[CorpusRecord], per_voice: int = PER_VOICE) -> list[CorpusRecord]:
    """Return ``per_voice`` documents of every voice, drawn with a fixed seed, in corpus order."""
    by_voice: dict[str, list[str]] = {}
    for record in records:
        by_voice.setdefault(record.voice, []).append(record.id)
    random = Random(SEED)
    chosen = {
        name
        for voice in sorted(by_voice)
        for name in random.sample(sorted(by_voice[voice]), min(per_voice, len(by_voice[voice])))
    }
    return [record for record in records if record.id in chosen]


def _compare(damaged: Array, written: Array, voices: Sequence[str]) -> dict[str, Any]:
    weights = resample(voices)
    return {
        name: {
            "damaged": interval(metric, damaged, weights),
            "written": interval(metric, written, weights),
            "difference": difference(metric, damaged, written, weights),
        }
        for name, metric in METRICS.items()
    }
