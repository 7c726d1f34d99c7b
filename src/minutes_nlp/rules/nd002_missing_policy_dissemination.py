"""ND002: no dissemination of higher levels' documents."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.rules.base import WITH_REGULAR_PART
from minutes_nlp.rules.missing import MissingSection


class MissingPolicyDissemination(MissingSection):
    """No document or instruction of a higher level is recorded as made known.

    **Why it matters.** Members are to know what the Party and the State ask of them.

    **What does not count.** The heading alone; a document that the report merely mentions.

    **How to record it.** Name the document and say what it asks of the cell.
    """

    code, name, severity = "ND002", "missing-policy-dissemination", Severity.WARNING
    kinds = WITH_REGULAR_PART
    title = Text("Thiếu phổ biến, quán triệt", "No dissemination of policy")
    basis = Text(
        "Nội dung sinh hoạt thường kỳ gồm phổ biến, quán triệt chủ trương của Đảng, chính sách, "
        "pháp luật của Nhà nước và chỉ đạo của cấp trên.",
        "A regular meeting makes known party policy, laws and instructions of higher levels.",
    )
    pattern = Text(
        "Phổ biến [tên, số, ngày văn bản] của [cơ quan ban hành]: [mấy ý chính]; chi bộ cần làm "
        "[việc gì].",
        "Made known: [name, number, date of the document] of [who issued it]: [main points]; the "
        "cell is to do [which task].",
    )
    section = SectionLabel.POLICY_DISSEMINATION
    traces = re.compile(
        r"(?:phổ biến|quán triệt|truyền đạt|học tập|thông báo|triển khai|nói về|đọc)\s.{0,40}?"
        r"(?:nghị quyết|chỉ thị|kết luận số|quy định|hướng dẫn|luật|công văn|văn bản|nghị định"
        r"|đề án)"
    )
    message = Text(
        "Chưa thấy ghi trong biên bản nội dung phổ biến, quán triệt văn bản, chỉ đạo của cấp trên.",
        "The minutes record no dissemination of documents or instructions of higher levels.",
    )
    good = (
        ("policy_dissemination | Kế hoạch của Đảng ủy xã: mỗi chi bộ nhận giúp một hộ nghèo.",),
    )
    bad = (
        (
            "news | Bão số 3 đổ bộ vào Quảng Ninh, Hải Phòng.",
            "policy_dissemination | 2. Phổ biến, quán triệt văn bản",
            "task_review | 3. Đánh giá nhiệm vụ tháng 6",
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
        ),
    )
