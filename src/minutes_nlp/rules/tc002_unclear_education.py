"""TC002: education is faint in the minutes."""

from __future__ import annotations

from minutes_nlp.model.labels import Characteristic, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes
from minutes_nlp.rules.evidence import perhaps
from minutes_nlp.rules.levels import UnclearLevel
from minutes_nlp.rules.thresholds import Thresholds

_TAUGHT = (SectionLabel.POLICY_DISSEMINATION, SectionLabel.NEWS, SectionLabel.THEMATIC)
_ENOUGH_WORDS = 12


class UnclearEducation(UnclearLevel):
    """The minutes do not clearly show that members learnt something: weak or absent.

    **Why it matters.** After a meeting members should know a policy better and what it asks of
    them.

    **What does not count.** Titles and numbers of documents; news told without anything drawn
    from it; "đã quán triệt đầy đủ các văn bản".

    **How to record it.** Write the main content of a document and what it means for this cell;
    what was drawn from a lesson; which good deed was praised and why.
    """

    code, name, severity = "TC002", "unclear-education", Severity.WARNING
    title = Text("Tính giáo dục chưa rõ", "Education not clearly shown")
    basis = Text(
        "Yêu cầu bảo đảm tính giáo dục của sinh hoạt chi bộ.",
        "A cell meeting is to educate its members.",
    )
    pattern = Text(
        "Phổ biến [tên văn bản hoặc tin tức]: [ý chính]; đối với chi bộ: [cần hiểu gì, làm gì]; "
        "bài học rút ra: [điều gì].",
        "Made known: [document or news]: [main points]; for this cell: [what to understand and "
        "do]; lesson drawn: [what].",
    )
    characteristic = Characteristic.EDUCATIONAL
    quality_name = Text("Tính giáo dục", "Education")
    signs = Text(
        "nội dung văn bản, tin tức gắn với chi bộ và đảng viên, bài học hoặc gương tốt được "
        "phân tích",
        "what documents or news mean for the cell and its members, a lesson, or an example that "
        "is explained",
    )
    good = (
        (
            "policy_dissemination | Quy định về những điều đảng viên không được làm: đồng chí Bí "
            "thư giải thích kỹ điều về vay mượn; ở chi bộ mình ai đang làm chủ hụi thì phải dừng.",
        ),
    )
    bad = (
        (
            "policy_dissemination | Phổ biến Nghị quyết số 57-NQ/TW, Chỉ thị số 05-CT/TW.",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
    )

    def doubt(self, minutes: Minutes, thresholds: Thresholds) -> bool:
        """Whether what was read as something else may be a lesson, or a policy put to use."""
        maybe = perhaps(minutes, thresholds, *_TAUGHT)
        thematic = SectionLabel.THEMATIC
        return any(
            p.probability(thematic) >= thresholds["doubt"]
            or p.has(CueKind.APPLIED_TO_CELL, at_least=0.0)
            for p in maybe
            if p.words >= _ENOUGH_WORDS
        )
