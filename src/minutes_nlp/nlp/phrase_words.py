"""What a phrase of the notation in :mod:`minutes_nlp.nlp.phrase_notation` cannot do without.

A *unit* is a word, or two neighbouring words joined by a blank ("chi bộ").  A text that lacks
every unit of one of a phrase's sets needs no search for it: nearly all phrases of a list are so
settled for nearly all sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from minutes_nlp.nlp.phrase_notation import normalised

Units: TypeAlias = frozenset[str]

_PIECE: Final = re.compile(r"\s*(?:…|\.\.)\s*|\s+|#|[(|)]|\w+|[^\w\s(|)#…]")
_WORD: Final = re.compile(r"\w+")
_PAIR: Final = 0.02
"""How often a pair of words is met, where a single word is met once."""
_MOST_PAIRS: Final = 400
_MOST_SETS: Final = 4


@dataclass(frozen=True, slots=True)
class _Group:
    """A bracket: one of several sequences."""

    alternatives: list[list[_Item]]


_Item: TypeAlias = "str | _Group"


@lru_cache(maxsize=512)
def text_units(text: str) -> set[str]:
    """Return :func:`units_of` a whole text; callers must not change them."""
    return units_of(text, 0, len(text))


def units_of(text: str, start: int, end: int) -> set[str]:
    """Return the words and pairs of neighbouring words of ``text[start:end]``, folded text."""
    words = _WORD.findall(text, start, end)
    units = set(map(" ".join, pairwise(words)))
    units.update(words)
    return units


def necessary_units(phrase: str) -> tuple[Units, ...]:
    """Return sets of units, of each of which every match of ``phrase`` has at least one.

    Words and pairs stand whole in the text.  The set that looks rarest comes first; there is
    none when the phrase has nothing that it cannot do without.
    """
    found = _of_group(_parse(_PIECE.findall(normalised(phrase)), []), True, True)
    return tuple(sorted(found, key=_frequency)[:_MOST_SETS])


def first_words(phrase: str) -> Units | None:
    """Return whole words one of which every match begins with; ``None`` when it may be anything."""
    group = _parse(_PIECE.findall(normalised(phrase)), [])
    words = _nearest([group], True, 0)
    return None if words is None else frozenset(words)


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


def _of_group(group: _Group, left: bool, right: bool) -> list[Units]:
    """Return the sets of a bracket; ``left``, ``right``: words end there."""
    found = [_of_sequence(items, left, right) for items in group.alternatives]
    if len(found) == 1:
        return found[0]
    if not all(found):
        return []
    return [frozenset().union(*(min(sets, key=_frequency) for sets in found))]


def _of_sequence(items: list[_Item], left: bool, right: bool) -> list[Units]:
    sets: list[Units] = []
    for number, item in enumerate(items):
        before, after = items[:number][::-1], items[number + 1 :]
        if isinstance(item, _Group):
            sets += _of_group(item, _parted(before, left, -1), _parted(after, right, 0))
        elif item.isspace():
            pairs = _pairs(_nearest(before, left, -1), _nearest(after, right, 0))
            sets += [pairs] if pairs else []
        elif item.isalnum() and _parted(before, left, -1) and _parted(after, right, 0):
            sets.append(frozenset({item}))
    return sets


def _frequency(units: Units) -> float:
    return sum(_PAIR if " " in unit else 1 for unit in units)


def _pairs(lefts: set[str] | None, rights: set[str] | None) -> Units | None:
    """Return the pairs that a blank may part; ``None`` when a side may hold anything."""
    if not lefts or not rights or len(lefts) * len(rights) > _MOST_PAIRS:
        return None
    return frozenset(f"{left} {right}" for left in lefts for right in rights)


def _nearest(neighbours: list[_Item], border: bool, edge: int) -> set[str] | None:
    """Return the whole words that may stand beside a blank; ``None`` when it may be anything.

    Args:
        neighbours: the items on one side of the blank, the nearest first.
        border: whether a word ends behind the last of them.
        edge: the near side of each item: -1 before the blank, 0 after it.
    """
    if not neighbours:
        return None
    first, *others = neighbours
    if isinstance(first, str):
        if first.isspace():
            return _nearest(others, border, edge)
        return {first} if first.isalnum() and _parted(others, border, edge) else None
    words: set[str] = set()
    for items in first.alternatives:
        inner = items[::-1] if edge else items
        found = (
            _nearest(inner, _parted(others, border, edge), edge)
            if items
            else _nearest(others, border, edge)
        )
        if found is None:
            return None
        words |= found
    return words


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
