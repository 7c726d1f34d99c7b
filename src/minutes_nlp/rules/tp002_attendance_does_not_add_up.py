"""TP002: total, present and absent do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.attendance import due, in_digits, outvoted, slack, unread_groups
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class AttendanceDoesNotAddUp(Rule):
    """Total, present and absent are stated and do not add up.

    **Why it matters.** A slip of the pen here makes every share and every vote doubtful.

    **What does not count.** Exempt, temporary and probationary members may be counted in or
    left out: a gap that they explain is no fault.

    **How to record it.** Total = present + absent; state exempt members apart.
    """

    code, name, severity = "TP002", "attendance-does-not-add-up", Severity.WARNING
    claim = Claim.CONTRADICTION
    title = Text("Số liệu dự họp không khớp", "Attendance does not add up")
    basis = Text(
        "Số liệu đảng viên dự họp trong biên bản cần khớp nhau.",
        "The numbers of attendance agree with each other.",
    )
    pattern = Text(
        "Tổng số [bao nhiêu đảng viên] bằng có mặt [bao nhiêu đảng viên] cộng vắng [bao nhiêu "
        "đảng viên]; miễn sinh hoạt ghi riêng: [bao nhiêu đảng viên]. Đếm lại theo danh sách rồi "
        "mới sửa.",
        "The total of [how many members] is [how many members] present plus [how many members] "
        "absent; exempt members apart: [how many members]. Count by the list before correcting.",
    )
    good = (
        ("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 19; vắng: 02 (có lý do).",),
        (
            "formalities | Tổng số đảng viên: 21 đồng chí, trong đó miễn sinh hoạt: 03 đồng chí; "
            "có mặt: 17; vắng: 01 (có lý do).",
        ),
        ("formalities | Đảng viên 20 đồng chí, miễn họp hai cụ, phải dự 18. Có mặt 17, vắng 01.",),
        ("formalities | Tổng số 38; phải dự 29 (nghỉ sinh, đi xa), có mặt 28, vắng 01.",),
    )
    bad = (("formalities | Tổng số đảng viên: 21 đồng chí; có mặt: 18; vắng: 02 (có lý do).",),)

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when no reading of the numbers lets them agree."""
        stated = minutes.meeting.attendance
        if stated.total is None or stated.present is None or stated.absent is None:
            return
        gap = abs(stated.total - stated.present - stated.absent)
        if gap <= slack(stated) or stated.present + stated.absent in due(minutes):
            return
        if due(minutes) or unread_groups(minutes) or outvoted(minutes) or not in_digits(stated):
            yield self.undecided(_WHO_COUNTS)
        else:
            message = Text(
                f"Số liệu dự họp không khớp: tổng số {stated.total}, có mặt {stated.present}, "
                f"vắng {stated.absent}.",
                f"Attendance does not add up: total {stated.total}, present {stated.present}, "
                f"absent {stated.absent}.",
            )
            yield self.found(message, stated.evidence)


_WHO_COUNTS = Text(
    "Số liệu dự họp có thể không khớp, nhưng có con số (vắng, miễn hoặc sinh hoạt tạm thời) "
    "chưa đọc được chắc chắn.",
    "Attendance may not add up, but some number (absent, exempt, temporary) was not read surely.",
)
