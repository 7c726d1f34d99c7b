"""TC001: leadership is faint in the minutes."""

from __future__ import annotations

from minutes_nlp.model.labels import Characteristic, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.rules.levels import UnclearLevel


class UnclearLeadership(UnclearLevel):
    """The minutes do not clearly show that the meeting led: the level is weak or absent.

    **Why it matters.** A cell leads by deciding what is done, by whom and by when, and by
    looking back at what it decided before.

    **What does not count.** Tasks for everybody and no time; a conclusion that agrees with
    everything; lists of what was done.

    **How to record it.** Give each task an owner and a time or an amount; compare results with
    last month's resolution; write what was decided and voted.
    """

    code, name, severity = "TC001", "unclear-leadership", Severity.WARNING
    by_section = True
    title = Text("Tính lãnh đạo chưa rõ", "Leadership not clearly shown")
    basis = Text(
        "Yêu cầu bảo đảm tính lãnh đạo của sinh hoạt chi bộ.",
        "A cell meeting is to show leadership.",
    )
    pattern = Text(
        "Nghị quyết tháng trước: [việc nào xong, việc nào chưa, vì sao]. Kết luận: giao [ai] làm "
        "[việc gì], xong trước [ngày nào]. Biểu quyết: tán thành [bao nhiêu người]. Chỉ ghi điều "
        "có thật.",
        "Last month's resolution: [what is done, what is not, and why]. Conclusion: [who] is to "
        "do [which task] by [which day]. Vote: in favour [how many]. Write only what really was "
        "so.",
    )
    characteristic = Characteristic.LEADERSHIP
    quality_name = Text("Tính lãnh đạo", "Leadership")
    signs = Text(
        "nhiệm vụ cụ thể (ai, việc gì, khi nào hoặc bao nhiêu) gắn với đánh giá việc đã lãnh đạo, "
        "kết luận có quyết định hoặc biểu quyết",
        "concrete tasks (who, what, when or how much) together with a review of how the cell led, "
        "a conclusion that decides, or a vote",
    )
    good = (
        (
            "task_review | Đối chiếu nghị quyết tháng 6: giao 5 việc, xong 4, còn việc nạo kênh "
            "chậm do chi bộ phân công muộn.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo 300 mét kênh trước ngày 20/7.",
            "resolution | Biểu quyết: 12/12 đồng chí nhất trí.",
        ),
    )
    bad = (
        (
            "next_tasks | Tiếp tục làm tốt công tác tuyên truyền, giữ vững an ninh trật tự.",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
    )
