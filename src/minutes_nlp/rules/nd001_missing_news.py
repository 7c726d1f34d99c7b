"""ND001: no current news."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.rules.base import WITH_REGULAR_PART
from minutes_nlp.rules.missing import MissingSection


class MissingNews(MissingSection):
    """No news of current events is recorded beyond a heading.

    **Why it matters.** Members are to be told what goes on at home and abroad.

    **What does not count.** The heading "Thông tin thời sự" with nothing below it; the title of
    the item in the agenda.

    **How to record it.** One or two sentences on what was told.
    """

    code, name, severity = "ND001", "missing-news", Severity.WARNING
    kinds = WITH_REGULAR_PART
    title = Text("Thiếu thông tin thời sự", "No current news")
    basis = Text(
        "Nội dung sinh hoạt thường kỳ gồm thông tin thời sự.",
        "A regular meeting gives news of current events.",
    )
    pattern = Text(
        "Thời sự: [tin gì trong nước, thế giới hoặc địa phương], [xảy ra khi nào]; chi bộ cần lưu "
        "ý [điều gì].",
        "News: [what happened at home, abroad or nearby], [when]; the cell should mind [what].",
    )
    section = SectionLabel.NEWS
    traces = re.compile(
        r"thời sự|(?:điểm|đọc|nghe) tin(?!\w)|tin tức|tin vắn"
        r"|tình hình (?:thế giới|quốc tế|trong nước)|trong nước và (?:thế giới|quốc tế)|báo đài"
    )
    message = Text(
        "Chưa thấy ghi trong biên bản nội dung thông tin thời sự.",
        "The minutes record no news of current events.",
    )
    good = (
        (
            "news | 1. Thời sự: giá xăng trong tháng giảm hai lần; bão số 3 đổ bộ vào Quảng Ninh.",
            "policy_dissemination | 2. Kế hoạch của Đảng ủy xã: mỗi chi bộ nhận giúp một hộ nghèo.",
        ),
    )
    bad = (
        (
            "news | 1. Thông tin thời sự",
            "policy_dissemination | 2. Phổ biến văn bản",
            "policy_dissemination | Kế hoạch của Đảng ủy xã: mỗi chi bộ nhận giúp một hộ nghèo.",
        ),
        ("task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",),
    )
