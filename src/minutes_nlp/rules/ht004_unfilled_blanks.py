"""HT004: blanks of a form are left unfilled."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph, Span
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, weak_cue
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.unfilled import unfilled_slots
from minutes_nlp.rules.verdicts import Verdict

_SIGNATURES = (CueKind.SIGNATURE_CHAIR, CueKind.SIGNATURE_SECRETARY)
_WHAT = Text("là chỗ chưa điền", "be an unfilled blank")


class UnfilledBlanks(Rule):
    """Blanks are left unfilled in the body: dots, underscores, "[không đề cập]", "[việc gì]".

    **Why it matters.** They show that a form was not filled in to the end.

    **What does not count.** The leaders of the signature block; an ellipsis at the end of a list.

    **How to record it.** Fill in, or strike the line out.
    """

    code, name, severity = "HT004", "unfilled-blanks", Severity.WARNING
    claim = Claim.STATED
    title = Text("Còn chỗ để trống", "Unfilled blanks")
    basis = Text(
        "Biên bản hoàn chỉnh không để trống các mục đã in sẵn.",
        "Finished minutes leave no printed blank unfilled.",
    )
    pattern = Text(
        "Mỗi chỗ trống: điền [điều đã diễn ra thật]; nếu buổi họp không có thì gạch bỏ dòng ấy, "
        "hoặc ghi không có [việc gì].",
        "Each blank: fill in [what really took place]; if there was none, strike the line out, or "
        "write that there was no [what].",
    )
    good = (("news | Giá xăng giảm, giá phân tăng, giá lúa đứng…",),)
    bad = (
        ("criticism | Tự phê bình và phê bình: ……………………………………",),
        (
            "formalities | Đại biểu cấp trên: [không đề cập]",
            "formalities | Có mặt: 12 đồng chí; vắng: ........ đồng chí",
            "task_review | Tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
        ),
        ("conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh, xong trước [ngày nào].",),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield one finding that quotes every blank of the body."""
        body = _body(minutes)
        blanks = [span for paragraph in body for span in _blanks(paragraph)]
        doubtful = weak_cue(body, CueKind.BLANK)
        if blanks:
            message = Text(
                f"Trong biên bản còn {len(blanks)} chỗ để trống chưa điền.",
                f"{len(blanks)} blanks are left unfilled in the minutes.",
            )
            yield self.found(message, blanks)
        elif doubtful:
            yield self.undecided(might_show(doubtful, _WHAT))


def _blanks(paragraph: Paragraph) -> list[Span]:
    printed = list(paragraph.spans(CueKind.BLANK))
    return printed + [slot for slot in unfilled_slots(paragraph) if slot not in printed]


def _body(minutes: Minutes) -> list[Paragraph]:
    """Return the paragraphs before the signature block, which closes the paper."""
    half = len(minutes.paragraphs) // 2
    signed = [p.index for p in minutes.paragraphs[half:] if p.has(*_SIGNATURES)]
    end = min(signed, default=len(minutes.paragraphs))
    return [paragraph for paragraph in minutes.paragraphs if paragraph.index < end]
