"""ND004: the review does not look back at last month's resolution."""

from __future__ import annotations

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.review import ReviewWithoutCue


class ReviewWithoutLastResolution(ReviewWithoutCue):
    """The review never refers to last month's resolution, conclusion or assigned tasks.

    **Why it matters.** Only against what was decided can results be judged.

    **What does not count.** A list of what went on during the month; the name of a resolution
    of a higher level.

    **How to record it.** "Kết luận tháng 6 giao 5 việc: xong 4, còn … vì …".
    """

    code, name, severity = "ND004", "review-without-last-resolution", Severity.WARNING
    claim = Claim.LACKING
    title = Text(
        "Không đối chiếu kết luận, nghị quyết kỳ trước", "Last period's resolution not referred to"
    )
    basis = Text(
        "Đánh giá việc thực hiện nghị quyết, kết luận của kỳ sinh hoạt trước.",
        "The review refers to the resolution and conclusions of the last meeting.",
    )
    pattern = Text(
        "Đối chiếu với nghị quyết, kết luận tháng trước: đã giao [những việc nào]; xong [những "
        "việc nào]; chưa xong [những việc nào] vì [lý do].",
        "Compared with last month's resolution or conclusion: assigned [which tasks]; done [which "
        "tasks]; not done [which tasks] because [why].",
    )
    cues = (CueKind.PREVIOUS_RESOLUTION,)
    what = Text("đối chiếu với việc đã giao kỳ trước", "refer to what was decided before")
    not_review = Text(
        "có nhắc việc kỳ trước nhưng không nằm trong phần đánh giá",
        "refers to the last meeting, but not in the review",
    )
    message = Text(
        "Phần đánh giá chưa thấy ghi đối chiếu với nghị quyết, kết luận hoặc việc đã giao kỳ "
        "trước.",
        "The review does not refer to last period's resolution, conclusion or assigned tasks.",
    )
    good = (
        ("task_review | Kết luận tháng 6 của chi bộ giao 5 việc: xong 4, còn việc nạo kênh.",),
        ("task_review | Thực hiện nghị quyết chi bộ tháng 6: cấy xong 42 ha, đạt 93%.",),
        ("task_review | Kì trước hứa năm việc thì bốn việc trọn, việc kè ao lần lữa mãi.",),
        ("task_review | Kỳ họp tháng 4 giao năm việc, xong ba.",),
    )
    bad = (
        (
            "task_review | Trong tháng bà con cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "task_review | An ninh ổn định, có một vụ mất trộm xe đạp.",
        ),
    )
