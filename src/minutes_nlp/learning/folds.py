"""Which voices are held out together: folds of voices, alike in size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text

_ALIKE = 100
"""Voices whose paragraphs differ by less than this may change places with the seed."""


def assign_folds(records: Sequence[CorpusRecord], folds: int, seed: int) -> dict[str, int]:
    """Return the fold of every voice, from 0; the folds hold about as many paragraphs each.

    A voice's documents stay together.  Voices without minutes (other papers) train nothing and
    are spread over the folds so that each model reads some of them.

    Args:
        records: the corpus.
        folds: how many folds, from 2 to the number of voices with minutes.
        seed: of the order in which voices of about the same size are dealt out.

    Raises:
        UsageError: ``folds`` is out of that range.
    """
    paragraphs: Counter[str] = Counter()
    papers: Counter[str] = Counter()
    for record in records:
        (paragraphs if record.is_minutes else papers)[record.voice] += len(record.paragraphs)
    if not 2 <= folds <= len(paragraphs):
        raise UsageError(
            Text(
                vi=f"--folds phải từ 2 đến {len(paragraphs)} (số người viết), không phải {folds}.",
                en=f"--folds must be from 2 to {len(paragraphs)} (the voices), not {folds}.",
            )
        )
    assigned = _deal(paragraphs, folds, Random(seed))
    alone = [voice for voice in sorted(papers) if voice not in assigned]
    return assigned | {voice: place % folds for place, voice in enumerate(alone)}


def _deal(sizes: Mapping[str, int], folds: int, random: Random) -> dict[str, int]:
    voices = sorted(sizes)
    random.shuffle(voices)
    voices.sort(key=lambda voice: -(sizes[voice] // _ALIKE))
    loads = [0] * folds
    assigned: dict[str, int] = {}
    for voice in voices:
        lightest = loads.index(min(loads))
        assigned[voice] = lightest
        loads[lightest] += sizes[voice]
    return assigned
