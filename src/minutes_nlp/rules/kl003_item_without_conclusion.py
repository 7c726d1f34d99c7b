"""KL003: an item was discussed and not concluded."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Item, Minutes, Span
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.evidence import might_be, perhaps
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class ItemWithoutConclusion(Rule):
    """An item was discussed, has no conclusion of its own, and no final one covers it.

    **Why it matters.** Members gave their views and cannot see from the minutes what came of
    them.

    **What does not count.** A conclusion on another item; a vote on another matter.

    **How to record it.** Close each item with a sentence of the chair, or let the final
    conclusion name every item that was discussed.
    """

    code, name, severity = "KL003", "item-without-conclusion", Severity.WARNING
    title = Text("Có thảo luận nhưng chưa có kết luận", "Discussed but not concluded")
    basis = Text(
        "Nội dung đã thảo luận cần được chủ trì tổng hợp, kết luận.",
        "What has been discussed is summed up by the chair.",
    )
    good = (
        (
            "contributions | VIỆC THỨ NHẤT: sửa cầu xóm Đông",
            "contributions:member | Đ/c Hùng: nên sửa trước mùa mưa, gỗ mặt cầu mục rồi.",
            "conclusions:chair | Đồng chí Bí thư chốt: sửa cầu trong tháng 5, đ/c Hùng lo gỗ.",
            "contributions | VIỆC THỨ HAI: trông xe ở chợ",
            "contributions:member | Đ/c Mai: đề nghị thu 2 nghìn một lượt để trả công.",
            "conclusions:chair | Đồng chí Bí thư đồng ý mức 2 nghìn, giao đ/c Mai thu từ 01/5.",
        ),
    )
    bad = (
        (
            "contributions | VIỆC THỨ NHẤT: sửa cầu xóm Đông",
            "contributions:member | Đ/c Hùng: nên sửa trước mùa mưa, gỗ mặt cầu mục rồi.",
            "conclusions:chair | Về cầu xóm Đông, đồng chí Bí thư chốt: sửa trong tháng 5, "
            "đ/c Hùng lo gỗ.",
            "contributions | VIỆC THỨ HAI: trông xe ở chợ",
            "contributions:member | Đ/c Mai: đề nghị thu 2 nghìn một lượt để trả công.",
            "contributions:member | Đ/c Sơn: tôi không đồng ý, bà con đi chợ nghèo.",
            "formalities | Hội nghị kết thúc lúc 21 giờ.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one finding that quotes each item left open."""
        if not minutes.section(SectionLabel.CONCLUSIONS):
            return
        left_open = [item for item in minutes.items if item.discussed and item.concluded is None]
        maybe = perhaps(minutes, thresholds, SectionLabel.CONCLUSIONS)
        for paragraph in maybe:
            if any(item.first <= paragraph.index for item in left_open):
                yield self.undecided(might_be(paragraph, SectionLabel.CONCLUSIONS))
                return
        if left_open:
            titles = "; ".join(f"“{item.title}”" for item in left_open)
            message = Text(
                f"Nội dung {titles} có thảo luận nhưng chưa thấy ghi trong biên bản kết luận của "
                "chủ trì về nội dung này.",
                f"Discussed, but no conclusion of the chair is recorded on {titles}.",
            )
            yield self.found(message, [_opening(minutes, item) for item in left_open])


def _opening(minutes: Minutes, item: Item) -> Span:
    return minutes.paragraphs[item.first].span()
