"""What a Word comment says about a finding, and which words it is tied to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.language import Language
from minutes_nlp.model.report import FindingInfo, NearestInfo, ParagraphInfo, Report
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.view import ordered_findings
from minutes_nlp.renderers.words import Words

_TITLE: Final = "BIÊN BẢN"


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: its lines, and the words ``start`` to ``end`` of paragraph ``paragraph``.

    ``end`` is ``None`` for a comment on the paragraph as a whole.
    """

    paragraph: int
    start: int
    end: int | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    paragraph: int
    start: int = 0
    end: int | None = None
    why_not: str | None = None


def finding_notes(report: Report, language: Language = "vi") -> list[Note]:
    """Return the comments for every finding of ``report``, gravest first.

    A finding is told once in full, at its first words; its other words carry a short comment.
    What is missing is told at the passages that came nearest, else at the title.
    """
    words = Words(language)
    return [note for finding in ordered_findings(report) for note in _notes(finding, report, words)]


def _notes(finding: FindingInfo, report: Report, words: Words) -> Iterator[Note]:
    spots = _spots(finding, report)
    for number, spot in enumerate(spots, start=1):
        lines = _full(finding, words) if number == 1 else ()
        place = words("comment_place", n=number, total=len(spots)) if len(spots) > 1 else ""
        head = f"{finding.code}{place} · {words(finding.severity.value)}"
        head += f": {finding.title}" if finding.title else ""
        again = (words("comment_again", code=finding.code),) if number > 1 else ()
        why_not = (words("comment_nearest", why=spot.why_not),) if spot.why_not else ()
        text = (head, *lines, *again, *why_not)
        yield Note(spot.paragraph, spot.start, spot.end, tuple(plain(line) for line in text))


def _full(finding: FindingInfo, words: Words) -> tuple[str, ...]:
    searched = (f"{words('searched')} {finding.searched}",) if finding.searched else ()
    pattern = (f"{words('how_good')} {finding.pattern}",) if finding.pattern else ()
    return (finding.message, *searched, *pattern, f"{words('basis')} {finding.basis}")


def _spots(finding: FindingInfo, report: Report) -> list[_Spot]:
    if finding.evidence:
        return _evidence(finding, report.paragraphs)
    nearest = [_nearest(one, report.paragraphs) for one in finding.nearest]
    return nearest or [_Spot(_title(report.paragraphs))]


def _evidence(finding: FindingInfo, paragraphs: Sequence[ParagraphInfo]) -> list[_Spot]:
    """Return the words of the evidence; those with only a space between are one stretch."""
    spots: list[_Spot] = []
    for one in sorted(finding.evidence, key=lambda one: (one.paragraph, one.start)):
        last = spots[-1] if spots else None
        if last and last.paragraph == one.paragraph and last.end is not None:
            between = paragraphs[one.paragraph].text[last.end : one.start]
            if not between.strip():
                spots[-1] = _Spot(one.paragraph, last.start, max(last.end, one.end))
                continue
        spots.append(_Spot(one.paragraph, one.start, one.end))
    return spots


def _nearest(nearest: NearestInfo, paragraphs: Sequence[ParagraphInfo]) -> _Spot:
    start = paragraphs[nearest.paragraph].text.find(nearest.text)
    if start < 0:  # shown shortened
        return _Spot(nearest.paragraph, why_not=nearest.why_not)
    return _Spot(nearest.paragraph, start, start + len(nearest.text), nearest.why_not)


def _title(paragraphs: Sequence[ParagraphInfo]) -> int:
    """Return the paragraph that titles the minutes, the first one when none does."""
    for number, paragraph in enumerate(paragraphs):
        if unicodedata.normalize("NFC", paragraph.text).upper().startswith(_TITLE):
            return number
    return 0
