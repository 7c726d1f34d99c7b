"""PB002: criticism that is a heading or a formula."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Substance
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import after_bare_heading, might_be, might_show, perhaps
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_CRITICISM = SectionLabel.CRITICISM
_EMPTY = frozenset({Substance.HEADING, Substance.HOLLOW, Substance.COUNT})
_WHAT = Text("là phê bình, tự phê bình có nội dung", "be criticism with content")


class CriticismInNameOnly(Rule):
    """Self-criticism and criticism is a heading, a blank or a formula only.

    **Why it matters.** A formula that stands in every month's minutes records nothing.

    **What does not count.** "Chi bộ thực hiện nghiêm túc tự phê bình và phê bình", "không có ý
    kiến phê bình", a row of dots. A shortcoming that is told, even without its owner, is
    content.

    **How to record it.** Write what was owned or criticised and what is to change.
    """

    code, name, severity = "PB002", "criticism-in-name-only", Severity.INFO
    claim = Claim.LACKING
    title = Text("Tự phê bình chỉ nêu tiêu đề", "Criticism in name only")
    basis = Text(
        "Tự phê bình và phê bình cần có nội dung cụ thể.",
        "Self-criticism and criticism need content.",
    )
    pattern = Text(
        "Đồng chí [tên đảng viên] tự nhận, hoặc góp ý cho [ai]: [việc cụ thể chưa tốt], vì [lý "
        "do]; sẽ sửa [thế nào, đến khi nào]. Chỉ ghi điều đã nói thật trong buổi họp.",
        "Comrade [name of the member] owns, or criticises in [whom]: [what was not done well], "
        "because [why]; to be mended [how, by when]. Write only what was really said at the "
        "meeting.",
    )
    good = (
        (
            "criticism | III. TỰ PHÊ BÌNH VÀ PHÊ BÌNH",
            "criticism:member | Đ/c Hùng tự nhận nộp báo cáo chậm ba ngày, xin sửa.",
        ),
    )
    bad = (
        ("criticism | Chi bộ thực hiện nghiêm túc tự phê bình và phê bình.",),
        (
            "criticism | III. TỰ PHÊ BÌNH VÀ PHÊ BÌNH",
            "criticism | Không có ý kiến phê bình.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when all of the criticism is clearly empty."""
        recorded = minutes.section(_CRITICISM, headings=True)
        if not recorded or any(p.substance is Substance.SUBSTANTIVE for p in recorded):
            return
        unsure = [p for p in recorded if p.substance not in _EMPTY]
        open_to_doubt = next(iter(unsure), None)
        elsewhere = perhaps(minutes, thresholds, _CRITICISM)
        following = next(iter(elsewhere), None) or after_bare_heading(minutes, _CRITICISM)
        if open_to_doubt:
            yield self.undecided(might_show(open_to_doubt, _WHAT))
        elif following:
            yield self.undecided(might_be(following, _CRITICISM))
        else:
            message = Text(
                "Phần tự phê bình và phê bình chỉ có đề mục hoặc câu chung; chưa thấy ghi nội "
                "dung cụ thể.",
                "Self-criticism and criticism is only a heading or a formula, without content.",
            )
            yield self.found(message, [paragraph.span() for paragraph in recorded])
