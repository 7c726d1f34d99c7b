"""All checks, found by their files."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from minutes_nlp.model.language import Text
from minutes_nlp.registry import rule_modules, unknown_name
from minutes_nlp.rules.base import Rule


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every check, sorted by code."""
    return tuple(_load(code, module) for code, module in rule_modules().items())


def _load(code: str, module: str) -> Rule:
    members = vars(import_module(module)).values()
    for member in members:
        if isinstance(member, type) and issubclass(member, Rule) and member.__module__ == module:
            rule = member()
            if rule.code == code:
                return rule
    raise TypeError(f"{module} defines no rule with the code {code}")


def rule_by_code(code: str) -> Rule:
    """Return the check with this code, in any case of letters.

    Raises:
        UsageError: there is no such check; the message names the nearest code.
    """
    rules = {rule.code: rule for rule in all_rules()}
    wanted = code.strip().upper()
    if wanted in rules:
        return rules[wanted]
    raise unknown_name(Text("quy tắc kiểm tra", "check"), code, rules)
