"""The parts of a meeting told in another order; what happened stays the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.learning.damage.base import generator, with_paragraphs
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.outline import numbering_style

_BELONGING: Final = frozenset(
    {SectionLabel.CONTRIBUTIONS, SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION}
)
"""What is said or decided on an item stands under it and moves with it."""
_ENDING: Final = frozenset({SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION, None})
_NUMBER: Final = re.compile(r"\s*(?:[IVX]{1,5}|\d{1,2}|[A-ZĐ])\s*[.)/\-:]")

Block = list[CorpusParagraph]


def shuffled(record: CorpusRecord) -> CorpusRecord:
    """Return the record with its sections between opening and closing in another order.

    The last conclusion and what follows it stay at the end.  Leading numbers stay where they
    are, as whoever tells things in another order also counts in that order.
    """
    if not record.is_minutes:
        return record
    runs = [list(run) for _, run in groupby(record.paragraphs, key=lambda p: p.section)]
    first = 1 if _is_formal(runs[0]) else 0
    last = len(runs)
    while last > first and (_is_formal(runs[last - 1]) or runs[last - 1][0].section in _ENDING):
        last -= 1
    blocks = _blocks(runs[first:last])
    order = list(blocks)
    random = generator("shuffled_sections", record)
    for _ in range(8):
        random.shuffle(order)
        if order != blocks:
            break
    return with_paragraphs(
        record,
        [
            *(p for run in runs[:first] for p in run),
            *(p for block in _renumbered(blocks, order) for p in block),
            *(p for run in runs[last:] for p in run),
        ],
    )


def _is_formal(run: Sequence[CorpusParagraph]) -> bool:
    return run[0].section is SectionLabel.FORMALITIES


def _blocks(runs: Sequence[Block]) -> list[Block]:
    """Group runs of one section: what belongs to an item joins it, headings what they open."""
    blocks: list[Block] = []
    opening: Block = []
    for run in runs:
        if _is_formal(run):
            opening += run
        elif blocks and not opening and _belongs(run):
            blocks[-1] += run
        else:
            blocks.append([*opening, *run])
            opening = []
    return [*blocks, *([opening] if opening else [])]


def _belongs(run: Block) -> bool:
    style = numbering_style(run[0].text)
    return run[0].section in _BELONGING and style not in {"roman", "number", "capital", "part"}


def _renumbered(blocks: Sequence[Block], order: Sequence[Block]) -> list[Block]:
    """Put the leading numbers of ``blocks`` on ``order``, if all have one of the same style."""
    styles = {numbering_style(block[0].text) for block in blocks}
    numbers = [_NUMBER.match(block[0].text) for block in blocks]
    if len(styles) != 1 or not all(numbers):
        return list(order)
    result: list[Block] = []
    for number, block in zip(numbers, order, strict=True):
        text = _NUMBER.sub(number[0] if number else "", block[0].text, count=1)
        result.append([block[0].model_copy(update={"text": text}), *block[1:]])
    return result
