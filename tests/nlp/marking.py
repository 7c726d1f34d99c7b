"""Single paragraphs for tests of the functions that read them."""

from __future__ import annotations

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Speaker
from minutes_nlp.nlp.cues import mark_cues
from minutes_nlp.nlp.substance import mark_substance


def paragraph(text: str, section: str, role: str | None = None, *, index: int = 0) -> Paragraph:
    """Build a paragraph as it stands after speakers are attributed."""
    speaker = Speaker(role=Role(role)) if role else None
    return Paragraph(index=index, text=text, section=SectionLabel(section), speaker=speaker)


def marked(*lines: str) -> tuple[Paragraph, ...]:
    """Build and mark paragraphs from ``section[:role] | text`` lines."""
    paragraphs = []
    for index, line in enumerate(lines):
        label, _, text = line.partition(" | ")
        section, _, role = label.partition(":")
        paragraphs.append(paragraph(text, section, role or None, index=index))
    return mark_cues(mark_substance(tuple(paragraphs)))
