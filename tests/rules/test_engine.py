"""Which checks run, in which order their findings stand, and how they are worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_nlp.model.labels import DocumentKind, SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import DocumentType
from minutes_nlp.rules import load_profile, run_rules
from minutes_nlp.rules.kl001_missing_chair_conclusion import MissingChairConclusion
from minutes_nlp.settings import Settings
from tests.rules.building import minutes_of, outcome, paragraph, verdict_on

BARE = minutes_of([paragraph(SectionLabel.FORMALITIES, "Hội nghị kết thúc.")])
HD42 = load_profile("hd42-2025")


def _codes(minutes, settings=None, profile="hd42-2025") -> list[str]:
    findings, _ = run_rules(minutes, load_profile(profile), settings or Settings())
    return [finding.code for finding in findings]


def test_the_gravest_stand_first_then_by_code() -> None:
    findings, _ = run_rules(BARE, HD42, Settings())
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    keys = [(order[finding.severity], finding.code) for finding in findings]
    assert keys == sorted(keys)
    assert {finding.severity for finding in findings} == set(Severity)


def test_another_paper_gets_one_finding_alone() -> None:
    other = DocumentType(DocumentKind.OTHER, 0.9, "báo cáo")
    assert _codes(replace(BARE, document_type=other)) == ["HT000"]
    assert "báo cáo" in verdict_on("HT000", replace(BARE, document_type=other)).message


def test_a_paper_of_unsure_kind_is_not_accused() -> None:
    unsure = replace(BARE, document_type=DocumentType(DocumentKind.OTHER, 0.3, "báo cáo"))
    findings, undecided = run_rules(unsure, HD42, Settings())
    assert (findings, [u.code for u in undecided]) == ((), ["HT000"])


def test_checks_of_regular_meetings_wait_when_the_kind_is_unsure() -> None:
    unsure = replace(BARE, document_type=DocumentType(DocumentKind.REGULAR, 0.3))
    assert outcome("ND003", unsure) == "undecided"
    assert outcome("KL001", unsure) == "found"


def test_a_purely_thematic_meeting_is_not_held_to_regular_matters() -> None:
    thematic = replace(BARE, document_type=DocumentType(DocumentKind.THEMATIC))
    held = {"ND001", "ND002", "ND003", "ND004", "ND005", "ND006", "PB001"}
    assert not held & set(_codes(thematic))
    assert {"ND001", "ND002", "ND003", "ND006", "PB001"} <= set(_codes(BARE))


def test_select_and_ignore_take_codes_and_prefixes() -> None:
    assert _codes(BARE, Settings(select=("kl", "YK001"))) == ["KL001", "YK001"]
    assert "KL001" not in _codes(BARE, Settings(ignore=("KL",)))
    assert _codes(BARE, Settings(select=("KL",), ignore=("KL001",))) == []


def test_a_check_that_the_profile_leaves_out_runs_when_named() -> None:
    assert "DP001" in _codes(BARE)
    assert "DP001" not in _codes(BARE, profile="hd12-2018")
    assert "DP001" not in _codes(BARE, Settings(select=("DP",)), "hd12-2018")
    assert _codes(BARE, Settings(select=("DP001",)), "hd12-2018") == ["DP001"]


def test_severity_language_and_basis_follow_settings_and_profile() -> None:
    settings = Settings(select=("KL001",), language="en", severities={"KL001": Severity.INFO})
    (finding,), _ = run_rules(BARE, HD42, settings)
    assert finding.severity is Severity.INFO
    assert finding.message.startswith("The minutes record no conclusion")
    assert "42-HD/BTCTW" in finding.basis
    (old,), _ = run_rules(BARE, load_profile("hd12-2018"), settings)
    assert "12-HD/BTCTW" in old.basis


def test_evidence_quotes_no_words_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, part = BARE.paragraphs[0].span(), BARE.paragraphs[0].span(0, 8)

    def repeating(rule: MissingChairConclusion, *_: object):
        yield rule.found(Text("một", "one"), [part, whole, whole])

    monkeypatch.setattr(MissingChairConclusion, "check", repeating)
    (finding,), _ = run_rules(BARE, HD42, Settings(select=("KL001",)))
    assert [evidence.text for evidence in finding.evidence] == [whole.text]


def test_a_fault_of_a_check_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(MissingChairConclusion, "check", broken)
    with pytest.raises(ZeroDivisionError):
        run_rules(BARE, HD42, Settings())
