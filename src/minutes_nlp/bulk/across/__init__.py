"""Checks that need many minutes at once: copies (HT006), missing months (LT001), tasks (LT002)."""

from minutes_nlp.bulk.across.checks import Across, check_across
from minutes_nlp.bulk.across.rules import AcrossRule, across_rules

__all__ = ["Across", "AcrossRule", "across_rules", "check_across"]
