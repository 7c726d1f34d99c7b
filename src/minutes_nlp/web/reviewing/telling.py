"""The state of a review in words, for the page and for its script alike."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_nlp.model.language import Language
from minutes_nlp.model.report import Report
from minutes_nlp.renderers.names import section_name
from minutes_nlp.reviewing import (
    CheckDecision,
    Event,
    FindingDecision,
    SectionCorrection,
    Standing,
    standing,
)
from minutes_nlp.web.reviewing.keeping import Kept
from minutes_nlp.web.reviewing.phrases import ReviewPhrases


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """What was decided about one thing; ``text`` is the whole of it in words."""

    verdict: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """The state: ``decisions`` by key of the item, corrected ``sections`` by paragraph index.

    ``undo`` tells whether there is anything to take back; ``problem`` why nothing is saved to a
    file; ``other`` how many decisions on another text could be carried over.
    """

    version: str
    looked_at: int
    total: int
    progress: str
    decisions: dict[str, ToldDecision]
    sections: dict[int, str]
    undo: bool
    saved: bool
    problem: str | None
    other: int


def finding_key(fingerprint: str | None) -> str:
    """Return what a finding is called on the page."""
    return f"f-{fingerprint}"


def check_key(code: str) -> str:
    """Return what an undecided check is called on the page."""
    return f"c-{code}"


def tell(report: Report, kept: Kept, language: Language) -> Told:
    """Put the state into words."""
    t = ReviewPhrases(language)
    found = standing(report, kept.review)
    decisions = {
        finding_key(one.finding.fingerprint): _decision(one.decision, one.of_earlier_text, t)
        for one in found.findings
        if one.decision
    } | {
        check_key(one.check.code): _decision(one.decision, one.of_earlier_text, t)
        for one in found.checks
        if one.decision
    }
    return Told(
        version=kept.version,
        looked_at=found.looked_at,
        total=found.total,
        progress=_progress(found, t),
        decisions=decisions,
        sections={index: label.value for index, label in found.sections.items()},
        undo=len(kept.review.events) > kept.review.carried,
        saved=kept.saved,
        problem=kept.problem.in_language(language) if kept.problem else None,
        other=len(kept.other.events) if kept.other else 0,
    )


def tell_event(event: Event, language: Language) -> str:
    """Say in a line what was decided and about what."""
    t = ReviewPhrases(language)
    if isinstance(event, SectionCorrection):
        after = section_name(event.after, language)
        return t("elsewhere_section", n=event.paragraph + 1, after=after)
    return f"[{event.code}] {_decision(event, False, t).text}"


def _progress(found: Standing, t: ReviewPhrases) -> str:
    if found.total and not found.still_to_look_at:
        return t("all_looked_at", total=found.total)
    return t("progress", n=found.looked_at, total=found.total)


def _decision(
    decision: FindingDecision | CheckDecision, old: bool, t: ReviewPhrases
) -> ToldDecision:
    check = "check_" if isinstance(decision, CheckDecision) else ""
    text = t(f"decided_{check}{decision.verdict}")
    if old:
        text = f"{text} ({t('of_earlier')})"
    if decision.reason:
        text = f"{text}: {decision.reason}"
    return ToldDecision(decision.verdict, text, decision.reason or "")
