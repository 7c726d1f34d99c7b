"""Where a review stands with a report: what is decided, corrected, and still to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from minutes_nlp.fingerprints import with_fingerprints
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.report import FindingInfo, ParagraphInfo, Report, UndecidedInfo
from minutes_nlp.reviewing.model import (
    CheckDecision,
    Event,
    FindingDecision,
    Review,
    SectionCorrection,
    text_digest,
)


@dataclass(frozen=True, slots=True)
class ReviewedFinding:
    """A finding and what was decided; ``of_earlier_text`` if that was before the file changed."""

    finding: FindingInfo
    decision: FindingDecision | None = None
    of_earlier_text: bool = False


@dataclass(frozen=True, slots=True)
class ReviewedCheck:
    """An undecided check and what was decided; ``of_earlier_text`` as for findings."""

    check: UndecidedInfo
    decision: CheckDecision | None = None
    of_earlier_text: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The report's findings and undecided checks, in its order, with what was decided.

    ``sections`` maps a paragraph's index to its corrected section.  ``elsewhere`` are the
    decisions that hold for nothing in this report: they belong to an earlier text of the file.
    """

    findings: tuple[ReviewedFinding, ...]
    checks: tuple[ReviewedCheck, ...]
    sections: MappingProxyType[int, SectionLabel]
    elsewhere: tuple[Event, ...]

    @property
    def total(self) -> int:
        """How many findings and undecided checks there are to look at."""
        return len(self.findings) + len(self.checks)

    @property
    def looked_at(self) -> int:
        """How many of them are decided."""
        findings = sum(one.decision is not None for one in self.findings)
        return findings + sum(one.decision is not None for one in self.checks)

    @property
    def still_to_look_at(self) -> int:
        """How many of them are not."""
        return self.total - self.looked_at


def standing(report: Report, review: Review) -> Standing:
    """Lay the decisions beside the report: findings by fingerprint, paragraphs by their words."""
    findings = report.findings
    if not all(one.fingerprint for one in findings):
        findings = with_fingerprints(findings)
    left = review.holding()
    by_finding: dict[tuple[str, str], tuple[FindingDecision, bool]] = {}
    by_check: dict[str, tuple[CheckDecision, bool]] = {}
    sections: dict[int, SectionLabel] = {}
    elsewhere: list[Event] = []
    known = {(one.code, one.fingerprint) for one in findings}
    open_checks = {one.code for one in report.undecided}
    for event, old in left.values():
        match event:
            case FindingDecision() if (event.code, event.fingerprint) in known:
                by_finding[event.code, event.fingerprint] = (event, old)
            case CheckDecision() if event.code in open_checks:
                by_check[event.code] = (event, old)
            case SectionCorrection() if (paragraph := _meant(event, report)) is not None:
                if event.after is paragraph.section:
                    sections.pop(paragraph.index, None)
                else:
                    sections[paragraph.index] = event.after
            case _:
                elsewhere.append(event)
    return Standing(
        findings=tuple(
            ReviewedFinding(one, *by_finding.get((one.code, one.fingerprint or ""), ()))
            for one in findings
        ),
        checks=tuple(ReviewedCheck(one, *by_check.get(one.code, ())) for one in report.undecided),
        sections=MappingProxyType(sections),
        elsewhere=tuple(elsewhere),
    )


def _meant(event: SectionCorrection, report: Report) -> ParagraphInfo | None:
    """Return the paragraph with the very words: at its old place, else the only one with them."""
    alike = [one for one in report.paragraphs if text_digest(one.text) == event.digest]
    at_place = [one for one in alike if one.index == event.paragraph]
    if at_place:
        return at_place[0]
    return alike[0] if len(alike) == 1 else None
