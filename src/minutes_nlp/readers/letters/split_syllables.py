"""Join syllables that the text layer of a PDF gives in pieces: ``ĐIỀ U``, ``th ực hi ện``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from minutes_nlp.readers.letters.conversion import Converted, in_pieces, unchanged
from minutes_nlp.readers.letters.word_values import digits_of_count, word_value

_TOKEN: Final = re.compile(r"[^ ]+")
_PIECE: Final = re.compile(r"([“‘\"'(\[«]*)([^\W\d_]+)([”’\"')\]».,;:!?…]*)")
_CLUSTERS: Final = frozenset({"ch", "gh", "kh", "ng", "ngh", "nh", "ph", "qu", "NG", "NGH", "NH"})
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MOST_PIECES: Final = 4

_IMPOSSIBLE: Final = -5.0
_UNKNOWN: Final = -3.0
_SHORT_FORM: Final = -2.0
_LETTER: Final = 0.0
_OF_JOINING: Final = -0.5


@dataclass(frozen=True, slots=True)
class _Token:
    """What stands between two spaces; ``letters`` is empty when it is no piece of a word."""

    start: int
    end: int
    letters: str = ""
    opens: bool = True
    closes: bool = True


def join_split_syllables(text: str, *, broken: bool = False) -> Converted:
    """Return ``text`` without the spaces inside syllables; every other space stays.

    Pieces are joined where together they are a syllable that our corpus knows, and one of
    them alone is none, or none that it knows.  Pieces that may be short forms (``c``, ``TH``)
    are joined only beside surer ones, or where two such places are in the text, or where the
    document is known to be ``broken`` in this way (it has surer places elsewhere).
    """
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    joins = [tokens[first:last] for first, last in _best_joins(tokens)]
    if not broken and len(joins) < 2 and not any(_is_sure(pieces) for pieces in joins):
        return unchanged(text)
    gaps = {piece.end for pieces in joins for piece in pieces[:-1]}
    return in_pieces((char, "" if index in gaps else char) for index, char in enumerate(text))


def _token(match: re.Match[str]) -> _Token:
    piece = _PIECE.fullmatch(match[0])
    if piece is None:
        return _Token(*match.span())
    return _Token(*match.span(), piece[2], opens=not piece[1], closes=not piece[3])


def _best_joins(tokens: list[_Token]) -> Iterator[tuple[int, int]]:
    """Yield first and last index (exclusive) of the tokens that are best joined."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for last in range(1, len(tokens) + 1):
        options = [(best[last - 1][0] + _value_alone(tokens[last - 1].letters), last - 1)]
        for first in range(max(0, last - _MOST_PIECES), last - 1):
            value = _value_joined(tokens[first:last])
            if value is not None:
                options.append((best[first][0] + value, first))
        best.append(max(options))
    last = len(tokens)
    joins: list[tuple[int, int]] = []
    while last:
        first = best[last][1]
        if last - first > 1:
            joins.append((first, last))
        last = first
    return reversed(joins)


def _value_joined(pieces: list[_Token]) -> float | None:
    if not all(piece.letters for piece in pieces):
        return None
    if not all(piece.opens for piece in pieces[1:]) or not all(p.closes for p in pieces[:-1]):
        return None
    if any(right.start - left.end != 1 for left, right in pairwise(pieces)):
        return None
    word = "".join(piece.letters for piece in pieces)
    if not word_value(word) or not digits_of_count(word):
        return None
    return 1.0 + digits_of_count(word) + _OF_JOINING


def _value_alone(letters: str) -> float:
    if not letters:
        return 0.0
    if len(letters) == 1 and letters.lower() in "aeiouy":
        return _LETTER
    digits = digits_of_count(letters)
    if word_value(letters):
        return 1.0 + digits if digits else _UNKNOWN
    return _SHORT_FORM if _may_be_short_form(letters) else _IMPOSSIBLE


def _may_be_short_form(letters: str) -> bool:
    if letters in _CLUSTERS:
        return False
    if len(letters) == 1 or letters.isascii():
        return True
    return letters.isupper() and not _TONE.search(unicodedata.normalize("NFD", letters))


def _is_sure(pieces: list[_Token]) -> bool:
    return len(pieces) > 2 or any(
        not digits_of_count(piece.letters) and not _may_be_short_form(piece.letters)
        for piece in pieces
    )
