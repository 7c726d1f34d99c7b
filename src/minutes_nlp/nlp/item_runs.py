"""Runs of paragraphs that belong to one agenda item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Substance
from minutes_nlp.nlp.headings import enumerator_style, has_enumerator
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_INFORMATION: Final = frozenset({SectionLabel.NEWS, SectionLabel.POLICY_DISSEMINATION})
_WORK: Final = frozenset({SectionLabel.TASK_REVIEW, SectionLabel.NEXT_TASKS})
PRESENTED: Final = _INFORMATION | _WORK | {SectionLabel.THEMATIC}
OPINIONS: Final = frozenset({SectionLabel.CONTRIBUTIONS})
_CRITICISM: Final = frozenset({SectionLabel.CRITICISM})
_SPOKEN: Final = OPINIONS | _CRITICISM
_CONCLUSIONS: Final = frozenset({SectionLabel.CONCLUSIONS})
_MATTER: Final = re.compile(r"[\s\-+*•]*(?:việc|vấn đề|nội dung)\s+(?:thứ\s+)?[\w]{1,5}\s*[:.\-)]")
_TRAILING: Final = 2
"""So many remarks after a conclusion, without a heading, still belong to its item."""


@dataclass(slots=True)
class Run:
    """Paragraphs of one item while it is being gathered."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    voted: bool = False

    def has(self, sections: frozenset[SectionLabel]) -> bool:
        """Whether a paragraph that is no heading belongs to ``sections``."""
        return any(p.section in sections and not p.is_heading for p in self.paragraphs)

    @property
    def concludes(self) -> bool:
        """Whether a conclusion stands in the run."""
        return self.has(_CONCLUSIONS)

    @property
    def decided(self) -> bool:
        """Whether a conclusion or a vote closes the run."""
        return self.voted or self.concludes


def is_opinion(paragraph: Paragraph) -> bool:
    """Whether a member says something in discussion (criticism is no discussion of an item)."""
    if paragraph.section not in OPINIONS or paragraph.is_heading:
        return False
    role = paragraph.speaker.role if paragraph.speaker else None
    is_mute = paragraph.substance in (Substance.HOLLOW, Substance.COUNT) and role is None
    return role not in (Role.CHAIR, Role.GUEST) and not is_mute


def gather_runs(paragraphs: tuple[Paragraph, ...], voted: frozenset[int]) -> list[Run]:
    """Split the body of the minutes into items; formalities belong to none."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        opens = _opens_matter(paragraph)
        if paragraph.section is SectionLabel.FORMALITIES and not opens:
            continue
        if not runs or opens or _begins(runs[-1], paragraph):
            runs.append(Run())
        runs[-1].paragraphs.append(paragraph)
        runs[-1].voted |= paragraph.index in voted
    bodies = [run for run in runs if any(not p.is_heading for p in run.paragraphs)]
    return _merge_trailing(bodies)


def _opens_matter(paragraph: Paragraph) -> bool:
    return paragraph.is_heading and _MATTER.match(fold(paragraph.text)) is not None


def _begins(run: Run, paragraph: Paragraph) -> bool:
    """Whether ``paragraph`` opens a new item after ``run``."""
    section = paragraph.section
    if section in _CONCLUSIONS:
        return _closes_meeting(run, paragraph)
    if section is SectionLabel.RESOLUTION:
        return paragraph.is_heading and (run.decided or run.has(_SPOKEN))
    if run.decided:
        return True
    if section in PRESENTED:
        return run.has(OPINIONS) or (not run.has(_SPOKEN) and not _same_group(run, section))
    enumerated = paragraph.is_heading and has_enumerator(paragraph.text)
    return enumerated and (run.has(OPINIONS) or _counts_on(run, paragraph))


def _counts_on(run: Run, heading: Paragraph) -> bool:
    """Whether a heading is numbered as the run's own and opens another matter."""
    first = run.paragraphs[0]
    style = enumerator_style(heading.text)
    same_level = first.is_heading and style != "" and style == enumerator_style(first.text)
    discussing = phrase_list("items.toml", "discussing").search(fold(heading.text))
    return same_level and discussing is None


def _closes_meeting(run: Run, paragraph: Paragraph) -> bool:
    """Whether a conclusion stands apart from the item before it.

    It does under a heading that counts on from the item's own ("V. Kết luận" after "IV. …"),
    and after criticism, which is no matter to conclude on.
    """
    if run.concludes:
        return False
    heading = run.paragraphs[0]
    if paragraph.is_heading and heading.is_heading:
        style = enumerator_style(paragraph.text)
        if style and style == enumerator_style(heading.text):
            return True
    return run.has(_CRITICISM) and not run.has(OPINIONS | PRESENTED)


def _same_group(run: Run, section: SectionLabel) -> bool:
    """Whether the run already presents matters of the same kind as ``section``."""
    group = next(
        (group for group in (_INFORMATION, _WORK) if section in group), frozenset({section})
    )
    return all(p.section in group for p in run.paragraphs)


def _merge_trailing(runs: list[Run]) -> list[Run]:
    """Give a few remarks made after a conclusion back to the item that was concluded."""
    merged: list[Run] = []
    for run in runs:
        remarks = [p for p in run.paragraphs if p.section in _SPOKEN]
        is_tail = len(remarks) == len(run.paragraphs) <= _TRAILING
        if merged and is_tail and not any(p.is_heading for p in run.paragraphs):
            merged[-1].paragraphs.extend(run.paragraphs)
        else:
            merged.append(run)
    return merged
