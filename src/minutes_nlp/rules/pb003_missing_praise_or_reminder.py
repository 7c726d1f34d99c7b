"""PB003: neither commendation nor reminder."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import Role, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph, Substance
from minutes_nlp.rules.missing import MissingCue

# A draft law that is open to remarks and a bonus for the New Year address nobody's conduct.
_NEAR = re.compile(
    r"(?<!\w)(?:nhắc(?! lại (?:kết quả|nội dung|chuyện))|dặn|khen|phê bình (?!và)|hoan hô|giỏi"
    r"|thưởng(?! (?:tết|tháng|quý|cuối năm|năm|lương|bình quân|trung bình))"
    r"|góp ý(?!(?: kiến)?(?: sửa(?: đổi)?| vào| cho| bổ sung| tiếp| xây dựng){0,2}"
    r"(?: một số| các| bản)?(?: điều)?(?: của)? (?:hiến pháp|dự thảo|văn kiện|luật|nghị quyết"
    r"|báo cáo|quy chế|quy ước"
    r"|chương trình|phương án))"
    r"|cảm ơn(?!(?: \w+){1,5} đã (?:góp ý|phát biểu|dự|đến|tới|nghe|tham)))(?!\w)",
    re.IGNORECASE,
)
# One member's "don't" is an opinion; the chair's or the report's may be a reminder.
# Where several speak frankly of faults, somebody has been reminded, whatever the word.
_FRANK = 2
_NOT_OF_THE_CELL = (SectionLabel.FORMALITIES, SectionLabel.NEWS)
_DONT = re.compile(r"(?<!\w)(?:đừng|chớ)(?!\w)", re.IGNORECASE)


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
        (
            "task_review | Xếp loại đảng viên: hoàn thành xuất sắc 3, hoàn thành tốt 13.",
            "contributions:member | Đ/c Lan: đừng cắm biển ở bến, dân khó đi lại.",
            "next_tasks | Góp ý sửa đổi Hiến pháp trên VNeID; trả thưởng Tết 2 triệu.",
        ),
    )

    def doubt(self, minutes: Minutes) -> Paragraph | None:
        """Return criticism of somebody, or words that may remind, warn or thank."""
        criticism = minutes.section(SectionLabel.CRITICISM)
        frank = [p for p in criticism if p.substance is Substance.SUBSTANTIVE]
        if len(frank) >= _FRANK:
            return frank[0]
        told = (p for p in minutes.paragraphs if p.section not in _NOT_OF_THE_CELL)
        return next((p for p in told if _is_near(p)), None)


def _is_near(paragraph: Paragraph) -> bool:
    if paragraph.has(CueKind.NAMED_CRITICISM) or _NEAR.search(paragraph.text):
        return True
    said = paragraph.section is SectionLabel.CONTRIBUTIONS
    role = paragraph.speaker.role if paragraph.speaker else None
    return not (said and role is Role.MEMBER) and bool(_DONT.search(paragraph.text))
