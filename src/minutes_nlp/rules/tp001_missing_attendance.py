"""TP001: the number of members present is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import head_count
from minutes_nlp.rules.verdicts import Verdict

_WHAT = Text("ghi số đảng viên có mặt", "state how many members were present")
_SEARCHED = Text("phần mở đầu biên bản", "the opening of the minutes")
_FOLLOWS = Text(
    "Biên bản ghi tổng số và số vắng; số có mặt chỉ suy ra được.",
    "Total and absent are stated; the number present can only be worked out.",
)


class MissingAttendance(Rule):
    """The number of members present is not stated.

    **Why it matters.** Without it neither the share of members who came nor a vote can be read.

    **What does not count.** The size of the cell alone; guests; numbers of votes.

    **How to record it.** "Tổng số 21, có mặt 19, vắng 2 (lý do …)"; "dự đủ 21/21" will do.
    """

    code, name, severity = "TP001", "missing-attendance", Severity.WARNING
    claim = Claim.UNFILLED
    title = Text("Thiếu số liệu đảng viên dự", "Number of members present not stated")
    basis = Text(
        "Biên bản ghi thành phần dự: tổng số, có mặt, vắng.",
        "Minutes state who attended: total, present, absent.",
    )
    pattern = Text(
        "Tổng số [bao nhiêu đảng viên]; có mặt [bao nhiêu đảng viên]; vắng [bao nhiêu đảng viên], "
        "lý do [vì sao].",
        "In all [how many members]; present [how many members]; absent [how many members], "
        "because [why].",
    )
    good = (
        ("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 19; vắng: 02 (có lý do).",),
        ("formalities | Thành phần: 10/10 đảng viên đủ cả.",),
    )
    bad = (
        (
            "formalities | Hôm nay, ngày 05/7/2026, Chi bộ thôn Đông tổ chức sinh hoạt thường kỳ.",
            "formalities | Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when nothing in the opening counts who came."""
        attendance = minutes.meeting.attendance
        if attendance.present is not None:
            return
        counted = head_count(minutes)
        if attendance.total is not None and attendance.absent is not None:
            yield self.undecided(_FOLLOWS)
        elif counted:
            yield self.undecided(might_show(counted, _WHAT))
        else:
            message = Text(
                "Chưa thấy ghi trong biên bản số đảng viên có mặt.",
                "The minutes do not state how many members were present.",
            )
            yield self.missing(message, _SEARCHED)
