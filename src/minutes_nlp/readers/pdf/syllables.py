"""Syllables that a PDF sets in two pieces ("ĐIỀ U"), put together with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from minutes_nlp.orthography import is_syllable
from minutes_nlp.readers.letters.split_syllables import join_split_syllables
from minutes_nlp.readers.pdf.rows import Row
from minutes_nlp.readers.pdf.words import Word

_SIGNS: Final = ".,;:!?()“”\"'…-"


def with_whole_syllables(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a page with split syllables joined inside each cell."""
    doubtful = [row for row in rows if any(map(_may_be_a_piece, row.words))]
    cells = [_text(cell) for row in doubtful for cell in row.cells]
    whole = "\n".join(cells)
    joined = join_split_syllables(whole).text
    lines = joined.split("\n")
    if joined == whole or len(lines) != len(cells):
        return list(rows)
    texts = iter(lines)
    mended = {
        id(row): Row(tuple(_joined(cell, next(texts)) for cell in row.cells)) for row in doubtful
    }
    return [mended.get(id(row), row) for row in rows]


def _may_be_a_piece(word: Word) -> bool:
    letters = word.text.strip(_SIGNS)
    if len(letters) == 1:
        return letters.isalpha()
    return not letters.isascii() and letters.isalpha() and not is_syllable(letters)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _joined(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """Return ``words`` put together as the words of ``text`` are."""
    if text == _text(words):
        return tuple(words)
    result: list[Word] = []
    wanted = iter(text.split(" "))
    now = ""
    for word in words:
        if now and len(result[-1].text) < len(now):
            last = result[-1]
            result[-1] = replace(
                last, text=last.text + word.text, right=word.right, spaced=word.spaced
            )
        else:
            now = next(wanted, "")
            result.append(word)
    return tuple(result)
