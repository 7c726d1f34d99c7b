"""The catalogue of checks is complete and each check is fully described."""

from __future__ import annotations

import inspect

import pytest

from minutes_nlp.corpus.validation import CHECK_CODES
from minutes_nlp.errors import ExitCode, UsageError
from minutes_nlp.rules import Rule, all_rules, rule_by_code
from minutes_nlp.rules.claims import Claim


def test_every_check_of_the_catalogue_is_there_once() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert set(codes) == CHECK_CODES | {"HT007"}  # which no annotated text can show


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_check_is_described(rule: Rule) -> None:
    doc = inspect.getdoc(rule) or ""
    for heading in ("**Why it matters.**", "**What does not count.**", "**How to record it.**"):
        assert heading in doc
    module = type(rule).__module__.rsplit(".", 1)[1]
    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    if rule.claim is not Claim.READING:
        assert rule.good
        assert rule.bad
    assert all(text.vi and text.en for text in (rule.title, rule.basis, rule.pattern))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_check_states_what_its_findings_claim(rule: Rule) -> None:
    assert isinstance(rule.claim, Claim)


def test_only_the_quality_of_a_scan_is_a_matter_of_reading() -> None:
    assert [rule.code for rule in all_rules() if rule.claim is Claim.READING] == ["HT007"]


def test_one_check_is_off_by_default() -> None:
    assert [rule.code for rule in all_rules() if not rule.enabled_by_default] == ["YK005"]


def test_a_check_is_found_by_its_code_in_any_case() -> None:
    assert rule_by_code(" kl001 ").name == "missing-chair-conclusion"


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        rule_by_code("KL0O1")
    assert "KL001" in caught.value.text.vi
    assert "KL001" in caught.value.text.en
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_quite_unknown_code_lists_what_there_is() -> None:
    with pytest.raises(UsageError, match=r"KL001.*YK005"):
        rule_by_code("??")
