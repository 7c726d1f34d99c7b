"""What the compiled segmenter remembers of tokens and of pairs of tokens.

Everything here is a function of its key, so forgetting changes no result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.nlp.compiled_segmenter_tables import Row, SegmentationTables
from minutes_nlp.nlp.growing_array import GrowingArray

BEFORE, AFTER = 0, 1
"""Numbers of the two tokens that stand for what is before and after a line."""

_SHIFT: Final = 32
_MASK: Final = (1 << _SHIFT) - 1
_FLAGS: Final = (False, True)
PLAIN_LETTERS: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſƠơƯưẠ-ỹ]+")
"""Tokens that are no numbers and whose case is the same in every version of Unicode."""

Facts = tuple[str, bool, bool]
"""Of a token: its lower case, whether it is in title case, whether it is a number."""


class TokenMemo:
    """Numbers tokens and pairs, and keeps the rows of the model's tables that are theirs.

    Args:
        tables: of the model.
        facts_of: asks the model's own functions, for tokens where Python's may differ.
    """

    def __init__(self, tables: SegmentationTables, facts_of: Callable[[str], Facts]) -> None:
        self._dictionary, self._facts_of = tables.dictionary, facts_of
        self._one, self._two, self._three = (tables.arities[arity] for arity in (1, 2, 3))
        self._two_plain, self._three_plain = (
            {(t, d): table.plain(title=t, listed=d) for t in _FLAGS for d in _FLAGS}
            for table in (self._two, self._three)
        )
        self._edges = tables.triple_edges
        self._numbers: dict[str, int] = {}
        self._texts: list[str] = []
        self._lowered: list[str] = []
        self._titles: list[bool] = []
        self.lengths = GrowingArray((), np.int64)
        self.titles = GrowingArray((), np.bool_)
        self.rows = GrowingArray((self._one.columns,), np.float64)
        self._pairs: dict[int, int] = {}
        self.pair_rows = GrowingArray((self._two.columns,), np.float64)
        self.pair_edges = GrowingArray((), np.int64)
        self._plain_pairs = {
            (title, listed, edge): self._append_pair(
                self._two.plain(title=title, listed=listed), edge
            )
            for title in _FLAGS
            for listed in _FLAGS
            for edge in range(4)
        }
        self._border_pairs = [
            self._append_pair(self._two.border(value), 0) for value in ("BOS", "EOS")
        ]
        for border in ("BOS", "EOS"):
            self._append("", "", False, self._one.border(border))
        self.triple_rows = np.array(
            [
                *(self._three_plain[title, False] for title in _FLAGS),
                *(self._three.border(value) for value in ("BOS", "EOS")),
            ]
        )
        """(4, 3): of a plain triple, one in title case, those over a line's start and end."""

    def __len__(self) -> int:
        return len(self._texts) + len(self._pairs)

    def number(self, token: str) -> int:
        """Return the number of a token."""
        number = self._numbers.get(token)
        if number is None:
            if PLAIN_LETTERS.fullmatch(token):
                lowered, title, digit = token.lower(), token[0] == token[0].upper(), False
            else:
                lowered, title, digit = self._facts_of(token)
            listed = lowered in self._dictionary
            plain = self._one.plain(title=title, listed=listed, digit=digit)
            number = self._append(token, lowered, title, self._one.row(token, lowered, plain))
            self._numbers[token] = number
        return number

    def text(self, number: int) -> str:
        """Return the token of a number."""
        return self._texts[number]

    def pairs(self, tokens: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the row number of each pair of neighbours: one fewer than ``tokens``."""
        codes = ((tokens[:-1] << _SHIFT) | tokens[1:]).tolist()
        known = self._pairs
        numbers = [known.get(code) for code in codes]
        if None in numbers:
            for position, number in enumerate(numbers):
                if number is None:
                    code = codes[position]
                    number = known.get(code)
                    if number is None:
                        number = known[code] = self._pair(code >> _SHIFT, code & _MASK)
                    numbers[position] = number
        return np.array(numbers, dtype=np.int64)

    def triple_row(self, tokens: Sequence[int]) -> Row | None:
        """Return the row of three tokens of a line; None if it is a plain one."""
        text = " ".join([self._texts[token] for token in tokens])
        lowered = " ".join([self._lowered[token] for token in tokens])
        listed = lowered in self._dictionary
        if not listed and text not in self._three.texts:
            return None
        title = all(self._titles[token] for token in tokens)
        return self._three.row(text, lowered, self._three_plain[title, listed])

    def _append(self, token: str, lowered: str, title: bool, row: Row) -> int:
        self._texts.append(token)
        self._lowered.append(lowered)
        self._titles.append(title)
        self.lengths.append(len(token))
        self.titles.append(title)
        self.rows.append(row)
        return len(self._texts) - 1

    def _append_pair(self, row: Row, edge: int) -> int:
        self.pair_rows.append(row)
        self.pair_edges.append(edge)
        return len(self.pair_rows) - 1

    def _pair(self, first: int, second: int) -> int:
        if first == BEFORE or second <= AFTER:
            return self._border_pairs[first != BEFORE]
        text = f"{self._texts[first]} {self._texts[second]}"
        lowered = f"{self._lowered[first]} {self._lowered[second]}"
        edge = self._edges.get(lowered, 0)
        if text != lowered:
            edge |= self._edges.get(text, 0)
        listed = lowered in self._dictionary
        number = self._plain_pairs[self._titles[first] and self._titles[second], listed, edge]
        own, shared = self._two.texts.get(text), self._two.lowered.get(lowered)
        if own or shared:
            plain = self._two_plain[self._titles[first] and self._titles[second], listed]
            number = self._append_pair(self._two.row(text, lowered, plain), edge)
        return number
