"""What became of the findings of an earlier report: new, unchanged, mended, or open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from minutes_nlp.errors import UsageError
from minutes_nlp.fingerprints import evidence_words, with_fingerprints
from minutes_nlp.model.report import BaselineInfo, FindingInfo, FormerFinding, Report
from minutes_nlp.rules import all_rules, load_profile
from minutes_nlp.rules.engine import is_wanted
from minutes_nlp.settings import Settings

_ALIKE: Final = 0.7  # least share of common words by which quoted passages count as the same

Pair = tuple[int, int]


def compare(report: Report, earlier: Report, settings: Settings) -> Report:
    """Return ``report`` with what changed since ``earlier``, a report of the same minutes.

    A finding that was there before is "unchanged" and keeps the fingerprint that it had, however
    its words were edited since.  A former finding counts as mended only where its check ran and
    came to a decision; else it is open.

    Args:
        report: of the minutes as they are now.
        earlier: of the minutes as they were, in which nothing failed.
        settings: those of ``report``, as they tell which checks ran.
    """
    if report.failure:
        return report  # nothing is known of the minutes, so nothing of what changed
    former = earlier.findings
    if not all(finding.fingerprint for finding in former):
        former = with_fingerprints(former)
    known = dict(_pairs(report.findings, former))
    findings = tuple(
        finding.model_copy(
            update={"status": "unchanged", "fingerprint": former[known[place]].fingerprint}
            if place in known
            else {"status": "new"}
        )
        for place, finding in enumerate(report.findings)
    )
    gone = [one for place, one in enumerate(former) if place not in set(known.values())]
    decided = _codes_run(report, settings) - {one.code for one in report.undecided}
    before = {one.code for one in earlier.undecided}
    return report.model_copy(
        update={
            "findings": findings,
            "undecided": tuple(
                one.model_copy(update={"status": "unchanged" if one.code in before else "new"})
                for one in report.undecided
            ),
            "baseline": BaselineInfo(
                source=earlier.source.name,
                sha256=earlier.source.sha256,
                fixed=tuple(_former(one) for one in gone if one.code in decided),
                open=tuple(_former(one) for one in gone if one.code not in decided),
            ),
        }
    )


def _pairs(now: tuple[FindingInfo, ...], former: tuple[FindingInfo, ...]) -> Iterator[Pair]:
    """Yield the places of findings that are the same: by fingerprint, by words, by the check."""
    left, right = set(range(len(now))), set(range(len(former)))
    repeating = {rule.code for rule in all_rules() if rule.repeats}
    candidates = [
        (_likeness(now[one], former[other], repeating), one, other)
        for one in left
        for other in right
        if now[one].code == former[other].code
    ]
    for likeness, one, other in sorted(candidates, key=lambda entry: (-entry[0], *entry[1:])):
        if likeness > 0 and one in left and other in right:
            left.remove(one)
            right.remove(other)
            yield one, other


def _likeness(now: FindingInfo, former: FindingInfo, repeating: set[str]) -> float:
    """Return most for the same fingerprint, else 1 + the share of common words; 0 for two things.

    A check that speaks once of a whole document still says the same when all words are new.
    """
    if now.fingerprint == former.fingerprint:
        return 3.0
    words, other = evidence_words(now), evidence_words(former)
    total = words.total() + other.total()
    share = 2 * (words & other).total() / total if total else 1.0
    return 1 + share if share >= _ALIKE or now.code not in repeating else 0.0


def _codes_run(report: Report, settings: Settings) -> set[str]:
    """Return the codes of the checks that ran; none is known for a profile that is not ours."""
    kind, name = report.document_type, report.produced_by.profile
    if kind is None or name is None:
        return set()
    try:
        profile = load_profile(name)
    except UsageError:
        return set()
    return {
        rule.code
        for rule in all_rules()
        if kind.label in rule.kinds and is_wanted(rule, profile, settings)
    }


def _former(finding: FindingInfo) -> FormerFinding:
    return FormerFinding(
        code=finding.code,
        name=finding.name,
        title=finding.title,
        severity=finding.severity,
        message=finding.message,
        fingerprint=finding.fingerprint,
    )
