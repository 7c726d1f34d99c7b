"""Unit work and shortfalls by exclusion: no list names every trade and every fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind, Paragraph
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_SECTIONS: Final = frozenset(
    {
        SectionLabel.TASK_REVIEW,
        SectionLabel.NEXT_TASKS,
        SectionLabel.CONCLUSIONS,
        SectionLabel.RESOLUTION,
    }
)
_RATIO: Final = re.compile(
    r"(?<![\w/.,-])(\d{1,4})\s?(?:/|trên(?:\s(?:tổng )?số)?\s)\s?(\d{1,4})\s"
    r"(?:hộ|nhà|việc|chỉ tiêu|người|đồng chí|đ/c|đảng viên|em|cháu|tổ|lượt|ha|km"
    r"|mét|m|con|máy|xe|hồ sơ)"
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


def shortfalls(paragraph: Paragraph) -> Iterator[Cue]:
    """Yield a perhaps-shortcoming over "27/40 hộ", "27 trên 40": less was done than asked."""
    if paragraph.section is not SectionLabel.TASK_REVIEW:
        return
    for match in _RATIO.finditer(fold(paragraph.text)):
        if int(match[1]) < int(match[2]):
            yield Cue(CueKind.SHORTCOMING, *match.span(), _PERHAPS)
