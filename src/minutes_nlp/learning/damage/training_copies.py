"""Damaged copies of a document to train on: up to two a document, seeded by its id.

Words and layout are damaged apart and together.  ``recognised`` is kept for measuring;
``nfd`` and the placement of tones change nothing, as the reading of a text undoes both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.damage.abbreviations import abbreviated
from minutes_nlp.learning.damage.base import generator
from minutes_nlp.learning.damage.headings import without_headings
from minutes_nlp.learning.damage.order import shuffled
from minutes_nlp.learning.damage.paragraphing import merged, split
from minutes_nlp.learning.damage.recognition_noise import with_recognition_noise
from minutes_nlp.learning.damage.spelling import without_diacritics
from minutes_nlp.learning.damage.typing_errors import mistyped

Change: TypeAlias = Callable[[CorpusRecord], CorpusRecord]

_WORDS: Final[tuple[Change, ...]] = (
    without_diacritics,
    without_diacritics,
    mistyped,
    abbreviated,
    with_recognition_noise,
)
_LAYOUT: Final[tuple[Change, ...]] = (without_headings, merged, merged, split, shuffled)
_BOTH: Final = 0.5
"""Chance that the copy with damaged words has a damaged layout too."""


def training_variants(record: CorpusRecord) -> list[CorpusRecord]:
    """Return damaged copies of minutes, two unless one came out as it was; always the same."""
    random = generator("training", record)
    words, layout, other = random.choice(_WORDS), random.choice(_LAYOUT), random.choice(_LAYOUT)
    # Layout first: headings and sentences are found by what the words show.
    first = layout(record) if random.random() < _BOTH else record
    copies = (words(first), other(record))
    return [copy for copy in copies if copy.paragraphs != record.paragraphs]
