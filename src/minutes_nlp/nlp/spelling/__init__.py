"""Words that were typed wrong, and what they were meant to be."""

from minutes_nlp.nlp.spelling.repair import find_repairs, with_repairs

__all__ = ["find_repairs", "with_repairs"]
