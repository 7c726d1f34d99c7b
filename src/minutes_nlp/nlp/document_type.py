"""What kind of paper a text is: minutes of the cell, regular or thematic, or something else.

Calling a cell's minutes another paper hides every other check, so it takes a title that says so
or the absence of nearly every sign of a sitting; notebook minutes have no title at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.minutes import DocumentType, Paragraph
from minutes_nlp.nlp.meeting_kind import sitting_kind
from minutes_nlp.nlp.minutes_signs import MinutesSigns, read_signs
from minutes_nlp.nlp.paper_titles import PaperTitle, find_title
from minutes_nlp.nlp.text_language import foreign_language, is_toneless

_UNKNOWN: Final = "văn bản khác"
_DOUBT: Final = 0.4
"""Below what the profiles ask for before anything is claimed."""
_SOME_SIGNS: Final = 3
_MANY_SIGNS: Final = 4


def read_document_type(paragraphs: Sequence[Paragraph]) -> DocumentType:
    """Return the kind of paper; ``confidence`` in 0..1 is how sure that reading is."""
    text = "\n".join(p.text for p in paragraphs)
    language = foreign_language(text)
    if language:
        return DocumentType(DocumentKind.OTHER, 0.99, language)
    title = find_title(paragraphs)
    signs = read_signs(paragraphs)
    toneless = is_toneless(text)
    other = _other_paper(title, signs, toneless)
    if other:
        sure = _confidence_other(title, signs)
        doubtful = toneless and (title is None or (signs.of_cell and signs.count >= _MANY_SIGNS))
        return DocumentType(DocumentKind.OTHER, min(sure, _DOUBT) if doubtful else sure, other)
    sure = _confidence_minutes(title, signs)
    # Without diacritics hardly a word is certain: whatever rests on this reading is doubtful.
    return DocumentType(sitting_kind(paragraphs, title), min(sure, _DOUBT) if toneless else sure)


def _other_paper(title: PaperTitle | None, signs: MinutesSigns, toneless: bool) -> str | None:
    """Return the name of the other paper, or ``None`` when it is the cell's minutes."""
    if signs.is_blank_form:
        return "mẫu biên bản để trống"
    if title is None:
        sitting = signs.is_untitled_sitting or (toneless and _is_toneless_sitting(signs))
        return None if sitting else signs.other_body or _UNKNOWN
    if title.own:
        return None
    if title.minutes:
        if title.minutes_of:
            return title.minutes_of
        return None if signs.of_cell else signs.other_body or "biên bản khác"
    # Another title inside minutes that have lost theirs: only a whole sitting outweighs it.
    return None if signs.of_cell and signs.whole_sitting else title.paper


def _is_toneless_sitting(signs: MinutesSigns) -> bool:
    # Half of the signs are missed without diacritics: fewer must do.
    enough = signs.of_cell and signs.count >= _SOME_SIGNS
    return enough and not signs.press and signs.other_body is None


def _confidence_other(title: PaperTitle | None, signs: MinutesSigns) -> float:
    if title is None:
        return max(0.55, 0.95 - 0.12 * signs.count)
    return 0.97 if title.minutes_of or title.paper else 0.8


def _confidence_minutes(title: PaperTitle | None, signs: MinutesSigns) -> float:
    base = 0.97 if title and title.own else 0.8 if title else 0.6
    return min(0.99, base + 0.03 * max(0, signs.count - 3))
