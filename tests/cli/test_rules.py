from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from minutes_nlp.bulk.across.rules import AcrossRule, across_rules
from minutes_nlp.rules import all_rules
from tests.cli.conftest import Call

Run = Callable[..., Call]


def test_table_names_every_check_once(call: Run) -> None:
    lines = call("rules").out.splitlines()
    known = (*all_rules(), *across_rules())
    assert [line.split()[0] for line in lines] == [rule.code for rule in known]
    for line, rule in zip(lines, known, strict=True):
        assert rule.title.vi in line


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: str(rule.code))
def test_page_has_name_basis_and_every_example(call: Run, rule: object) -> None:
    known = {one.code: one for one in all_rules()}[rule.code]  # type: ignore[attr-defined]
    out = " ".join(call("rule", known.code.lower()).out.split())
    assert known.title.vi in out
    assert " ".join(known.basis.vi.split()) in out
    assert f"Mẫu ghi đủ: {known.pattern.vi}" in out
    for example in (*known.good, *known.bad):
        for line in example:
            assert " ".join(line.partition(" | ")[2].split()) in out


@pytest.mark.parametrize("rule", across_rules(), ids=lambda rule: str(rule.code))
def test_page_of_a_check_over_many_minutes(call: Run, rule: AcrossRule) -> None:
    out = " ".join(call("rule", rule.code.lower()).out.split())
    assert rule.title.vi in out
    assert rule.basis.vi in out
    assert rule.when.vi in out
    assert "What does not count" in call("rule", rule.code, "--lang", "en").out


def test_english_page_explains_what_does_not_count(call: Run) -> None:
    out = call("rule", "KL001", "--lang", "en").out
    assert "What does not count" in out
    assert "A full record has this shape: The chair concludes: [what was agreed]" in out
    assert all_rules()[0].title.en


def test_schema_is_printed(call: Run) -> None:
    assert json.loads(call("schema").out)["title"] == "Report"
