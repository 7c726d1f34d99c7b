"""TG002: the meeting was short."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from minutes_nlp.model.labels import DocumentKind, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class ShortMeeting(Rule):
    """The meeting lasted less than a set time, which is longer when two parts share a sitting.

    **Why it matters.** Guides set a least length, so that there is time for discussion.

    **What does not count.** The time is what the minutes state; breaks are not known.

    **How to record it.** State both times as they were.
    """

    code, name, severity = "TG002", "short-meeting", Severity.INFO
    claim = Claim.STATED
    title = Text("Thời lượng dưới mức", "Meeting shorter than set")
    basis = Text(
        "Thời lượng sinh hoạt tối thiểu, theo cấu hình.",
        "Least length of a meeting, as configured.",
    )
    pattern = Text(
        "Bắt đầu lúc [mấy giờ, mấy phút]; kết thúc lúc [mấy giờ, mấy phút]. Ghi đúng giờ thật; "
        "nếu họp ngắn thật thì để nguyên, ghi thêm lý do: [vì sao họp ngắn].",
        "Began at [hour and minute]; ended at [hour and minute]. State the real times; if the "
        "meeting was that short, leave them and add the reason: [why it was short].",
    )
    good = (
        (
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
        ),
    )
    bad = (
        (
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
            "formalities | Hội nghị kết thúc lúc 20 giờ 15 phút cùng ngày.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when both times are known and too near each other."""
        meeting = minutes.meeting
        if meeting.start is None or meeting.end is None:
            return
        lasted = _minutes_of(meeting.end) - _minutes_of(meeting.start)
        kind = minutes.document_type
        combined = kind.kind is DocumentKind.COMBINED
        limit = thresholds["combined_minutes" if combined else "minutes"]
        sure = kind.confidence >= thresholds["kind_confidence"]
        if lasted <= 0:
            yield self.undecided(_REVERSED)
        elif lasted < limit and combined and not sure and lasted >= thresholds["minutes"]:
            yield self.undecided(_UNSURE_KIND)
        elif lasted < limit:
            message = Text(
                f"Theo biên bản, buổi sinh hoạt kéo dài {lasted} phút, dưới mức {limit:.0f} phút.",
                f"By the minutes the meeting lasted {lasted} minutes, under {limit:.0f}.",
            )
            times = (meeting.evidence("start"), meeting.evidence("end"))
            yield self.found(message, [span for span in times if span])


def _minutes_of(clock: time) -> int:
    return clock.hour * 60 + clock.minute


_REVERSED = Text(
    "Giờ kết thúc đọc được không sau giờ bắt đầu nên chưa tính được thời lượng.",
    "The end that was read is not after the start, so the length cannot be computed.",
)
_UNSURE_KIND = Text(
    "Chưa rõ buổi này có ghép sinh hoạt chuyên đề hay không nên chưa rõ mức thời lượng.",
    "Whether a thematic part was combined is not clear, and so the least length is not either.",
)
