"""How far a paragraph takes up a task: shared words, weighed by how telling they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from minutes_nlp.bulk.across.documents import Line
from minutes_nlp.bulk.across.folding import folded_words

_WORDS: Final = """
0 ai anh ba bac bi bo cac cai can chi cho chu co con cua cung da dang day de den di do dong du duoc
duoi em gi giao hay het hoac hoan khi khong kia la lam ma minh mot moi nam nay nen ngay nguoi nhung
no nua ong phai roi sau se tai tang thang thanh thay theo thi thuc tiep toi tren trong truoc tu tuan
tung tuc va ve viec vien voi vua xong
"""
_EMPTY: Final = frozenset(_WORDS.split())
"""Words that say nothing of what a task is about."""
_PAIR: Final = 2.0
"""Weight of two neighbouring words; one word by itself weighs 1."""
_WHO: Final = 0.15
"""What it adds when a paragraph also names who was to do it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How far some minutes take up a task.

    Attributes:
        line: the paragraph that comes nearest; ``None``: none shares a word.
        score: share of the task's words that it has, by weight, 0..1.
        pairs: how many pairs of neighbouring words any one paragraph shares with the task.
        wanted: how many pairs the task has.
    """

    line: Line | None
    score: float
    pairs: int
    wanted: int


class Meeting:
    """The minutes of one meeting, ready to be asked about tasks."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = [(line, frozenset(terms(line.text)), _names(line.text)) for line in lines]
        self._seen = Counter(term for _, found, _ in self._lines for term in found)

    def match(self, what: str, who: str | None) -> Match:
        """Return the paragraph that takes up a task best.

        Args:
            what: the task in the words of the minutes that assigned it.
            who: who was to do it; only to see whether a paragraph names the same.
        """
        named = _given_name(who)
        wanted = terms(what)
        if named is not None:  # the name counts by itself
            wanted = {term for term in wanted if named not in term.split()}
        weights = {term: self._weight(term) for term in wanted}
        total = sum(weights.values())
        nearest, best, pairs = None, 0.0, 0
        for line, found, names in self._lines if total else ():
            common = wanted & found
            pairs = max(pairs, sum(" " in term for term in common))
            score = sum(weights[term] for term in sorted(common)) / total
            if score and named is not None and named in names:
                score = min(1.0, score + _WHO)
            if score > best:
                nearest, best = line, score
        return Match(nearest, best, pairs, sum(" " in term for term in wanted))

    def _weight(self, term: str) -> float:
        rare = log(1 + len(self._lines) / (1 + self._seen[term]))
        return rare * (_PAIR if " " in term else 1.0)


def terms(text: str) -> set[str]:
    """Return the telling words of ``text``, and its pairs of neighbours with such a word."""
    words = folded_words(text)
    single = {word for word in words if word not in _EMPTY and len(word) > 1}
    pairs = {
        f"{one} {other}" for one, other in pairwise(words) if one in single and other in single
    }
    return single | pairs


def _names(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))


def _given_name(who: str | None) -> str | None:
    words = folded_words(who or "")
    return words[-1] if words and words[-1] not in _EMPTY else None
