"""What the checks that a store names are called."""

from __future__ import annotations

from minutes_nlp.model.language import Text
from minutes_nlp.rules import all_rules


def check_titles() -> dict[str, Text]:
    """Return the title of every check by its code."""
    return {rule.code: rule.title for rule in all_rules()}
