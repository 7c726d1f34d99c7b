"""Display names of the closed vocabularies, as readers of a report see them."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.labels import (
    SECTION_NAMES_EN,
    SECTION_NAMES_VI,
    Characteristic,
    DocumentKind,
    Level,
    Role,
    SectionLabel,
)
from minutes_nlp.model.language import Language, Text

KINDS: Final[dict[DocumentKind, Text]] = {
    DocumentKind.REGULAR: Text("sinh hoạt thường kỳ", "regular meeting"),
    DocumentKind.THEMATIC: Text("sinh hoạt chuyên đề", "thematic meeting"),
    DocumentKind.COMBINED: Text(
        "sinh hoạt thường kỳ kết hợp chuyên đề", "regular and thematic meeting in one sitting"
    ),
    DocumentKind.OTHER: Text("loại giấy khác", "another kind of paper"),
}

LEVELS: Final[dict[Level, Text]] = {
    Level.PRESENT: Text("rõ", "clear"),
    Level.WEAK: Text("mờ nhạt, hình thức", "faint or formal only"),
    Level.ABSENT: Text("chưa thể hiện", "not shown"),
}

CHARACTERISTICS: Final[dict[Characteristic, Text]] = {
    Characteristic.LEADERSHIP: Text("Tính lãnh đạo", "Leadership"),
    Characteristic.EDUCATIONAL: Text("Tính giáo dục", "Educational quality"),
    Characteristic.COMBATIVE: Text("Tính chiến đấu", "Combative quality"),
}

ROLES: Final[dict[Role, Text]] = {
    Role.CHAIR: Text("chủ trì", "chair"),
    Role.OFFICER: Text("cấp ủy, lãnh đạo", "officer"),
    Role.MEMBER: Text("đảng viên", "member"),
    Role.GUEST: Text("khách mời, cấp trên", "guest"),
}

SIGNS: Final[dict[str, Text]] = {
    "review_of_leadership": Text(
        "Kiểm điểm việc chi bộ lãnh đạo kỳ trước", "Reviews how the cell led"
    ),
    "concrete_task": Text("Giao việc cụ thể", "Concrete task"),
    "chair_decision": Text("Chủ trì kết luận, quyết định", "The chair decides"),
    "vote": Text("Có biểu quyết", "Decided by vote"),
    "vague_task": Text("Nhiệm vụ còn nêu chung", "Task in general words"),
    "explained_policy": Text(
        "Thời sự, chủ trương có liên hệ với chi bộ", "Policy or news applied to the cell"
    ),
    "thematic_content": Text(
        "Chuyên đề, học tập có nội dung", "Lesson or thematic paper with content"
    ),
    "guidance": Text("Nhắc nhở, định hướng, động viên đảng viên", "Members are guided"),
    "praise_with_lesson": Text("Biểu dương và rút ra bài học", "Praise with a lesson drawn"),
    "policy_told": Text("Phổ biến nhưng chưa liên hệ", "Policy told, nothing drawn from it"),
    "title_only": Text("Chỉ nêu tên văn bản", "Titles only"),
    "concrete_self_criticism": Text(
        "Tự phê bình có việc cụ thể", "Self-criticism with a concrete fault"
    ),
    "concrete_criticism": Text("Phê bình, góp ý có việc cụ thể", "Criticism with a concrete fault"),
    "argued_disagreement": Text("Có ý kiến khác, nêu lý lẽ", "Argued disagreement"),
    "follow_up": Text("Theo dõi việc sửa khuyết điểm", "A shortcoming is followed up"),
    "criticism_formula": Text("Mới là câu nói chung về phê bình", "A formula only"),
    "ownerless_shortcoming": Text(
        "Nêu khuyết điểm nhưng chưa rõ của ai", "A shortcoming without an owner"
    ),
}
"""Names of the signs of the annotation guide; a sign that is not here is shown by its quote."""


def section_name(section: SectionLabel, language: Language) -> str:
    """Return the display name of ``section``."""
    return (SECTION_NAMES_VI if language == "vi" else SECTION_NAMES_EN)[section]


def sign_name(sign: str, language: Language) -> str | None:
    """Return the display name of ``sign``, ``None`` for one that has no name here."""
    name = SIGNS.get(sign)
    return name.in_language(language) if name else None
