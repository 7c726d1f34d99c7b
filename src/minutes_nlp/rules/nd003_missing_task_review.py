"""ND003: no review of last period's tasks."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.rules.base import WITH_REGULAR_PART
from minutes_nlp.rules.missing import MissingSection


class MissingTaskReview(MissingSection):
    """No review of how last period's tasks were done is recorded beyond a heading.

    **Why it matters.** Without it a cell cannot see whether what it decides is done.

    **What does not count.** A heading; opinions on the report when the report is not recorded;
    tasks for the next period.

    **How to record it.** Write what was done, what was not, and why, task by task.
    """

    code, name, severity = "ND003", "missing-task-review", Severity.ERROR
    by_section = True
    kinds = WITH_REGULAR_PART
    title = Text("Thiếu đánh giá nhiệm vụ kỳ trước", "No review of last period's tasks")
    basis = Text(
        "Nội dung sinh hoạt thường kỳ gồm đánh giá việc thực hiện nhiệm vụ kỳ trước.",
        "A regular meeting reviews the tasks of the last period.",
    )
    pattern = Text(
        "Nhiệm vụ tháng trước: [việc nào] đã xong, được [bao nhiêu]; [việc nào] chưa xong vì [lý "
        "do].",
        "Last month's tasks: [which task] is done, with [what result]; [which task] is not done "
        "because [why].",
    )
    section = SectionLabel.TASK_REVIEW
    traces = re.compile(
        r"(?:báo cáo|đánh giá|kiểm điểm|nhìn lại|điểm lại|sơ kết|rà lại|kiểm lại|coi lại)\s.{0,40}?"
        r"(?:tháng|kỳ|quý|nhiệm vụ|nghị quyết|việc đã|công tác)"
    )
    message = Text(
        "Chưa thấy ghi trong biên bản nội dung đánh giá việc thực hiện nhiệm vụ kỳ trước.",
        "The minutes record no review of last period's tasks.",
    )
    good = (("task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",),)
    bad = (
        (
            "news | Bão số 3 đổ bộ vào Quảng Ninh, Hải Phòng.",
            "next_tasks | Tháng 7 tập trung bơm nước, làm cỏ đợt 2 cho 42 ha lúa.",
        ),
        (
            "task_review | II. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 6",
            "next_tasks | III. PHƯƠNG HƯỚNG THÁNG 7",
            "next_tasks | Tập trung bơm nước, làm cỏ đợt 2 cho 42 ha lúa.",
        ),
    )
