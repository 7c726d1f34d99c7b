"""Features that a paragraph takes from its neighbours and the heading before it.

Its place in the document and the outline above it are left out on purpose: on voices that the
training had not seen, the tagger was right as often or more often without them
(docs/decisions/0003-section-tagger.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Final

from minutes_nlp.nlp.outline import numbering_style

SHARED: Final = ("f1=", "f2=", "f3=", "shape=", "num=", "upper", "len=", "b=", "w=", "lead=")
"""Beginnings of the names of features that a paragraph lends to both its neighbours."""
NEIGHBOUR: Final = 0.4
"""Weight of what a neighbour lends."""
SECOND_NEIGHBOUR: Final = 0.25
"""Weight of the first syllables of the paragraph beyond a neighbour."""
FIRST_SYLLABLES: Final = 6
_FIRST: Final = 14
"""Syllables of a heading that are looked at."""


def context_features(
    own: Sequence[Mapping[str, float]], syllables: Sequence[Sequence[str]], texts: Sequence[str]
) -> list[dict[str, float]]:
    """Return context features for every paragraph.

    Args:
        own: the paragraphs' own features.
        syllables: the folded syllables of each paragraph, without diacritics.
        texts: the paragraphs as they stand.
    """
    shared = [
        [(name, NEIGHBOUR * value) for name, value in features.items() if name.startswith(SHARED)]
        for features in own
    ]
    return [
        {
            **_neighbour("p:", shared, i - 1),
            **_neighbour("n:", shared, i + 1),
            **_second_neighbour("pp:", syllables, i - 2),
            **_second_neighbour("nn:", syllables, i + 2),
            **distant,
        }
        for i, distant in enumerate(distant_features(syllables, texts))
    ]


def distant_features(
    syllables: Sequence[Sequence[str]], texts: Sequence[str]
) -> list[dict[str, float]]:
    """Return for every paragraph those context features that neighbours do not lend.

    Args:
        syllables: the folded syllables of each paragraph, without diacritics.
        texts: the paragraphs as they stand.
    """
    headings = _last_headings(texts)
    tables = _table_starts(texts)
    thematic = any("chuyen" in s and "de" in s for s in syllables[:10])
    return [
        {
            **({"p:none": 1.0} if i == 0 else {}),
            **({"n:none": 1.0} if i == len(texts) - 1 else {}),
            **_last_heading(headings[i], i, syllables),
            **_table(tables[i], syllables),
            **({"title=thematic": 0.5} if thematic else {}),
        }
        for i in range(len(texts))
    ]


def _scaled(prefix: str, names: Sequence[str], weight: float) -> dict[str, float]:
    value = weight / sqrt(len(names) or 1)
    return {prefix + name: value for name in names}


def _neighbour(
    side: str, shared: Sequence[Sequence[tuple[str, float]]], index: int
) -> dict[str, float]:
    if not 0 <= index < len(shared):
        return {}
    return {side + name: value for name, value in shared[index]}


def _second_neighbour(
    prefix: str, syllables: Sequence[Sequence[str]], index: int
) -> dict[str, float]:
    if not 0 <= index < len(syllables):
        return {}
    return _scaled(prefix, syllables[index][:FIRST_SYLLABLES], SECOND_NEIGHBOUR)


def _last_headings(texts: Sequence[str]) -> list[int | None]:
    """Return for each paragraph the nearest line before it that looks like a heading."""
    result: list[int | None] = []
    last: int | None = None
    for index, text in enumerate(texts):
        result.append(last)
        style, ended = numbering_style(text), text.rstrip().endswith((".", ";", ","))
        if style in {"upper", "colon"} or (style and not ended and len(text.split()) <= 12):
            last = index
    return result


def _last_heading(
    heading: int | None, index: int, syllables: Sequence[Sequence[str]]
) -> dict[str, float]:
    if heading is None:
        return {"h:none": 0.5}
    features = _scaled("h:", syllables[heading], 0.7)
    features[f"h:dist={min(index - heading, 8)}"] = 0.3
    return features


def _table_starts(texts: Sequence[str]) -> list[int | None]:
    """Return for each row of a table the index of its first row, ``None`` outside tables."""
    result: list[int | None] = []
    for index, text in enumerate(texts):
        before = result[-1] if result else None
        row = " | " in text
        result.append((index if before is None else before) if row else None)
    return result


def _table(start: int | None, syllables: Sequence[Sequence[str]]) -> dict[str, float]:
    """What the head of a table and the line before it say of its rows."""
    if start is None:
        return {}
    features = _scaled("t:", syllables[start][:_FIRST], 0.8)
    if start:
        features.update(_scaled("tb:", syllables[start - 1][:_FIRST], 0.5))
    return features
