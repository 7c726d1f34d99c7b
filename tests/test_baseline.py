from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.baseline import compare
from minutes_nlp.fingerprints import with_fingerprints
from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.report import DocumentTypeInfo, FindingInfo, Report, UndecidedInfo
from minutes_nlp.settings import Settings
from tests.renderers.sample_reports import (
    compared_report,
    earlier_report,
    failed_report,
    faulty_report,
)
from tests.test_fingerprints import FINDINGS, finding


def report_of(*findings: FindingInfo, undecided: tuple[UndecidedInfo, ...] = ()) -> Report:
    update = {"findings": with_fingerprints(findings), "undecided": undecided}
    return faulty_report().model_copy(update=update)


def outcome(now: Report, earlier: Report, **settings: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the codes of each outcome."""
    compared = compare(now, earlier, Settings(**settings))
    assert compared.baseline is not None
    return {
        "new": [one.code for one in compared.findings if one.status == "new"],
        "unchanged": [one.code for one in compared.findings if one.status == "unchanged"],
        "fixed": [one.code for one in compared.baseline.fixed],
        "open": [one.code for one in compared.baseline.open],
    }


def test_every_outcome_is_told() -> None:
    report = compared_report()
    assert [(one.code, one.status) for one in report.findings] == [
        ("TP002", "unchanged"),
        ("PB002", "unchanged"),
        ("KL001", "new"),
    ]
    assert report.baseline is not None
    assert [one.code for one in report.baseline.fixed] == ["TP003"]
    assert [one.code for one in report.baseline.open] == ["YK004"]
    assert [one.status for one in report.undecided] == ["unchanged", "new"]


@given(FINDINGS, FINDINGS)
def test_nothing_is_lost_and_nothing_counted_twice(
    now: list[FindingInfo], before: list[FindingInfo]
) -> None:
    told = outcome(report_of(*now), report_of(*before))
    assert len(told["new"]) + len(told["unchanged"]) == len(now)
    assert len(told["unchanged"]) + len(told["fixed"]) + len(told["open"]) == len(before)
    prints = [
        one.fingerprint for one in compare(report_of(*now), report_of(*before), Settings()).findings
    ]
    assert len(set(prints)) == len(now)


@given(FINDINGS, st.randoms(use_true_random=False))
def test_the_same_minutes_have_nothing_new_in_any_order(
    findings: list[FindingInfo], random: Random
) -> None:
    now = report_of(*findings)
    shuffled = list(now.findings)
    random.shuffle(shuffled)
    told = outcome(now, now.model_copy(update={"findings": tuple(shuffled)}))
    assert len(told["unchanged"]) == len(findings)
    assert not told["new"] + told["fixed"] + told["open"]


def test_retyped_evidence_is_the_same_finding_and_keeps_its_fingerprint() -> None:
    before = report_of(finding("BQ002", "Biểu quyết: 21/19 đồng chí tán thành.", first=8))
    now = report_of(finding("BQ002", "Biểu quyết 21/19 các đồng chí tán thành", first=11))
    compared = compare(now, before, Settings())
    assert now.findings[0].fingerprint != before.findings[0].fingerprint
    assert compared.findings[0].status == "unchanged"
    assert compared.findings[0].fingerprint == before.findings[0].fingerprint


def test_a_check_of_single_things_tells_one_from_another() -> None:
    before = report_of(finding("HT005", "Hướng dẫn số 12-HD/BTCTW năm 2018"))
    now = report_of(finding("HT005", "theo Chỉ thị 05 về học tập và làm theo Bác"))
    assert outcome(now, before) == {
        "new": ["HT005"],
        "unchanged": [],
        "fixed": ["HT005"],
        "open": [],
    }


def test_a_check_of_the_whole_document_still_says_the_same_in_new_words() -> None:
    before = report_of(finding("KL002", "Đồng chí Bí thư kết luận như trên."))
    now = report_of(finding("KL002", "Chủ trì cảm ơn, đề nghị phát huy tinh thần."))
    assert outcome(now, before)["unchanged"] == ["KL002"]


def test_what_is_undecided_now_is_not_called_mended() -> None:
    now = report_of(undecided=(UndecidedInfo(code="KL001", why="Chưa rõ."),))
    before = report_of(finding("KL001"), finding("PB002"))
    assert outcome(now, before) == {
        "new": [],
        "unchanged": [],
        "fixed": ["PB002"],
        "open": ["KL001"],
    }


def test_what_did_not_run_is_not_called_mended() -> None:
    before = report_of(finding("KL001"), finding("PB002"))
    assert outcome(report_of(), before, ignore=("KL",))["open"] == ["KL001"]
    assert outcome(report_of(), before, select=("KL",))["open"] == ["PB002"]
    other = DocumentTypeInfo(label=DocumentKind.OTHER, confidence=0.9)
    now = report_of().model_copy(update={"document_type": other})
    assert outcome(now, before)["fixed"] == []


def test_a_report_without_fingerprints_can_be_the_earlier_one() -> None:
    before = faulty_report()
    assert before.findings[0].fingerprint is None
    assert len(outcome(report_of(*before.findings), before)["unchanged"]) == 3


def test_a_failed_file_says_nothing_of_what_was_mended() -> None:
    assert compare(failed_report(), earlier_report(), Settings()) == failed_report()
