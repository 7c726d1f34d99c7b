"""One document's outcome as a row of counts, so that sums of rows give every metric.

A metric over any set of documents is a function of the sum of their rows; a bootstrap is then
one product of matrices.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import numpy as np

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.validation import CHECK_CODES
from minutes_nlp.learning.fact_metrics import attendance_outcomes, kind_is_right, role_outcomes
from minutes_nlp.learning.finding_metrics import Outcome
from minutes_nlp.learning.held_out import Reading
from minutes_nlp.model.labels import Characteristic, Level, SectionLabel
from minutes_nlp.nlp.decoding import Array

SECTIONS: Final = tuple(SectionLabel)
CODES: Final = tuple(sorted(CHECK_CODES))
OUTCOMES: Final = tuple(Outcome)
LEVELS: Final = (Level.ABSENT, Level.WEAK, Level.PRESENT)

SHAPES: Final[dict[str, tuple[int, ...]]] = {
    "sections": (len(SECTIONS), len(SECTIONS)),  # true, predicted
    "findings": (len(CODES), len(OUTCOMES)),
    **{name.value: (len(LEVELS), len(LEVELS)) for name in Characteristic},  # true, read
    "document_type": (2,),  # right, all
    "attendance": (2,),
    "roles": (2,),
}
"""What a row holds, part by part in this order."""

_SIZES: Final = [int(np.prod(shape)) for shape in SHAPES.values()]
_ENDS: Final = dict(zip(SHAPES, accumulate(_SIZES), strict=True))
WIDTH: Final = sum(_SIZES)


def part(rows: Array, name: str) -> Array:
    """Return one part of count rows: shape (rows, …) with the part's shape of ``SHAPES``."""
    shape = SHAPES[name]
    end = _ENDS[name]
    return rows[:, end - int(np.prod(shape)) : end].reshape(len(rows), *shape)


def count_rows(readings: Sequence[Reading]) -> Array:
    """Return one row of counts a reading, shape (readings, ``WIDTH``)."""
    return np.array([count_row(reading) for reading in readings]).reshape(-1, WIDTH)


def count_row(reading: Reading) -> Array:
    """Return the counts of one document's minutes, shape (``WIDTH``,)."""
    row: Array = np.zeros((1, WIDTH))
    for true, paragraph in zip(
        gold_sections(reading.record), reading.minutes.paragraphs, strict=True
    ):
        part(row, "sections")[0, SECTIONS.index(true), SECTIONS.index(paragraph.section)] += 1
    for code, outcome in reading.outcomes.items():
        part(row, "findings")[0, CODES.index(code), OUTCOMES.index(outcome)] += 1
    if reading.record.characteristics and reading.minutes.qualities:
        for characteristic, level in reading.record.characteristics.items():
            read = reading.minutes.quality(characteristic).level
            part(row, characteristic.value)[0, LEVELS.index(level), LEVELS.index(read)] += 1
    for name, outcomes in (
        ("document_type", [kind_is_right(reading)]),
        ("attendance", attendance_outcomes(reading)),
        ("roles", role_outcomes(reading)),
    ):
        part(row, name)[0] += (sum(outcomes), len(outcomes))
    return row.ravel()
