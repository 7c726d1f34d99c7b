"""How far a paragraph takes up a task: shared words, weighed by how telling they are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import Final

from minutes_nlp.bulk.across.documents import Line
from minutes_nlp.bulk.across.folding import fold, folded_words

_WORDS: Final = """
ai anh ba bác bị bộ các cái cần chi chị cho chú cô có con của cũng cùng đã đang đảng đây để đến đi
do đó đồng được dưới em gì giao hay hết hoặc khi không kia là làm lại mà mình một mỗi mọi năm này
nên ngày người những nó nữa ông phải ra rồi sau sẽ tại tháng thành thay theo thì thực tiếp tới tôi
trên trong trước từ từng tuần và về việc viên vào với vừa xong
"""
_EMPTY: Final = frozenset(_WORDS.split())
"""Words that say nothing of what a task is about."""
_WORD: Final = re.compile(r"[^\W_]+")
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
    # Empty words are known by their tones: "tại" is empty, "tài" is not.
    words = [_folded(word) for word in _telling(text)]
    pairs = {f"{one} {other}" for one, other in pairwise(words) if one and other}
    return {word for word in words if word} | pairs


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return fold(word)


def _telling(text: str) -> Iterator[str]:
    """Yield the words, "" for one that is empty, a number or a single letter."""
    for word in _WORD.findall(unicodedata.normalize("NFC", text).casefold()):
        yield "" if word in _EMPTY or len(word) < 2 or word[0].isdigit() else word


def _names(text: str) -> frozenset[str]:
    return frozenset(folded_words(text))


def _given_name(who: str | None) -> str | None:
    words = folded_words(who or "")
    return words[-1] if words and words[-1] != "0" else None
