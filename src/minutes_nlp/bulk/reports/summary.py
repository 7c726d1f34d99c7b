"""The sums of a review, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.bulk.reports.review import Review
from minutes_nlp.bulk.reports.words import word
from minutes_nlp.bulk.schema import Outcome


def sums(review: Review) -> Iterator[tuple[str, int]]:
    """Yield what was found, what became of it (these add up), and of how many cells it is."""
    language = review.language
    outcomes = review.files["outcome"].value_counts()
    yield word("found_files", language), len(review.files)
    for outcome in Outcome:
        yield f"= {word(outcome.value, language)}", int(outcomes.get(outcome.value, 0))
    yield word("units", language), len(review.units())
    key = "tasks_looked_for" if review.across.has_texts else "not_compared"
    yield word(key, language), review.across.looked_for


def findings_by_check(review: Review) -> Iterator[tuple[str, str, int, int]]:
    """Yield code, title, and how many documents (or missing months) it was found in or undecided.

    By code, so that nothing is ranked.
    """
    for code, rows in review.findings.groupby("code"):
        keys = rows["path"].where(rows["path"] != "", rows["unit"] + rows["month"])
        found, unsure = keys[~rows["undecided"]].nunique(), keys[rows["undecided"]].nunique()
        yield str(code), str(rows["title"].iloc[0]), int(found), int(unsure)
