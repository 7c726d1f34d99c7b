"""What the minutes state about the sitting: cell, date, times, place, officers, attendance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Meeting, Paragraph, Span
from minutes_nlp.nlp.attendance import read_attendance
from minutes_nlp.nlp.frame import with_formal_opening
from minutes_nlp.nlp.meeting_cell import cell_name, find_cell, find_place
from minutes_nlp.nlp.meeting_clock import find_times
from minutes_nlp.nlp.meeting_date import DateMention, find_dates, find_day_of, find_years
from minutes_nlp.nlp.meeting_months import StatedMonth, find_stated_months
from minutes_nlp.nlp.meeting_officers import find_officer
from minutes_nlp.nlp.meeting_time import find_clocks
from minutes_nlp.nlp.people import learn_people
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.signatures import Office
from minutes_nlp.nlp.text import fold

_DATA: Final = "meeting_words.toml"
_HEAD: Final = 25
_TITLE: Final = 8
_LETTERHEAD: Final = re.compile(r"^[^,.:;]{0,40},?\s*$")
_FEE: Final = re.compile(r"(?<!\w)(?:đảng phí|thu nộp)(?!\w)")


def read_meeting(paragraphs: Sequence[Paragraph]) -> Meeting:
    """Read every fact of the sitting; what is not stated stays ``None``."""
    paragraphs = with_formal_opening(paragraphs)
    people = learn_people(paragraphs)
    months = find_stated_months(paragraphs)
    held = find_meeting_date(paragraphs, months)
    start, end = find_times(paragraphs)
    chair = find_officer(Office.CHAIR, paragraphs, people)
    secretary = find_officer(Office.SECRETARY, paragraphs, people)
    cell, place = find_cell(paragraphs), find_place(paragraphs)
    stated: dict[str, Span | None] = {
        "cell": cell,
        "date": held[1] if held else None,
        "start": start.span if start else None,
        "end": end.span if end else None,
        "place": place,
        "chair": chair.span if chair else None,
        "secretary": secretary.span if secretary else None,
    }
    return Meeting(
        cell=cell_name(cell.text) if cell else None,
        date=held[0] if held else None,
        start=start.time if start else None,
        end=end.time if end else None,
        place=place.text if place else None,
        chair=chair.name if chair else None,
        secretary=secretary.name if secretary else None,
        attendance=read_attendance(paragraphs),
        months=months,
        stated=tuple((name, span) for name, span in stated.items() if span),
    )


def find_meeting_date(
    paragraphs: Sequence[Paragraph], months: Sequence[StatedMonth]
) -> tuple[date, Span] | None:
    """Return the day of the sitting; the title's ``months`` and years fill in what is missing."""
    scored = [
        (score, paragraph, mention)
        for paragraph in paragraphs
        for mention in find_dates(paragraph.text)
        if (score := _score(paragraph, mention, len(paragraphs))) > 0
    ]
    scored.sort(key=lambda entry: (-entry[0], entry[1].index, entry[2].start))
    known = [mention.year for _, _, mention in scored if mention.year]
    known += [year for _, year, _ in months if year]
    known += [year for p in paragraphs[:_TITLE] for year in find_years(p.text)]
    for _, paragraph, mention in scored:
        day = mention.with_year(known[0] if known else None)
        if day:
            return day, paragraph.span(mention.start, mention.end)
    return _day_in_title(paragraphs[:_TITLE], months, known)


def _day_in_title(
    paragraphs: Sequence[Paragraph], months: Sequence[StatedMonth], years: Sequence[int]
) -> tuple[date, Span] | None:
    """Return the day that the title names apart from its month ("tháng 6/2026, ngày mùng 4")."""
    month = next((month for place, _, month in months if place == "title"), None)
    if month is None or not years:
        return None
    for paragraph in paragraphs:
        mention = find_day_of(paragraph.text, month)
        day = mention.with_year(years[0]) if mention else None
        if mention and day:
            return day, paragraph.span(mention.start, mention.end)
    return None


def _score(paragraph: Paragraph, mention: DateMention, count: int) -> float:
    text, folded = paragraph.text, fold(paragraph.text)
    before = re.split(r"[.;](?!\d)", folded[: mention.start])[-1]
    formal = paragraph.section is SectionLabel.FORMALITIES
    score = (1.0 if formal else -4.0) + (2.0 if paragraph.index < _HEAD else 0.0)
    score += sum(_opening_signs(text, before))
    score -= 6.0 if phrase_list(_DATA, "other_date").search(before[-48:]) else 0.0
    score -= 4.0 if _FEE.search(before) else 0.0
    score -= 1.0 if mention.year is None else 0.0
    if paragraph.index >= _HEAD and count - paragraph.index > 12:
        score -= 4.0
    return score


def _opening_signs(text: str, before: str) -> Iterator[float]:
    if find_clocks(text):
        yield 2.0
    if phrase_list(_DATA, "start").search(before):
        yield 2.0
    if _LETTERHEAD.match(before) and len(text.split()) <= 14:
        yield 1.5
