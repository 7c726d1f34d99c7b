"""ND011: the unit's own work is not touched."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import DocumentKind, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, perhaps, weak_cue, with_cue
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_PLACES = (
    SectionLabel.TASK_REVIEW,
    SectionLabel.NEXT_TASKS,
    SectionLabel.CONCLUSIONS,
    SectionLabel.RESOLUTION,
)
_WHAT = Text("bàn việc chuyên môn của đơn vị", "deal with the unit's own work")
_SEARCHED = Text(
    "phần đánh giá, phương hướng, kết luận, quyết nghị",
    "review, next tasks, conclusions and resolutions",
)
_ONLY_SAID = Text(
    "là ý kiến thảo luận hoặc thông tin, không nằm trong đánh giá, nhiệm vụ",
    "said in discussion or told as news, not in review or tasks",
)


class UnitWorkNotDiscussed(Rule):
    """Review and tasks never touch the unit's own work.

    **Why it matters.** A cell leads the political task of its unit: teaching, treating,
    producing, farming, serving the people.

    **What does not count.** Party-internal work: fees, papers, new members, meetings.

    **How to record it.** Review and set at least one matter of the unit's own work.
    """

    code, name, severity = "ND011", "unit-work-not-discussed", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Không bàn nhiệm vụ chính trị của đơn vị", "The unit's own work is not discussed")
    basis = Text(
        "Chi bộ lãnh đạo thực hiện nhiệm vụ chính trị, chuyên môn của đơn vị.",
        "A cell leads the work of its unit.",
    )
    pattern = Text(
        "Việc chuyên môn của [đơn vị, thôn hoặc tổ nào]: tháng qua làm [việc gì], được [bao "
        "nhiêu]; tháng tới làm [việc gì], do [ai] phụ trách.",
        "The own work of [which unit or village]: last month [which task] with [what result]; "
        "next month [which task], in charge of [who].",
    )
    good = (
        (
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "next_tasks | Bơm nước cho 3 ha.",
        ),
    )
    bad = (
        (
            "task_review | Đảng phí thu đủ; hồ sơ kết nạp đảng viên đã gửi Đảng ủy.",
            "next_tasks | Hoàn thiện sổ sách của chi bộ, nộp đảng phí đúng hạn.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when review and tasks are there and nothing in them is unit's work."""
        reported = minutes.section(*_PLACES, headings=True)
        thematic = minutes.document_type.kind is DocumentKind.THEMATIC
        if with_cue(reported, CueKind.UNIT_WORK) or (thematic and not reported):
            return
        maybe = with_cue(perhaps(minutes, thresholds, *_PLACES), CueKind.UNIT_WORK)
        doubtful = weak_cue(reported, CueKind.UNIT_WORK) or next(iter(maybe), None)
        if doubtful:
            yield self.undecided(might_show(doubtful, _WHAT))
            return
        message = Text(
            "Phần đánh giá và nhiệm vụ chưa thấy ghi việc chuyên môn, nhiệm vụ chính trị của đơn "
            "vị.",
            "Review and tasks record nothing of the unit's own work.",
        )
        said = ((p, _ONLY_SAID) for p in with_cue(minutes.paragraphs, CueKind.UNIT_WORK))
        yield self.missing(message, _SEARCHED, said)
