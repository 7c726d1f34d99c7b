"""White-space chunks, each cut into tokens by the reference once and remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from underthesea.pipeline.word_tokenize.regex_tokenize import tokenize

from minutes_nlp.nlp.compiled_segmenter_memo import AFTER, BEFORE, PLAIN_LETTERS
from minutes_nlp.nlp.growing_array import GrowingArray

# No chunk holds white space, so these keys are no chunk's.
_START: Final = "\n"
_END: Final = " "
_LAST: Final = "\n"
"""Put before the last chunk of a line, which the white space after it follows in the key."""

_CHUNK: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TokenLine:
    """Lines cut into tokens, one after another.

    Args:
        tokens: numbers of the tokens; two BEFORE in front of each line, two AFTER behind it.
        gaps: for each token, how many white-space characters stand before it in its line.
        starts: for each line, the position of its first BEFORE in ``tokens``.
        ends: for each line, the position of its first AFTER.
    """

    tokens: NDArray[np.int64]
    gaps: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


class ChunkMemo:
    """Cuts lines into tokens.

    Args:
        number: gives a token's number.
    """

    def __init__(self, number: Callable[[str], int]) -> None:
        self._number = number
        self._chunks: dict[str, int] = {}
        self._tokens = GrowingArray((), np.int64)
        self._offsets = GrowingArray((), np.int64)
        self._counts = GrowingArray((), np.int64)
        self._remember(_START, [BEFORE, BEFORE])
        self._remember(_END, [AFTER, AFTER])

    def __len__(self) -> int:
        return len(self._chunks) + len(self._tokens)

    def cut(self, lines: Sequence[str]) -> TokenLine:
        """Cut lines, none of them blank."""
        keys: list[str] = []
        starts: list[int] = []
        gaps: list[tuple[int, list[int]]] = []
        for line in lines:
            chunks = line.split()
            starts.append(len(keys))
            tail = ""
            if len(line) != sum(map(len, chunks)) + len(chunks) - 1:
                tail = line[len(line.rstrip()) :]
                gaps.append((len(keys) + 1, _gaps(line)))
            chunks[-1] = _LAST + chunks[-1] + tail
            keys += (_START, *chunks, _END)
        known = self._chunks
        numbers = [known.get(key) for key in keys]
        if None in numbers:
            for position, number in enumerate(numbers):
                if number is None:
                    numbers[position] = self._chunk(keys[position])
        return self._expand(np.array(numbers, dtype=np.int64), np.array(starts), gaps)

    def _expand(
        self,
        chunks: NDArray[np.int64],
        line_starts: NDArray[np.int64],
        irregular: list[tuple[int, list[int]]],
    ) -> TokenLine:
        line_ends = np.append(line_starts[1:], len(chunks)) - 1
        chunk_gaps = np.ones(len(chunks), dtype=np.int64)
        chunk_gaps[line_starts] = chunk_gaps[line_starts + 1] = chunk_gaps[line_ends] = 0
        for position, gaps in irregular:
            chunk_gaps[position : position + len(gaps)] = gaps
        counts = self._counts.at(chunks)
        firsts = np.cumsum(counts) - counts
        places = np.repeat(self._offsets.at(chunks) - firsts, counts)
        places += np.arange(len(places))
        token_gaps = np.zeros(len(places), dtype=np.int64)
        token_gaps[firsts] = chunk_gaps
        return TokenLine(
            self._tokens.at(places), token_gaps, firsts[line_starts], firsts[line_ends]
        )

    def _chunk(self, key: str) -> int:
        number = self._chunks.get(key)
        if number is not None:
            return number
        # White space after a chunk is what the patterns see of the rest of the line.
        text = key[1:] if key[0] == _LAST else key + " "
        letters = text.rstrip()
        # Of all alternatives only ``Th.S``, ``Th.s`` and ``\w+`` can match letters alone.
        if PLAIN_LETTERS.fullmatch(letters) and "Th" not in letters:
            tokens = [letters]
        else:
            tokens = tokenize(text, use_character_normalize=False, use_token_normalize=False)
        return self._remember(key, [self._number(token) for token in tokens])

    def _remember(self, key: str, tokens: list[int]) -> int:
        number = len(self._counts)
        self._offsets.append(len(self._tokens))
        self._counts.append(len(tokens))
        for token in tokens:
            self._tokens.append(token)
        self._chunks[key] = number
        return number


def _gaps(line: str) -> list[int]:
    position, gaps = 0, []
    for match in _CHUNK.finditer(line):
        gaps.append(match.start() - position)
        position = match.end()
    return gaps
