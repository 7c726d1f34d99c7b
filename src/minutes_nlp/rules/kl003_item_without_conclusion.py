"""KL003: an item was discussed and not concluded."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import DocumentKind, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Item, Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.conclusions import recorded_conclusions
from minutes_nlp.rules.evidence import might_be, might_show, perhaps
from minutes_nlp.rules.overlap import shared_terms
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_CONTRIBUTIONS = SectionLabel.CONTRIBUTIONS
_TERMS_IN_COMMON = 2
_FEWEST_OPINIONS = 2
_SETTLED_BY_ITSELF = frozenset(
    {SectionLabel.NEWS, SectionLabel.THEMATIC, SectionLabel.CRITICISM, SectionLabel.FORMALITIES}
)
_WHAT = Text("kết luận cả nội dung này", "conclude on this matter too")


class ItemWithoutConclusion(Rule):
    """An item was discussed, has no conclusion of its own, and no final one covers it.

    **Why it matters.** Members gave their views and cannot see from the minutes what came of
    them.

    **What does not count.** A conclusion on another item; a vote on another matter. News, a
    story or lesson, and a round of criticism need no conclusion of their own; a single remark is
    no discussion.

    **How to record it.** Close each item with a sentence of the chair, or let the final
    conclusion name every item that was discussed.
    """

    code, name, severity = "KL003", "item-without-conclusion", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Có thảo luận nhưng chưa có kết luận", "Discussed but not concluded")
    basis = Text(
        "Nội dung đã thảo luận cần được chủ trì tổng hợp, kết luận.",
        "What has been discussed is summed up by the chair.",
    )
    pattern = Text(
        "Về [nội dung đã thảo luận], chủ trì kết luận: [làm hay không, làm thế nào, hoặc để lại "
        "bàn vào lúc nào]. Chỉ ghi điều chủ trì đã nói.",
        "On [the matter discussed] the chair concludes: [done or not, how, or when it is taken up "
        "again]. Write only what the chair said.",
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
        (
            "task_review | II. Đánh giá tháng 5",
            "task_review | Cấy xong 40 ha, còn 2 ha thiếu nước.",
            "contributions:member | Anh Tư: máy bơm trạm 2 cháy, phải sửa gấp.",
            "criticism | III. Tự phê bình",
            "criticism:member | Anh Tư tự nhận trực trạm chưa nghiêm.",
            "conclusions:chair | Bí thư kết luận: sửa trạm bơm trước 10/6, anh Tư lo.",
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
        """Yield one finding that quotes each item surely left open, else a doubt."""
        if not recorded_conclusions(minutes):
            return
        left_open = [
            item
            for item in minutes.items
            if item.discussed and item.concluded is None and _needs_conclusion(minutes, item)
        ]
        doubts = [_doubt(minutes, thresholds, item) for item in left_open]
        sure = [item for item, doubt in zip(left_open, doubts, strict=True) if doubt is None]
        if sure:
            titles = "; ".join(f"“{item.title}”" for item in sure)
            message = Text(
                f"Nội dung {titles} có thảo luận nhưng chưa thấy ghi trong biên bản kết luận của "
                "chủ trì về nội dung này.",
                f"Discussed, but no conclusion of the chair is recorded on {titles}.",
            )
            yield self.found(message, [minutes.paragraphs[item.first].span() for item in sure])
            return
        for doubt in doubts[:1]:
            if doubt is not None:
                yield self.undecided(doubt)


def _doubt(minutes: Minutes, thresholds: Thresholds, item: Item) -> Text | None:
    """Return why it is not certain that the item was discussed and left open."""
    if not minutes.paragraphs[item.first].is_heading:
        # Where no heading parts the items, the border between them is a guess.
        return might_show(minutes.paragraphs[item.first], _WHAT)
    maybe = perhaps(minutes, thresholds, SectionLabel.CONCLUSIONS)
    after = next((p for p in maybe if p.index >= item.first), None)
    if after:
        return might_be(after, SectionLabel.CONCLUSIONS)
    said = [p for p in _inside(minutes, item) if p.section is _CONTRIBUTIONS and not p.is_heading]
    if (
        sum(p.probability(_CONTRIBUTIONS) >= 1 - thresholds["doubt"] for p in said)
        < _FEWEST_OPINIONS
    ):
        return Text(
            f"Chưa chắc nội dung “{item.title}” có được đưa ra thảo luận hay không.",
            f"Whether “{item.title}” was put to discussion is not certain.",
        )
    taken_up = _taken_up(minutes, item, said)
    return might_show(taken_up, _WHAT) if taken_up else None


def _needs_conclusion(minutes: Minutes, item: Item) -> bool:
    """Whether the item brings a matter of its own before the cell."""
    section = minutes.paragraphs[item.first].section
    part_of_its_own = minutes.document_type.kind is not DocumentKind.REGULAR
    if section is SectionLabel.THEMATIC and part_of_its_own:
        return True
    return section not in _SETTLED_BY_ITSELF


def _taken_up(minutes: Minutes, item: Item, said: list[Paragraph]) -> Paragraph | None:
    """Return a later conclusion that shares the words of this item's discussion."""
    inside = {p.index for p in _inside(minutes, item)}
    concluded = [p for p in minutes.section(SectionLabel.CONCLUSIONS) if p.index >= item.end]
    apart = inside | {p.index for p in concluded}
    elsewhere = [p for p in minutes.paragraphs if p.index not in apart]
    for paragraph in concluded:
        if len(shared_terms(said, paragraph, elsewhere)) >= _TERMS_IN_COMMON:
            return paragraph
    return None


def _inside(minutes: Minutes, item: Item) -> tuple[Paragraph, ...]:
    return minutes.paragraphs[item.first : item.end]
