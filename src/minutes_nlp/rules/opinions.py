"""What counts as an opinion of a member, and whose it is."""

from __future__ import annotations

import re

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import CueKind, Minutes, Paragraph, Substance
from minutes_nlp.rules.evidence import after_bare_heading, perhaps
from minutes_nlp.rules.names import names_anybody
from minutes_nlp.rules.thresholds import Thresholds

_SILENCE = re.compile(
    r"(?<!\w)(?:không|ko|chẳng|hổng|chưa)\s(?:có\s|còn\s)?(?:ai|ý kiến|đồng chí nào|đ/c nào)(?!\w)",
    re.IGNORECASE,
)
_NOBODY_SPOKE = re.compile(
    r"(?<!\w)(?:không|ko|chẳng|hổng|hông|chưa|không thấy|chưa thấy)\s(?:có\s|còn\s|thấy\s)?"
    r"(?:ai|đồng chí nào|đ/c nào|người nào|cánh tay|ý kiến)(?!\w)"
    r"|(?<!\w)(?:ngồi|cả phòng|chi bộ|đều|tất cả) im(?!\w)|(?<!\w)im (?:cả|lặng|re|phăng phắc|lìm)"
    r"|(?<!\w)(?:hỏi|mời) (?:lần nữa|lần hai|lại)[^.;]{0,20}(?:rồi )?thôi(?!\w)",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"(?<!\w)(?:nhất trí|thống nhất|đồng ý|đồng tình|tán thành|ủng hộ|nt)(?!\w)", re.IGNORECASE
)
_ANONYMOUS = re.compile(r"(?:có |lại )*(?:một|1|01|đảng viên|người|ai|có|ý kiến)(?!\w)")
_OWNER = re.compile(
    r"(?<!\w)(?:tôi|tui|tau|em|cháu|con|mình|bản thân|chi (?:ủy|uỷ)|cấp (?:ủy|uỷ)|bí thư|phó bí thư"
    r"|trưởng (?:thôn|ấp|bản|xóm|khu|ban|phòng)|tổ trưởng)(?!\w)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?<!\w)(?:tự nhận|tự phê|tự kiểm điểm|nhận (?:là|mình|khuyết|lỗi|thiếu sót|trách nhiệm|sai)"
    r"|xin nhận|rút kinh nghiệm trước chi bộ)(?!\w)",
    re.IGNORECASE,
)
_SPOKEN = (SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)
_FORMAL = (SectionLabel.FORMALITIES, SectionLabel.NEWS, SectionLabel.POLICY_DISSEMINATION)
_FAULTS = (CueKind.SELF_CRITICISM, CueKind.NAMED_CRITICISM, CueKind.SHORTCOMING)
_EMPTY = frozenset({Substance.HOLLOW, Substance.COUNT})


def opinions(minutes: Minutes) -> list[Paragraph]:
    """Return the opinions of members: not the chair's words, not guests', no headings.

    Discussion by nobody in particular is an opinion without a name; a formula about criticism
    by nobody in particular ("không có ý kiến phê bình") is none, nor is a shortcoming that nobody
    owns and that is told of nobody ("một số đồng chí chưa chủ động").
    """
    return [paragraph for paragraph in minutes.section(*_SPOKEN) if _is_opinion(paragraph)]


def _is_opinion(paragraph: Paragraph) -> bool:
    speaker = paragraph.speaker
    role = speaker.role if speaker else None
    if role in (Role.MEMBER, Role.OFFICER):
        return True
    if role is not None:
        return False
    if paragraph.section is SectionLabel.CONTRIBUTIONS:
        return not _says_nobody_spoke(paragraph)
    told_of_one = _OWNER.search(paragraph.text) is not None or names_anybody(paragraph)
    return not is_empty(paragraph) and told_of_one and paragraph.has(*_FAULTS, at_least=0.0)


def _says_nobody_spoke(paragraph: Paragraph) -> bool:
    """Whether a line only says that nobody had anything to say; to agree is to say something."""
    silence = _SILENCE.search(paragraph.text)
    if silence is None or _AGREEMENT.search(paragraph.text):
        return False
    begins = not any(char.isalnum() for char in paragraph.text[: silence.start()])
    return begins or paragraph.substance is Substance.HOLLOW


def stated_silence(minutes: Minutes) -> Paragraph | None:
    """Return a line of the discussion, not a member's, that says that nobody spoke."""
    for paragraph in minutes.section(*_SPOKEN):
        role = paragraph.speaker.role if paragraph.speaker else None
        silent = _NOBODY_SPOKE.search(paragraph.text) and not _AGREEMENT.search(paragraph.text)
        if role in (None, Role.CHAIR) and silent:
            return paragraph
    return None


def tells_silence(minutes: Minutes) -> bool:
    """Whether some line of the discussion says that nobody spoke, agreement beside it or not."""
    return any(_NOBODY_SPOKE.search(p.text) for p in minutes.section(*_SPOKEN))


def owned_elsewhere(minutes: Minutes) -> Paragraph | None:
    """Return a passage outside discussion and criticism in which somebody owns a fault in words.

    "Chi ủy tự nhận: …" in a report is self-criticism all the same: it keeps a check from saying
    that there is none.
    """
    others = (p for p in minutes.paragraphs if p.section not in (*_SPOKEN, *_FORMAL))
    return next((p for p in others if not p.is_heading and _owns(p)), None)


def _owns(paragraph: Paragraph) -> bool:
    owned = _OWNED.search(paragraph.text)
    return owned is not None and (
        _OWNER.search(paragraph.text) is not None or names_anybody(paragraph)
    )


def agreement_told_by_others(minutes: Minutes) -> Paragraph | None:
    """Return a line of the discussion that tells of agreement; asked where no member's is sure.

    "Anh Ba hỏi anh em thấy sao. 100% đảng viên nhất trí.": members may have spoken there.
    """
    contributions = minutes.section(SectionLabel.CONTRIBUTIONS)
    return next((p for p in contributions if _AGREEMENT.search(p.text)), None)


def is_surely_spoken(paragraph: Paragraph, thresholds: Thresholds) -> bool:
    """Whether a paragraph belongs to discussion or criticism beyond the doubt allowed."""
    likely = sum(paragraph.probability(label) for label in _SPOKEN)
    return likely >= 1 - thresholds["doubt"]


def continues_another(minutes: Minutes, paragraph: Paragraph) -> bool:
    """Whether an opinion of nobody may go on with what chair or guest said right before."""
    for before in reversed(minutes.paragraphs[: paragraph.index]):
        if before.section not in _SPOKEN or before.is_heading:
            return False
        if before.speaker and before.speaker.role is not None:
            return before.speaker.role in (Role.CHAIR, Role.GUEST)
    return False


def is_empty(paragraph: Paragraph) -> bool:
    """Whether an opinion is only agreement, a formula or a count."""
    return paragraph.substance in _EMPTY


def has_content(paragraph: Paragraph) -> bool:
    """Whether an opinion clearly says something of its own."""
    return paragraph.substance is Substance.SUBSTANTIVE


def is_named(paragraph: Paragraph) -> bool:
    """Whether the speaker is called by name."""
    return paragraph.speaker is not None and bool(paragraph.speaker.names)


def speaker_names(paragraphs: list[Paragraph]) -> set[str]:
    """Return the distinct names, or units, of those who speak, in lower case."""
    speakers = [paragraph.speaker for paragraph in paragraphs if paragraph.speaker]
    names = {name.casefold() for speaker in speakers for name in speaker.names}
    units = {s.label.casefold() for s in speakers if s.label and not s.names}
    return names | {unit for unit in units if not _ANONYMOUS.match(unit)}


def possible_opinions(minutes: Minutes, thresholds: Thresholds) -> list[Paragraph]:
    """Return what might be an opinion though it was read as something else."""
    under_heading = after_bare_heading(minutes, *_SPOKEN)
    found = perhaps(minutes, thresholds, *_SPOKEN)
    if under_heading and under_heading.section is not SectionLabel.CONCLUSIONS:
        found.append(under_heading)
    return [p for p in found if p.substance not in _EMPTY]
