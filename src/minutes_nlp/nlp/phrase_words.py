"""Words that a phrase of the notation in :mod:`minutes_nlp.nlp.phrases` cannot do without.

A text that has none of them needs no search: most entries of a list are so settled for most
sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from minutes_nlp.nlp.phrases import normalised

_PIECE: Final = re.compile(r"\s*(?:…|\.\.)\s*|\s+|#|[(|)]|\w+|[^\w\s(|)#…]")


@dataclass(frozen=True, slots=True)
class _Group:
    """A bracket: one of several sequences."""

    alternatives: list[list[_Item]]


_Item: TypeAlias = "str | _Group"


def necessary_words(phrases: Sequence[str]) -> frozenset[str] | None:
    """Return words of which every match of the phrases has at least one, as a whole word.

    ``None`` when some phrase has no word that it cannot do without.
    """
    words: set[str] = set()
    for phrase in phrases:
        found = _of_group(_parse(_PIECE.findall(normalised(phrase)), []), True, True)
        if found is None:
            return None
        words |= found
    return frozenset(words)


def _parse(pieces: list[str], rest: list[str]) -> _Group:
    """Parse up to the bracket that closes this one; what follows it is put into ``rest``."""
    alternatives: list[list[_Item]] = [[]]
    while pieces:
        piece, *pieces = pieces
        if piece == "(":
            after: list[str] = []
            alternatives[-1].append(_parse(pieces, after))
            pieces = after
        elif piece == ")":
            break
        elif piece == "|":
            alternatives.append([])
        else:
            alternatives[-1].append(piece)
    rest[:] = pieces
    return _Group(alternatives)


def _of_group(group: _Group, left: bool, right: bool) -> set[str] | None:
    """Return words of which each alternative has one; ``left``, ``right``: words end there."""
    found = [_of_sequence(items, left, right) for items in group.alternatives]
    return None if None in found else {word for words in found if words for word in words}


def _of_sequence(items: list[_Item], left: bool, right: bool) -> set[str] | None:
    best: set[str] | None = None
    for number, item in enumerate(items):
        before = _parted(items[:number][::-1], left, -1)
        after = _parted(items[number + 1 :], right, 0)
        if isinstance(item, _Group):
            found = _of_group(item, before, after)
        else:
            found = {item} if before and after and item.isalnum() else None
        if found and (best is None or _rarity(found) > _rarity(best)):
            best = found
    return best


def _rarity(words: set[str]) -> tuple[int, int]:
    """Longer words, then fewer, are met less often."""
    return min(map(len, words)), -len(words)


def _parted(neighbours: list[_Item], border: bool, edge: int) -> bool:
    """Whether a word ends beside ``neighbours``, the nearest first; ``edge``: their near side."""
    if not neighbours:
        return border
    first, *others = neighbours
    if isinstance(first, str):
        return not first[edge].isalnum() and first != "#" and first[edge] != "_"
    return all(
        _parted(items[::-1] if edge else items, False, edge)
        if items
        else _parted(others, border, edge)
        for items in first.alternatives
    )
