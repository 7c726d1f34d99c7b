"""Whether a conclusion at the end covers an item that has none of its own.

The doubt goes to the minutes: a final conclusion covers every earlier item unless it is
confined to another one, that is, it stands under that item's own heading or speaks of
nothing that was said on the earlier item, and no words make it general.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.item_runs import OPINIONS, PRESENTED, Run
from minutes_nlp.nlp.phrases import phrase_list, word_set
from minutes_nlp.nlp.text import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHARED: Final = 3
"""So many word pairs in common show that a conclusion speaks of an item."""


def is_covered(run: Run, runs: list[Run]) -> bool:
    """Whether a conclusion that stands after ``run`` covers it.

    Where several items have conclusions of their own, a later one is more likely to be
    confined to its own matter and must show that it is not.
    """
    concluding = [other for other in runs if other.concludes]
    later = [other for other in concluding if _follows(other, run)]
    return any(_covers(other, run, item_by_item=len(concluding) > 1) for other in later)


def _follows(other: Run, run: Run) -> bool:
    return other.paragraphs[0].index > run.paragraphs[0].index


def _covers(final: Run, run: Run, *, item_by_item: bool) -> bool:
    conclusions = [p for p in final.paragraphs if p.section is SectionLabel.CONCLUSIONS]
    if _is_general(final, conclusions, item_by_item=item_by_item):
        return True
    said = _pairs([p for p in run.paragraphs if p.section in OPINIONS | PRESENTED])
    return len(said & _pairs(conclusions)) >= _SHARED


def _is_general(final: Run, conclusions: list[Paragraph], *, item_by_item: bool) -> bool:
    if not (item_by_item or final.has(OPINIONS)):
        return True
    if any(p.is_heading for p in conclusions):
        return True
    pattern = phrase_list("final_conclusion.toml", "general")
    return any(pattern.search(fold(p.text)) for p in conclusions)


def _pairs(paragraphs: list[Paragraph]) -> set[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for paragraph in paragraphs:
        words = _WORD.findall(fold(paragraph.text))
        pairs |= {pair for pair in pairwise(words) if not word_set("common").intersection(pair)}
    return pairs
