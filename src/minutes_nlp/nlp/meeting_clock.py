"""When the sitting began and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.nlp.meeting_date import find_dates
from minutes_nlp.nlp.meeting_time import Clock, after, find_clocks, find_duration
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_DATA: Final = "meeting_words.toml"
_HEAD: Final = 25
_TAIL: Final = 14
_LAST: Final = 4
_TITLE: Final = 24
_CLOSED: Final = re.compile(
    r"(?<!\w)(?:kết thúc|bế mạc|nghỉ họp|họp xong|tan họp|giải tán|đọc lại biên bản)(?!\w)"
    r"|^\W*(?:nghỉ|xong|hết|tan|dừng)(?!\w)"
)
_BEGINS: Final = re.compile(
    r"\s?(?:thì )?(?:vô|vào|bắt đầu|khai mạc|khai hội|mở đầu)(?!\w)(?: họp)?"
)
_EVENING: Final = re.compile(r"(?<!\w)(?:tối|đêm|khuya)(?!\w)(?! kiến| dài| rộng| cao| tạo| suốt)")
_FEE: Final = re.compile(r"(?<!\w)(?:đảng phí|nộp|thu)(?!\w)")
_UP_TO: Final = re.compile(r"(?:(?<=\w )(?:đến|tới)|-|->|→|kết thúc(?: lúc| vào| hồi)*:?)\s*$")


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time of day with the words that state it."""

    time: time
    span: Span


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    paragraph: Paragraph
    clock: Clock


def find_times(paragraphs: Sequence[Paragraph]) -> tuple[StatedTime | None, StatedTime | None]:
    """Return start and end of the sitting; ``None`` where the minutes do not say."""
    starts = [c for p in paragraphs[:_HEAD] for c in _starts(p)]
    start = max(starts, key=lambda c: (c.score, -c.paragraph.index, -c.clock.start), default=None)
    if start is not None and start.score <= 0:
        start = None
    ends = [c for p in paragraphs for c in _ends(p, len(paragraphs), start)]
    end = max(ends, key=lambda c: (c.score, c.paragraph.index, c.clock.start), default=None)
    if end is not None and end.score <= 0:
        end = None
    begun, ended = _stated(start), _stated(end) or _from_duration(paragraphs, start)
    if begun and start and not start.clock.exact and _is_evening(paragraphs, start):
        begun = _twelve_later(begun)
    return _in_one_day(begun, ended)


def _stated(candidate: _Candidate | None) -> StatedTime | None:
    if candidate is None:
        return None
    clock = candidate.clock
    return StatedTime(clock.time, candidate.paragraph.span(clock.start, clock.end))


def _clause(folded: str, clock: Clock) -> tuple[str, str]:
    """Return the words before and after a clock time inside its clause."""
    before = re.split(r"[.;](?!\d)|\n", folded[: clock.start])[-1]
    following = re.split(r"[.;](?!\d)|\n", folded[clock.end :])[0]
    return before[-90:], following[:110]


def _has(key: str, words: str) -> bool:
    return phrase_list(_DATA, key).search(words) is not None


def _starts(paragraph: Paragraph) -> Iterator[_Candidate]:
    text, folded = paragraph.text, fold(paragraph.text)
    head = paragraph.index < 16
    formal = paragraph.section is SectionLabel.FORMALITIES
    for clock in find_clocks(text):
        before, following = _clause(folded, clock)
        score = (2.0 if formal else -3.0) + (1.0 if head else -2.0)
        score += 2.0 if _has("start", before) else 0.0
        score += 2.0 if find_dates(text) else 0.0
        score += 1.5 if _has("start", before[-16:]) else 0.0
        score += 1.0 if head and not before.strip(" -+*•") else 0.0
        score += 2.0 if _BEGINS.match(following) else 0.0
        score -= 5.0 if _CLOSED.search(before) or _UP_TO.search(before) else 0.0
        score -= 1.5 if before.count("(") > before.count(")") else 0.0
        score -= 3.0 if _has("other_time", before[-20:]) else 0.0
        score -= 5.0 if _FEE.search(before) else 0.0
        score -= 1.0 if clock.dotted else 0.0
        score -= 2.0 if _has("end", following[:14]) else 0.0
        yield _Candidate(score, paragraph, clock)


def _ends(paragraph: Paragraph, count: int, start: _Candidate | None) -> Iterator[_Candidate]:
    text, folded = paragraph.text, fold(paragraph.text)
    tail = count - paragraph.index <= _TAIL
    head = paragraph.index < _HEAD
    formal = paragraph.section is SectionLabel.FORMALITIES
    for clock in find_clocks(text):
        if start and paragraph is start.paragraph and clock.start <= start.clock.start:
            continue
        before, following = _clause(folded, clock)
        said = _has("end", before) or _has("end", following)
        reaching = head and _UP_TO.search(before) is not None and _is_beside(start, paragraph)
        if not said and not reaching and not (tail and formal):
            continue
        score = (2.0 if formal else 0.0) + (2.0 if tail else -3.0) + (3.0 if said else 0.0)
        score += 5.0 if reaching else 0.0
        score -= 4.0 if _has("other_time", before[-24:]) else 0.0
        score -= 1.0 if clock.dotted else 0.0
        yield _Candidate(score if said or reaching else score - 3.0, paragraph, clock)


def _is_beside(start: _Candidate | None, paragraph: Paragraph) -> bool:
    return start is not None and abs(start.paragraph.index - paragraph.index) <= 1


def _from_duration(paragraphs: Sequence[Paragraph], start: _Candidate | None) -> StatedTime | None:
    """Read "nghỉ sau 1 tiếng rưỡi" in the closing as an end time."""
    if start is None:
        return None
    for paragraph in reversed(paragraphs[-_TAIL:]):
        lasted = find_duration(paragraph.text)
        if (
            lasted
            and paragraph.section is SectionLabel.FORMALITIES
            and _has("end", fold(paragraph.text))
        ):
            minutes, a, b = lasted
            return StatedTime(after(start.clock.time, minutes), paragraph.span(a, b))
    return None


def _is_evening(paragraphs: Sequence[Paragraph], start: _Candidate) -> bool:
    """Whether the opening or the closing says that an early hour is one of the evening."""
    if not 5 <= start.clock.time.hour <= 9:
        return False
    told = [p for p in paragraphs[: start.paragraph.index + 1] if len(p.text.split()) <= _TITLE]
    said = [*told, start.paragraph, *paragraphs[-_LAST:]]
    formal = [p for p in said if p.section is SectionLabel.FORMALITIES]
    return any(_EVENING.search(fold(p.text)) for p in formal)


def _twelve_later(stated: StatedTime) -> StatedTime:
    return StatedTime(stated.time.replace(hour=stated.time.hour + 12), stated.span)


def _in_one_day(
    start: StatedTime | None, end: StatedTime | None
) -> tuple[StatedTime | None, StatedTime | None]:
    """Choose the halves of the day so that the sitting ends after it starts, within hours."""
    if start and end and end.time <= start.time and end.time.hour < 12:
        later = _twelve_later(end)
        if later.time > start.time:
            return start, later
    if start and end and start.time.hour < 12 and _hours(start.time, end.time) > 10:
        # "Tối … 7 rưỡi", closed at nine in the evening.
        return _twelve_later(start), end
    return start, end


def _hours(start: time, end: time) -> float:
    return (end.hour - start.hour) + (end.minute - start.minute) / 60
