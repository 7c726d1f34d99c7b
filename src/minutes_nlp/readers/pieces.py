"""Pieces of a paragraph in their fonts, and what they show together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.letters.fonts import code_of_symbol, symbols_of
from minutes_nlp.readers.letters.legacy_text import unicode_of_paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a paragraph; ``finished``: Unicode already, whatever is around it."""

    text: str
    font: str | None = None
    finished: bool = False


def in_font(text: str, font: str | None) -> Piece:
    """Return the piece that ``text`` in ``font`` is; symbols are finished."""
    symbols = symbols_of(text, font)
    return Piece(text, font) if symbols is None else Piece(symbols, finished=True)


def inserted_symbol(code: int, font: str | None) -> Piece:
    """Return the piece that Word's command for inserting a symbol left."""
    return in_font(chr(code_of_symbol(code, font)), font)


def shown(pieces: Iterable[Piece], expected: Expected = NOTHING) -> str:
    """Return the pieces in a row, out of the encodings of their fonts.

    Syllables may cross the borders of pieces; ``expected`` is what the document betrays.
    """
    return "".join(
        "".join(piece.text for piece in group)
        if finished
        else unicode_of_paragraph([(piece.text, piece.font) for piece in group], expected)
        for finished, group in groupby(pieces, key=lambda piece: piece.finished)
    )
