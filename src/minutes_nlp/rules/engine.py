"""Run the checks over one reading and word what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.labels import DocumentKind, SectionLabel, Severity
from minutes_nlp.model.language import Language, Text
from minutes_nlp.model.minutes import Minutes, Span
from minutes_nlp.model.report import EvidenceInfo, FindingInfo, NearestInfo, UndecidedInfo
from minutes_nlp.rules.base import EVERY_KIND, Rule
from minutes_nlp.rules.catalogue import all_rules, rule_by_code
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.gate import GATE_CODE, Check, Gate
from minutes_nlp.rules.profile import Profile
from minutes_nlp.rules.second_look import ReadAgain, SecondLook
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.unfilled import all_unfilled_slots, past_slots
from minutes_nlp.rules.verdicts import Finding, Undecided, Verdict
from minutes_nlp.settings import Settings

_GRAVEST_FIRST: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def run_rules(
    minutes: Minutes, profile: Profile, settings: Settings, read_again: ReadAgain | None = None
) -> tuple[tuple[FindingInfo, ...], tuple[UndecidedInfo, ...]]:
    """Return what the checks find, gravest first, and what they cannot decide, by code.

    A check that raises is a fault of the program and is not caught here.

    Args:
        minutes: the finished reading.
        profile: the guide that was in force.
        settings: the user's.
        read_again: gives other forms of the minutes, asked only where something seems missing.
    """
    findings: list[FindingInfo] = []
    undecided: list[UndecidedInfo] = []
    for rule, verdict in _all_verdicts(minutes, profile, settings, read_again):
        if isinstance(verdict, Finding):
            findings.append(_finding_info(verdict, rule, profile, settings))
        else:
            why = verdict.why.in_language(settings.language)
            title = rule.title.in_language(settings.language)
            undecided.append(UndecidedInfo(code=verdict.code, title=title, why=why))
    findings.sort(key=lambda info: (_GRAVEST_FIRST[info.severity], info.code))
    return tuple(findings), tuple(undecided)


def _all_verdicts(
    minutes: Minutes, profile: Profile, settings: Settings, read_again: ReadAgain | None
) -> Iterator[tuple[Rule, Verdict]]:
    reliability = _reliability(minutes)
    gate = gate_of(minutes, profile, settings)
    slots = all_unfilled_slots(minutes)
    second_look = SecondLook(minutes, read_again)
    for rule in chosen_rules(minutes, profile, settings):
        check = _check_of(rule, thresholds_for(rule, profile, settings), reliability)
        said = second_look.confirmed(rule, list(gate.let_through(rule, check)), check)
        for verdict in said or past_slots(rule, minutes, check, slots):
            yield rule, verdict
    if gate.poor_pages and minutes.document_type.kind is DocumentKind.OTHER:
        # Noise looks like no minutes either: what would have been checked stays undecided.
        for rule in all_rules():
            if rule.kinds <= EVERY_KIND and is_wanted(rule, profile, settings):
                yield rule, gate.unread(rule)


def gate_of(minutes: Minutes, profile: Profile, settings: Settings) -> Gate:
    """Return what recognition lets stand, by the thresholds of HT007."""
    return Gate(minutes, thresholds_for(rule_by_code(GATE_CODE), profile, settings))


def chosen_rules(minutes: Minutes, profile: Profile, settings: Settings) -> Iterator[Rule]:
    """Yield the checks that apply to this kind of paper, profile and selection, by code."""
    kind = minutes.document_type.kind
    for rule in all_rules():
        if kind in rule.kinds and is_wanted(rule, profile, settings):
            yield rule


def is_wanted(rule: Rule, profile: Profile, settings: Settings) -> bool:
    """Return whether profile and settings let a check run."""
    if rule.code.startswith(settings.ignore):
        return False
    if rule.code in settings.select:
        return True
    selected = not settings.select or rule.code.startswith(settings.select)
    return selected and rule.enabled_by_default and rule.code not in profile.disabled


def thresholds_for(rule: Rule, profile: Profile, settings: Settings) -> Thresholds:
    """Return the numbers of a check: the profile's, overridden by the user's."""
    numbers = dict(profile.shared)
    if settings.doubt is not None:
        numbers["doubt"] = settings.doubt
    numbers.update(profile.thresholds.get(rule.code, {}))
    numbers.update(settings.thresholds.get(rule.code, {}))
    return Thresholds(numbers, profile.superseded)


@dataclass(frozen=True, slots=True)
class _Reliability:
    """How far one document was read well: ``trust`` (0..1) scales the doubt allowed."""

    trust: float
    without_diacritics: bool


def _reliability(minutes: Minutes) -> _Reliability:
    return _Reliability(_trust(minutes), _is_without_diacritics(minutes))


def _is_without_diacritics(minutes: Minutes) -> bool:
    """Whether hardly a word of the minutes has a diacritic; typed text has one in most words."""
    words = Counter(word for paragraph in minutes.paragraphs for word in paragraph.text.split())
    marked = sum(
        number
        for word, number in words.items()
        if not word.isascii() and any(char > "\u007f" for char in word if char.isalpha())
    )
    return words.total() >= _FEWEST_WORDS and marked < _MARKED_SHARE * words.total()


def _trust(minutes: Minutes) -> float:
    """Return less than 1 where the tagger is unsure of the document as a whole.

    Then a small probability may hide what a check does not find: of papers whose paragraphs are
    read with a mean confidence of 0.85, one paragraph in five or six is read wrongly.
    """
    sure = [p.confidence for p in minutes.paragraphs if p.section is not SectionLabel.FORMALITIES]
    if not sure:
        return 1.0
    trust = (sum(sure) / len(sure) - _NO_TRUST) / (_FULL_TRUST - _NO_TRUST)
    return min(1.0, max(_LEAST, trust))


def _check_of(rule: Rule, thresholds: Thresholds, reliability: _Reliability) -> Check:
    """Return the check as it is to be run on a document that was read so reliably."""
    scaled = thresholds.with_numbers(doubt=thresholds["doubt"] * reliability.trust)
    knows = rule.code == _KNOWS_LANGUAGE or rule.claim is Claim.READING
    unmarked = reliability.without_diacritics and not knows
    return lambda minutes: _verdicts(rule, minutes, scaled, unmarked=unmarked)


def _verdicts(
    rule: Rule, minutes: Minutes, thresholds: Thresholds, *, unmarked: bool
) -> Iterator[Verdict]:
    kind = minutes.document_type
    unsure = kind.kind is not DocumentKind.OTHER and kind.confidence < thresholds["kind_confidence"]
    for verdict in rule.check(minutes, thresholds):
        if unmarked and isinstance(verdict, Finding):
            yield Undecided(rule.code, _WITHOUT_DIACRITICS)
            return
        if unsure and isinstance(verdict, Finding) and not rule.kinds >= EVERY_KIND:
            yield Undecided(rule.code, _UNSURE_KIND)
            return
        yield verdict


_FEWEST_WORDS: Final = 30
_MARKED_SHARE: Final = 0.2
_NO_TRUST: Final = 0.72
_FULL_TRUST: Final = 0.92
_LEAST: Final = 0.2
_KNOWS_LANGUAGE: Final = "HT000"
_WITHOUT_DIACRITICS: Final = Text(
    "Văn bản gõ không dấu nên máy dễ đọc sót; cần người đọc lại.",
    "The text has no diacritics, so much may have been overlooked; a person must read it.",
)
_UNSURE_KIND: Final = Text(
    "Chưa rõ đây là sinh hoạt thường kỳ, chuyên đề hay ghép cả hai, nên chưa rõ quy tắc này "
    "có áp dụng hay không.",
    "It is not clear whether this was a regular, a thematic or a combined meeting, so it is "
    "not clear whether this check applies.",
)


def _finding_info(
    finding: Finding, rule: Rule, profile: Profile, settings: Settings
) -> FindingInfo:
    language = settings.language
    severity = profile.severities.get(rule.code, rule.severity)
    return FindingInfo(
        code=rule.code,
        name=rule.name,
        title=rule.title.in_language(language),
        severity=settings.severities.get(rule.code, severity),
        message=finding.message.in_language(language),
        evidence=tuple(_evidence_info(span) for span in _distinct(finding.evidence)),
        nearest=tuple(_nearest_info(finding, language)),
        basis=basis_text(rule, profile).in_language(language),
        pattern=rule.pattern.in_language(language),
        searched=finding.searched.in_language(language) if finding.searched else None,
    )


def basis_text(rule: Rule, profile: Profile) -> Text:
    """Return what a check rests on: its own basis and the profile's guide."""
    cited = profile.citation(rule.code)
    if cited is None:
        return rule.basis
    return Text(f"{rule.basis.vi} {cited.vi}", f"{rule.basis.en} {cited.en}")


def _distinct(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Yield each span once, and none that lies inside another of them."""
    for position, span in enumerate(spans):
        others = (*spans[:position], *(s for s in spans[position + 1 :] if s != span))
        if not any(_holds(other, span) for other in others):
            yield span


def _holds(outer: Span, inner: Span) -> bool:
    same = outer.paragraph == inner.paragraph
    return same and outer.start <= inner.start and inner.end <= outer.end


def _evidence_info(span: Span) -> EvidenceInfo:
    return EvidenceInfo(paragraph=span.paragraph, start=span.start, end=span.end, text=span.text)


def _nearest_info(finding: Finding, language: Language) -> Iterator[NearestInfo]:
    for near in finding.nearest:
        yield NearestInfo(
            paragraph=near.paragraph.index,
            text=near.paragraph.text,
            why_not=near.why_not.in_language(language),
        )
