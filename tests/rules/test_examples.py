"""Each check's own examples, read by everything that understands paragraphs."""

from __future__ import annotations

import re

import pytest

from minutes_nlp.rules import Rule, all_rules, load_profile, run_rules
from minutes_nlp.settings import Settings
from tests.rules.reading import read_example

BAD = [(rule, lines) for rule in all_rules() for lines in rule.bad]
GOOD = [(rule, lines) for rule in all_rules() for lines in rule.good]
_ACCUSES = re.compile(r"chi bộ (?:không|chưa) \w+|đồng chí|đảng viên không", re.IGNORECASE)


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "lines"), BAD, ids=_name)
def test_a_bad_example_fires(rule: Rule, lines: tuple[str, ...]) -> None:
    minutes = read_example(rule, lines)
    findings, _ = run_rules(minutes, load_profile("hd42-2025"), Settings(select=(rule.code,)))
    assert [finding.code for finding in findings] == [rule.code]


@pytest.mark.parametrize(("rule", "lines"), GOOD, ids=_name)
def test_a_good_example_passes(rule: Rule, lines: tuple[str, ...]) -> None:
    minutes = read_example(rule, lines)
    said = run_rules(minutes, load_profile("hd42-2025"), Settings(select=(rule.code,)))
    assert said == ((), ())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("rule", "lines"), BAD, ids=_name)
def test_what_is_said_is_about_the_minutes(rule, lines, language) -> None:
    """Never "the cell does not …", never a person, always with its ground."""
    minutes = read_example(rule, lines)
    settings = Settings(select=(rule.code,), language=language)
    findings, _ = run_rules(minutes, load_profile("hd42-2025"), settings)
    for finding in findings:
        own_words = re.sub(r"“[^”]*”", "", finding.message)
        assert not _ACCUSES.search(own_words)
        assert finding.evidence or finding.searched or finding.code in {"HT000", "ND010", "TG003"}
        assert finding.basis.endswith(".")
        for span in finding.evidence:
            text = minutes.paragraphs[span.paragraph].text
            assert span.text == text[span.start : span.end]
        assert len(finding.nearest) <= 3
        assert all(near.why_not and near.text for near in finding.nearest)


def test_a_missing_conclusion_shows_what_came_nearest() -> None:
    rule = next(rule for rule in all_rules() if rule.code == "KL001")
    minutes = read_example(rule, rule.bad[0])
    findings, _ = run_rules(minutes, load_profile("hd42-2025"), Settings(select=("KL001",)))
    (nearest,) = findings[0].nearest
    assert nearest.text.startswith("Biểu quyết")
    assert "chỉ là biểu quyết" in nearest.why_not
