"""YK005: only those who hold a post speak."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import Role, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.opinions import is_named, opinions, possible_opinions, speaker_names
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_FEWEST = 2  # one speaker alone says nothing about who speaks


class OnlyOfficersSpeak(Rule):
    """At least two speakers are named, and all hold a post by what the minutes state.

    **Why it matters.** Where a cell wants to know whether discussion reaches ordinary members.
    Off by default: the minutes often do not state posts, and small cells have hardly anybody
    without one.

    **What does not count.** The chair, guests, speakers without a name.

    **How to record it.** Name every speaker; record a post only where it matters.
    """

    code, name, severity = "YK005", "only-officers-speak", Severity.INFO
    claim = Claim.LACKING
    enabled_by_default = False
    title = Text("Chỉ cấp ủy, lãnh đạo phát biểu", "Only office-holders speak")
    basis = Text(
        "Quy tắc tự chọn, theo cấu hình của nơi dùng.", "An optional check, as configured."
    )
    pattern = Text(
        "Đồng chí [tên đảng viên]: [ý kiến của chính người đó]. Ghi cả người không giữ chức vụ, "
        "nếu họ đã nói; nếu không ai nói thì để nguyên.",
        "Comrade [name of the member]: [that person's own opinion]. Also those without a post, if "
        "they spoke; if none did, leave it so.",
    )
    good = (
        (
            "contributions:officer | Đ/c Hòa, Phó Bí thư: đề nghị lùi việc nạo kênh.",
            "contributions:officer | Đ/c Sơn, Trưởng thôn: không nên lùi, cỏ bít hết kênh.",
            "contributions:member | Đ/c Lan: nên chia mỗi tổ một đoạn.",
        ),
    )
    bad = (
        (
            "contributions:officer | Đ/c Nguyễn Thị Hòa, Phó Bí thư chi bộ: đề nghị lùi việc nạo "
            "kênh.",
            "contributions:officer | Đ/c Trần Văn Sơn, Trưởng thôn: không nên lùi, cỏ bít hết "
            "kênh.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when every opinion comes from a named office-holder."""
        recorded = opinions(minutes)
        if len(speaker_names(recorded)) < _FEWEST:
            return
        roles = {opinion.speaker.role for opinion in recorded if opinion.speaker}
        if Role.MEMBER in roles:
            return
        unnamed = [opinion for opinion in recorded if not is_named(opinion)]
        if unnamed or possible_opinions(minutes, thresholds) or None in roles:
            yield self.undecided(_WITHOUT_NAMES)
            return
        message = Text(
            "Các ý kiến có ghi tên trong biên bản đều của người giữ chức vụ.",
            "Every named opinion in the minutes is of somebody who holds a post.",
        )
        yield self.found(message, [opinion.span() for opinion in recorded])


_WITHOUT_NAMES = Text(
    "Có ý kiến chưa rõ của ai nên chưa kết luận được.",
    "Some opinions have no known speaker, so nothing can be decided.",
)
