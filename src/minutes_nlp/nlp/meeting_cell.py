"""Which cell met, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.nlp.meeting_date import find_dates
from minutes_nlp.nlp.meeting_time import find_clocks
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_HEAD: Final = 25
_CELL_LINE: Final = re.compile(
    r"(?:^|[-–|(]\s*)(?P<cell>(?:chi bộ|cb|đảng bộ bộ phận)\s+[^|*]{2,90}?)\s*(?:[|*]|$)"
)
_CELL_IN_TEXT: Final = re.compile(
    r"(?<!\w)(?P<cell>chi bộ (?!tháng|quý|năm|ngày|chuyên|có|họp|đã|ta|mình|trong|thường|định"
    r"|gồm|tổ chức|nghe|cử|nhất|tiến|báo|thống|đứng|ra)[^,.;:()|*]{2,80}?)"
    r"(?=\s*(?:[,.;:()|*]|$|tổ chức|tiến hành|họp|đã|sinh hoạt|có|gồm|thường kỳ|mở|ngày|lúc|tại))"
)
_NO_UNIT: Final = re.compile(
    r"\W*(?:biên bản|đảng cộng sản|số|đảng bộ|đảng ủy|ngày|sinh hoạt|họp)(?!\w)|\W*$"
)
_DATA: Final = "meeting_words.toml"
_PLACE_END: Final = re.compile(
    r"[.;]|,\s*(?:chi bộ|ngày|lúc|thời gian|gồm|thành phần|tổ chức|trời|bắt đầu|với|vào|có"
    r"|\d{1,2}\s?(?:giờ|h|g|rưỡi|:))"
    r"| chi bộ | tổ chức | vì | bắt đầu | lúc "
)
_PLACE_IN_TEXT: Final = re.compile(
    r"(?<!\w)(?:tại|ở)\s+(?P<place>\w)|[,.]\s*(?P<place_>(?:phòng|hội trường|nhà (?:văn|sinh"
    r"|rông|đ/c|đồng)|trụ sở|lớp|đình|câu lạc bộ"
    r"|buồng|văn phòng|sân|kho|điểm trường|trung tâm)(?!\w))"
)


def find_cell(paragraphs: Sequence[Paragraph]) -> Span | None:
    """Return the cell's name as the letterhead or the opening has it, the fuller of the two."""
    head = [p for p in paragraphs[:_HEAD] if p.section is SectionLabel.FORMALITIES]
    printed = _first(head, _CELL_LINE, limit=22) or _under_heading(head)
    told = [span for p in head for span in _matches(p, _CELL_IN_TEXT)]
    if printed is None:
        return told[0] if told else None
    fuller = [span for span in told if fold(span.text).startswith(fold(printed.text))]
    return max([printed, *fuller], key=lambda span: len(span.text))


def cell_name(words: str) -> str:
    """Return the cell's name with its abbreviation written out ("CB May 2" → "Chi bộ May 2")."""
    own = "CHI BỘ" if words.isupper() else "Chi bộ"
    if fold(words).startswith("chi bộ"):
        return words
    return f"{own} {re.sub(r'^CB ', '', words)}"


def _first(head: Sequence[Paragraph], pattern: re.Pattern[str], limit: int) -> Span | None:
    for paragraph in head:
        if len(paragraph.text.split()) <= limit:
            for span in _matches(paragraph, pattern):
                return span
    return None


def _matches(paragraph: Paragraph, pattern: re.Pattern[str]) -> list[Span]:
    folded = fold(paragraph.text)
    if _is_no_cell(folded):
        return []
    return [paragraph.span(*match.span("cell")) for match in pattern.finditer(folded)]


def _under_heading(head: Sequence[Paragraph]) -> Span | None:
    """Read the name printed on the line under "CHI BỘ"."""
    for index, paragraph in enumerate(head):
        if fold(paragraph.text).strip(" *-") != "chi bộ":
            continue
        for neighbour in (*head[index + 1 : index + 2], *reversed(head[:index])):
            if not _NO_UNIT.match(fold(neighbour.text)):
                return neighbour.span()
    return None


def _is_no_cell(folded: str) -> bool:
    return re.match(r"\W*(?:chi bộ|cb) (?:có|họp|gồm|\d)", folded) is not None


def find_place(paragraphs: Sequence[Paragraph]) -> Span | None:
    """Return where the sitting was held."""
    head = [p for p in paragraphs[:_HEAD] if p.section is SectionLabel.FORMALITIES]
    for paragraph in head:
        folded = fold(paragraph.text)
        for cue in phrase_list(_DATA, "place").finditer(folded):
            span = _place_from(paragraph, cue.end())
            if span:
                return span
    for paragraph in head:
        if find_clocks(paragraph.text) or find_dates(paragraph.text):
            match = _PLACE_IN_TEXT.search(fold(paragraph.text))
            if match:
                return _place_from(paragraph, max(match.start("place"), match.start("place_")))
    return None


def _place_from(paragraph: Paragraph, start: int) -> Span | None:
    folded = fold(paragraph.text)
    start += len(folded[start:]) - len(folded[start:].lstrip(" :-–"))
    stop = _PLACE_END.search(folded, start)
    end = stop.start() if stop else len(folded)
    text = paragraph.text[start:end].rstrip(" ,")
    if not text or find_clocks(text):
        return None
    return paragraph.span(start, start + len(text))
