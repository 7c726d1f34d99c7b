"""CD003: no discussion of the thematic paper."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import WITH_THEMATIC_PART, Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_be, weak_cue
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.opinions import opinions, possible_opinions
from minutes_nlp.rules.thematic import surely_elsewhere, thematic_items
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_OTHER_MATTER = Text("là ý kiến về nội dung khác", "an opinion on another matter")


class ThematicPartNotDiscussed(Rule):
    """Nobody discusses the thematic paper or relates it to himself (liên hệ).

    **Why it matters.** A paper that is only read teaches little.

    **What does not count.** Opinions on other matters of the same sitting.

    **How to record it.** Write what members said on it and what they undertook.
    """

    code, name, severity = "CD003", "thematic-part-not-discussed", Severity.WARNING
    by_section = True
    claim = Claim.LACKING
    kinds = WITH_THEMATIC_PART
    title = Text("Chuyên đề thiếu thảo luận, liên hệ", "Thematic part not discussed")
    basis = Text(
        "Chuyên đề được thảo luận, liên hệ bản thân.",
        "Members discuss a thematic paper and relate it to themselves.",
    )
    pattern = Text(
        "Đồng chí [tên đảng viên] liên hệ với chuyên đề: [bản thân đã làm được gì, chưa được gì, "
        "sẽ làm gì]. Chỉ ghi điều đã nói thật trong buổi họp.",
        "Comrade [name of the member] relates the paper to their own work: [what they did, did "
        "not do, and will do]. Write only what was really said at the meeting.",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Đồng chí Hà Quang Vinh trình bày chuyên đề: Bác dùng lại phong bì.",
            "contributions:member | Đ/c Lan liên hệ: phòng tôi in quá nhiều giấy, sẽ in hai mặt.",
        ),
    )
    bad = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHUYÊN ĐỀ QUÝ III NĂM 2026",
            "thematic | Đồng chí Hà Quang Vinh trình bày chuyên đề: Bác dùng lại phong bì.",
            "formalities | Hội nghị kết thúc lúc 21 giờ 15 phút cùng ngày.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when every opinion, if any, surely belongs to another matter."""
        if not minutes.section(SectionLabel.THEMATIC):
            return
        if any(item.discussed for item in thematic_items(minutes)):
            return
        said = opinions(minutes)
        related = weak_cue(minutes.section(SectionLabel.THEMATIC), CueKind.COMMITMENT)
        maybe = related or next(iter(possible_opinions(minutes, thresholds)), None)
        if maybe:
            yield self.undecided(might_be(maybe, SectionLabel.CONTRIBUTIONS))
        elif surely_elsewhere(minutes, said):
            yield self.missing(_message(), WHOLE_TEXT, _others(said))
        else:
            yield self.undecided(_UNPLACED)


def _others(said: list[Paragraph]) -> Iterator[tuple[Paragraph, Text]]:
    return ((paragraph, _OTHER_MATTER) for paragraph in said)


def _message() -> Text:
    return Text(
        "Chưa thấy ghi trong biên bản ý kiến thảo luận, liên hệ về chuyên đề.",
        "The minutes record no discussion of the thematic paper.",
    )


_UNPLACED = Text(
    "Có ý kiến thảo luận nhưng chưa rõ có bàn về chuyên đề hay không.",
    "Opinions are recorded, but whether they are on the thematic paper is not clear.",
)
