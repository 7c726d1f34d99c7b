"""YK002: opinions that say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_be, might_show, unclear
from minutes_nlp.rules.opinions import (
    agreement_told_by_others,
    has_content,
    is_surely_spoken,
    opinions,
    possible_opinions,
    tells_silence,
)
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_WHAT = Text("là ý kiến có nội dung", "be an opinion with content")


class HollowOpinions(Rule):
    """Opinions are recorded and all are hollow, or only counted.

    **Why it matters.** "Nhất trí với báo cáo" or "có 08 ý kiến phát biểu" does not let anyone
    know what members thought and proposed.

    **What does not count.** Agreement without a reason, "không có ý kiến gì thêm", a number of
    speakers.

    **How to record it.** Write what each speaker added, asked or proposed, in one sentence.
    """

    code, name, severity = "YK002", "hollow-opinions", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Ý kiến chỉ ghi chung chung", "Opinions without content")
    basis = Text(
        "Biên bản cần ghi nội dung ý kiến, không chỉ ghi số lượng hoặc “nhất trí”.",
        "Minutes record what was said, not only how many spoke or that all agreed.",
    )
    pattern = Text(
        "Đồng chí [tên đảng viên]: [bổ sung, hỏi hoặc đề nghị điều gì], vì [lý do người đó nêu]. "
        "Chỉ ghi điều đã nói thật trong buổi họp.",
        "Comrade [name of the member]: [what they add, ask or propose], because [the reason they "
        "gave]. Write only what was really said at the meeting.",
    )
    good = (
        (
            "contributions:member | Đ/c Lan: nhất trí với báo cáo.",
            "contributions:member | Đ/c Hùng: đề nghị lùi việc nạo kênh sang sau gặt vì thiếu "
            "người.",
        ),
    )
    bad = (
        (
            "contributions:member | Đ/c Lan: nhất trí với báo cáo.",
            "contributions:member | Đ/c Hùng: nhất trí, không có ý kiến gì thêm.",
        ),
        ("contributions | Có 08 ý kiến phát biểu.",),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when every opinion is clearly hollow."""
        said = opinions(minutes)
        content = [opinion for opinion in said if has_content(opinion)]
        recorded = said or _only_agreed(minutes)
        if not recorded or any(is_surely_spoken(opinion, thresholds) for opinion in content):
            return
        # What was perhaps not said in discussion clears nothing, but forbids "only agreement".
        open_to_doubt = next(iter(content), None) or unclear(said)
        elsewhere = possible_opinions(minutes, thresholds)
        if open_to_doubt:
            yield self.undecided(might_show(open_to_doubt, _WHAT))
        elif elsewhere:
            yield self.undecided(might_be(elsewhere[0], SectionLabel.CONTRIBUTIONS))
        else:
            message = Text(
                "Biên bản có ghi ý kiến đảng viên nhưng chỉ là nhất trí chung hoặc số lượng; "
                "chưa thấy ghi nội dung ý kiến.",
                "Opinions are recorded only as agreement or as a number, not what was said.",
            )
            yield self.found(message, [opinion.span() for opinion in recorded])


def _only_agreed(minutes: Minutes) -> list[Paragraph]:
    """Return a line in which the chair asks and all agree, told where no opinion is recorded.

    Where the minutes also say that nobody spoke, it is a vote and no opinion.
    """
    agreed = agreement_told_by_others(minutes)
    return [] if agreed is None or tells_silence(minutes) else [agreed]
