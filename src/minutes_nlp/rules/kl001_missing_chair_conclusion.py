"""KL001: no conclusion of the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from minutes_nlp.model.labels import Role, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.conclusions import may_decide, possible_conclusions, recorded_conclusions
from minutes_nlp.rules.evidence import bare_headings, might_be, nearest_to
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_BY_CHAIR = re.compile(r"(?<!\w)(?:bí thư|pbt|bt|chủ trì|chủ tọa)\s{0,2}:", re.IGNORECASE)
_SAID_BY_OTHERS = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
_WANTED = SectionLabel.CONCLUSIONS
_ONLY_A_VOTE = Text(
    "chỉ là biểu quyết, quyết nghị của chi bộ, chưa phải kết luận của người chủ trì",
    "only a vote of the cell, not a conclusion of the chair",
)
_ONLY_A_REPLY = Text(
    "là lời điều hành hoặc tiếp thu, giải trình, chưa thấy quyết định việc gì",
    "steering or replying, nothing is decided",
)
_ONLY_A_NAME = Text(
    "chữ “kết luận” ở đây nằm trong tên văn bản", "the word is part of a document's name"
)


class MissingChairConclusion(Rule):
    """No conclusion of the chair is recorded, neither per item nor at the end.

    **Why it matters.** Without it nobody can tell what the cell settled, who is to act, and
    what the next meeting has to look back at.

    **What does not count.** A heading alone; a vote alone; thanks and closing; the chair taking
    note or explaining without deciding; a document called "Kết luận số …".

    **How to record it.** After each item or at the end write what the chair sums up, decides
    and assigns: "Đồng chí Bí thư kết luận: giao đ/c … làm … trước ngày …". The word "kết luận"
    itself is not needed.
    """

    code, name, severity = "KL001", "missing-chair-conclusion", Severity.ERROR
    by_section = True
    claim = Claim.MISSING
    title = Text("Thiếu kết luận của chủ trì", "No conclusion of the chair")
    basis = Text(
        "Biên bản cần ghi đủ ý kiến phát biểu và ý kiến kết luận của người chủ trì.",
        "Minutes record the opinions expressed and the conclusion of the chair.",
    )
    pattern = Text(
        "Chủ trì kết luận: [việc gì đã thống nhất]; giao [ai] làm [việc gì], xong trước [ngày "
        "nào]. Chỉ ghi điều chủ trì đã nói.",
        "The chair concludes: [what was agreed]; [who] is to do [which task] by [which day]. "
        "Write only what the chair said.",
    )
    good = (
        (
            "contributions:member | Đ/c Lan: đề nghị thay ống nước ở xóm Đông vì đã rò hai tháng.",
            "conclusions:chair | Đồng chí Bí thư giao đ/c Lan mua ống, xong trước ngày 20/7.",
        ),
        (
            "contributions:member | Anh Tư hỏi bao giờ sửa trạm bơm.",
            "conclusions:chair | Chú Năm chốt: tổ 2 góp công, thứ bảy này làm, chú Ba chỉ huy.",
        ),
    )
    bad = (
        (
            "contributions:member | Đ/c Lan: đề nghị thay ống nước ở xóm Đông vì đã rò hai tháng.",
            "resolution | Biểu quyết: 12/12 đồng chí nhất trí với phương hướng tháng 8.",
            "formalities | Hội nghị kết thúc lúc 16 giờ cùng ngày.",
        ),
        (
            "policy_dissemination | Phổ biến Kết luận số 18-KL/TW về chất lượng sinh hoạt chi bộ.",
            "contributions:chair | Đồng chí chủ trì tiếp thu các ý kiến của đảng viên.",
        ),
        (
            "contributions:guest | Đồng chí Phó Bí thư Đảng ủy xã yêu cầu chi bộ rà lại sổ sách.",
            "conclusions:chair | Đồng chí Bí thư thay mặt chi bộ cảm ơn, xin tiếp thu đầy đủ ý "
            "kiến chỉ đạo và sẽ cụ thể hóa trong thời gian tới.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when no paragraph is, nor might be, a conclusion."""
        if recorded_conclusions(minutes):
            return
        maybe = possible_conclusions(minutes, thresholds)
        doubtful = next(iter(maybe), None) or _deciding_chair(minutes)
        if doubtful:
            yield self.undecided(might_be(doubtful, _WANTED))
            return
        message = Text(
            "Chưa thấy ghi trong biên bản kết luận của người chủ trì, cả sau từng nội dung "
            "lẫn cuối buổi.",
            "The minutes record no conclusion of the chair, neither per item nor at the end.",
        )
        yield self.missing(message, WHOLE_TEXT, _nearest(minutes))


def _deciding_chair(minutes: Minutes) -> Paragraph | None:
    """Return words of the chair that perhaps decide something, outside any conclusion."""
    replies = [*_chair_replies(minutes), *_closing_words(minutes)]
    decided = next((p for p in replies if may_decide(p)), None)
    return decided or next(_answers_in_passing(minutes), None)


def _answers_in_passing(minutes: Minutes) -> Iterator[Paragraph]:
    """Yield other people's words in which the chair settles something: "… Chòi đồng ý luôn"."""
    given = (minutes.meeting.chair or "").split()[-1:]
    if not given:
        return
    answers = re.compile(
        rf"(?<!\w){re.escape(given[0].lower())} (?:thì |cũng |mới |liền |bèn )?"
        r"(?:đồng ý|chốt|quyết|giao|dặn|yêu cầu|cho phép|cho làm|kêu)(?!\w)"
    )
    for paragraph in minutes.section(*_SAID_BY_OTHERS):
        if answers.search(paragraph.text.lower()):
            yield paragraph


def _closing_words(minutes: Minutes) -> Iterator[Paragraph]:
    """Yield what was read as closing though somebody who presides says it ("Bí thư: …")."""
    for paragraph in minutes.section(SectionLabel.FORMALITIES):
        late = paragraph.index > len(minutes.paragraphs) // 2
        if late and _BY_CHAIR.search(paragraph.text):
            yield paragraph


def _chair_replies(minutes: Minutes) -> Iterator[Paragraph]:
    for paragraph in minutes.section(SectionLabel.CONTRIBUTIONS, _WANTED):
        if paragraph.speaker and paragraph.speaker.role is Role.CHAIR:
            yield paragraph


def _nearest(minutes: Minutes) -> Iterator[tuple[Paragraph, Text]]:
    votes = ((p, _ONLY_A_VOTE) for p in minutes.section(SectionLabel.RESOLUTION))
    replies = ((p, _ONLY_A_REPLY) for p in _chair_replies(minutes))
    names = (
        (p, _ONLY_A_NAME)
        for p in minutes.section(SectionLabel.POLICY_DISSEMINATION)
        if any("kết luận" in span.text.lower() for span in p.spans(CueKind.DOCUMENT_NAME))
    )
    seen: set[int] = set()
    headings = bare_headings(minutes, _WANTED)
    for paragraph, why_not in chain(headings, replies, votes, names, nearest_to(minutes, _WANTED)):
        if paragraph.index not in seen:
            seen.add(paragraph.index)
            yield paragraph, why_not
