"""YK001: no member's opinion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from minutes_nlp.model.labels import Role, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import bare_headings, might_be, might_show, nearest_to
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.opinions import (
    agreement_told_by_others,
    continues_another,
    is_surely_spoken,
    opinions,
    owned_elsewhere,
    possible_opinions,
    stated_silence,
)
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_SPOKEN = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
_AGREED = Text("ghi lại ý kiến nhất trí của đảng viên", "tell that members agreed")
_OWNED = Text("ghi lại lời tự nhận khuyết điểm", "tell that somebody owned a fault")
_WHY_NOT = {
    Role.CHAIR: Text("là lời của người chủ trì", "the chair speaks"),
    Role.GUEST: Text("là ý kiến của đại biểu cấp trên hoặc khách mời", "a guest speaks"),
}


class MissingMemberOpinions(Rule):
    """No member's opinion of any kind is recorded in discussion or criticism.

    **Why it matters.** A meeting is the place where members discuss; what they said is the
    heart of the minutes.

    **What does not count.** Reports presented by members, a guest's address, the chair's own
    words, a heading "Thảo luận" with nothing below it.

    **How to record it.** One line for each speaker: the name, then what was said:
    "Đ/c Lan: đề nghị …".
    """

    code, name, severity = "YK001", "missing-member-opinions", Severity.ERROR
    by_section = True
    claim = Claim.MISSING
    title = Text("Thiếu ý kiến đóng góp của đảng viên", "No opinion of a member")
    basis = Text(
        "Biên bản cần ghi đầy đủ ý kiến đóng góp của đảng viên.",
        "Minutes record the opinions of members in full.",
    )
    pattern = Text(
        "Đồng chí [tên đảng viên]: [ý kiến của chính người đó: đồng ý hay không, vì sao, đề nghị "
        "gì]. Chỉ ghi điều đã nói thật trong buổi họp.",
        "Comrade [name of the member]: [that person's own opinion: for or against, why, what they "
        "propose]. Write only what was really said at the meeting.",
    )
    good = (
        (
            "contributions | Thảo luận:",
            "contributions:member | Đ/c Lan: đề nghị kéo thêm điện chiếu sáng ngõ 3, tối quá.",
        ),
        ("criticism:member | Đ/c Hùng tự nhận nộp báo cáo chậm ba ngày, xin sửa.",),
    )
    bad = (
        (
            "contributions | Thảo luận:",
            "contributions:guest | Đồng chí Phó Bí thư Đảng ủy xã đề nghị chi bộ quan tâm "
            "phát triển đảng viên trẻ.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan lập danh sách đoàn viên trước 20/7.",
        ),
        (
            "task_review | Đ/c Lan báo cáo: tháng qua cấy xong 42 ha lúa, còn 3 ha thiếu nước.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan bơm nước cho 3 ha trước ngày 10/7.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when nothing is, nor might be, a member's opinion."""
        said = opinions(minutes)
        unsure = [p for p in said if _is_unsure(p, minutes, thresholds)]
        if len(said) > len(unsure):
            return
        doubtful = unsure or possible_opinions(minutes, thresholds)
        # That nobody spoke, said in so many words, outweighs a line read as discussion in doubt.
        if doubtful and not stated_silence(minutes):
            yield self.undecided(might_be(doubtful[0], SectionLabel.CONTRIBUTIONS))
            return
        passages = (
            (agreement_told_by_others(minutes), _AGREED),
            (owned_elsewhere(minutes), _OWNED),
        )
        for passage, what in passages:
            if passage is not None:
                yield self.undecided(might_show(passage, what))
                return
        message = Text(
            "Chưa thấy ghi trong biên bản ý kiến nào của đảng viên khi thảo luận.",
            "The minutes record no opinion of any member.",
        )
        yield self.missing(message, WHOLE_TEXT, _nearest(minutes))


def _is_unsure(opinion: Paragraph, minutes: Minutes, thresholds: Thresholds) -> bool:
    if not is_surely_spoken(opinion, thresholds):
        return True
    return opinion.speaker is None and continues_another(minutes, opinion)


def _nearest(minutes: Minutes) -> Iterator[tuple[Paragraph, Text]]:
    return chain(bare_headings(minutes, *_SPOKEN), _others(minutes), nearest_to(minutes, *_SPOKEN))


def _others(minutes: Minutes) -> Iterator[tuple[Paragraph, Text]]:
    for paragraph in minutes.section(*_SPOKEN):
        role = paragraph.speaker.role if paragraph.speaker else None
        if role in _WHY_NOT:
            yield paragraph, _WHY_NOT[role]
