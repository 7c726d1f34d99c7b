"""Where a document of a higher level is cited by number and symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.rules.thresholds import SupersededDocument

# One letter each for look-alikes, so that offsets stay: dashes, eth for đ, TƯ for TW.
_LOOK_ALIKES: Final = str.maketrans({"–": "-", "—": "-", "‑": "-", "ð": "đ", "\xa0": " "})
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NEXT_SYMBOL: Final = re.compile(r"\d\s?-\s?[a-zđ]{2,4}\s?/|[;]")
_YEAR_WITHIN: Final = 40
# Words by which a text tells of the replacement, or of earlier times.
_HISTORICAL: Final = re.compile(
    r"thay thế|thay cho|được thay|thay bằng|hết hiệu lực|bãi bỏ|hủy bỏ|không còn|trước đây"
    r"|trước kia|(?<!\w)cũ(?!\w)"
)


class Standing(Enum):
    """How sure it is that a citation is of the superseded document as if in force."""

    SURE = auto()
    UNSURE = auto()
    HISTORICAL = auto()


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a number and symbol stands."""

    span: Span
    standing: Standing


def citations(paragraph: Paragraph, document: SupersededDocument) -> Iterator[Citation]:
    """Yield the places where the paragraph cites ``document``, or may do so."""
    text = _lower(paragraph.text)
    if document.symbol.partition("-")[0].casefold() not in text:
        return
    for match in _symbol_pattern(document.symbol).finditer(text):
        after = text[match.end() : match.end() + _YEAR_WITHIN]
        after = _NEXT_SYMBOL.split(after, maxsplit=1)[0]
        years = {int(year) for year in _YEAR.findall(after)}
        if not years or years & set(document.years):
            span = paragraph.span(match.start(), match.end())
            yield Citation(span, _standing(text, bool(years), document))


def _standing(text: str, dated: bool, document: SupersededDocument) -> Standing:
    if _HISTORICAL.search(text):
        return Standing.HISTORICAL
    if dated or any(topic in text for topic in document.topics):
        return Standing.SURE
    return Standing.UNSURE


@lru_cache(maxsize=64)
def _symbol_pattern(symbol: str) -> re.Pattern[str]:
    """Match "12-HD/BTCTW" with spaces, and TƯ for TW."""
    number, _, rest = symbol.casefold().partition("-")
    kind, _, body = rest.partition("/")
    body = re.escape(body).replace("tw", r"\s?t[wư]")
    return re.compile(rf"(?<![\d/-]){number}\s?-\s?{re.escape(kind)}\s?/\s?{body}(?!\w)")


@lru_cache(maxsize=1024)
def _lower(text: str) -> str:
    """Lower-case letter by letter, so that offsets stay those of ``text``."""
    whole = text.lower()
    # Only a sigma's lower case depends on its neighbours.
    if len(whole) == len(text) and "Σ" not in text:
        return whole.translate(_LOOK_ALIKES)
    lowered = (char.lower() if len(char.lower()) == 1 else char for char in text)
    return "".join(lowered).translate(_LOOK_ALIKES)
