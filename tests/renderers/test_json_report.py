from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from minutes_nlp.model.report import Report
from minutes_nlp.renderers.json_report import render_json, render_schema
from tests.renderers.sample_reports import ALL_REPORTS, faulty_report

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_committed_schema_is_fresh() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == render_schema(), (
        "run: minutes-nlp schema > docs/report.schema.json"
    )


def test_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(json.loads(render_schema()))


@pytest.mark.parametrize("name", ALL_REPORTS)
def test_every_report_keeps_to_the_schema(name: str) -> None:
    data = json.loads(render_json(ALL_REPORTS[name]()))
    Draft202012Validator(json.loads(render_schema())).validate(data)
    assert data["schema"] == "minutes-nlp/report/1"


def test_schema_refuses_what_is_no_report() -> None:
    data = json.loads(render_json(faulty_report()))
    validator = Draft202012Validator(json.loads(render_schema()))
    assert not validator.is_valid({**data, "score": 87})
    assert not validator.is_valid({**data, "findings": [{"code": "KL001"}]})


@pytest.mark.parametrize("name", ALL_REPORTS)
def test_report_comes_back_unchanged(name: str) -> None:
    report = ALL_REPORTS[name]()
    assert Report.model_validate_json(render_json(report)) == report
    assert Report.model_validate_json(render_json(report, indent=2)) == report


def test_one_report_is_one_line_whatever_the_words() -> None:
    report = faulty_report()
    finding = report.findings[0].model_copy(update={"message": "a\nb\u2028c\u2029d\x85e\r\n"})
    text = render_json(report.model_copy(update={"findings": (finding,)}))
    assert len(text.splitlines()) == 1
    assert json.loads(text)["findings"][0]["message"] == "a\nb\u2028c\u2029d\x85e\r\n"


def test_vietnamese_stays_readable() -> None:
    assert "Thiếu kết luận của chủ trì" in render_json(faulty_report())
