"""Rule profiles: chosen by date or name, complete, and told apart."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_nlp.errors import UsageError
from minutes_nlp.rules import all_rules, basis_text, choose_profile, load_profile, run_rules
from minutes_nlp.settings import Settings
from tests.rules.reading import read_example

NAMES = ("hd12-2018", "hd42-2025")


@pytest.mark.parametrize(
    ("held", "name"),
    [
        (date(2025, 10, 27), "hd12-2018"),
        (date(2025, 10, 28), "hd42-2025"),
        (date(2026, 7, 5), "hd42-2025"),
        (None, "hd42-2025"),
    ],
)
def test_the_date_of_the_meeting_chooses(held, name) -> None:
    assert choose_profile(None, held).name == name


def test_a_name_overrides_the_date() -> None:
    assert choose_profile("hd12-2018", date(2026, 7, 5)).name == "hd12-2018"


def test_an_unknown_profile_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="hd42-2025"):
        choose_profile("hd42-2024", None)


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_names_only_what_exists(name: str) -> None:
    profile = load_profile(name)
    codes = {rule.code for rule in all_rules()}
    assert {*profile.thresholds, *profile.severities, *profile.disabled} <= codes
    assert all(any(code.startswith(key) for code in codes) for key in profile.citations)


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_has_every_number_that_a_check_asks_for(name: str) -> None:
    for rule in all_rules():
        for lines in (*rule.good, *rule.bad):
            run_rules(read_example(rule, lines), load_profile(name), Settings(select=(rule.code,)))


def test_the_basis_names_the_guide_of_the_profile_and_no_other() -> None:
    for rule in all_rules():
        new, old = (basis_text(rule, load_profile(name)).vi for name in reversed(NAMES))
        assert "12-HD/BTCTW" not in new
        assert "42-HD/BTCTW" not in old
