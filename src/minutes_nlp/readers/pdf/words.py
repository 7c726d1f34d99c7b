"""Words of a page from its characters: by gaps, whatever order the file draws them in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from unicodedata import is_normalized

from minutes_nlp.orthography import is_syllable
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.readers.letters.fonts import unicode_of
from minutes_nlp.readers.letters.legacy_fonts import claim_of
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.pdf.characters import Character, Run
from minutes_nlp.readers.pdf.upright import Upright

_GAP: Final = 0.14
"""Share of the font size: a wider gap parts words although the file has no space there."""
_ANEW: Final = 0.6
"""Share of the font size by which a character that goes on with a word may stand elsewhere."""
_SAME_PLACE: Final = 0.3
"""Share of its width by which a character that is drawn twice, to look bold, is moved."""
_ASCENT: Final = 0.8
_DESCENT: Final = 0.22
_SPACES: Final = frozenset([9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200B, 0x202F, 0x3000])
SOFT_HYPHEN: Final = "\u00ad"
_HYPHENS: Final = {2: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
"""How pdfium writes a hyphen at the end of a line, and hyphens of typographers."""
_SIGNS: Final = ".,;:!?()“”\"'…"
_BEYOND_BYTES: Final = re.compile("[\u0100-\u1fff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Word:
    """A word or a part of one on the upright page, in points.

    ``base`` is the line it stands on, ``spaced`` whether a space follows; a ``raised`` word is
    the number of a note.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    hidden: bool
    order: int
    spaced: bool = False
    raised: bool = False

    @property
    def top(self) -> float:
        """Upper edge of its letters."""
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Lower edge of its letters."""
        return self.base + _DESCENT * self.size

    def box(self, page: int) -> Box:
        """Return the word as the rules for lines and paragraphs know it."""
        return Box(self.text, self.left, self.top, self.right, self.bottom, page)


def read_words(characters: Iterable[Character], upright: Upright) -> list[Word]:
    """Return the words that lie on the page, in the order of the file.

    Args:
        characters: those of one angle: 90 degrees for a page that is turned by 90 and so on.
        upright: how the page is turned.
    """
    builder = _Builder(upright)
    for character in characters:
        builder.take(character)
    builder.end()
    words = [word for word in builder.words if word.text and _is_on(word, upright)]
    _convert(words)
    for word in words:
        if not (word.text.isalnum() and is_normalized("NFC", word.text)):
            broken = word.text.endswith(SOFT_HYPHEN)
            word.text = clean(word.text) + SOFT_HYPHEN * broken
    return [word for word in words if word.text]


@dataclass(slots=True)
class _Builder:
    upright: Upright
    words: list[Word] = field(default_factory=list)
    _open: Word | None = None
    _run: Run | None = None
    _base: float = 0.0
    _drawn: dict[int, dict[int, list[float]]] = field(default_factory=dict)
    """By line and letter: where letters begin."""
    _line: dict[int, list[float]] = field(default_factory=dict)

    def take(self, character: Character) -> None:
        code, left, bottom, right, top, run = character
        if code in _SPACES:
            if self._open is not None:
                self._open.spaced = True
                self.end()
            return
        if run is not self._run:
            self._run = run
            self._base = self.upright.point(run.x, run.y)[1]
            self._line = self._drawn.setdefault(round(self._base / 3), {})
        if self.upright.degrees == 0:
            left -= self.upright.box[0]
            right -= self.upright.box[0]
        else:
            left, _, right, _ = self.upright.rectangle(left, bottom, right, top)
        if self._is_drawn(code, left, right):
            return
        word = self._open
        if word is None or not self._goes_on(word, left, run):
            self.end()
            self._open = word = Word(
                "", left, right, self._base, run.size, run.font, run.hidden, run.order
            )
        word.text += _HYPHENS.get(code) or chr(code)
        if right > word.right:
            word.right = right

    def end(self) -> None:
        if self._open is not None:
            self.words.append(self._open)
            self._open = None

    def _goes_on(self, word: Word, left: float, run: Run) -> bool:
        return (
            run.font == word.font
            and run.hidden == word.hidden
            and abs(run.size - word.size) < 0.1
            and abs(self._base - word.base) < 0.1 * run.size
            and -_ANEW * run.size < left - word.right < _GAP * run.size
        )

    def _is_drawn(self, code: int, left: float, right: float) -> bool:
        """Whether the same letter was drawn here before; a moved copy makes letters look bold."""
        places = self._line.get(code)
        if places is None:
            self._line[code] = [left]
            return False
        if right > left:
            near = max(0.2, _SAME_PLACE * (right - left))
            first, last = left - near, left + near
            for place in places:
                if first < place < last:
                    return True
        places.append(left)
        return False


def _is_on(word: Word, upright: Upright) -> bool:
    return upright.shows((word.left, word.top, word.right, word.bottom))


def _convert(words: Sequence[Word]) -> None:
    """Write the letters that fonts of old encodings show; all words of a font at once."""
    by_font: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        word.text = _whole(word.text)
        by_font[word.font].append(word)
    for font, members in by_font.items():
        text = " ".join(word.text for word in members)
        if claim_of(font) is None and _BEYOND_BYTES.search(text):
            continue  # letters that no old encoding has a code for: Unicode
        letters = unicode_of(text, font)
        if letters != text:
            text = " ".join(_with_hidden_letters(word.text, font) for word in members)
            letters = unicode_of(text, font)
        parts = letters.split(" ")
        if len(parts) != len(members):
            parts = [unicode_of(word.text, font) for word in members]
        if letters != text:
            for word, part in zip(members, parts, strict=True):
                word.text = part


def _with_hidden_letters(text: str, font: str) -> str:
    """Return a word in which a hyphen that stands for ``ư`` has its code in TCVN3.

    PDF writes the letter's code, that of the soft hyphen, as a hyphen.
    """
    if "-" not in text or len(text) == 1:
        return text
    restored = text.replace("-", SOFT_HYPHEN)
    return restored if is_syllable(unicode_of(restored, font).strip(_SIGNS)) else text


def _whole(text: str) -> str:
    """Return ``text`` with its surrogates put together; lone ones are dropped."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
