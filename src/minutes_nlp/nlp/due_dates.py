"""By when: the words that set a deadline, and the day that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_DAY: Final = (
    r"(?:\d{1,2}\s{0,3}[/.-]\s{0,3}\d{1,2}(?:\s{0,3}[/.-]\s{0,3}\d{2,4})?"
    r"|(?:ngày|mùng|mồng|hôm)\s{1,3}\d{1,2}(?:\s{1,3}tháng\s{1,3}(?:\d{1,2}|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\s{1,3}năm\s{1,3}\d{4})?)?"
    r"(?:\s{1,3}(?:âm lịch|tháng\s{1,3}(?:chạp|giêng|này|sau|tới)))?)"
)
_WEEKDAY: Final = r"(?:thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])"
_PERIOD: Final = (
    r"(?:(?:tháng|quý|tuần|năm|vụ|học kỳ|kỳ)\s{1,3}(?:này|nầy|sau|tới|tiếp theo|nay|đầu|cuối"
    r"|\d{1,2}(?:\s{0,3}[/-]\s{0,3}\d{2,4}|\s{1,3}năm\s{1,3}\d{4})?|i{1,3}v?|iv|thứ\s{1,3}\w+|chạp|giêng|một)(?:\s{1,3}năm\s{1,3}\d{4}|\s{0,3}/\s{0,3}\d{4})?"
    r"|t\d{1,2}(?:/\d{2,4})?|tháng\s{1,3}\d{1,2})"
)
_EVENT: Final = (
    r"(?:(?:hội nghị|kỳ họp|buổi họp|cuộc họp|kỳ sinh hoạt|buổi sinh hoạt|phiên họp|sinh hoạt"
    r"|họp chi bộ|lần họp|kỳ|buổi)\s{1,3}(?:chi bộ\s{1,3})?"
    r"(?:sau|tới|tiếp theo|kế|này|tháng\s{1,3}\w+|t\d{1,2}|kế tiếp)"
    r"|tết(?:\s{1,3}(?:nguyên đán|dương lịch|âm lịch|trung thu|ta|tây))?"
    r"|khai giảng|vụ\s{1,3}\w+|mưa|mùa mưa|bão|lễ|ngày bầu cử|bầu cử"
    r"|kỳ thi|giao ca|nghỉ hè|cập cảng|rời cảng|tàu (?:đến|vào|ra|rời|cập)\s{0,3}\w*"
    r"|đại hội|quốc khánh)"
)
_LEAD: Final = (
    r"(?:(?:xong|hoàn thành|nộp|làm|có|báo cáo|gửi|phải xong|dứt điểm)\s{1,3})?"
    r"(?:trước|chậm nhất|chậm nhứt|muộn nhất|trễ nhất|trễ nhứt|hạn|hạn chót"
    r"|hạn cuối|thời hạn|hẹn|đến hết|tới hết"
    r"|hết|đến|tới|nội trong|nội|trong|trc|vào|từ|kể từ|ngay"
    r"|cuối|đầu|giữa|hạn nộp|deadline)"
)
_SPAN: Final = r"\d{1,3}\s{1,3}(?:ngày|tuần|tháng|giờ|hôm|bữa)"
_ATOM: Final = rf"(?:{_DAY}|{_WEEKDAY}|{_PERIOD}|{_EVENT})"
_DUE: Final = re.compile(
    rf"(?<![\w/])(?:{_LEAD}\s{{0,3}}(?:là\s{{1,3}}|:\s{{0,3}}|vào\s{{1,3}}|khi\s{{1,3}}|lúc\s{{1,3}}|trong\s{{1,3}}|cuối\s{{1,3}}|hết\s{{1,3}}|đến\s{{1,3}}|tới\s{{1,3}})?"
    rf"(?:(?:sáng|chiều|tối|trưa|đêm)\s{{1,3}})?(?:\d{{1,2}}\s{{0,3}}(?:giờ|h|g)\d{{0,2}}\s{{1,3}})?(?:ngày\s{{1,3}})?"
    rf"(?:{_WEEKDAY},?\s{{1,3}}(?:ngày\s{{1,3}})?)?{_ATOM}"
    rf"|(?:sáng|chiều|tối|trưa|đêm|ngày)\s{{1,3}}(?:{_WEEKDAY}(?:,?\s{{1,3}}(?:ngày\s{{1,3}})?{_DAY})?|{_DAY}|mai|mốt|kia)"
    rf"|(?:nội\s{{1,3}})?trong\s{{1,3}}(?:vòng\s{{1,3}})?{_SPAN}(?:\s{{1,3}}(?:tới|nữa|đầu))?|{_SPAN}\s{{1,3}}(?:nữa|tới)"
    rf"|(?:ngay\s{{1,3}})?(?:ngày mai|hôm nay|tối nay|chiều nay|sáng mai|mai|bữa nay|tuần này"
    rf"|tuần sau|tuần tới|tháng này|tháng sau|tháng tới|cuối tháng|đầu tháng|giữa tháng|cuối tuần"
    rf"|cuối năm|đầu năm|cuối quý)"
    rf"|ngay (?:sau|trong|khi) (?:hội nghị|buổi họp|cuộc họp|họp|đợt|tháng|tuần)"
    rf"|{_WEEKDAY}\s{{1,3}}(?:này|tới|tuần\s{{1,3}}\w+)"
    rf"|{_WEEKDAY}\s{{1,3}}{_DAY}|{_DAY}"
    rf"|(?:trong|hết|cuối|đầu)\s{{1,3}}(?:{_PERIOD}|tuần|tháng|quý|năm|vụ|ngày|buổi sáng"
    r"|buổi chiều)"
    rf"|{_PERIOD})(?!\w|/\d)"
)
_DAY_MONTH: Final = re.compile(
    r"(?<![\d/.,])(\d{1,2})\s{0,3}(?:[/.-]\s{0,3}|\s{1,3}tháng\s{1,3})(\d{1,2})"
    r"(?:(?:\s{0,3}[/.-]\s{0,3}|\s{1,3}năm\s{1,3})(\d{4}|2\d))?(?![\d/]|\s{0,3}âm)"
)
_DAY_ONLY: Final = re.compile(
    r"(?:ngày|mùng|mồng)\s{1,3}(\d{1,2})(?!\s{0,3}(?:âm|tháng (?:chạp|giêng)|[\d/.-]))"
)
_LUNAR: Final = re.compile(
    r"âm lịch|tháng (?:chạp|giêng|hai|ba|tư|bảy|tám|chín|mười)|\d\s{1,3}ta(?!\w)"
)


_PAST_DAYS: Final = 150
"""A day so long before the meeting belongs to the next year."""
_BARE_PERIOD: Final = re.compile(r"tháng|quý|năm|t\d")
_UNIT: Final = re.compile(
    r"\s{0,3}(?:%|đồng chí|đ/c|đảng viên|đv|ha|km|tấn|triệu|kg|m2|mét|hộ|việc|phiếu|điểm|người"
    r"|ngàn|nghìn)"
)


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline at ``start``..``end``; ``day`` when the words name one."""

    start: int
    end: int
    day: date | None = None


@lru_cache(maxsize=4096)
def find_dues(text: str, meeting_date: date | None = None) -> tuple[Due, ...]:
    """Return the deadlines named in ``text``; years and months come from the meeting date."""
    folded = fold(text)
    return tuple(
        Due(match.start(), match.end(), _day(folded, match, meeting_date))
        for match in _DUE.finditer(folded)
        if not _is_quantity(folded, match) and not _names_plan(folded, match)
    )


def _is_quantity(folded: str, match: re.Match[str]) -> bool:
    """Whether a unit follows: "12/12 đồng chí" and "3.1 ha" are no days."""
    after = folded[match.end() : match.end() + 12]
    unit = _UNIT.match(after)
    return unit is not None and not match[0].startswith(("tháng", "quý", "tuần"))


def _names_plan(folded: str, match: re.Match[str]) -> bool:
    """Whether the month names a plan ("nhiệm vụ tháng 8"), not a deadline."""
    if not _BARE_PERIOD.match(match[0]):
        return False
    before = folded[max(0, match.start() - 40) : match.start()].rstrip()
    plans = phrase_list("tasks.toml", "not_dues").finditer(before)
    return any(plan.end() == len(before) for plan in plans)


def _day(folded: str, match: re.Match[str], meeting_date: date | None) -> date | None:
    words, context = match[0], folded[match.start() : match.end() + 14]
    if meeting_date is None or _LUNAR.search(context):
        return None
    full = _DAY_MONTH.search(words)
    if full:
        return _in_year(int(full[1]), int(full[2]), full[3], meeting_date)
    only = _DAY_ONLY.search(words)
    return _next_day(int(only[1]), meeting_date) if only else None


def _in_year(day: int, month: int, year: str | None, meeting: date) -> date | None:
    number = int(year) if year else meeting.year
    number += 2000 if number < 100 else 0
    found = _valid(number, month, day)
    is_long_past = found is not None and (meeting - found).days > _PAST_DAYS
    return _valid(number + 1, month, day) if is_long_past and not year else found


def _next_day(day: int, meeting: date) -> date | None:
    if day >= meeting.day:
        return _valid(meeting.year, meeting.month, day)
    month = meeting.month % 12 + 1
    return _valid(meeting.year + (month == 1), month, day)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
