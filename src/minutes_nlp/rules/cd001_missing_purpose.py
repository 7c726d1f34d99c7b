"""CD001: a thematic meeting without purpose and requirements."""

from __future__ import annotations

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind
from minutes_nlp.rules.base import WITH_THEMATIC_PART
from minutes_nlp.rules.missing import MissingCue


class MissingPurpose(MissingCue):
    """The purpose and requirements of the thematic part are not stated.

    **Why it matters.** Only against its purpose can it be told what a thematic meeting brought.

    **What does not count.** The title of the paper alone.

    **How to record it.** "Mục đích: …; yêu cầu: …" in one or two sentences.
    """

    code, name, severity = "CD001", "missing-purpose", Severity.WARNING
    kinds = WITH_THEMATIC_PART
    title = Text("Chuyên đề thiếu mục đích, yêu cầu", "Thematic part without purpose")
    basis = Text(
        "Bí thư nêu mục đích, yêu cầu của sinh hoạt chuyên đề.",
        "The chair states purpose and requirements of a thematic meeting.",
    )
    pattern = Text(
        "Mục đích: [học chuyên đề này để làm gì]; yêu cầu: [mỗi đảng viên cần hiểu gì, làm được "
        "gì].",
        "Purpose: [what this thematic meeting is for]; requirements: [what each member is to "
        "understand or do].",
    )
    cues = (CueKind.PURPOSE,)
    what = Text("nêu mục đích, yêu cầu của chuyên đề", "state the purpose of the thematic part")
    message = Text(
        "Chưa thấy ghi trong biên bản mục đích, yêu cầu của sinh hoạt chuyên đề.",
        "The minutes do not state the purpose and requirements of the thematic part.",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Mục đích: đảng viên hiểu lời Bác về tiết kiệm. Yêu cầu: mỗi đảng viên tự "
            "soi chỗ mình làm.",
        ),
    )
    bad = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Đ/c Vinh trình bày chuyên đề: Bác dùng lại phong bì, viết mặt sau tờ tin.",
        ),
    )
