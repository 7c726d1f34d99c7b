"""The auditor's screen before any layout: findings, checks, pages and text, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from minutes_nlp.fingerprints import with_fingerprints
from minutes_nlp.model.document import Document
from minutes_nlp.model.language import Language
from minutes_nlp.model.report import Report
from minutes_nlp.renderers.highlights import Mark, Segment, segments
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.view import FindingView, build_view, ordered_findings
from minutes_nlp.reviewing import standing
from minutes_nlp.web.reviewing.keeping import Kept
from minutes_nlp.web.reviewing.page_views import PageView, page_views, reading_summary
from minutes_nlp.web.reviewing.phrases import ReviewPhrases
from minutes_nlp.web.reviewing.telling import Told, check_key, finding_key, tell, tell_event


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding to decide on."""

    key: str
    fingerprint: str
    view: FindingView


@dataclass(frozen=True, slots=True)
class CheckItem:
    """An undecided check to decide on."""

    key: str
    code: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class TextView:
    """A paragraph as it was read; ``section`` is the program's, ``shown`` the corrected one.

    ``near`` are the numbers of the findings that came near it and did not count it.
    """

    index: int
    section: str
    shown: str
    segments: tuple[Segment, ...]
    near: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything that the screen shows.

    ``elsewhere`` are decisions on an earlier text; ``reading`` says how the pages were read.
    """

    name: str
    notice: str | None
    other: str | None
    reading: str | None
    findings: tuple[FindingItem, ...]
    checks: tuple[CheckItem, ...]
    pages: tuple[PageView, ...]
    paragraphs: tuple[TextView, ...]
    elsewhere: tuple[str, ...]
    told: Told


def for_review(report: Report) -> Report:
    """Return the report with fingerprints of its own, also where it is compared with another."""
    return report.model_copy(update={"findings": with_fingerprints(report.findings)})


def build_screen(report: Report, document: Document, kept: Kept, language: Language) -> Screen:
    """Put together what is shown.

    Args:
        report: as :func:`for_review` gives it.
        document: of which it is.
        kept: the decisions.
        language: of the reader.
    """
    t = ReviewPhrases(language)
    view = build_view(report, language)
    findings = ordered_findings(report)
    found = standing(report, kept.review)
    told = tell(report, kept, language)
    return Screen(
        name=view.name,
        notice=view.notice,
        other=view.other,
        reading=reading_summary(report, t),
        findings=tuple(
            FindingItem(finding_key(one.fingerprint), one.fingerprint or "", shown)
            for one, shown in zip(findings, view.findings, strict=True)
        ),
        checks=tuple(
            CheckItem(check_key(one.code), one.code, one.title or one.code, plain(one.why))
            for one in report.undecided
        ),
        pages=page_views(document, report, findings, t),
        paragraphs=_texts(report, told),
        elsewhere=tuple(tell_event(event, language) for event in found.elsewhere),
        told=told,
    )


def _texts(report: Report, told: Told) -> tuple[TextView, ...]:
    marks: dict[int, list[Mark]] = {}
    near: dict[int, list[int]] = {}
    for number, finding in enumerate(ordered_findings(report), start=1):
        for one in finding.evidence:
            mark = Mark(one.paragraph, one.start, one.end, number)
            marks.setdefault(one.paragraph, []).append(mark)
        for index in {passage.paragraph for passage in finding.nearest}:
            near.setdefault(index, []).append(number)
    return tuple(
        TextView(
            index=one.index,
            section=one.section.value,
            shown=told.sections.get(one.index, one.section.value),
            segments=_named_once(segments(one.text, marks.get(one.index, ()))),
            near=tuple(near.get(one.index, ())),
        )
        for one in report.paragraphs
    )


def _named_once(parts: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Name each finding once a paragraph, after the last of its words."""
    named: set[int] = set()
    shown: list[Segment] = []
    for part in reversed(parts):
        shown.append(replace(part, ends=tuple(one for one in part.ends if one not in named)))
        named.update(part.ends)
    return tuple(reversed(shown))
