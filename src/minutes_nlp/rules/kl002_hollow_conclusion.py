"""KL002: a conclusion that decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph, Substance
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.conclusions import possible_conclusions, recorded_conclusions
from minutes_nlp.rules.evidence import might_be, might_show, unclear
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_WHAT = Text("là kết luận có nội dung", "be a conclusion with content")


class HollowConclusion(Rule):
    """A conclusion is recorded, but every one is hollow: nothing decided, assigned, summed up.

    **Why it matters.** "Thống nhất các nội dung trên" tells nobody what was settled when
    opinions differed, and gives the next meeting nothing to look back at.

    **What does not count.** "Kết luận và bế mạc hội nghị", thanks, general praise of the
    meeting, agreement with everything said.

    **How to record it.** Name each thing settled: what, who, by when.
    """

    code, name, severity = "KL002", "hollow-conclusion", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Kết luận không có nội dung", "Conclusion without content")
    basis = Text(
        "Kết luận cần thể hiện việc đã quyết định, phân công.",
        "A conclusion states what was decided and assigned.",
    )
    pattern = Text(
        "Chủ trì kết luận về [nội dung nào]: [làm gì, làm đến mức nào]; giao [ai] làm, xong trước "
        "[ngày nào]. Chỉ ghi điều chủ trì đã nói.",
        "The chair concludes on [which matter]: [what is to be done, and how much]; [who] is to "
        "do it by [which day]. Write only what the chair said.",
    )
    good = (
        (
            "conclusions:chair | Đồng chí Bí thư kết luận: hoãn thu quỹ sang tháng 9, giao đ/c Hà "
            "rà soát lại danh sách hộ khó khăn trước ngày 25/8.",
        ),
        ("conclusions:chair | Bí thư gút: khỏi mua máy mới, xài máy cũ qua tết.",),
    )
    bad = (
        (
            "contributions:member | Đ/c Hà: nên hoãn thu quỹ sang tháng 9 vì mất mùa.",
            "conclusions:chair | Đồng chí Bí thư kết luận: thống nhất các nội dung trên.",
        ),
        ("conclusions:chair | Đồng chí chủ trì kết luận và tuyên bố bế mạc hội nghị.",),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when all conclusions are hollow, clearly."""
        recorded = recorded_conclusions(minutes)
        if not recorded or any(p.substance is Substance.SUBSTANTIVE for p in recorded):
            return
        open_to_doubt = unclear(recorded) or next(_with_task(minutes, recorded), None)
        elsewhere = possible_conclusions(minutes, thresholds)
        if open_to_doubt:
            yield self.undecided(might_show(open_to_doubt, _WHAT))
        elif elsewhere:
            yield self.undecided(might_be(elsewhere[0], SectionLabel.CONCLUSIONS))
        else:
            message = Text(
                "Biên bản có ghi kết luận của chủ trì nhưng chưa thấy ghi việc gì được quyết "
                "định, phân công hay tổng hợp.",
                "A conclusion is recorded, but it decides, assigns and sums up nothing.",
            )
            yield self.found(message, [paragraph.span() for paragraph in recorded])


def _with_task(minutes: Minutes, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs in which a task was read: they cannot be quite hollow."""
    inside = {task.span.paragraph for task in minutes.tasks}
    return (paragraph for paragraph in paragraphs if paragraph.index in inside)
