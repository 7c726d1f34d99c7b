"""Combative quality: faults owned or named, disagreement, follow-up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.model.labels import Characteristic, Level, Role, SectionLabel
from minutes_nlp.model.minutes import CueKind, Paragraph, Quality, SignEvidence, Substance
from minutes_nlp.nlp.owners import named_people

_MOST: Final = 12
_ARGUED_WORDS: Final = 14
"""A disagreement in fewer words gives no reason."""
_SOMEBODY: Final = re.compile(
    r"(?<!\w)(?:có người|ai đó|người nào đó|(?:không|chẳng|hổng|chưa) (?:nói|nêu|chỉ|ghi)"
    r" (?:là |tên |rõ )?(?:ai|tên)|(?:còn )?có (?:đồng chí|đ/c|trường hợp|lúc|nơi|đảng viên)"
    r"|một (?:số|vài) (?:đồng chí|đ/c|đảng viên|trường hợp|việc))(?!\w)",
    re.IGNORECASE,
)
_EVERYBODY: Final = re.compile(
    r"(?<!\w)(?:các|từng|mỗi|toàn thể|tất cả|100\s?%)(?: các)? (?:đồng chí|đ/c|đảng viên|cá nhân"
    r"|thầy cô)(?!\w)",
    re.IGNORECASE,
)
"""What is said of all of them is said of nobody: "các đồng chí đều thẳng thắn nhìn nhận"."""
_OWNED: Final = re.compile(
    r"(?<!\w)(?:(?:tôi|tui|em|cháu|bản thân)(?!\w)|chi (?:ủy|uỷ) (?:chưa|không|chậm|thiếu|để))",
    re.IGNORECASE,
)


def read_combative(paragraphs: tuple[Paragraph, ...]) -> Quality:
    """Present: one concrete fault owned or named, one argued disagreement, one follow-up."""
    strong = [piece for p in paragraphs for piece in _strong(p)]
    if strong:
        confidence = 0.95 if len(strong) > 2 else 0.8 if len(strong) > 1 else 0.65
        return _quality(Level.PRESENT, confidence, strong)
    weak = [piece for p in paragraphs for piece in _weak(p)]
    near = any(_may_be_strong(paragraph) for paragraph in paragraphs)
    level = Level.WEAK if weak else Level.ABSENT
    return _quality(level, 0.45 if near else 0.85, weak)


def _quality(level: Level, confidence: float, evidence: list[SignEvidence]) -> Quality:
    return Quality(Characteristic.COMBATIVE, level, confidence, tuple(evidence[:_MOST]))


def _strong(paragraph: Paragraph) -> Iterator[SignEvidence]:
    if paragraph.section is SectionLabel.CRITICISM:
        yield from _concrete(paragraph)
    if _is_argued(paragraph):
        for span in paragraph.spans(CueKind.DISAGREEMENT):
            yield SignEvidence("argued_disagreement", paragraph.span(span.start))
            break
    for span in paragraph.spans(CueKind.FOLLOW_UP):
        yield SignEvidence("follow_up", paragraph.span(span.start))
        break


def _is_argued(paragraph: Paragraph) -> bool:
    """Whether somebody of the cell says so much that a disagreement has its reason."""
    is_guest = paragraph.speaker is not None and paragraph.speaker.role is Role.GUEST
    discussed = paragraph.section is SectionLabel.CONTRIBUTIONS and not is_guest
    return discussed and paragraph.words >= _ARGUED_WORDS


def tells_owned_fault(paragraph: Paragraph) -> bool:
    """Whether a paragraph of criticism tells a fault that somebody owns or that is named of one."""
    return any(True for _ in _concrete(paragraph))


def _concrete(paragraph: Paragraph) -> Iterator[SignEvidence]:
    if paragraph.substance is not Substance.SUBSTANTIVE or _is_ownerless(paragraph):
        return
    if paragraph.has(CueKind.NAMED_CRITICISM):
        yield SignEvidence("concrete_criticism", paragraph.span())
    elif paragraph.has(CueKind.SELF_CRITICISM):
        yield SignEvidence("concrete_self_criticism", paragraph.span())


def _is_ownerless(paragraph: Paragraph) -> bool:
    """Whether faults are told of "somebody", with nobody of whom they are told or who owns them."""
    of_nobody = _SOMEBODY.search(paragraph.text) or _EVERYBODY.search(paragraph.text)
    if not of_nobody or _OWNED.search(paragraph.text):
        return False
    told_from = paragraph.speaker.end if paragraph.speaker else 0
    return not any(person.start >= told_from for person in named_people(paragraph.text))


def _weak(paragraph: Paragraph) -> Iterator[SignEvidence]:
    if paragraph.section is not SectionLabel.CRITICISM:
        return
    formula = next(paragraph.spans(CueKind.CRITICISM_FORMULA), None)
    if formula is not None and formula.text:
        yield SignEvidence("criticism_formula", formula)
    elif not paragraph.is_heading and paragraph.text:
        yield SignEvidence("ownerless_shortcoming", paragraph.span())


def _may_be_strong(paragraph: Paragraph) -> bool:
    """Whether somebody says what may yet be a fault with an owner, or a disagreement."""
    if paragraph.section is SectionLabel.CONTRIBUTIONS:
        if _is_argued(paragraph) and paragraph.has(CueKind.DISAGREEMENT, at_least=0.4):
            return True
        owned = paragraph.has(CueKind.SELF_CRITICISM, CueKind.NAMED_CRITICISM, at_least=0.4)
        return owned and paragraph.has(CueKind.SHORTCOMING)
    said = paragraph.section is SectionLabel.CRITICISM and paragraph.speaker is not None
    content = paragraph.substance in (Substance.SUBSTANTIVE, Substance.UNCLEAR)
    return said and content and not _is_ownerless(paragraph)
