"""Build small readings by hand, for what examples in words cannot show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes_nlp.model.labels import DocumentKind, SectionLabel
from minutes_nlp.model.minutes import (
    Attendance,
    Cue,
    CueKind,
    DocumentType,
    Meeting,
    Minutes,
    Paragraph,
)
from minutes_nlp.model.report import FindingInfo, UndecidedInfo
from minutes_nlp.rules import load_profile, run_rules
from minutes_nlp.settings import Settings

REGULAR = DocumentType(DocumentKind.REGULAR)


def minutes_of(
    paragraphs: Iterable[Paragraph],
    *,
    meeting: Meeting | None = None,
    kind: DocumentType = REGULAR,
) -> Minutes:
    """Number the paragraphs and make a reading of them."""
    numbered = tuple(replace(p, index=index) for index, p in enumerate(paragraphs))
    return Minutes(kind, meeting or Meeting(), numbered)


def paragraph(
    section: SectionLabel,
    text: str = "Một đoạn của biên bản.",
    *,
    perhaps: SectionLabel | None = None,
    probability: float = 0.0,
    cue: CueKind | None = None,
    strength: float = 1.0,
) -> Paragraph:
    """Make a paragraph that might belong to another section, or that shows something."""
    odds = ((section, 1 - probability), (perhaps, probability)) if perhaps else ()
    cues = (Cue(cue, 0, len(text), strength),) if cue else ()
    return Paragraph(0, text, section, 1 - probability, probabilities=odds, cues=cues)


def attendance(**numbers: int | bool | None) -> Meeting:
    """Make a meeting of which only the numbers of attendance are known."""
    return Meeting(attendance=Attendance(**numbers))  # type: ignore[arg-type]


def verdict_on(
    code: str, minutes: Minutes, *, profile: str = "hd42-2025", settings: Settings | None = None
) -> FindingInfo | UndecidedInfo | None:
    """Run one check and return the only thing it says, or None when it is passed."""
    chosen = settings or Settings(select=(code,))
    findings, undecided = run_rules(minutes, load_profile(profile), chosen)
    said = [v for v in (*findings, *undecided) if v.code == code]
    assert len(said) <= 1, said
    return said[0] if said else None


def outcome(code: str, minutes: Minutes, **options: str) -> str:
    """Return "found", "undecided" or "passed"."""
    verdict = verdict_on(code, minutes, **options)
    if verdict is None:
        return "passed"
    return "found" if isinstance(verdict, FindingInfo) else "undecided"
