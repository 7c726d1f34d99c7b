"""PB001: no self-criticism and criticism."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import WITH_REGULAR_PART, Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_be, might_show, nearest_to
from minutes_nlp.rules.missing import WHOLE_TEXT, section_doubt
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_CRITICISM = SectionLabel.CRITICISM
_SAID = (SectionLabel.CONTRIBUTIONS, SectionLabel.CONCLUSIONS, SectionLabel.TASK_REVIEW)
_SELF_CRITICISM = re.compile(r"tự phê bình|phê bình và tự phê bình|tự phê(?!\w)")
_WHAT = Text("là tự phê bình hoặc phê bình", "be self-criticism or criticism")


class MissingCriticism(Rule):
    """No self-criticism or criticism is recorded at all.

    **Why it matters.** It is how a cell mends its own shortcomings, and part of every regular
    meeting.

    **What does not count.** The item in the agenda; people outside the cell who are criticised
    in a report; a document's name.

    **How to record it.** Write who said what: "Đ/c … tự nhận …", "Đ/c … góp ý với chi ủy …".
    """

    code, name, severity = "PB001", "missing-criticism", Severity.WARNING
    by_section = True
    claim = Claim.MISSING
    kinds = WITH_REGULAR_PART
    title = Text("Thiếu tự phê bình và phê bình", "No self-criticism and criticism")
    basis = Text(
        "Sinh hoạt thường kỳ thực hiện tự phê bình và phê bình.",
        "A regular meeting includes self-criticism and criticism.",
    )
    pattern = Text(
        "Tự phê bình, phê bình: đồng chí [tên đảng viên]: [tự nhận hoặc góp ý điều gì, vì sao, "
        "sửa thế nào]. Chỉ ghi điều đã nói thật trong buổi họp.",
        "Self-criticism and criticism: comrade [name of the member]: [what they own or criticise, "
        "why, how to mend it]. Write only what was really said at the meeting.",
    )
    good = (
        ("criticism:member | Đ/c Hùng tự nhận nộp báo cáo chậm ba ngày, xin sửa.",),
        ("criticism | Tự phê bình và phê bình: chi bộ thực hiện nghiêm túc.",),
    )
    bad = (
        (
            "task_review | UBND xã phê bình 02 hộ chậm nộp quỹ phòng chống thiên tai.",
            "contributions:member | Đ/c Lan: đề nghị lùi việc nạo kênh sang sau gặt.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when nothing is, nor might be, criticism."""
        if minutes.section(_CRITICISM, headings=True):
            return
        doubtful = section_doubt(minutes, thresholds, _CRITICISM)
        said = minutes.section(*_SAID)
        told = next((p for p in said if _may_own_fault(p) or _tells_of_it(p)), None)
        if doubtful:
            yield self.undecided(might_be(doubtful, _CRITICISM))
        elif told:
            yield self.undecided(might_show(told, _WHAT))
        else:
            message = Text(
                "Chưa thấy ghi trong biên bản nội dung tự phê bình và phê bình.",
                "The minutes record no self-criticism or criticism.",
            )
            yield self.missing(message, WHOLE_TEXT, nearest_to(minutes, _CRITICISM))


def _tells_of_it(paragraph: Paragraph) -> bool:
    """Whether it is told in passing that self-criticism took place, not as a paper's name."""
    names = [span.text.lower() for span in paragraph.spans(CueKind.DOCUMENT_NAME)]
    told = _SELF_CRITICISM.findall(paragraph.text.lower())
    return len(told) > sum(len(_SELF_CRITICISM.findall(name)) for name in names)


def _may_own_fault(paragraph: Paragraph) -> bool:
    """Whether a remark has words of owning or naming beside a fault."""
    owned = paragraph.has(CueKind.SELF_CRITICISM, CueKind.NAMED_CRITICISM)
    return owned and paragraph.has(CueKind.SHORTCOMING)
