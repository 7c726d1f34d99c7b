"""What several checks ask of the numbers of attendance."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Attendance, Minutes, Vote
from minutes_nlp.rules.traces import opening_says

_NUMBER = re.compile(r"\d{1,4}")
# "Hết hạn sinh hoạt tạm thời": those are back.
_ENDED = re.compile(
    r"(?:hết|xong|thôi|trả giấy)(?: (?:hạn|thời gian|thời hạn|kỳ|đợt))?(?: sinh hoạt)? tạm thời"
)
_DUE = re.compile(
    r"phải (?:dự|có mặt|họp)(?: họp| sinh hoạt)?:? ?(?:là )?(\d{1,3})(?!\d)"
    r"|(?<!\d)(\d{1,3})(?: (?:đồng chí|đ/c|đc|người|đảng viên|đv))? phải (?:dự|có mặt|họp)(?!\w)",
    re.IGNORECASE,
)


def slack(stated: Attendance) -> int:
    """Return how many members may be counted in or out: exempt, temporary, probationary."""
    return sum(n or 0 for n in (stated.exempt, stated.temporary, stated.probationary))


def unread_groups(minutes: Minutes) -> bool:
    """Whether members are said to be exempt or elsewhere, and their number was not read."""
    stated = minutes.meeting.attendance
    exempt = stated.exempt is None and opening_says(minutes, "miễn")
    return exempt or (stated.temporary is None and opening_says(minutes, "tạm thời", but=_ENDED))


def in_digits(stated: Attendance) -> bool:
    """Whether total, present and absent stand in digits, not counted from names or spelt out."""
    words = " ".join(span.text for span in stated.evidence)
    digits = {int(number) for number in _NUMBER.findall(words)}
    return all(n in digits for n in (stated.total, stated.present, stated.absent) if n)


def due(minutes: Minutes) -> set[int]:
    """Return how many members are said to be due, which may be fewer than belong to the cell."""
    return {
        int(match[1] or match[2])
        for paragraph in minutes.section(SectionLabel.FORMALITIES)
        for match in _DUE.finditer(paragraph.text)
    }


def outvoted(minutes: Minutes) -> bool:
    """Whether more people vote than are said to be there: then the numbers may be misread."""
    stated = minutes.meeting.attendance
    most = max((n for n in (stated.present, stated.total) if n is not None), default=None)
    return most is not None and any(people_in(vote) > most for vote in minutes.votes)


def people_in(vote: Vote) -> int:
    """Return how many people a vote counts, as far as it says."""
    return max(n for n in (vote.voters, vote.in_favour, 0) if n is not None)
