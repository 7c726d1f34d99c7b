"""TP003: somebody is absent and nothing is said on why."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Attendance, Minutes
from minutes_nlp.rules.attendance import outvoted, slack, unread_groups
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import opening_says, reason_in_opening
from minutes_nlp.rules.verdicts import Verdict

_WHAT = Text("nêu lý do vắng", "say why somebody is absent")


class AbsenceWithoutReason(Rule):
    """Members are absent, and the minutes say nothing on why.

    **Why it matters.** Absence with leave and without leave are treated differently; a missing
    note is unfair to whoever had leave.

    **What does not count.** A number or a name alone. "Có lý do", "có phép" and "không lý do"
    all say it.

    **How to record it.** "Vắng 02 (có lý do: 01 ốm, 01 công tác)".
    """

    code, name, severity = "TP003", "absence-without-reason", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Vắng không ghi lý do", "Absence without a reason")
    basis = Text(
        "Biên bản ghi số vắng, có lý do hay không có lý do.",
        "Minutes state absences, with or without leave.",
    )
    pattern = Text(
        "Vắng [bao nhiêu đảng viên]: có lý do [bao nhiêu đảng viên], vì [ốm, công tác hay việc "
        "gì]; không lý do [bao nhiêu đảng viên].",
        "Absent [how many members]: with a reason [how many members], because of [illness, duty "
        "or what else]; without a reason [how many members].",
    )
    good = (
        ("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 19; vắng: 02 (có lý do).",),
        ("formalities | Có mặt 12/13, vắng chú Mười đang nằm viện.",),
        ("formalities | Tổng số 18, miễn sinh hoạt 02, có mặt 16.",),
    )
    bad = (
        ("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 19 đồng chí; vắng: 02.",),
        ("formalities | Có mặt 15/23, vắng 6, miễn 2.",),
        ("formalities | Có mặt: 18/21. Vắng Khoa, Bằng, Ngọc.",),
        ("formalities | Hiện diện 13 trên 18 đảng viên.", "formalities | Bí thư nêu lý do."),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when absence is stated and surely no reason."""
        stated = minutes.meeting.attendance
        if stated.reason_given or not _somebody_is_absent(stated):
            return
        trace = reason_in_opening(minutes)
        if trace:
            yield self.undecided(might_show(trace, _WHAT))
            return
        if stated.reason_given is None and _may_be_told(minutes):
            yield self.undecided(_UNKNOWN)
            return
        message = Text(
            "Có đảng viên vắng nhưng chưa thấy ghi trong biên bản lý do vắng.",
            "Members were absent, and no reason is recorded.",
        )
        yield self.found(message, stated.evidence)


def _somebody_is_absent(stated: Attendance) -> bool:
    if stated.absent is not None:
        return stated.absent > 0
    if stated.total is None or stated.present is None:
        return False
    return stated.total - stated.present > slack(stated)


def _may_be_told(minutes: Minutes) -> bool:
    """Whether words of absence were not understood, or fewer may be absent than the gap."""
    words = any(opening_says(minutes, word) for word in ("vắng", "thiếu", "phép"))
    return words or unread_groups(minutes) or outvoted(minutes)


_UNKNOWN = Text(
    "Số có mặt ít hơn tổng số, nhưng chưa rõ ai được tính là vắng và biên bản có nêu lý do hay "
    "không.",
    "Fewer came than there are members, but who counts as absent, and whether a reason is given, "
    "is not clear.",
)
