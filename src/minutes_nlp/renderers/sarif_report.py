"""The report as a SARIF 2.1.0 log of one run, for systems that collect findings.

What has no line stands by its paragraph: ``startLine`` is the paragraph's number, counted from 1
as in every report, and columns count its code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Language
from minutes_nlp.model.report import (
    EvidenceInfo,
    FindingInfo,
    FormerFinding,
    Report,
    UndecidedInfo,
)
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.view import ordered_findings
from minutes_nlp.renderers.words import Words

VERSION: Final = "2.1.0"
FINGERPRINT: Final = "minutesNlp/v1"

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def render_sarif(report: Report, *, language: Language = "vi", indent: int | None = None) -> str:
    """Return the report as SARIF, without a final line end; on one line unless indented.

    A check that stays undecided is a result of kind "open".  A file that failed makes the
    invocation unsuccessful, with a notification that says why.
    """
    log = {"version": VERSION, "runs": [_run(report, language)]}
    return json.dumps(log, ensure_ascii=False, indent=indent)


def _run(report: Report, language: Language) -> Json:
    rules = list(_rules(report))
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "minutes-nlp",
                "version": report.produced_by.minutes_nlp,
                "rules": rules,
                "properties": _without_none(
                    model=report.produced_by.model, profile=report.produced_by.profile
                ),
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report)],
        "invocations": [_invocation(report)],
        "results": [
            {"ruleIndex": places[result["ruleId"]], **result}
            for result in _results(report, Words(language))
        ],
    }


def _rules(report: Report) -> Iterator[Json]:
    """Yield what is known of every check that has a result."""
    baseline = report.baseline
    former = (*baseline.fixed, *baseline.open) if baseline else ()
    all_told: list[FindingInfo | UndecidedInfo | FormerFinding] = [
        *ordered_findings(report),
        *report.undecided,
        *former,
    ]
    known: dict[str, Json] = {}
    for one in all_told:
        rule = known.setdefault(one.code, {"id": one.code})
        if isinstance(one, FindingInfo | FormerFinding):
            rule["name"] = one.name
        if isinstance(one, FindingInfo):
            rule["help"] = {"text": plain(one.basis)}
        if one.title:
            rule["shortDescription"] = {"text": plain(one.title)}
    return iter(known.values())


def _artifact(report: Report) -> Json:
    source = report.source
    hashes = {"sha-256": source.sha256} if source.sha256 else None
    media = source.media_type
    return {
        "location": {"uri": _uri(report)},
        "roles": ["analysisTarget"],
        **_without_none(hashes=hashes, mimeType=media),
    }


def _invocation(report: Report) -> Json:
    failure = report.failure
    if failure is None:
        return {"executionSuccessful": True}
    notification = {
        "level": "error",
        "message": {"text": plain(failure.message)},
        "descriptor": {"id": failure.error},
        "locations": [{"physicalLocation": {"artifactLocation": _location(report)}}],
    }
    return {"executionSuccessful": False, "toolExecutionNotifications": [notification]}


def _results(report: Report, words: Words) -> Iterator[Json]:
    for finding in ordered_findings(report):
        yield _result(report, finding)
    for one in report.undecided:
        yield _undecided(report, one)
    if report.baseline:
        yield from (_former(report, one, words("fixed")) for one in report.baseline.fixed)
        # A check that ran and stayed undecided has its result already.
        told = {one.code for one in report.undecided}
        left = (one for one in report.baseline.open if one.code not in told)
        yield from (_former(report, one, words("open"), kind="open") for one in left)


def _result(report: Report, finding: FindingInfo) -> Json:
    places = [_place(report, one) for one in finding.evidence]
    return {
        "ruleId": finding.code,
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": plain(finding.message)},
        "locations": places[:1] or _whole(report),
        **({"relatedLocations": places[1:]} if places[1:] else {}),
        **_fingerprints(finding.fingerprint),
        **_without_none(baselineState=finding.status),
    }


def _undecided(report: Report, one: UndecidedInfo) -> Json:
    return {
        "ruleId": one.code,
        "kind": "open",
        "level": "none",
        "message": {"text": plain(one.why)},
        "locations": _whole(report),
        **_without_none(baselineState=one.status),
    }


def _former(report: Report, one: FormerFinding, note: str, kind: str | None = None) -> Json:
    """Return a finding that is mended, or one of which this is not known."""
    state = {"kind": kind, "level": "none"} if kind else {"level": _LEVELS[one.severity]}
    return {
        "ruleId": one.code,
        **state,
        "message": {"text": f"{note} {plain(one.message)}"},
        "locations": _whole(report),
        **_fingerprints(one.fingerprint),
        "baselineState": "updated" if kind else "absent",
    }


def _place(report: Report, one: EvidenceInfo) -> Json:
    region = {
        "startLine": one.paragraph + 1,
        "startColumn": one.start + 1,
        "endColumn": one.end + 1,
        "snippet": {"text": plain(one.text)},
    }
    return {"physicalLocation": {"artifactLocation": _location(report), "region": region}}


def _whole(report: Report) -> list[Json]:
    return [{"physicalLocation": {"artifactLocation": _location(report)}}]


def _location(report: Report) -> Json:
    return {"uri": _uri(report), "index": 0}


def _uri(report: Report) -> str:
    # A colon would make the first part of the name a scheme; quote() turns it into %3A.
    return quote(report.source.name.encode(errors="replace"), safe="")


def _fingerprints(fingerprint: str | None) -> Json:
    return {"partialFingerprints": {FINGERPRINT: fingerprint}} if fingerprint else {}


def _without_none(**values: object) -> Json:
    return {name: value for name, value in values.items() if value is not None}
