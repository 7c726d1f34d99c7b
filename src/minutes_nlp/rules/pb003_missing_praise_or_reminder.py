"""PB003: neither commendation nor reminder."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.missing import MissingCue

_NEAR = re.compile(
    r"(?<!\w)(?:nhắc|đừng|dặn|thưởng|khen|góp ý|phê bình (?!và)|cảm ơn|hoan hô|giỏi)(?!\w)",
    re.IGNORECASE,
)


class MissingPraiseOrReminder(MissingCue):
    """Neither a commendation nor a reminder is recorded.

    **Why it matters.** Praising what is well done and reminding in time is part of how a cell
    guides its members.

    **What does not count.** Titles and prizes of other units told as news.

    **How to record it.** "Biểu dương …", "nhắc nhở …", with the reason.
    """

    code, name, severity = "PB003", "missing-praise-or-reminder", Severity.INFO
    title = Text("Không ghi biểu dương, nhắc nhở", "Neither praise nor reminder")
    basis = Text(
        "Kịp thời biểu dương, nhắc nhở đảng viên, tập thể.",
        "Members are praised and reminded in good time.",
    )
    pattern = Text(
        "Biểu dương [đảng viên hoặc tập thể nào] vì [việc làm tốt]; nhắc nhở [đảng viên hoặc bộ "
        "phận nào] về [việc cần sửa]. Chỉ ghi khi đã có thật.",
        "Praised: [which member or body] for [what was done well]; reminded: [which member or "
        "body] of [what is to be mended]. Only where it really was so.",
    )
    cues = (CueKind.PRAISE, CueKind.REMINDER)
    what = Text("là biểu dương hoặc nhắc nhở", "be praise or a reminder")
    message = Text(
        "Chưa thấy ghi trong biên bản nội dung biểu dương hoặc nhắc nhở.",
        "The minutes record neither praise nor a reminder.",
    )
    good = (
        ("task_review | Biểu dương tổ 2 nạo xong kênh trước hạn một tuần.",),
        ("conclusions:chair | Đồng chí Bí thư nhắc nhở các tổ nộp báo cáo đúng ngày.",),
        ("conclusions:chair | Cảm phục gia đình cụ Lân hiến 40 mét đất.",),
    )
    bad = (
        (
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "next_tasks | Bơm nước cho 3 ha lúa trước ngày 10/7.",
        ),
    )

    def doubt(self, minutes: Minutes) -> Paragraph | None:
        """Return criticism of somebody, or words that may remind, warn or thank."""
        told = (p for p in minutes.paragraphs if p.section is not SectionLabel.FORMALITIES)
        return next((p for p in told if _is_near(p)), None)


def _is_near(paragraph: Paragraph) -> bool:
    return paragraph.has(CueKind.NAMED_CRITICISM) or bool(_NEAR.search(paragraph.text))
