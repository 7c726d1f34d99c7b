"""ND008: dissemination that lists titles only."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Substance
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import (
    might_be,
    might_show,
    none_is_sure,
    perhaps,
    unclear,
    weak_cue,
)
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_POLICY = SectionLabel.POLICY_DISSEMINATION
_WHAT = Text("nêu nội dung văn bản", "say what a document contains")
_CONTENT = (CueKind.DOCUMENT_CONTENT, CueKind.APPLIED_TO_CELL)


class TitlesOnly(Rule):
    """There is dissemination, and all of it is titles or numbers without content.

    **Why it matters.** Who was absent learns nothing from a number, and nobody can tell what
    was explained.

    **What does not count.** Numbers, dates, issuing bodies, "đã phổ biến đầy đủ".

    **How to record it.** After the title write the main points and what they ask of the cell.
    """

    code, name, severity = "ND008", "titles-only", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Phổ biến chỉ nêu tên văn bản", "Dissemination lists titles only")
    basis = Text(
        "Phổ biến cần nêu nội dung chính, không chỉ số, ký hiệu văn bản.",
        "Dissemination gives the main points, not only a document's number.",
    )
    pattern = Text(
        "Phổ biến [tên, số văn bản]: văn bản nêu [mấy ý chính]; đối với chi bộ: [cần làm gì, từ "
        "khi nào].",
        "Made known: [name and number of the document]: it says [main points]; for this cell: "
        "[what is to be done, from when].",
    )
    good = (
        (
            "policy_dissemination | Chỉ thị số 13-CT/TU của Tỉnh ủy: từ tháng 8 mỗi chi bộ họp "
            "trước ngày mùng 5 và gửi kết luận trong 3 ngày.",
        ),
    )
    bad = (
        (
            "policy_dissemination | Phổ biến Nghị quyết số 57-NQ/TW, Chỉ thị số 13-CT/TU, Kế hoạch "
            "số 21-KH/ĐU.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when every paragraph of dissemination is clearly a title."""
        told = minutes.section(_POLICY)
        if not told or any(p.substance is Substance.SUBSTANTIVE for p in told):
            return
        open_to_doubt = unclear(told) or weak_cue(told, *_CONTENT)
        elsewhere = perhaps(minutes, thresholds, _POLICY)
        unsure = told if none_is_sure(told, _POLICY, thresholds) else []
        if open_to_doubt:
            yield self.undecided(might_show(open_to_doubt, _WHAT))
        elif elsewhere or unsure:
            yield self.undecided(might_be((elsewhere or unsure)[0], _POLICY))
        else:
            message = Text(
                "Phần phổ biến, quán triệt chỉ nêu tên, số văn bản; chưa thấy ghi nội dung chính.",
                "Dissemination gives titles and numbers only, not what the documents say.",
            )
            yield self.found(message, [paragraph.span() for paragraph in told])
