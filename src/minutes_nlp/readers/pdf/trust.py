"""Whether the text layer of a page may be taken for what the page shows, or must be recognised.

A page is typed when its text is drawn, is most of what there is to see, and can be read.  The
hidden layer that a scanner lays under or over its picture is never taken for the page, however
fluent: nobody sees its errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from minutes_nlp.orthography import syllable_share
from minutes_nlp.readers.pdf.drawings import Picture
from minutes_nlp.readers.pdf.layer import TextLayer
from minutes_nlp.readers.pdf.upright import Upright
from minutes_nlp.readers.pdf.words import Word

_LETTERS: Final = re.compile(r"[^\W\d_]")
_PLAIN: Final = re.compile(r"\W*[^\W_]+(?:[-/.,:’'+&]+[^\W_]+)*\W*|\W+")
"""A word of letters and digits, joined by what joins words, between any signs; or signs only."""
_COMMON: Final = frozenset("aeiouhnrstcg")
"""The commonest letters of English, French and Vietnamese without marks: over 70 % of any text."""

_LARGE: Final = 0.5
"""Share of the page; a picture that covers so much is the page."""
_SIZEABLE: Final = 0.12
_FEW: Final = 200
"""Letters: a stamp, a page number, a scanner's advertisement; not the text of a page."""
_VERY_FEW: Final = 60
_OUTLINES: Final = 200
"""So many shapes on a page without text are letters that were turned into outlines."""
_UNMAPPED: Final = 0.1
_FEWEST_WORDS: Final = 10
_SYLLABLES: Final = 0.6
_PLAIN_WORDS: Final = 0.7
_MARKED: Final = 0.06
_COMMON_LETTERS: Final = 0.62


class Verdict(StrEnum):
    """What a page is, as far as its text layer goes."""

    TYPED = "typed"
    PICTURE = "picture"
    HIDDEN = "hidden"
    GARBLED = "garbled"


def judge(layer: TextLayer) -> Verdict:
    """Return what the page of ``layer`` is; only a typed (or empty) one is read by its text."""
    letters, hidden = _letters(layer.words), _letters(layer.hidden)
    pictures = layer.drawings.pictures
    covered = _covered(pictures, layer.upright)
    if covered >= _LARGE and (hidden > letters or _lies_under(pictures, layer.upright)):
        return Verdict.HIDDEN
    if letters < _FEW and covered >= _LARGE:
        return Verdict.PICTURE
    if letters < _VERY_FEW and (covered >= _SIZEABLE or layer.drawings.shapes >= _OUTLINES):
        return Verdict.PICTURE
    return Verdict.TYPED if _is_readable(layer) else Verdict.GARBLED


def _letters(words: Iterable[Word]) -> int:
    return sum(len(_LETTERS.findall(word.text)) for word in words)


def _covered(pictures: Sequence[Picture], upright: Upright) -> float:
    """Return the share of the page that pictures cover, on a grid of 40 by 40."""
    if not pictures:
        return 0.0
    width, height = upright.width / 40, upright.height / 40
    cells: set[tuple[int, int]] = set()
    for left, top, right, bottom in (picture.place for picture in pictures[:200]):
        columns = range(max(0, round(left / width)), min(40, round(right / width)))
        rows = range(max(0, round(top / height)), min(40, round(bottom / height)))
        cells.update((column, row) for column in columns for row in rows)
    return len(cells) / 1600


def _lies_under(pictures: Sequence[Picture], upright: Upright) -> bool:
    """Whether pictures drawn after the text cover the page and cannot be seen through."""
    after = [p for p in pictures if p.text_before >= 0.5 and not p.see_through]
    return _covered(after, upright) >= _LARGE


def _is_readable(layer: TextLayer) -> bool:
    if layer.unmapped > _UNMAPPED:
        return False
    words = [word.text for word in layer.words]
    told = [word for word in words if len(_LETTERS.findall(word)) > 1]
    if len(told) < _FEWEST_WORDS:
        return True
    if syllable_share(words) >= _SYLLABLES:
        return True
    return _is_latin(words, "".join(told))


def _is_latin(words: Sequence[str], text: str) -> bool:
    """Whether this is another language, or Vietnamese without marks, rather than wrong letters."""
    plain = sum(_PLAIN.fullmatch(word) is not None for word in words)
    letters = _LETTERS.findall(text.lower())
    marked = sum(not letter.isascii() for letter in letters)
    common = sum(letter in _COMMON for letter in letters)
    return (
        plain >= _PLAIN_WORDS * len(words)
        and marked <= _MARKED * len(letters)
        and common >= _COMMON_LETTERS * len(letters)
    )
