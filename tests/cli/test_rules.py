from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from minutes_nlp.rules import all_rules
from tests.cli.conftest import Call

Run = Callable[..., Call]


def test_table_names_every_check_once(call: Run) -> None:
    lines = call("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]
    for line, rule in zip(lines, all_rules(), strict=True):
        assert rule.title.vi in line


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: str(rule.code))
def test_page_has_name_basis_and_every_example(call: Run, rule: object) -> None:
    known = {one.code: one for one in all_rules()}[rule.code]  # type: ignore[attr-defined]
    out = " ".join(call("rule", known.code.lower()).out.split())
    assert known.title.vi in out
    assert " ".join(known.basis.vi.split()) in out
    for example in (*known.good, *known.bad):
        for line in example:
            assert " ".join(line.partition(" | ")[2].split()) in out


def test_english_page_explains_what_does_not_count(call: Run) -> None:
    out = call("rule", "KL001", "--lang", "en").out
    assert "What does not count" in out
    assert all_rules()[0].title.en


def test_schema_is_printed(call: Run) -> None:
    assert json.loads(call("schema").out)["title"] == "Report"
