"""What the title of a paper says that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.meeting_time import find_clocks
from minutes_nlp.nlp.phrase_patterns import PhrasePattern
from minutes_nlp.nlp.phrases import compile_phrases, load_data
from minutes_nlp.nlp.text import fold, without_tones

_HEAD: Final = 16
_TITLE_WORDS: Final = 16
_MINUTES: Final = re.compile(r"\W*(?:trich |so |ban )?(?:bien ban|bien bang|shcb|bb hop)(?!\w)")
_LEAD: Final = re.compile(r"[\s*\-–+.]*(?:[ivx]{1,4}[.\-)]|\d{1,2}[.)\-/])?\s*")


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """A title: ``minutes_of`` names another sitting, ``paper`` another kind of paper.

    ``own`` says that the title names the cell's own sitting, ``minutes`` that it says "biên bản";
    ``text`` is the title without diacritics, in lower case, further title lines included.
    """

    text: str
    index: int
    minutes: bool
    own: bool = False
    minutes_of: str | None = None
    paper: str | None = None


def bare(text: str) -> str:
    """Return NFC ``text`` folded and without diacritics, the length unchanged."""
    return without_tones(fold(text))


@lru_cache(maxsize=64)
def bare_phrases(phrases: tuple[str, ...]) -> PhrasePattern:
    """Compile ``phrases`` for text from :func:`bare`."""
    return compile_phrases(tuple(bare(phrase) for phrase in phrases))


def find_title(paragraphs: Sequence[Paragraph]) -> PaperTitle | None:
    """Return the title of minutes if there is one near the head, else of another paper."""
    head = paragraphs[:_HEAD]
    for position, paragraph in enumerate(head):
        if _MINUTES.match(bare(paragraph.text)) and _is_short(paragraph.text):
            return _minutes_title(head, position)
    for paragraph in head[:12]:
        paper = _paper(paragraph.text)
        if paper:
            return PaperTitle(bare(paragraph.text), paragraph.index, minutes=False, paper=paper)
    for position, paragraph in enumerate(head[:10]):
        line = bare(paragraph.text)
        if (
            _is_heading(paragraph.text)
            and _own().search(line)
            and re.match(r"\W*(?:hop|sinh hoat|hoi nghi)", line)
        ):
            return _minutes_title(head, position)
    return None


def _is_short(text: str) -> bool:
    return len(text.split()) <= 30 and not find_clocks(text)


def _is_heading(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _TITLE_WORDS and (text.isupper() or not text.rstrip().endswith("."))


def _minutes_title(head: Sequence[Paragraph], position: int) -> PaperTitle:
    text = _with_subtitle(head, position)
    own = _own().search(text)
    other = _other_sitting(text, before=own.start() if own else len(text))
    return PaperTitle(
        text,
        head[position].index,
        minutes=True,
        own=own is not None and other is None,
        minutes_of=other,
    )


def _other_sitting(text: str, before: int) -> str | None:
    """Return whose minutes a title names first; a specific body rather than a general word."""
    found = [
        (bool(table.get("generic")), match.start(), -match.end(), str(table["name"]))
        for table in _tables("minutes_of")
        if (match := bare_phrases(tuple(table["phrases"])).search(text))
    ]
    return min(found)[3] if any(start < before for _, start, _, _ in found) else None


def _with_subtitle(head: Sequence[Paragraph], position: int) -> str:
    lines = [bare(head[position].text)]
    stop = compile_phrases(tuple(load_data("document_types.toml")["after_title"]["phrases"]))
    for paragraph in head[position + 1 : position + 3]:
        line = bare(paragraph.text)
        if (
            find_clocks(paragraph.text)
            or not _is_short(paragraph.text)
            or stop.match(fold(paragraph.text).lstrip(" -*+"))
        ):
            break
        lines.append(line)
    return " \n ".join(lines)


def _paper(text: str) -> str | None:
    """Return the kind of paper that a line opens as its title."""
    words = text.split()
    if not words or len(words) > 30 or re.search(r":\s*\S", text):
        return None
    upper = text.isupper() or " ".join(words[:2]).isupper()
    if not upper and (len(words) > 12 or text.rstrip().endswith((".", ";", ","))):
        return None
    line = bare(text)
    start = _LEAD.match(line)
    if start and start.group().strip(" *-–+"):
        return None
    for table in _tables("paper"):
        if bare_phrases(tuple(table["phrases"])).match(line, start.end() if start else 0):
            return str(table["name"])
    return None


def _own() -> PhrasePattern:
    return bare_phrases(tuple(load_data("document_types.toml")["own"]))


def _tables(key: str) -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = load_data("document_types.toml")[key]
    return tables
