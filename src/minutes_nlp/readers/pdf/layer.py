"""The text layer of one page: its words as they are seen, and what is drawn around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pdf.characters import Character, read_characters, usual_angle
from minutes_nlp.readers.pdf.drawings import Drawings, read_drawings
from minutes_nlp.readers.pdf.fields import Field
from minutes_nlp.readers.pdf.file import PdfPage
from minutes_nlp.readers.pdf.upright import Upright
from minutes_nlp.readers.pdf.words import Word, read_words

_FIELD_SIZE: Final = 12.0
_BELOW_MIDDLE: Final = 0.3
_WORD: Final = re.compile(r"\S+")
_SPACE: Final = 32
_UNKNOWN: Final = frozenset([0, 0xFFFD])
_PRIVATE_USE: Final = range(0xE000, 0xF000)
"""Without the codes that symbol fonts use for bullets."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What a page holds; lengths in points of the upright page.

    Attributes:
        upright: how the page is turned for reading.
        turned: degrees, clockwise, by which that is more than viewers turn it.
        words: those that are drawn and run level.
        hidden: those that are on the page but not drawn: a scanner's text, or search words.
        aside: text of another direction (stamps, watermarks), each direction as one text.
        drawings: pictures and lines.
        unmapped: share (0..1) of the drawn letters of which the file does not say what they are.
    """

    upright: Upright
    turned: int
    words: tuple[Word, ...]
    hidden: tuple[Word, ...]
    aside: tuple[str, ...]
    drawings: Drawings
    unmapped: float = 0.0


def read_layer(page: PdfPage, limits: Limits) -> TextLayer:
    """Read the text layer of ``page``.

    Raises:
        UnreadableInputError: the page is damaged, or has a picture of too many pixels.
    """
    characters = read_characters(page)
    angle = usual_angle(characters)
    turn = page.rotation if angle is None else angle
    upright = Upright(page.box, turn)
    words = read_words((c for c in characters if c.run.angle == turn), upright)
    others = dict.fromkeys(c.run.angle for c in characters if c.run.angle != turn)
    aside = [
        " ".join(
            "".join(w.text + " " * w.spaced for w in read_words(
                (c for c in characters if c.run.angle == other and not c.run.hidden),
                Upright(page.box, other or 0),
            )).split()
        )
        for other in others
    ]  # fmt: skip
    return TextLayer(
        upright=upright,
        turned=(turn - page.rotation) % 360,
        words=(*(word for word in words if not word.hidden), *_field_words(page.fields, upright)),
        hidden=tuple(word for word in words if word.hidden),
        aside=tuple(text for text in aside if text),
        drawings=read_drawings(page, upright, limits),
        unmapped=_unmapped(characters),
    )


def _unmapped(characters: Sequence[Character]) -> float:
    drawn = [c.code for c in characters if c.code != _SPACE and not c.run.hidden]
    lost = sum(code in _UNKNOWN or code in _PRIVATE_USE for code in drawn)
    return lost / max(1, len(drawn))


def _field_words(fields: Iterable[Field], upright: Upright) -> Iterator[Word]:
    """Yield the words of ``fields``, spread over their boxes."""
    for field in fields:
        left, top, right, bottom = upright.rectangle(*field.box)
        size = min(_FIELD_SIZE, bottom - top)
        letter = (right - left) / (len(field.text) + 1)
        base = (top + bottom) / 2 + size * _BELOW_MIDDLE
        for order, match in enumerate(_WORD.finditer(field.text)):
            start, end = left + letter * match.start(), left + letter * match.end()
            yield Word(match[0], start, end, base, size, "", False, order, spaced=True)
