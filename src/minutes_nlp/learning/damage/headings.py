"""Headings lost: minutes written on without saying what comes next.

What is annotated stays as it was, also where a check or a level rested on a heading.  Names of
speakers, and what the opening states ("Chủ trì: …"), are no headings and stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.corpus.validation import is_heading
from minutes_nlp.learning.damage.base import with_paragraphs
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.outline import numbering_style

_RUN_IN: Final = re.compile(
    r"\s*(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđA-ZĐ])\s*[.)/\-](?=\s)|[-+*•])?\s*"
    r"(?P<title>[^\W\d_][^:;.?!…]{2,70}):\s+(?=\S)"
)
_TITLE_WORDS: Final = 10
_LEFT: Final = 4
"""Words that must be left where a run-in heading goes."""


def without_headings(record: CorpusRecord) -> CorpusRecord:
    """Return the record without standing headings and run-in headings."""
    paragraphs = record.paragraphs
    kept = [
        paragraph.model_copy(update={"text": _without_run_in(paragraph)})
        for index, paragraph in enumerate(paragraphs)
        if not _is_standing(paragraphs, index)
    ]
    return with_paragraphs(record, kept or paragraphs)


def _is_standing(paragraphs: Sequence[CorpusParagraph], index: int) -> bool:
    own = paragraphs[index]
    style = numbering_style(own.text)
    if style is None or own.role or not is_heading(own) or " | " in own.text:
        return False
    if own.section is SectionLabel.FORMALITIES and style in {"upper", "colon", "dash", "plus"}:
        return False  # letterhead, title, signatures
    # Of a list of short items none is a heading, nor is the last paragraph.
    around = [paragraphs[i].text for i in (index - 1, index + 1) if 0 <= i < len(paragraphs)]
    return index + 1 < len(paragraphs) and all(numbering_style(t) != style for t in around)


def _without_run_in(paragraph: CorpusParagraph) -> str:
    text = paragraph.text
    match = _RUN_IN.match(text)
    stays = paragraph.role or paragraph.section in {SectionLabel.FORMALITIES, None}
    if match is None or stays:
        return text
    title, rest = match["title"], text[match.end() :]
    if len(title.split()) > _TITLE_WORDS or len(rest.split()) < _LEFT or find_persons(title):
        return text
    return rest[0].upper() + rest[1:]
