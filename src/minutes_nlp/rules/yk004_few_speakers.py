"""YK004: few of those present speak."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.names import count_addressed, may_name_somebody
from minutes_nlp.rules.opinions import opinions, possible_opinions, speaker_names
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict


class FewSpeakers(Rule):
    """The named speakers are fewer than a set share of the members present.

    **Why it matters.** It shows how widely the discussion was shared, for the cell to judge;
    who did not speak is nobody's business and is never listed.

    **What does not count.** The chair, guests, and reports that were presented.

    **How to record it.** Name every speaker, also in joint statements ("các đ/c A, B nhất trí
    với …").
    """

    code, name, severity = "YK004", "few-speakers", Severity.INFO
    by_section = True
    claim = Claim.LACKING
    title = Text("Ít đảng viên phát biểu", "Few members speak")
    basis = Text(
        "Tỷ lệ đảng viên phát biểu trên số có mặt, theo ngưỡng cấu hình.",
        "Share of members present who speak, by a configured threshold.",
    )
    pattern = Text(
        "Đồng chí [tên đảng viên]: [ý kiến của chính người đó]. Ghi mỗi người đã nói một dòng; ít "
        "người nói thì để nguyên, không ghi thêm.",
        "Comrade [name of the member]: [that person's own opinion]. One line for each who spoke; "
        "if few did, leave it so and add nobody.",
    )
    good = (
        (
            "formalities | Tổng số đảng viên: 6 đồng chí; có mặt: 6 đồng chí; vắng: 0.",
            "contributions:member | Đ/c Lan: đề nghị lùi việc nạo kênh sang sau gặt.",
            "contributions:member | Đ/c Hùng: không nên lùi, để lâu cỏ bít hết.",
        ),
    )
    bad = (
        (
            "formalities | Tổng số đảng viên: 20 đồng chí; có mặt: 20 đồng chí; vắng: 0.",
            "contributions:member | Đ/c Lan: đề nghị lùi việc nạo kênh sang sau gặt.",
            "contributions:member | Đ/c Hùng: không nên lùi, để lâu cỏ bít hết.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when even all unnamed opinions together would not reach the share."""
        present = minutes.meeting.attendance.present
        if not present:
            yield self.undecided(_NOBODY_COUNTED)
            return
        share = len(speaker_names(opinions(minutes))) / present
        if share >= thresholds["share"]:
            return
        if _may_be_more(minutes, thresholds, present):
            yield self.undecided(_WITHOUT_NAMES)
            return
        limit = f"{thresholds['share']:.0%}"
        message = Text(
            f"Biên bản ghi tên {round(share * present)}/{present} đảng viên có mặt phát biểu "
            f"({share:.0%}), dưới ngưỡng {limit}.",
            f"{round(share * present)} of {present} members present are recorded as speaking "
            f"({share:.0%}), under the threshold of {limit}.",
        )
        yield self.found(message, minutes.meeting.attendance.evidence)


def _may_be_more(minutes: Minutes, thresholds: Thresholds, present: int) -> bool:
    """Whether opinions without a name might bring the speakers up to the share."""
    recorded = opinions(minutes)
    named = speaker_names(recorded)
    unread = [o for o in recorded if o.speaker is None and may_name_somebody(o)]
    others = len(unread) + len(possible_opinions(minutes, thresholds))
    # Names of a joint statement that were perhaps not all read.
    others += sum(max(0, count_addressed(o) - len(_names(o))) for o in recorded)
    return others > 0 and (len(named) + others) / present >= thresholds["share"]


def _names(opinion: Paragraph) -> tuple[str, ...]:
    return opinion.speaker.names if opinion.speaker else ()


_NOBODY_COUNTED = Text(
    "Chưa rõ số đảng viên có mặt nên chưa tính được tỷ lệ phát biểu.",
    "The number of members present is not known, so the share cannot be computed.",
)
_WITHOUT_NAMES = Text(
    "Có ý kiến chưa rõ của ai nên chưa tính được bao nhiêu đảng viên phát biểu.",
    "Some opinions have no known speaker, so it is not known how many members spoke.",
)
