"""Which cell met, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_HEAD: Final = 25
_CELL_LINE: Final = re.compile(r"(?:^|[-–|(]\s*)(?P<cell>(?:chi bộ|cb|đảng bộ bộ phận)\s+[^|*]{2,90}?)\s*(?:[|*]|$)")
_CELL_IN_TEXT: Final = re.compile(
    r"(?<!\w)(?P<cell>chi bộ (?!có|họp|đã|ta|mình|trong|thường|định|gồm|tổ chức|nghe|cử|nhất|tiến|báo|thống|đứng|ra)[^,.;:()]{2,80}?)"
    r"(?=\s*(?:[,.;:()]|$|tổ chức|tiến hành|họp|đã|sinh hoạt|có|gồm|thường kỳ|mở|ngày|lúc|tại))"
)
_PLACE_END: Final = re.compile(r"[.;]|,\s*(?:chi bộ|ngày|lúc|thời gian|gồm|thành phần|tổ chức|trời)| chi bộ | tổ chức ")


def find_cell(paragraphs: Sequence[Paragraph]) -> Span | None:
    """Return the cell's name as the letterhead or the opening has it."""
    for pattern in (_CELL_LINE, _CELL_IN_TEXT):
        for paragraph in paragraphs[:_HEAD]:
            if paragraph.section is not SectionLabel.FORMALITIES:
                continue
            folded = fold(paragraph.text)
            match = pattern.search(folded)
            if match and (pattern is _CELL_IN_TEXT or len(folded.split()) <= 22) and not _is_no_cell(folded):
                return paragraph.span(*match.span("cell"))
    return None


def _is_no_cell(folded: str) -> bool:
    return re.match(r"\W*(?:chi bộ|cb) (?:có|họp|gồm|\d)", folded) is not None


def find_place(paragraphs: Sequence[Paragraph]) -> Span | None:
    """Return where the sitting was held."""
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.section is not SectionLabel.FORMALITIES:
            continue
        folded = fold(paragraph.text)
        for cue in phrase_list("meeting_words.toml", "place").finditer(folded):
            start = cue.end() + len(folded[cue.end() :]) - len(folded[cue.end() :].lstrip(" :-–"))
            stop = _PLACE_END.search(folded, start)
            end = stop.start() if stop else len(folded)
            if end > start:
                return paragraph.span(start, len(paragraph.text[:end].rstrip()))
    return None
