"""TG001: start or end is missing."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Meeting, Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import clock_outside
from minutes_nlp.rules.verdicts import Verdict

_START = Text("giờ bắt đầu", "when the meeting began")
_END = Text("giờ kết thúc", "when the meeting ended")


class MissingTime(Rule):
    """The time at which the meeting began or ended is not stated.

    **Why it matters.** The two times show how long the cell met.

    **What does not count.** The date alone; "buổi tối"; times of other events.

    **How to record it.** "Bắt đầu lúc 19 giờ 30; kết thúc lúc 21 giờ 15 cùng ngày."
    """

    code, name, severity = "TG001", "missing-time", Severity.WARNING
    claim = Claim.UNFILLED
    title = Text("Thiếu giờ bắt đầu hoặc kết thúc", "Start or end not stated")
    basis = Text(
        "Biên bản ghi thời gian bắt đầu và kết thúc.",
        "Minutes state when a meeting begins and ends.",
    )
    pattern = Text(
        "Bắt đầu lúc [mấy giờ, mấy phút], [ngày họp]; kết thúc lúc [mấy giờ, mấy phút] cùng ngày.",
        "Began at [hour and minute], [day of the meeting]; ended at [hour and minute] of the same "
        "day.",
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
            "formalities | Hội nghị kết thúc cùng ngày.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when one is missing and no other time may state it."""
        meeting = minutes.meeting
        lacking = [
            name for name, known in ((_START, meeting.start), (_END, meeting.end)) if known is None
        ]
        if not lacking:
            return
        trace = clock_outside(minutes, _used(meeting))
        vi = " và ".join(name.vi for name in lacking)
        en = " and ".join(name.en for name in lacking)
        if trace:
            yield self.undecided(might_show(trace, Text(f"ghi {vi}", f"state {en}")))
        else:
            message = Text(f"Chưa thấy ghi trong biên bản {vi}.", f"The minutes do not state {en}.")
            yield self.missing(message, WHOLE_TEXT)


def _used(meeting: Meeting) -> list[int]:
    spans = (meeting.evidence("start"), meeting.evidence("end"))
    return [span.paragraph for span in spans if span]
