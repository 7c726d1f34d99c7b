"""ND006: no task for the next period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph, Substance
from minutes_nlp.rules.base import WITH_REGULAR_PART, Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import (
    bare_headings,
    might_be,
    might_show,
    nearest_to,
    perhaps,
    weak_cue,
)
from minutes_nlp.rules.missing import section_doubt
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import perhaps_assigned
from minutes_nlp.rules.verdicts import Verdict

_NEXT = SectionLabel.NEXT_TASKS
_DECIDING = (SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION)
# Somebody does something: a resolution that says so may set a task.
_TO_DO = re.compile(
    r"(?<!\w)(?:lo|làm|đứng ra|tổ chức|mở|xây|sửa|mua|giao|cử|thu|chi|vận động|phụ trách|nhận)\s",
    re.IGNORECASE,
)
_WHAT = Text("giao nhiệm vụ kỳ tới", "set a task for the next period")
_SEARCHED = Text(
    "phần phương hướng, kết luận, quyết nghị", "next tasks, conclusions and resolutions"
)


class MissingNextTasks(Rule):
    """No task for the next period is recorded: not as such, nor concluded, nor resolved.

    **Why it matters.** A meeting that sets nothing leads nothing.

    **What does not count.** The heading "Phương hướng" alone; what members propose and nobody
    takes up.

    **How to record it.** List what is to be done next, with who and by when.
    """

    code, name, severity = "ND006", "missing-next-tasks", Severity.ERROR
    by_section = True
    claim = Claim.MISSING
    kinds = WITH_REGULAR_PART
    title = Text("Thiếu nhiệm vụ kỳ tới", "No tasks for the next period")
    basis = Text(
        "Nội dung sinh hoạt thường kỳ gồm đề ra nhiệm vụ kỳ tới.",
        "A regular meeting sets tasks for the next period.",
    )
    pattern = Text(
        "Nhiệm vụ tháng tới: [việc gì], cần đạt [bao nhiêu], do [ai] phụ trách, xong trước [ngày "
        "nào].",
        "Next month's tasks: [which task], to reach [how much], in charge of [who], by [which "
        "day].",
    )
    good = (
        ("next_tasks | Tháng 7: bơm nước cho 3 ha, làm cỏ đợt 2 cho 42 ha lúa.",),
        ("conclusions:chair | Đồng chí Bí thư giao đ/c Lan bơm nước cho 3 ha trước ngày 10/7.",),
    )
    bad = (
        (
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "conclusions:chair | Đồng chí Bí thư kết luận: thống nhất các nội dung trên.",
        ),
        (
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "next_tasks | III. PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 7",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when nothing is, nor might be, a task."""
        if minutes.section(_NEXT) or minutes.tasks:
            return
        doubtful = section_doubt(minutes, thresholds, _NEXT)
        perhaps_set = _perhaps_set(minutes, perhaps(minutes, thresholds, *_DECIDING))
        if doubtful:
            yield self.undecided(might_be(doubtful, _NEXT))
        elif perhaps_set:
            yield self.undecided(might_show(perhaps_set, _WHAT))
        else:
            message = Text(
                "Chưa thấy ghi trong biên bản nhiệm vụ nào cho kỳ tới.",
                "The minutes record no task for the next period.",
            )
            nearest = chain(bare_headings(minutes, _NEXT), nearest_to(minutes, _NEXT))
            yield self.missing(message, _SEARCHED, nearest)


def _perhaps_set(minutes: Minutes, likely: Sequence[Paragraph]) -> Paragraph | None:
    """Return a conclusion or resolution that may set a task which was not read."""
    deciding = minutes.section(*_DECIDING)
    with_content = (
        p
        for p in minutes.section(SectionLabel.CONCLUSIONS)
        if p.substance in (Substance.SUBSTANTIVE, Substance.UNCLEAR)
    )
    assigned = (p for p in (*deciding, *likely) if perhaps_assigned(p))
    resolved = (p for p in minutes.section(SectionLabel.RESOLUTION) if _TO_DO.search(p.text))
    found = weak_cue(deciding, CueKind.DECISION) or next(with_content, None)
    return found or next(assigned, None) or next(resolved, None)
