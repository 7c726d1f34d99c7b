"""ND010: mostly telling, hardly any discussion."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_TOLD = (SectionLabel.NEWS, SectionLabel.POLICY_DISSEMINATION, SectionLabel.TASK_REVIEW)
_DISCUSSED = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)


class HeavyOnTelling(Rule):
    """News, dissemination and review take most of the words, and discussion hardly any.

    **Why it matters.** Minutes of that shape show a meeting at which papers were read.

    **What does not count.** The shares are of all words of the minutes, letterhead included.

    **How to record it.** Keep reports short, refer to the papers, and write the discussion out.
    """

    code, name, severity = "ND010", "heavy-on-telling", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Nặng về phổ biến, liệt kê", "Heavy on telling and listing")
    basis = Text(
        "Tránh nặng về phổ biến, liệt kê; dành thời gian cho thảo luận (ngưỡng theo cấu hình).",
        "Meetings leave time for discussion; the shares are configured.",
    )
    pattern = Text(
        "Báo cáo ghi gọn: [ý chính], xem [tên báo cáo kèm theo]. Thảo luận ghi đủ: [tên đảng "
        "viên]: [ý kiến của chính người đó]. Chỉ ghi điều đã nói thật trong buổi họp.",
        "Reports in short: [main points], see [name of the report attached]. Discussion in full: "
        "[name of the member]: [that person's own opinion]. Write only what was really said at "
        "the meeting.",
    )
    good = (
        (
            "news | Bão số 3 đổ bộ vào Quảng Ninh, Hải Phòng, nhiều nhà tốc mái, cây đổ.",
            "contributions:member | Đ/c Lan: đề nghị quyên góp ngay trong tuần, mỗi hộ tùy sức.",
        ),
    )
    bad = (
        (
            "news | Bão số 3 đổ bộ vào Quảng Ninh, Hải Phòng, nhiều nhà tốc mái, cây đổ, mất điện "
            "nhiều ngày; các tỉnh miền núi có lũ quét, sạt lở, nhiều người mất tích; cả nước "
            "quyên góp giúp đồng bào, các đoàn xe chở hàng ra Bắc suốt đêm.",
            "policy_dissemination | Kế hoạch của Đảng ủy xã: mỗi chi bộ nhận giúp một hộ nghèo, "
            "báo cáo kết quả hằng quý, có sổ theo dõi, có người chịu trách nhiệm từng hộ.",
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước do máy bơm cháy.",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when the shares are past their limits however doubts are settled."""
        if not any(paragraph.words for paragraph in minutes.paragraphs):
            return
        told = _share(minutes, lambda p: p.section in _TOLD)
        discussed = _share(minutes, lambda p: p.section in _DISCUSSED)
        limits = (thresholds["told_share"], thresholds["discussed_share"])
        if not _is_heavy(told, discussed, limits):
            return
        doubt = thresholds["doubt"]
        least_told = _share(minutes, lambda p: _probability(p, *_TOLD) > 1 - doubt)
        most_discussed = _share(
            minutes, lambda p: p.section in _DISCUSSED or _probability(p, *_DISCUSSED) >= doubt
        )
        if _is_heavy(least_told, most_discussed, limits):
            yield self.found(_shares(told, discussed, *limits))
        else:
            yield self.undecided(_UNSURE)


def _share(minutes: Minutes, chosen: Callable[[Paragraph], bool]) -> float:
    total = sum(paragraph.words for paragraph in minutes.paragraphs)
    return sum(paragraph.words for paragraph in minutes.paragraphs if chosen(paragraph)) / total


def _probability(paragraph: Paragraph, *labels: SectionLabel) -> float:
    return sum(paragraph.probability(label) for label in labels)


def _is_heavy(told: float, discussed: float, limits: tuple[float, float]) -> bool:
    return told > limits[0] and discussed < limits[1]


def _shares(told: float, discussed: float, most: float, least: float) -> Text:
    return Text(
        f"Thời sự, phổ biến và đánh giá chiếm {told:.0%} số chữ của biên bản (ngưỡng {most:.0%}), "
        f"thảo luận và phê bình chỉ {discussed:.0%} (ngưỡng {least:.0%}).",
        f"News, dissemination and review take {told:.0%} of the words (limit {most:.0%}), "
        f"discussion and criticism only {discussed:.0%} (limit {least:.0%}).",
    )


_UNSURE = Text(
    "Phần phổ biến, đánh giá có thể chiếm quá nhiều so với thảo luận, nhưng có đoạn chưa rõ thuộc "
    "phần nào.",
    "Telling may outweigh discussion, but some paragraphs cannot be placed surely.",
)
