"""TP004: few members came."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Attendance, Minutes
from minutes_nlp.rules.attendance import due, outvoted, unread_groups
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class LowAttendance(Rule):
    """The share of members present, exempt ones left out, is under the threshold.

    **Why it matters.** Guides set a share that a cell should reach; the cell knows best why it
    did not.

    **What does not count.** Members exempt from meetings are left out of the total; whoever is
    away on temporary membership elsewhere may be.

    **How to record it.** State exempt members and those away apart from the absent.
    """

    code, name, severity = "TP004", "low-attendance", Severity.INFO
    claim = Claim.LACKING
    title = Text("Tỷ lệ dự dưới ngưỡng", "Attendance under the threshold")
    basis = Text(
        "Tỷ lệ đảng viên dự sinh hoạt, theo ngưỡng cấu hình.",
        "Share of members who attend, by a configured threshold.",
    )
    pattern = Text(
        "Tổng số [bao nhiêu đảng viên]; có mặt [bao nhiêu đảng viên]; vắng [bao nhiêu đảng viên], "
        "lý do [vì sao]; ghi riêng người miễn sinh hoạt, sinh hoạt tạm thời: [bao nhiêu đảng "
        "viên]. Giữ đúng số thật, dù thấp.",
        "In all [how many members]; present [how many members]; absent [how many members], "
        "because [why]; apart, exempt or temporarily elsewhere: [how many members]. Keep the real "
        "numbers, low as they may be.",
    )
    good = (
        ("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 20; vắng: 01 (có lý do).",),
        (
            "formalities | Tổng số đảng viên: 21 đồng chí, trong đó miễn sinh hoạt: 03 đồng chí; "
            "có mặt: 17; vắng: 01 (có lý do).",
        ),
    )
    bad = (
        ("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 15; vắng: 06 (có lý do).",),
        ("formalities | Có mặt 14, vắng 5, đều có phép.",),
        ("formalities | Phải dự 22, có mặt 19, vắng 3 (trực).",),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when the share is low however the total is counted."""
        stated = minutes.meeting.attendance
        expected = _expected(minutes)
        if expected is None or stated.present is None:
            return
        limit = thresholds["rate"]
        if not _is_low(stated.present, expected, limit):
            return
        fewest_low = _is_low(stated.present, _fewest_expected(stated, expected), limit)
        if not fewest_low or unread_groups(minutes) or outvoted(minutes):
            yield self.undecided(_WHO_COUNTS)
            return
        message = Text(
            f"Biên bản ghi {stated.present}/{expected} đảng viên dự "
            f"({stated.present / expected:.0%}), dưới ngưỡng {limit:.0%}.",
            f"{stated.present} of {expected} members attended ({stated.present / expected:.0%}), "
            f"under the threshold of {limit:.0%}.",
        )
        yield self.found(message, stated.evidence)


def _is_low(present: int, expected: int, limit: float) -> bool:
    return expected > 0 and present / expected < limit


def _expected(minutes: Minutes) -> int | None:
    """Return how many should come: members but the exempt, else those due, else those counted."""
    stated = minutes.meeting.attendance
    if stated.total:
        return stated.total - (stated.exempt or 0)
    said = due(minutes)
    if len(said) == 1:
        return min(said)
    if stated.present is None or stated.absent is None:
        return None
    return stated.present + stated.absent


def _fewest_expected(stated: Attendance, expected: int) -> int:
    """Return the smallest number that may be meant: who is away elsewhere may be left out."""
    fewest = expected - (stated.temporary or 0)
    if not stated.total:  # the exempt may be among the absent
        fewest -= stated.exempt or 0
    if not stated.total or stated.present is None or stated.absent is None:
        return fewest
    return min(fewest, stated.present + stated.absent)


_WHO_COUNTS = Text(
    "Tỷ lệ dự tùy thuộc cách tính đảng viên (được miễn, sinh hoạt tạm thời) hoặc số liệu chưa đọc "
    "được chắc chắn; chưa kết luận được.",
    "The share depends on who is counted (exempt, temporary), or a number was not read surely.",
)
