"""BQ001: nothing shows that the cell voted or agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_nlp.model.labels import Role, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph, Substance
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_be, might_show, perhaps, weak_cue, with_cue
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_WHAT = Text("ghi biểu quyết hoặc sự nhất trí của chi bộ", "record a vote or agreement")
_ONE_MEMBER = Text(
    "là ý kiến của từng đảng viên, chưa phải biểu quyết của chi bộ",
    "single members agree, not the cell",
)
_ONLY_MINUTES = Text(
    "là thông qua biên bản, chưa phải biểu quyết việc đã bàn",
    "the minutes are adopted, not what was discussed",
)
_TOLD_OF_OTHERS = (
    SectionLabel.NEWS,
    SectionLabel.POLICY_DISSEMINATION,
    SectionLabel.TASK_REVIEW,
    SectionLabel.THEMATIC,
)
_SURELY_TOLD = 0.75
_MEMBERS = re.compile(r"(?<!\w)(?:chi bộ|cb|đảng viên|đv|đồng chí|đ/c|đc)(?!\w)", re.IGNORECASE)
_ALL = re.compile(
    r"(?<!\w)(?:cả|tất cả|toàn|toàn thể|mọi người|ai cũng|ai nấy|chi bộ|hội nghị|đa số|còn lại|đều"
    r"|cùng|hết|\d+\s?/\s?\d+|\d+\s?%|các (?:đồng chí|đ/c|đảng viên)|biểu quyết|giơ tay)(?!\w)",
    re.IGNORECASE,
)


class MissingVote(Rule):
    """Something is resolved or concluded, and no vote or agreement of the cell is recorded.

    **Why it matters.** A cell decides as a body; the minutes should show that it did.

    **What does not count.** Single members who agree in discussion. One vote is enough for the
    whole of the minutes; "chi bộ thống nhất" and "100% nhất trí" are agreement.

    **How to record it.** "Chi bộ biểu quyết: 19/19 đồng chí tán thành."
    """

    code, name, severity = "BQ001", "missing-vote", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Không ghi biểu quyết", "No vote recorded")
    basis = Text(
        "Quyết nghị của chi bộ được biểu quyết, ghi kết quả vào biên bản.",
        "The cell votes on what it resolves, and the minutes record the result.",
    )
    pattern = Text(
        "Chi bộ biểu quyết về [việc gì]: tán thành [bao nhiêu người] trong số [bao nhiêu người "
        "biểu quyết]; không tán thành [bao nhiêu người]; ý kiến khác [bao nhiêu người]. Chỉ ghi "
        "khi chi bộ đã biểu quyết thật.",
        "The cell votes on [what]: in favour [how many] out of [how many who voted]; against [how "
        "many]; of another opinion [how many]. Only where a vote was really taken.",
    )
    good = (
        (
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7.",
            "resolution | Biểu quyết: 19/19 đồng chí tán thành.",
        ),
        (
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7. "
            "100% đảng viên nhất trí.",
        ),
    )
    bad = (
        (
            "contributions:member | Đ/c Hùng: đề nghị nạo kênh trước mùa mưa.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7.",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
        (
            "task_review | Họp dân ngày 24/02 có 139/151 hộ đồng ý góp tiền làm đường.",
            "contributions:member | Đ/c Hùng: tôi đồng ý nạo kênh trước mùa mưa, để lâu cỏ bít.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan nạo kênh trước ngày 20/7.",
            "formalities | Hội nghị kết thúc lúc 16 giờ.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when something is decided and nothing may be agreement."""
        if not _decided(minutes) or minutes.votes:
            return
        if with_cue(_of_the_cell(minutes), CueKind.AGREEMENT):
            return
        doubtful = weak_cue(_perhaps_of_the_cell(minutes), CueKind.AGREEMENT)
        maybe = perhaps(minutes, thresholds, SectionLabel.RESOLUTION)
        if doubtful:
            yield self.undecided(might_show(doubtful, _WHAT))
        elif maybe:
            yield self.undecided(might_be(maybe[0], SectionLabel.RESOLUTION))
        else:
            message = Text(
                "Biên bản có ghi kết luận, quyết nghị nhưng chưa thấy ghi biểu quyết hoặc sự nhất "
                "trí của chi bộ.",
                "Conclusions are recorded, but no vote or agreement of the cell.",
            )
            yield self.missing(message, WHOLE_TEXT, _nearest(minutes))


def _of_the_cell(minutes: Minutes) -> Iterator[Paragraph]:
    """Yield where agreement is this meeting's: not a report's, not on the minutes themselves."""
    for paragraph in minutes.paragraphs:
        if _adopts_minutes(paragraph):
            continue
        hardly = paragraph.confidence < _SURELY_TOLD and _MEMBERS.search(paragraph.text)
        if paragraph.section not in _TOLD_OF_OTHERS or hardly:
            yield paragraph


def _perhaps_of_the_cell(minutes: Minutes) -> Iterator[Paragraph]:
    """Yield where words of agreement may be the cell's, single members' own words apart."""
    for paragraph in minutes.paragraphs:
        if paragraph.section in _TOLD_OF_OTHERS:
            if _MEMBERS.search(paragraph.text):
                yield paragraph
        elif not _is_one_members(paragraph):
            yield paragraph


def _adopts_minutes(paragraph: Paragraph) -> bool:
    formal = paragraph.section is SectionLabel.FORMALITIES
    return formal and paragraph.has(CueKind.MINUTES_ADOPTION)


def _is_one_members(paragraph: Paragraph) -> bool:
    spoken = paragraph.section in (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
    speaker = paragraph.speaker
    named = speaker is not None and bool(speaker.names) and speaker.role is not Role.CHAIR
    return spoken and named and not _ALL.search(paragraph.text)


def _decided(minutes: Minutes) -> list[Paragraph]:
    concluded = minutes.section(SectionLabel.CONCLUSIONS)
    with_content = [p for p in concluded if p.substance is Substance.SUBSTANTIVE]
    return [*with_content, *minutes.section(SectionLabel.RESOLUTION)]


def _nearest(minutes: Minutes) -> Iterator[tuple[Paragraph, Text]]:
    for paragraph in with_cue(minutes.paragraphs, CueKind.MINUTES_ADOPTION):
        yield paragraph, _ONLY_MINUTES
    for paragraph in minutes.section(SectionLabel.CONTRIBUTIONS):
        if paragraph.substance is Substance.HOLLOW:
            yield paragraph, _ONE_MEMBER
