"""Patterns show the shape of a good record and can never stand for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.labels import Level, SectionLabel
from minutes_nlp.rules import (
    Rule,
    all_rules,
    load_profile,
    rule_by_code,
    run_rules,
    without_unfilled_signs,
)
from minutes_nlp.rules.unfilled import slots_in, unfilled_slots
from minutes_nlp.settings import Settings
from tests.rules.building import outcome, paragraph
from tests.rules.reading import read_example

HD42 = load_profile("hd42-2025")
BAD = [(rule, lines) for rule in all_rules() for lines in rule.bad]
PATTERNS = [
    (rule, language, rule.pattern.in_language(language))
    for rule in all_rules()
    for language in ("vi", "en")
]
SHORT = 240
_PRINTED = ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ", "ĐẢNG CỘNG SẢN VIỆT NAM")
_INSIDE = re.compile(r"(?<![.:]) (\w+)")


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "language", "pattern"), PATTERNS, ids=_name)
def test_a_pattern_is_a_shape_and_no_ready_text(rule: Rule, language: str, pattern: str) -> None:
    assert slots_in(pattern)
    assert pattern == " ".join(pattern.split())
    assert len(pattern) <= SHORT
    assert pattern.endswith(".")
    assert not any(char.isdigit() for char in pattern)
    assert "…" not in pattern  # dots could be left standing unseen; a slot asks for something
    assert pattern.count("[") == pattern.count("]") == len(slots_in(pattern))


@pytest.mark.parametrize(("rule", "language", "pattern"), PATTERNS, ids=_name)
def test_a_pattern_names_nobody(rule: Rule, language: str, pattern: str) -> None:
    """Inside a sentence nothing is capitalised but what every party paper prints."""
    for printed in _PRINTED:
        pattern = pattern.replace(printed, "")
    assert [word for word in _INSIDE.findall(pattern) if word[0].isupper()] == []


def test_patterns_of_what_is_said_ask_for_what_was_really_said() -> None:
    spoken = [rule for rule in all_rules() if rule.code[:2] in {"YK", "PB", "KL"}]
    guarded = re.compile(r"Chỉ ghi|không đoán|để nguyên")
    assert {rule.code for rule in spoken if not guarded.search(rule.pattern.vi)} == {"KL004"}


def _pasted(rule: Rule, lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the lines with the pattern below them or above the last, as any part and speaker."""
    labels = [*SectionLabel, "conclusions:chair", "contributions:member", "criticism:member"]
    for label, language in product(labels, ("vi", "en")):
        line = f"{label} | {rule.pattern.in_language(language)}"
        yield (*lines, line)
        yield (*lines[:-1], line, lines[-1])


@pytest.mark.parametrize(("rule", "lines"), BAD, ids=_name)
def test_a_pattern_that_is_only_pasted_clears_nothing(rule: Rule, lines: tuple[str, ...]) -> None:
    for pasted in _pasted(rule, lines):
        minutes = read_example(rule, pasted)
        findings, undecided = run_rules(minutes, HD42, Settings(select=(rule.code,)))
        assert findings or undecided, pasted


@pytest.mark.parametrize("rule", all_rules(), ids=_name)
def test_pasted_slots_are_blanks(rule: Rule) -> None:
    slot = paragraph(SectionLabel.CONCLUSIONS, rule.pattern.vi)
    assert [span.text for span in unfilled_slots(slot)] == slots_in(rule.pattern.vi)
    lines = (f"task_review | {rule.pattern.vi}", "news | Bão số 3.")
    minutes = read_example(rule_by_code("HT004"), lines)
    assert outcome("HT004", minutes) == "found"


@given(st.text(st.characters(exclude_characters="[]\n"), max_size=40))
def test_words_in_brackets_are_no_slots(words: str) -> None:
    known = {slot for rule in all_rules() for slot in slots_in(rule.pattern.vi + rule.pattern.en)}
    found = list(unfilled_slots(paragraph(SectionLabel.NEWS, f"Đo lại [{words}] ba lần.")))
    plain = " ".join(f"[{words}]".casefold().split())
    assert bool(found) == (plain in {" ".join(slot.casefold().split()) for slot in known})


@pytest.mark.parametrize(
    "filled",
    [
        "conclusions:chair | Chủ trì kết luận: sửa trạm bơm; giao đ/c Lan mua ống, xong 20/7.",
        "conclusions:chair | Bí thư chốt: sửa trạm bơm [máy số 2], giao đ/c Lan lo.",
    ],
)
def test_a_pattern_that_is_filled_in_clears_its_check(filled: str) -> None:
    rule = rule_by_code("KL001")
    minutes = read_example(rule, (*rule.bad[0], filled))
    assert outcome("KL001", minutes) == "passed"


@pytest.mark.parametrize("code", ["TC001", "TC002", "TC003"])
@pytest.mark.parametrize("label", list(SectionLabel))
def test_pasted_patterns_raise_no_level(code: str, label: SectionLabel) -> None:
    rule = rule_by_code(code)
    pasted = [f"{label} | {other.pattern.vi}" for other in all_rules()]
    before = {q.characteristic: q.level for q in read_example(rule, rule.bad[0]).qualities}
    after = without_unfilled_signs(read_example(rule, (*rule.bad[0], *pasted)))
    order = list(Level)
    for quality in after.qualities:
        level = before[quality.characteristic]
        assert order.index(quality.level) >= order.index(level)


def test_minutes_without_slots_stay_as_they_are() -> None:
    rule = rule_by_code("TC001")
    minutes = read_example(rule, rule.good[0])
    assert without_unfilled_signs(minutes) is minutes


def test_a_slot_that_is_left_says_where() -> None:
    rule = rule_by_code("KL001")
    lines = (*rule.bad[0], f"conclusions:chair | {rule.pattern.vi}")
    _, undecided = run_rules(read_example(rule, lines), HD42, Settings(select=("KL001",)))
    (doubt,) = undecided
    assert "Đoạn 4" in doubt.why
    assert "“[việc gì đã thống nhất]”" in doubt.why
