"""Reviews for tests: strategies of events, and a report to lay them beside."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from minutes_nlp.fingerprints import with_fingerprints
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.report import Report
from minutes_nlp.reviewing import (
    CheckDecision,
    Event,
    FindingDecision,
    ReviewSource,
    SectionCorrection,
    text_digest,
)
from tests.renderers.sample_reports import faulty_report

SOURCE = ReviewSource(name="bien-ban-thang-7.docx", sha256="0" * 64)
EDITED = ReviewSource(name="bien-ban-thang-7.docx", sha256="1" * 64)
WHEN = dt.datetime(2026, 8, 2, 7, 30, tzinfo=dt.UTC)

times = st.datetimes(
    min_value=dt.datetime(1990, 1, 1),
    max_value=dt.datetime(2090, 1, 1),
    timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=7))]),
)
codes = st.sampled_from(["KL001", "TP002", "PB002"])
reasons = st.none() | st.text(max_size=40)
words = reasons.filter(lambda text: bool(text and text.strip()))
sections = st.sampled_from(SectionLabel)

findings: st.SearchStrategy[Event] = st.builds(
    FindingDecision,
    at=times,
    fingerprint=st.sampled_from(["a" * 16, "b" * 16]),
    code=codes,
    verdict=st.sampled_from(["accept", "reject"]),
    reason=reasons,
) | st.builds(
    FindingDecision,
    at=times,
    fingerprint=st.just("a" * 16),
    code=codes,
    verdict=st.just("correct"),
    reason=words,
)
checks: st.SearchStrategy[Event] = st.builds(
    CheckDecision,
    at=times,
    code=codes,
    verdict=st.sampled_from(["accept", "reject"]),
    reason=reasons,
)
corrections: st.SearchStrategy[Event] = st.builds(
    SectionCorrection,
    at=times,
    paragraph=st.integers(0, 3),
    before=sections,
    after=sections,
    digest=st.sampled_from(["c" * 64, "d" * 64]),
)
events = findings | checks | corrections


def report() -> Report:
    """Three findings (KL001, TP002, PB002) and two undecided checks (TG002, YK004)."""
    plain = faulty_report()
    return plain.model_copy(update={"findings": with_fingerprints(plain.findings)})


def on_finding(code: str, verdict: str = "accept", reason: str | None = None) -> FindingDecision:
    (finding,) = (one for one in report().findings if one.code == code)
    return FindingDecision.model_validate(
        {
            "at": WHEN,
            "fingerprint": finding.fingerprint,
            "code": code,
            "verdict": verdict,
            "reason": reason,
        }
    )


def on_check(code: str, verdict: str = "reject") -> CheckDecision:
    return CheckDecision.model_validate({"at": WHEN, "code": code, "verdict": verdict})


def on_section(index: int, after: SectionLabel) -> SectionCorrection:
    paragraph = report().paragraphs[index]
    return SectionCorrection(
        at=WHEN,
        paragraph=index,
        before=paragraph.section,
        after=after,
        digest=text_digest(paragraph.text),
    )
