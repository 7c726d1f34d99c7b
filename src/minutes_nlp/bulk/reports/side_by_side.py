"""Two documents beside each other: which paragraphs, and which words of them, are alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from minutes_nlp.bulk.across.documents import Line
from minutes_nlp.bulk.across.folding import fold
from minutes_nlp.bulk.across.shingles import shared, shingles

_LEAST: Final = 0.3
"""Share of a paragraph's shingles from which it is shown beside another."""
_LONGEST: Final = 300
"""Words of a paragraph that are compared and shown."""
_WORD: Final = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph; ``same``: the other paragraph has them too."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph of each document, numbers from 1."""

    left: int
    right: int
    left_pieces: tuple[Piece, ...]
    right_pieces: tuple[Piece, ...]


def side_by_side(first: Sequence[Line], second: Sequence[Line], most: int) -> list[Beside]:
    """Return the pairs of paragraphs that are most alike, in the order of the second document.

    Args:
        first: the earlier document.
        second: the later one.
        most: how many pairs at most.
    """
    left = [(line, shingles([line.text])) for line in first]
    pairs: list[tuple[int, Line, Line]] = []
    for line in second:
        mine = shingles([line.text])
        if mine.size:
            common, other = max(
                ((shared(mine, theirs), one) for one, theirs in left),
                key=lambda pair: pair[0],
                default=(0, None),
            )
            if other is not None and common >= max(1, _LEAST * mine.size):
                pairs.append((common, other, line))
    pairs.sort(key=lambda pair: -pair[0])
    chosen = sorted(pairs[:most], key=lambda pair: pair[2].number)
    return [_beside(other, line) for _, other, line in chosen]


def _beside(first: Line, second: Line) -> Beside:
    left, right = _words(first.text), _words(second.text)
    matcher = SequenceMatcher(None, _folded(left), _folded(right), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return Beside(
        left=first.number + 1,
        right=second.number + 1,
        left_pieces=tuple(_pieces(left, ((b.a, b.size) for b in blocks))),
        right_pieces=tuple(_pieces(right, ((b.b, b.size) for b in blocks))),
    )


def _words(text: str) -> list[str]:
    words = _WORD.findall(text)
    return [*words[:_LONGEST], "…"] if len(words) > _LONGEST else words


def _folded(words: Iterable[str]) -> list[str]:
    return [fold(word).strip(" .,;:!?…()\"'“”-–\t\n") for word in words]


def _pieces(words: Sequence[str], blocks: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Yield all words, cut where what is shared begins and ends."""
    place = 0
    for start, size in blocks:
        if start > place:
            yield Piece("".join(words[place:start]), same=False)
        if size:
            yield Piece("".join(words[start : start + size]), same=True)
        place = start + size
    if place < len(words):
        yield Piece("".join(words[place:]), same=False)
