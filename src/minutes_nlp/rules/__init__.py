"""The checks: one class a file, each with its examples, run over finished minutes."""

from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.catalogue import all_rules, rule_by_code
from minutes_nlp.rules.engine import basis_text, gate_of, run_rules
from minutes_nlp.rules.levels import open_characteristics
from minutes_nlp.rules.profile import Profile, choose_profile, load_profile
from minutes_nlp.rules.unfilled import without_unfilled_signs

__all__ = [
    "Profile",
    "Rule",
    "all_rules",
    "basis_text",
    "choose_profile",
    "gate_of",
    "load_profile",
    "open_characteristics",
    "rule_by_code",
    "run_rules",
    "without_unfilled_signs",
]
