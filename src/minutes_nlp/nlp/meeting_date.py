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
# "hai nghìn không trăm hai mươi sáu", as spoken "hai không hai sáu", "hai sáu".
_PAIR: Final = (
    r"(?:hai|ba)\s+(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)(?!\s+(?:mươi|giờ|tháng|phút))"
)
_THOUSANDS: Final = r"(?:hai\s+(?:nghìn|ngàn)\s+(?:không\s+trăm\s+|lẻ\s+|linh\s+)?|hai\s+không\s+)"
_YEAR_WORDS: Final = rf"{_THOUSANDS}(?:{_PAIR}|{WORDS})"
_LONG: Final = re.compile(
    rf"(?<![\w/])(?:ngày\s+|hôm\s+|bữa\s+)?(?:mùng\s+|mồng\s+)?{_DAY}\s*,?\s*tháng\s*{_MONTH}(?!\w)"
    rf"(?:\s*,?\s*(?:năm\s+|/\s*|-\s*)(?P<year>\d{{4}}|{_YEAR_WORDS}))?"
)
_NUMBERS: Final = re.compile(r"\d\s?[/.-]\s?\d")
"""What every short form has."""
_SHORT: Final = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d{2})(?![\w/%])"
)
_YEARLESS: Final = re.compile(
    r"(?<!\w)(?:ngày|tối|sáng|chiều|trưa|hôm|bữa|nay|thứ (?:hai|ba|tư|năm|sáu|bảy)"
    r"|chủ nhật),?\s+(?:ngày\s+)?(?:mùng\s+"
    r"|mồng\s+)?(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?![\d/%.-])"
)
_MONTH_ALONE: Final = re.compile(
    r"(?<!\w)(?:tháng\s*|t\.?\s?)(?P<month>\d{1,2}|mười\s+(?:một|hai)|mười|"
    rf"{WORDS}|giêng)(?!\w|[.,]\d)(?P<solar>\s+\(?dương lịch\)?)?"
    rf"(?:\s*(?:,?\s*năm\s+|/\s*|-\s*|\.|,\s*|(?=hai\s+(?:không|nghìn|ngàn)))"
    rf"(?P<year>\d{{4}}|{_YEAR_WORDS}|(?<=năm\s){_PAIR}))?"
)

_YEAR: Final = re.compile(rf"(?<!\w)năm\s+(?P<year>20\d{{2}}(?!\d)|{_YEAR_WORDS})(?!\w)")
_DAY_IN_TITLE: Final = re.compile(
    r"(?<!\w)(?:ngày\s+(?:mùng\s+|mồng\s+)?|mùng\s+|mồng\s+)(?P<day>\d{1,2})(?![\w/.-])"
    r"|\(\s?(?P<day2>\d{1,2})/(?P<month>\d{1,2})(?=\s?[,)])"
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
    patterns = ((_LONG,) if "tháng" in folded else ()) + (
        (_SHORT, _YEARLESS) if _NUMBERS.search(folded) else ()
    )
    found = [
        mention
        for pattern in patterns
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
        lunar = match["month"] == "giêng" and not match["solar"]
        if 1 <= month <= 12 and not lunar and not counted:
            year = _year(match["year"])
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
    tens = re.sub(rf"^{_THOUSANDS}", "", words)
    if re.fullmatch(_PAIR, tens):
        ten, unit = tens.split()
        return 2000 + 10 * value_of(ten) + value_of(unit)
    return 2000 + value_of(tens)


def find_years(text: str) -> list[int]:
    """Return the years that NFC ``text`` names in full ("năm 2026", "năm hai không hai sáu")."""
    return [year for match in _YEAR.finditer(fold(text)) if (year := _year(match["year"]))]


def find_day_of(text: str, month: int) -> DateMention | None:
    """Return the day that stands beside the title's ``month`` ("tháng 6/2026, ngày mùng 4")."""
    for match in _DAY_IN_TITLE.finditer(fold(text)):
        day = int(match["day"] or match["day2"])
        if 1 <= day <= 31 and int(match["month"] or month) == month:
            return DateMention(day, month, None, match.start(), match.end())
    return None
