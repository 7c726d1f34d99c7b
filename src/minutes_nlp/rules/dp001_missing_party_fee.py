"""DP001: nothing on party fees."""

from __future__ import annotations

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind
from minutes_nlp.rules.missing import MissingCue


class MissingPartyFee(MissingCue):
    """Nothing is recorded on the payment of party fees.

    **Why it matters.** The newer guide asks for it at the opening of each meeting.

    **What does not count.** Other funds and collections.

    **How to record it.** "Đảng phí tháng 6 thu đủ 21/21" at the opening.
    """

    code, name, severity = "DP001", "missing-party-fee", Severity.INFO
    title = Text("Không ghi tình hình nộp đảng phí", "Nothing on party fees")
    basis = Text(
        "Phần mở đầu thông báo tình hình nộp đảng phí.",
        "The opening reports on the payment of party fees.",
    )
    pattern = Text(
        "Đảng phí [tháng nào]: đã nộp [bao nhiêu đảng viên] trong số [bao nhiêu đảng viên phải "
        "nộp]; chưa nộp [bao nhiêu đảng viên], lý do [vì sao].",
        "Party fees of [which month]: paid by [how many members] out of [how many who pay]; not "
        "yet paid by [how many members], because [why].",
    )
    cues = (CueKind.PARTY_FEE,)
    what = Text("nói về đảng phí", "speak of party fees")
    message = Text(
        "Chưa thấy ghi trong biên bản tình hình nộp đảng phí.",
        "The minutes record nothing on party fees.",
    )
    good = (("formalities | Đảng phí tháng 6 thu đủ 21/21 đồng chí.",),)
    bad = (
        (
            "formalities | Chủ trì: đồng chí Trần Văn Sơn, Bí thư Chi bộ.",
            "task_review | Quỹ khuyến học thu được 3 triệu đồng.",
        ),
    )
