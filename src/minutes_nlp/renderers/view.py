"""What a report shows, in words and in order, before any layout: terminal and HTML share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.labels import Characteristic, DocumentKind, Level, Severity
from minutes_nlp.model.language import Language
from minutes_nlp.model.report import (
    EvidenceInfo,
    FindingInfo,
    ParagraphInfo,
    Report,
    SignInfo,
    UndecidedInfo,
)
from minutes_nlp.renderers.changes import ChangesView, changes_of
from minutes_nlp.renderers.facts import meeting_facts
from minutes_nlp.renderers.matrix import MatrixRow, matrix_rows
from minutes_nlp.renderers.names import CHARACTERISTICS, LEVELS, sign_name
from minutes_nlp.renderers.overview import SectionRow, section_rows, unsure_numbers
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.quotes import Quote, quote_paragraph, quote_words
from minutes_nlp.renderers.scan_notice import poor_pages, scan_notice
from minutes_nlp.renderers.words import Words

UNSURE_BELOW: Final = 0.6
"""A characteristic read with less confidence than this is marked as not certain."""

_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}

Paragraphs = Mapping[int, ParagraphInfo]


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; ``nearest`` pairs a passage with why it does not count.

    ``status`` says whether an earlier report had it, where there is one.
    """

    number: int
    severity: Severity
    severity_name: str
    code: str
    title: str | None
    message: str
    evidence: tuple[Quote, ...]
    nearest: tuple[tuple[Quote, str], ...]
    searched: str | None
    basis: str
    pattern: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class CharacteristicView:
    """One characteristic; ``evidence`` pairs the name of a sign with its quote.

    ``level`` is ``None`` where poor pages of a scan or an undecided check leave it open;
    ``nothing`` is said in place of quotes.
    """

    name: str
    level: Level | None
    level_name: str
    nothing: str
    unsure: bool
    evidence: tuple[tuple[str | None, Quote], ...]


@dataclass(frozen=True, slots=True)
class UndecidedView:
    """A check that stays undecided."""

    code: str
    title: str | None
    why: str


@dataclass(frozen=True, slots=True)
class UndecidedGroup:
    """Checks that stay undecided for one reason; ``checks`` pairs names with codes."""

    why: str
    checks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """All parts of a report in the order in which people read them.

    ``other`` says what the paper looks like when it is no such minutes; ``facts`` pairs a
    label with what is known; ``counts`` are the figures of the summary line; ``notice`` says,
    before everything else, that pages of a scan were not read.
    """

    name: str
    language: Language
    notice: str | None
    facts: tuple[tuple[str, str], ...]
    counts: tuple[str, ...]
    other: str | None
    findings: tuple[FindingView, ...]
    no_findings: str | None
    changes: ChangesView | None
    items: tuple[MatrixRow, ...]
    characteristics: tuple[CharacteristicView, ...]
    undecided_together: tuple[UndecidedGroup, ...]
    undecided: tuple[UndecidedView, ...]
    sections: tuple[SectionRow, ...]
    unsure_paragraphs: str
    failure: str | None
    produced_by: str


def build_view(report: Report, language: Language) -> ReportView:
    """Put ``report`` into words; nothing is added that the report does not say."""
    words = Words(language)
    paragraphs = {paragraph.index: paragraph for paragraph in report.paragraphs}
    reasons: dict[str, list[UndecidedInfo]] = {}
    for one in report.undecided:
        reasons.setdefault(_capital(plain(one.why)), []).append(one)
    return ReportView(
        name=plain(report.source.name),
        language=language,
        notice=scan_notice(report, words),
        facts=() if report.failure else meeting_facts(report, words),
        counts=() if report.failure else _counts(report, words),
        other=_other_type(report, words),
        findings=tuple(
            _finding(finding, number, paragraphs, words)
            for number, finding in enumerate(ordered_findings(report), start=1)
        ),
        no_findings=_no_findings(report, words),
        changes=changes_of(report, words),
        items=matrix_rows(report.items, words),
        characteristics=tuple(
            _characteristic(name, report, paragraphs, words)
            for name in Characteristic
            if name in report.characteristics
        ),
        undecided_together=tuple(
            UndecidedGroup(why, tuple((one.title or "", one.code) for one in group))
            for why, group in reasons.items()
            if len(group) > 1
        ),
        undecided=tuple(
            UndecidedView(group[0].code, group[0].title, why)
            for why, group in reasons.items()
            if len(group) == 1
        ),
        sections=section_rows(report.paragraphs, language),
        unsure_paragraphs=unsure_numbers(report.paragraphs),
        failure=plain(report.failure.message) if report.failure else None,
        produced_by=_produced_by(report, words),
    )


def ordered_findings(report: Report) -> list[FindingInfo]:
    """Return the findings, gravest first; their place in this list is their number."""
    return sorted(report.findings, key=lambda finding: _ORDER[finding.severity])


def _counts(report: Report, words: Words) -> tuple[str, ...]:
    kind = report.document_type
    if kind is not None and kind.label is DocumentKind.OTHER and not poor_pages(report):
        return (words("not_checked"),)
    numbers = Counter(finding.severity for finding in report.findings)
    counts = [words("error_count", n=numbers[Severity.ERROR])]
    counts.append(words("warning_count", n=numbers[Severity.WARNING]))
    if numbers[Severity.INFO]:
        counts.append(words("info_count", n=numbers[Severity.INFO]))
    counts.append(words("undecided_count", n=len(report.undecided)))
    poor = poor_pages(report)
    return (*counts, words("poor_page_count", n=len(poor))) if poor else tuple(counts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _other_type(report: Report, words: Words) -> str | None:
    kind = report.document_type
    if kind is None or kind.label is not DocumentKind.OTHER:
        return None
    if poor_pages(report):
        return None  # noise looks like no minutes either
    if not kind.looks_like:
        return words("other_type_unnamed")
    return words("other_type", looks_like=plain(kind.looks_like))


def _no_findings(report: Report, words: Words) -> str | None:
    if report.findings or report.failure:
        return None
    if report.undecided:
        return words("no_findings_but", n=len(report.undecided))
    return words("no_findings")


def _finding(
    finding: FindingInfo, number: int, paragraphs: Paragraphs, words: Words
) -> FindingView:
    return FindingView(
        number=number,
        severity=finding.severity,
        severity_name=words(finding.severity.value),
        code=finding.code,
        title=finding.title,
        message=plain(finding.message),
        evidence=tuple(
            quote_words(spans, paragraphs, words) for spans in _by_paragraph(finding.evidence)
        ),
        nearest=tuple(
            (quote_paragraph(one.paragraph, one.text, paragraphs, words), plain(one.why_not))
            for one in finding.nearest
        ),
        searched=plain(finding.searched) if finding.searched else None,
        basis=plain(finding.basis),
        pattern=plain(finding.pattern) if finding.pattern else None,
        status=words(finding.status) if finding.status else None,
    )


_CHECK_OF: Final = {
    Characteristic.LEADERSHIP: "TC001",
    Characteristic.EDUCATIONAL: "TC002",
    Characteristic.COMBATIVE: "TC003",
}


def _characteristic(
    name: Characteristic, report: Report, paragraphs: Paragraphs, words: Words
) -> CharacteristicView:
    info = report.characteristics[name]
    why_open = None
    if info.level is not Level.PRESENT:
        doubtful = any(one.code == _CHECK_OF[name] for one in report.undecided)
        why_open = "level_open" if poor_pages(report) else "level_undecided" if doubtful else None
    left_open = why_open is not None
    level_name = LEVELS[info.level].in_language(words.language)
    return CharacteristicView(
        name=CHARACTERISTICS[name].in_language(words.language),
        level=None if left_open else info.level,
        level_name=words(why_open) if why_open else level_name,
        nothing=words("level_open_quotes" if why_open == "level_open" else "no_evidence"),
        unsure=info.confidence < UNSURE_BELOW and not left_open,
        evidence=tuple(
            (sign_name(spans[0].sign, words.language), quote_words(spans, paragraphs, words))
            for spans in _every_sign_first(info.evidence)
        ),
    )


def _by_paragraph(evidence: Iterable[EvidenceInfo]) -> list[list[EvidenceInfo]]:
    groups: dict[int, list[EvidenceInfo]] = {}
    for one in evidence:
        groups.setdefault(one.paragraph, []).append(one)
    return list(groups.values())


def _every_sign_first(evidence: Iterable[SignInfo]) -> list[list[SignInfo]]:
    # Where quotes are cut off after a few, each sign that backs the level is still seen once.
    groups: dict[tuple[str, int], list[SignInfo]] = {}
    for one in evidence:
        groups.setdefault((one.sign, one.paragraph), []).append(one)
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, list[SignInfo]]] = []
    for (sign, _), group in groups.items():
        ranked.append((seen[sign], group))
        seen[sign] += 1
    return [group for _, group in sorted(ranked, key=lambda pair: pair[0])]


def _produced_by(report: Report, words: Words) -> str:
    made = report.produced_by
    if made.profile is None:
        return words("produced_by_only", version=made.minutes_nlp)
    return words("produced_by", version=made.minutes_nlp, profile=made.profile)
