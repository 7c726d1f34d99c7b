"""Unit work by exclusion: no list names every trade, so what is no party work may be it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind, Paragraph
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.phrases import phrase_list

_SECTIONS: Final = frozenset(
    {
        SectionLabel.TASK_REVIEW,
        SectionLabel.NEXT_TASKS,
        SectionLabel.CONCLUSIONS,
        SectionLabel.RESOLUTION,
    }
)
_ENOUGH_WORDS: Final = 6
_PERHAPS: Final = 0.4


def perhaps_work(paragraph: Paragraph) -> Iterator[Cue]:
    """Yield ``UNIT_WORK`` as a perhaps over a paragraph that has no word of party work."""
    if paragraph.section not in _SECTIONS or paragraph.is_heading:
        return
    masked = mask_document_names(paragraph.text)
    is_party_work = phrase_list("party_work.toml", "words").search(masked) is not None
    if paragraph.words >= _ENOUGH_WORDS and not is_party_work:
        yield Cue(CueKind.UNIT_WORK, 0, len(paragraph.text), _PERHAPS)
