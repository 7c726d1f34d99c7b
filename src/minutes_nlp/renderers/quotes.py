"""Words of the minutes, quoted safely and at a length that people read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.report import EvidenceInfo, ParagraphInfo
from minutes_nlp.renderers.words import Words

LONGEST: Final = 320
"""A longer quote is cut after this many code points; the rest stands in the minutes."""

_CONTEXT: Final = 90
_SHORT: Final = 60
# Control characters, bidirectional overrides and lone surrogates would let a file drive the
# terminal or hide words; none of them is ever part of minutes.
_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: ``text`` is what counts, ``before`` and ``after`` only what surrounds it.

    ``number`` counts paragraphs from 1; ``place`` says where in words.
    """

    number: int
    place: str
    text: str
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """The quote with what surrounds it."""
        return f"{self.before}{self.text}{self.after}"


def plain(text: str) -> str:
    """Return ``text`` with every unsafe character made a space; the length stays."""
    return _UNSAFE.sub(" ", text)


def shorten(text: str, longest: int = LONGEST) -> str:
    """Cut ``text`` at the end of a word and mark the cut."""
    if len(text) <= longest:
        return text
    kept = text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{kept} …"


def place_of(number: int, page: int | None, words: Words) -> str:
    """Say where paragraph ``number`` (from 1) stands."""
    if page is None:
        return words("paragraph_at", n=number)
    return words("paragraph_on_page", n=number, page=page)


def quote_words(
    evidence: EvidenceInfo, paragraphs: Mapping[int, ParagraphInfo], words: Words
) -> Quote:
    """Quote evidence; very few words are shown with what stands around them."""
    number = evidence.paragraph + 1
    paragraph = paragraphs.get(evidence.paragraph)
    if paragraph is None:
        return Quote(number, place_of(number, None, words), shorten(plain(evidence.text)))
    place = place_of(number, paragraph.page, words)
    if len(evidence.text) >= _SHORT:
        return Quote(number, place, shorten(plain(evidence.text)))
    text = plain(paragraph.text)
    before = _tail(text[: evidence.start])
    after = _head(text[evidence.end :])
    return Quote(number, place, text[evidence.start : evidence.end], before, after)


def quote_paragraph(
    index: int, text: str, paragraphs: Mapping[int, ParagraphInfo], words: Words
) -> Quote:
    """Quote ``text`` out of the paragraph with this index."""
    paragraph = paragraphs.get(index)
    page = paragraph.page if paragraph else None
    return Quote(index + 1, place_of(index + 1, page, words), shorten(plain(text)))


def _tail(text: str) -> str:
    if len(text) <= _CONTEXT:
        return text
    return "… " + text[-_CONTEXT:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + " …"
