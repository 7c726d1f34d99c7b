"""Dates and months: "ngày 05/3/2026", "5-3-26", "ngày mùng 4 tháng 7 năm 2026", "tháng 3/2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.numerals import WORDS, value_of
from minutes_nlp.nlp.text import fold

_DAY: Final = rf"(?P<day>\d{{1,2}}|{WORDS})"
_MONTH: Final = rf"(?P<month>\d{{1,2}}(?!\d)|mười\s+(?:một|hai)|mười|{WORDS})"
_YEAR_WORDS: Final = rf"hai\s+(?:nghìn|ngàn)\s+(?:không\s+trăm\s+)?(?:{WORDS})"
_LONG: Final = re.compile(
    rf"(?<![\w/])(?:ngày\s+|hôm\s+|bữa\s+)?(?:mùng\s+|mồng\s+)?{_DAY}\s*,?\s*tháng\s*{_MONTH}(?!\w)"
    rf"(?:\s*,?\s*(?:năm\s+|/\s*|-\s*)(?P<year>\d{{4}}|{_YEAR_WORDS}))?"
)
_SHORT: Final = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d{2})(?![\w/%])"
)
_YEARLESS: Final = re.compile(
    r"(?<!\w)(?:ngày|tối|sáng|chiều|trưa|hôm|bữa|nay)\s+(?:mùng\s+"
    r"|mồng\s+)?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?![\d/%.-])"
)
_MONTH_ALONE: Final = re.compile(
    r"(?<!\w)(?:tháng\s*|t\.?\s?)(?P<month>\d{1,2}|mười\s+(?:một|hai)|mười|"
    rf"{WORDS}|giêng)(?!\w|[.,]\d)(?:\s*(?:,?\s*năm\s+|/\s*|-\s*|\.)(?P<year>\d{{4}}))?"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day at ``text[start:end]``; ``year`` is ``None`` where not stated."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    def with_year(self, year: int | None) -> date | None:
        """Return the calendar day, ``year`` filling in; ``None`` when there is no such day."""
        chosen = self.year or year
        try:
            return date(chosen, self.month, self.day) if chosen else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class MonthMention:
    """A month at ``text[start:end]`` ("tháng 3/2026", "T11")."""

    month: int
    year: int | None
    start: int
    end: int


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateMention, ...]:
    """Return the days named in NFC ``text``, in order; of two readings the longer."""
    folded = fold(text)
    found = [
        mention
        for pattern in (_LONG, _SHORT, _YEARLESS)
        for match in pattern.finditer(folded)
        if (mention := _read(match))
    ]
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    taken: list[DateMention] = []
    for mention in found:
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.start))


@lru_cache(maxsize=4096)
def find_months(text: str) -> tuple[MonthMention, ...]:
    """Return the months named in NFC ``text``, those of whole dates left out."""
    days = find_dates(text)
    found = []
    for match in _MONTH_ALONE.finditer(fold(text)):
        if any(day.start <= match.start() < day.end for day in days):
            continue
        month = 1 if match["month"] == "giêng" else value_of(match["month"])
        # "Tháng Giêng" is lunar; "tháng" after a number counts months.
        counted = re.search(r"\d\s*$", fold(text)[: match.start()]) is not None
        if 1 <= month <= 12 and match["month"] != "giêng" and not counted:
            year = int(match["year"]) if match["year"] else None
            found.append(MonthMention(month, year, match.start(), match.end()))
    return tuple(found)


def _read(match: re.Match[str]) -> DateMention | None:
    day, month = value_of(match["day"]), value_of(match["month"])
    year = _year(match.groupdict().get("year"))
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if year is not None and not 1930 <= year <= 2100:
        return None
    return DateMention(day, month, year, match.start(), match.end())


def _year(words: str | None) -> int | None:
    if words is None:
        return None
    if words.isdigit():
        return int(words) if len(words) == 4 else 2000 + int(words)
    return 2000 + value_of(re.sub(r"^hai\s+\w+\s+(?:không\s+trăm\s+)?", "", words))
