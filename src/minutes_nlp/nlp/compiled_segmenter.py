r"""Vietnamese word segmentation, equal to underthesea's and many times faster.

:class:`CompiledSegmenter` gives the words that
``word_tokenize(line, use_token_normalize=False)`` gives, or says that it cannot promise them.
Why the two agree:

* The reference cuts a line into tokens with one pattern.  Of its alternatives only ``Th.S`` and
  ``Th.s`` can match white space; lines where they might are given back undecided.  Where the
  others look around a match, ``(?<!@)``, ``(?!@)`` and ``\b`` see white space and the border of
  the text alike; only ``:D+(?=\s)`` and ``$`` depend on what follows.  So a white-space chunk
  has the same tokens wherever it stands, the last one of a line apart.
* The scores that the reference sums over attributes (43 strings a token) are sums of numbers of
  tokens, pairs and triples; see :mod:`minutes_nlp.nlp.compiled_segmenter_tables`.
* Both take the best path.  Where a decision on it is so close that rounding could turn it, or
  a line so long that rounding might add up to that, the line is given back undecided.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text
from underthesea_core import CRFFeaturizer

from minutes_nlp.nlp.compiled_segmenter_chunks import ChunkMemo, TokenLine
from minutes_nlp.nlp.compiled_segmenter_decoding import decode
from minutes_nlp.nlp.compiled_segmenter_memo import AFTER, BEFORE, Facts, TokenMemo
from minutes_nlp.nlp.compiled_segmenter_tables import SegmentationTables

MAX_LINE: Final = 7000
"""Characters, so tokens, of a line up to which rounding stays below the margin of a decision:
two sums of 82 at most a token, two roundings of 2**-53 of the sum each."""

MEMO_LIMIT: Final = 200_000
"""Remembered entries (chunks, tokens, pairs) at which all are forgotten; some 40 MB."""

_ACROSS: Final = re.compile(r"Th\s[Ss]")
"""Where a token of the reference may reach over white space."""

_BATCH: Final = 100_000
"""Characters that are segmented at once."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of several lines: for each, its first token and the one after its last."""

    line: TokenLine
    firsts: NDArray[np.int64]
    stops: NDArray[np.int64]
    bounds: NDArray[np.int64]
    """Line n has the words bounds[n] to bounds[n + 1]."""
    undecided: set[int]


class CompiledSegmenter:
    """Segments lines of text; one instance may serve several threads.

    Args:
        tables: of the installed model.
        memo_limit: how much to remember; no result depends on it.
    """

    def __init__(self, tables: SegmentationTables, memo_limit: int = MEMO_LIMIT) -> None:
        self._tables, self._memo_limit = tables, memo_limit
        functions = ["T[0].lower", "T[0].istitle", "T[0].isdigit"]
        self._featurizer = CRFFeaturizer(functions, set())
        self._lock = threading.Lock()
        self._forget()

    @property
    def remembered(self) -> int:
        """Return how many chunks, tokens and pairs are remembered now."""
        return len(self._memo) + len(self._chunks)

    def words(self, lines: Sequence[str]) -> list[list[str] | None]:
        """Return the words of every line as the reference does; None where undecided."""
        texts = [normalize_characters_in_text(line) for line in lines]
        result: list[list[str] | None] = [[] if _in_scope(text) else None for text in texts]
        for numbers in _batches(texts):
            with self._lock:
                found = self._segment([texts[number] for number in numbers])
                tokens = [self._memo.text(token) for token in found.line.tokens.tolist()]
            words = [
                " ".join(tokens[first:stop])
                for first, stop in zip(found.firsts.tolist(), found.stops.tolist(), strict=True)
            ]
            bounds = found.bounds.tolist()
            for place, number in enumerate(numbers):
                start, end = bounds[place : place + 2]
                result[number] = None if place in found.undecided else words[start:end]
        return result

    def spans(self, lines: Sequence[str]) -> list[list[Span] | None]:
        """Return half-open offsets of the words of every line; None where undecided.

        A line that the reference would rewrite (not NFC, or with ð for đ) counts as undecided.
        """
        kept = [line if normalize_characters_in_text(line) == line else None for line in lines]
        result: list[list[Span] | None] = [
            [] if line is not None and _in_scope(line) else None for line in kept
        ]
        for numbers in _batches(kept):
            with self._lock:
                found = self._segment([lines[number] for number in numbers])
                lengths = self._memo.lengths.at(found.line.tokens)
            ends = np.cumsum(lengths + found.line.gaps)
            # Offsets count from the end of the line before.
            shift = np.repeat(ends[found.line.starts], np.diff(found.bounds))
            firsts = (ends - lengths)[found.firsts] - shift
            lasts = ends[found.stops - 1] - shift
            spans = list(zip(firsts.tolist(), lasts.tolist(), strict=True))
            bounds = found.bounds.tolist()
            for place, number in enumerate(numbers):
                start, end = bounds[place : place + 2]
                result[number] = None if place in found.undecided else spans[start:end]
        return result

    def _segment(self, texts: Sequence[str]) -> _Words:
        if self.remembered > self._memo_limit:
            self._forget()
        line = self._chunks.cut(texts)
        real = np.flatnonzero(line.tokens > AFTER)
        starts = np.searchsorted(real, line.starts)
        stops = np.searchsorted(real, line.ends)
        begins, close = decode(
            self._emissions(line.tokens)[real], starts, stops - 1, self._tables.transitions
        )
        begins[starts] = True
        firsts = np.flatnonzero(begins)
        word_ends = np.append(firsts[1:], len(real))
        undecided = set((np.searchsorted(starts, close, side="right") - 1).tolist())
        bounds = np.append(np.searchsorted(firsts, starts), len(firsts))
        return _Words(line, real[firsts], real[word_ends - 1] + 1, bounds, undecided)

    def _emissions(self, tokens: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return emission(B-W) - emission(I-W) of every token; of borders, nothing of use."""
        memo, count = self._memo, len(tokens) - 4
        pairs = memo.pairs(tokens)
        titles = memo.titles.at(tokens)
        kinds = (titles[:-2] & titles[1:-1] & titles[2:]).astype(np.int64)
        kinds[tokens[2:] == AFTER] = 3
        kinds[tokens[:-2] == BEFORE] = 2
        triples = memo.triple_rows[kinds]
        edges = memo.pair_edges.at(pairs)
        for position in np.flatnonzero((edges[:-1] & 1) & (edges[1:] >> 1)).tolist():
            row = memo.triple_row(tokens[position : position + 3].tolist())
            if row is not None:
                triples[position] = row
        emissions = np.zeros(len(tokens))
        for rows in (memo.rows.at(tokens), memo.pair_rows.at(pairs), triples):
            for column in range(rows.shape[1]):
                emissions[2:-2] += rows[column : column + count, column]
        return emissions

    def _forget(self) -> None:
        self._memo = TokenMemo(self._tables, self._facts)
        self._chunks = ChunkMemo(self._memo.number)

    def _facts(self, token: str) -> Facts:
        lowered, title, digit = (
            attribute.partition("=")[2] for attribute in self._featurizer.process([[[token]]])[0][0]
        )
        return lowered, title == "True", digit == "True"


def _in_scope(line: str) -> bool:
    return len(line) <= MAX_LINE and _ACROSS.search(line) is None


def _batches(lines: Sequence[str | None]) -> Iterator[list[int]]:
    """Yield numbers of lines to segment at once, those out of scope and blank ones left out."""
    numbers: list[int] = []
    size = 0
    for number, line in enumerate(lines):
        if not line or not _in_scope(line) or line.isspace():
            continue
        numbers.append(number)
        size += len(line)
        if size >= _BATCH:
            yield numbers
            numbers, size = [], 0
    if numbers:
        yield numbers
