"""CD004: no conclusion of the thematic part."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import WITH_THEMATIC_PART, Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_be
from minutes_nlp.rules.missing import WHOLE_TEXT, section_doubt
from minutes_nlp.rules.thematic import surely_elsewhere, thematic_items
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_OTHER_MATTER = Text("là kết luận về nội dung khác", "a conclusion on another matter")


class ThematicPartNotConcluded(Rule):
    """The thematic part has no conclusion.

    **Why it matters.** The chair says what the cell takes over from the paper.

    **What does not count.** A conclusion on another matter of the same sitting.

    **How to record it.** One sentence of the chair on the paper and what follows from it.
    """

    code, name, severity = "CD004", "thematic-part-not-concluded", Severity.WARNING
    by_section = True
    claim = Claim.LACKING
    kinds = WITH_THEMATIC_PART
    title = Text("Thiếu kết luận chuyên đề", "Thematic part not concluded")
    basis = Text(
        "Chủ trì kết luận nội dung chuyên đề.", "The chair concludes on the thematic paper."
    )
    pattern = Text(
        "Chủ trì kết luận chuyên đề: chi bộ tiếp thu [điều gì]; giao [ai] làm [việc gì], xong "
        "trước [ngày nào]. Chỉ ghi điều chủ trì đã nói.",
        "The chair concludes on the paper: the cell takes over [what]; [who] is to do [which "
        "task] by [which day]. Write only what the chair said.",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Đồng chí Hà Quang Vinh trình bày chuyên đề: Bác dùng lại phong bì.",
            "conclusions:chair | Đồng chí Bí thư kết luận: chuyên đề thiết thực, từ tháng 8 cả "
            "phòng in hai mặt, giao đ/c Lan theo dõi.",
        ),
    )
    bad = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Đồng chí Hà Quang Vinh trình bày chuyên đề: Bác dùng lại phong bì.",
            "contributions:member | Đ/c Lan liên hệ: phòng tôi in quá nhiều giấy, sẽ in hai mặt.",
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when every conclusion, if any, surely is on another matter."""
        if not minutes.section(SectionLabel.THEMATIC):
            return
        if any(item.concluded for item in thematic_items(minutes)):
            return
        maybe = section_doubt(minutes, thresholds, SectionLabel.CONCLUSIONS)
        concluded = minutes.section(SectionLabel.CONCLUSIONS)
        if maybe:
            yield self.undecided(might_be(maybe, SectionLabel.CONCLUSIONS))
        elif surely_elsewhere(minutes, concluded):
            yield self.missing(_message(), WHOLE_TEXT, _others(concluded))
        else:
            yield self.undecided(_UNPLACED)


def _others(concluded: list[Paragraph]) -> Iterator[tuple[Paragraph, Text]]:
    return ((paragraph, _OTHER_MATTER) for paragraph in concluded)


def _message() -> Text:
    return Text(
        "Chưa thấy ghi trong biên bản kết luận của chủ trì về chuyên đề.",
        "The minutes record no conclusion of the chair on the thematic paper.",
    )


_UNPLACED = Text(
    "Có kết luận nhưng chưa rõ có bao gồm chuyên đề hay không.",
    "A conclusion is recorded, but whether it covers the thematic paper is not clear.",
)
