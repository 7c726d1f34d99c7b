"""Whether a sitting was regular, thematic, or both in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from minutes_nlp.model.labels import DocumentKind, SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.paper_titles import PaperTitle, bare

_THEMATIC: Final = re.compile(r"(?<!\w)(?:chuyen de|shcd)(?!\w)")
_REGULAR: Final = re.compile(
    r"(?<!\w)(?:thuong ky|dinh ky|thuong le|hop le|le ky|hang thang)(?!\w)"
)
_BOTH: Final = re.compile(
    r"(?:ket hop|long|gan voi|va|cung|kem|\+|ghep|phan)\s*(?:sinh hoat\s*)?chuyen de"
    r"|chuyen de[^.;]{0,40}(?:ket hop|gan voi|va|\+)\s*(?:sinh hoat\s*)?(?:thuong ky|dinh ky)"
)
_THEMATIC_PART: Final = re.compile(
    r"^\W*(?:phan|[a-d]|[ivx]{1,4}"
    r"|\d)?[\s.:)\-–]*(?:phan\s+\w+[\s.:)\-–]*)?(?:noi dung\s*\d?[\s.:]*)?"
    r"(?:sinh hoat\s+|trinh bay\s+|noi dung\s+)?chuyen de(?!\w)"
)
_MONTHLY_WORK: Final = (SectionLabel.TASK_REVIEW, SectionLabel.NEXT_TASKS)


def sitting_kind(paragraphs: Sequence[Paragraph], title: PaperTitle | None) -> DocumentKind:
    """Return regular, thematic or combined, from title and opening, else from the parts."""
    opening = _opening_text(paragraphs, title)
    work = sum(p.section in _MONTHLY_WORK for p in paragraphs)
    theme = sum(p.section is SectionLabel.THEMATIC for p in paragraphs)
    if _THEMATIC.search(opening):
        if _REGULAR.search(opening) or (_BOTH.search(opening) and work >= 3):
            return DocumentKind.COMBINED
        return DocumentKind.COMBINED if work >= 6 and work > theme else DocumentKind.THEMATIC
    parts = sum(_is_thematic_heading(p) for p in paragraphs)
    if parts and theme >= 4:
        return DocumentKind.COMBINED if work >= 2 else DocumentKind.THEMATIC
    return DocumentKind.REGULAR


def _opening_text(paragraphs: Sequence[Paragraph], title: PaperTitle | None) -> str:
    """Return the title with what the opening says of the sitting ("chi bộ họp chuyên đề …")."""
    lines = [title.text if title else ""]
    for paragraph in paragraphs[:16]:
        line = bare(paragraph.text)
        if paragraph.section is SectionLabel.FORMALITIES and re.search(
            r"(?:hop|sinh hoat|hoi nghi)[^.;:]{0,40}chuyen de|chuyen de quy|long chuyen de", line
        ):
            lines.append(line[:220])
    return "\n".join(lines)


def _is_thematic_heading(paragraph: Paragraph) -> bool:
    line = bare(paragraph.text)
    return len(line.split()) <= 40 and _THEMATIC_PART.match(line) is not None
