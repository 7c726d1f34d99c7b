"""Statements that all are there: "đủ 12 đ/c", "23 người còn lại đều có mặt", "không vắng ai"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from minutes_nlp.nlp.attendance_numbers import Count
from minutes_nlp.nlp.attendance_words import DATA, find_words
from minutes_nlp.nlp.numerals import find_numbers
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_SHORT: Final = 6
_NEXT: Final = 6
_OTHER_USE: Final = re.compile(r"(?:tên|chưa|không|họ|thu|nộp|đóng)\s$")
_NO_PROBATION: Final = re.compile(
    r"(?<!\w)(?:(?:không|chẳng|hết) (?:còn |có )?(?:ai |đồng chí nào |đảng viên )?(?:là )?dự bị"
    r"|dự bị:? (?:không|chẳng) (?:còn|có)(?: ai)?)(?!\w)"
)
_HOW_ABSENT: Final = re.compile(r"\s(?:(?:không|ko|có) )?(?:lý do|phép|xin|báo|rõ)(?!\w)")
_NO_STATEMENT: Final = re.compile(
    r"\s(?:là|nội dung|tài liệu|điều kiện|tuổi|thành phần theo|nghi thức|tiền)(?!\w)"
)


def nobody_absent(clause: str) -> bool:
    """Whether a clause says that nobody is absent; "không ai vắng không phép" does not."""
    folded = fold(clause)
    found = phrase_list(DATA, "nobody_absent").finditer(folded)
    return any(_HOW_ABSENT.match(folded, match.end()) is None for match in found)


def nobody_probationary(clause: str) -> bool:
    """Whether a clause says that no member is on probation."""
    return _NO_PROBATION.search(fold(clause)) is not None


def read_full(clause: str, counts: Sequence[Count], known: Mapping[str, int]) -> dict[str, int]:
    """Return total, present and absent as far as "all are there" states them.

    Args:
        clause: one NFC clause of the opening.
        counts: what its numbers count.
        known: what the opening states so far.
    """
    match = _statement(fold(clause))
    if match is None or known.get("absent", 0) > 0 or not _is_about_people(clause, counts):
        return {}
    present = known.get("present")
    if present is None:
        present = _all(clause, match.end(), counts, known)
    if present is None:
        return {}
    read = {"present": present, "total": known.get("total", present)}
    away = sum(known.get(kind, 0) for kind in ("exempt", "temporary"))
    if read["total"] - present <= away:
        read["absent"] = 0
    return read


def _statement(folded: str) -> re.Match[str] | None:
    for match in phrase_list(DATA, "full").finditer(folded):
        before = folded[max(0, match.start() - 8) : match.start()]
        if not _OTHER_USE.search(before) and not _NO_STATEMENT.match(folded, match.end()):
            return match
    return None


def _is_about_people(clause: str, counts: Sequence[Count]) -> bool:
    if any(count.kind in {"total", "present", "due", "free"} for count in counts):
        return True
    words = find_words(fold(clause))
    return len(clause.split()) <= _SHORT or any(w.kind in {"present", "due"} for w in words)


def _all(
    clause: str, position: int, counts: Sequence[Count], known: Mapping[str, int]
) -> int | None:
    """Return the number behind the words, else that of all who are to come."""
    following = [n for n in find_numbers(clause) if 0 <= n.start - position <= _NEXT]
    if following and not clause[position : following[0].start].strip(" :cảhết"):
        return following[0].value
    if "due" in known:
        return known["due"]
    beside = {count.value for count in counts if count.kind in {"free", "total"}}
    if "total" not in known and len(beside) == 1:
        return beside.pop()
    return known.get("total") if "exempt" not in known else None
