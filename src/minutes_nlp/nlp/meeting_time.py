"""Clock times: "19h30", "20.00", "21g15", "bảy giờ rưỡi tối", "8 giờ kém 15", "1 tiếng rưỡi"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Final

from minutes_nlp.nlp.numerals import WORDS, value_of
from minutes_nlp.nlp.text import fold

_HOUR: Final = rf"(?P<hour>\d{{1,2}}|{WORDS})"
# Minutes without the word: tens and fives as they are spoken, never a day ("giờ ngày năm").
_ROUND: Final = (
    r"(?:hai|ba|bốn|năm)\s+(?:mươi\s+(?:lăm|nhăm)|mươi|chục|lăm|nhăm)"
    r"(?!\s+\w*\s*(?:đảng viên|đồng chí))"
    r"|mười(?:\s+(?:lăm|nhăm))?(?!\s+(?:đảng viên|đồng chí|một|hai|ba|bốn|sáu|bảy|tám|chín))"
)
_AFTER_CLOCK: Final = r"(?:tối|đêm|sáng|chiều|tan|nghỉ|xong|giải tán|bế mạc)"
_MINUTES: Final = (
    rf"(?:\s*kém\s+(?P<to>\d{{1,2}}|{WORDS})(?:\s*(?:phút|p))?|\s*(?P<half>rưỡi)"
    rf"|\s*(?P<minutes>\d{{2}})(?!\d)(?:\s*(?:phút|ph|p|')(?!\w))?"
    rf"|\s+(?P<few>[1-9])(?=\s?(?:[,.;]|$|{_AFTER_CLOCK}(?!\w)))"
    rf"|\s+(?P<spelled>\d|{WORDS})\s*phút|\s+(?P<round>{_ROUND})(?!\w))?"
)
_PART: Final = r"(?:\s*(?P<part>sáng|trưa|chiều|tối|đêm|khuya)(?!\w))?"
_PART_2: Final = _PART.replace("part", "part2")
_CLOCK: Final = re.compile(
    rf"(?<![\w/.,:]){_HOUR}\s*(?:giờ|gi|h|g)(?![^\W\d]){_MINUTES}{_PART}"
    rf"|(?<![\w/.,:-])(?P<hour2>\d{{1,2}}):(?P<minutes2>\d{{2}})(?![\d:/]){_PART_2}"
    r"|(?<![\w/.,:-])(?P<hour5>sáu|bảy|tám|chín|mười)\s+rưỡi\s+(?P<part5>sáng|trưa|chiều|tối)(?!\w)"
    r"|(?<![\w/.,:-])(?P<hour4>\d{1,2})\s*rưỡi(?!\w)(?!\s*(?:triệu|tấn|tỷ|đồng|nghìn|ngàn|phần"
    r"|kg|ha|mẫu|tháng|năm|ngày))"
    r"|(?<![\w/.,:-])(?P<hour3>[012]\d)\.(?P<minutes3>[0-5]\d)(?![\w/%]|\.\d)(?!\s*(?:triệu|tấn"
    r"|đồng|kg|%|ha|m|km))"
)
_PART_NEAR: Final = re.compile(
    r"(?<!\w)(?:buổi |lúc )?(sáng|trưa|chiều|tối|đêm)(?!\w)(?! kiến| dài| rộng| cao| tạo| suốt)"
)
_LASTED: Final = re.compile(
    rf"(?<!\w)(?:sau|kéo dài|trong|hết|mất)\s+(?:gần |hơn |khoảng |đúng "
    rf"|chừng )?(?:(?P<hours>\d|{WORDS})"
    rf"\s*(?:tiếng|giờ|h)(?: đồng hồ)?)?\s*(?P<half>rưỡi)?\s*(?:(?P<minutes>\d{{1,3}}"
    rf"|{WORDS})\s*(?:phút|'))?"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at ``text[start:end]``; ``exact`` when words or a 24 h figure fix the half."""

    time: time
    start: int
    end: int
    exact: bool
    dotted: bool = False


@lru_cache(maxsize=4096)
def find_clocks(text: str) -> tuple[Clock, ...]:
    """Return the clock times of NFC ``text`` in order."""
    folded = fold(text)
    clocks = (_read(folded, match) for match in _CLOCK.finditer(folded))
    return tuple(clock for clock in clocks if clock)


def _read(folded: str, match: re.Match[str]) -> Clock | None:
    part = match["part"] or match["part2"] or match["part5"] or _part_near(folded, match)
    hours = ("hour", "hour2", "hour3", "hour4", "hour5")
    hour = value_of(next(match[name] for name in hours if match[name]))
    minute = _minute(match)
    if match["to"]:
        hour, minute = hour - 1, 60 - value_of(match["to"])
    if not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    exact = hour > 12 or part is not None
    return Clock(
        time(_in_half(hour % 24, part), minute),
        match.start(),
        match.end(),
        exact,
        dotted=match["hour3"] is not None,
    )


def _minute(match: re.Match[str]) -> int:
    if match["half"] or match["hour4"] or match["hour5"]:
        return 30
    words = (
        match["minutes"]
        or match["few"]
        or match["spelled"]
        or match["round"]
        or match["minutes2"]
        or match["minutes3"]
    )
    return value_of(words) if words else 0


def _part_near(folded: str, match: re.Match[str]) -> str | None:
    """Return the part of the day named close by ("tối 14/8/2025, 7 giờ 30")."""
    before = folded[max(0, match.start() - 28) : match.start()]
    after = folded[match.end() : match.end() + 12]
    near = list(_PART_NEAR.finditer(before)) + list(_PART_NEAR.finditer(after))
    return near[-1][1] if near else None


def _in_half(hour: int, part: str | None) -> int:
    late = part in {"chiều", "tối", "khuya"} or (part == "đêm" and hour >= 5)
    if late and 1 <= hour < 12:
        return hour + 12
    if part == "trưa" and 1 <= hour <= 3:
        return hour + 12
    # Nobody meets at two in the morning: without a word for it an early hour is the afternoon's.
    if part is None and 1 <= hour < 5:
        return hour + 12
    return hour


def find_duration(text: str) -> tuple[int, int, int] | None:
    """Return how long something lasted as (minutes, start, end) of NFC ``text``."""
    for match in _LASTED.finditer(fold(text)):
        if not (match["hours"] or match["minutes"]):
            continue
        total = 60 * value_of(match["hours"]) if match["hours"] else 0
        total += 30 if match["half"] else 0
        total += value_of(match["minutes"]) if match["minutes"] else 0
        if 20 <= total <= 600:
            return total, match.start(), match.end()
    return None


def after(start: time, minutes: int) -> time:
    """Return the time ``minutes`` after ``start``, on the same day."""
    total = min(start.hour * 60 + start.minute + minutes, 24 * 60 - 1)
    return time(total // 60, total % 60)
