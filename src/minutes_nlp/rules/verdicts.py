"""What a check says: a finding, or that it cannot decide."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Paragraph, Span


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage that came closest to what is missing, and why it does not count."""

    paragraph: Paragraph
    why_not: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the document: quoted evidence, or what was searched in vain."""

    code: str
    message: Text
    evidence: tuple[Span, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    searched: Text | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither found nor cleared, and why."""

    code: str
    why: Text


Verdict = Finding | Undecided
