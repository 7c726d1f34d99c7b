"""Closed vocabularies of the annotation guide: sections, roles, levels, signs, severities.

The values are the fixed identifiers used in corpora and reports; the Vietnamese display
names are what readers of a report see.  Nothing here labels a person: every value says
something about a paragraph or about the document.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class SectionLabel(StrEnum):
    """What a paragraph does (annotation guide, section 1)."""

    FORMALITIES = "formalities"
    NEWS = "news"
    POLICY_DISSEMINATION = "policy_dissemination"
    TASK_REVIEW = "task_review"
    NEXT_TASKS = "next_tasks"
    THEMATIC = "thematic"
    CONTRIBUTIONS = "contributions"
    CRITICISM = "criticism"
    CONCLUSIONS = "conclusions"
    RESOLUTION = "resolution"


SECTION_NAMES_VI: Final[dict[SectionLabel, str]] = {
    SectionLabel.FORMALITIES: "Thể thức, thủ tục",
    SectionLabel.NEWS: "Thông tin thời sự",
    SectionLabel.POLICY_DISSEMINATION: "Phổ biến, quán triệt",
    SectionLabel.TASK_REVIEW: "Đánh giá thực hiện nhiệm vụ",
    SectionLabel.NEXT_TASKS: "Phương hướng, nhiệm vụ tới",
    SectionLabel.THEMATIC: "Chuyên đề; học tập và làm theo Bác",
    SectionLabel.CONTRIBUTIONS: "Ý kiến đảng viên",
    SectionLabel.CRITICISM: "Tự phê bình và phê bình",
    SectionLabel.CONCLUSIONS: "Kết luận của chủ trì",
    SectionLabel.RESOLUTION: "Biểu quyết, quyết nghị",
}

SECTION_NAMES_EN: Final[dict[SectionLabel, str]] = {
    SectionLabel.FORMALITIES: "Formalities",
    SectionLabel.NEWS: "News",
    SectionLabel.POLICY_DISSEMINATION: "Policy dissemination",
    SectionLabel.TASK_REVIEW: "Task review",
    SectionLabel.NEXT_TASKS: "Next tasks",
    SectionLabel.THEMATIC: "Thematic part; following Hồ Chí Minh's example",
    SectionLabel.CONTRIBUTIONS: "Members' contributions",
    SectionLabel.CRITICISM: "Self-criticism and criticism",
    SectionLabel.CONCLUSIONS: "Chair's conclusions",
    SectionLabel.RESOLUTION: "Vote and resolution",
}

SPOKEN_SECTIONS: Final[frozenset[SectionLabel]] = frozenset(
    {SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM, SectionLabel.CONCLUSIONS}
)
"""Sections in which a paragraph may carry a speaker role."""


class Role(StrEnum):
    """Who speaks, only in :data:`SPOKEN_SECTIONS`."""

    CHAIR = "chair"
    OFFICER = "officer"
    MEMBER = "member"
    GUEST = "guest"


class Level(StrEnum):
    """How clearly a characteristic is shown by the words of the minutes."""

    PRESENT = "present"
    WEAK = "weak"
    ABSENT = "absent"


class Characteristic(StrEnum):
    """The three qualities of a cell meeting that the minutes should show."""

    LEADERSHIP = "leadership"
    EDUCATIONAL = "educational"
    COMBATIVE = "combative"


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class DocumentKind(StrEnum):
    """What kind of paper the file is."""

    REGULAR = "regular"
    THEMATIC = "thematic"
    COMBINED = "combined"
    OTHER = "other"
