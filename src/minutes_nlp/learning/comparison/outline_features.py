"""Candidate features: the headings that a paragraph stands under, and the agenda's item.

They are compared, not used: the tagger's own features are in :mod:`minutes_nlp.nlp.features`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from minutes_nlp.nlp.features import Features, scaled, syllables
from minutes_nlp.nlp.outline import numbering_style
from minutes_nlp.nlp.text import fold

PREFIX: Final = "outline:"
_RANKS: Final = ("part", "roman", "capital", "upper", "square", "number", "1.1", "letter", "1.1.1")
_OPENING: Final = 30
_AGENDA: Final = re.compile(
    r"chương trình|nội dung (?:cuộc họp|buổi họp|sinh hoạt|họp|làm việc|gồm)|thông qua nội dung"
)
_ITEM: Final = re.compile(r"[;,:.]\s+(?:(?:\d{1,2}|[a-zđ])\s?[.)/-]\s+)?")
_SHARE: Final = 0.6
"""Share of an agenda item's syllables that a paragraph must have to begin the item."""


def outline_features(texts: Sequence[str]) -> list[Features]:
    """Return for each paragraph features of the headings above it and of its agenda item."""
    bare = [syllables(text) for text in texts]
    begin, agenda = _agenda(texts)
    item = -1
    above: dict[int, int] = {}
    result: list[Features] = []
    for index, text in enumerate(texts):
        features: Features = {}
        for depth, heading in enumerate(sorted(above.values())[:2]):
            features.update(scaled(f"{PREFIX}up{depth}:", bare[heading][:12], 0.5))
        if index >= begin and len(text.split()) <= 20:
            item = _begun(bare[index], agenda, item)
        if agenda and item >= 0:
            features.update(scaled(f"{PREFIX}item:", agenda[item][:12], 0.5))
            features[f"{PREFIX}place={min(4 * item // len(agenda), 3)}"] = 0.5
            if item + 1 < len(agenda):
                features.update(scaled(f"{PREFIX}next:", agenda[item + 1][:12], 0.3))
        elif agenda:
            features[f"{PREFIX}before"] = 0.5
        result.append(features)
        style = numbering_style(text)
        if style in _RANKS and len(text.split()) <= 16:
            rank = _RANKS.index(style)
            above = {r: i for r, i in above.items() if r < rank} | {rank: index}
    return result


def _begun(words: Sequence[str], agenda: Sequence[Sequence[str]], item: int) -> int:
    """Return the agenda item that a line begins, ``item`` itself when it begins none."""
    present = set(words)
    for number in range(item + 1, len(agenda)):
        own = set(agenda[number])
        if len(own & present) >= _SHARE * len(own):
            return number
    return item


def _agenda(texts: Sequence[str]) -> tuple[int, list[tuple[str, ...]]]:
    """Return the paragraph after the agenda, and the syllables of its items in order."""
    for index, text in enumerate(texts[:_OPENING]):
        if _AGENDA.search(fold(text)):
            parts = map(syllables, _ITEM.split(fold(text))[1:])
            items = [item for item in parts if 2 <= len(item) <= 30]
            if len(items) >= 3:
                return index + 1, items
            items = list(_lines(texts[index + 1 : index + 12]))
            return index + 1 + len(items), items
    return len(texts), []


def _lines(texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield short numbered lines at the beginning of ``texts``."""
    for text in texts:
        if numbering_style(text) is None or len(text.split()) > 25:
            return
        yield syllables(text)
