"""The end of a run: the minutes are compared, where that takes little beside the run itself."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from minutes_nlp.bulk.across.kept import KeptAcross, across_of, keep_terms, kept_across
from minutes_nlp.bulk.across.terms import Terms
from minutes_nlp.bulk.run import Summary
from minutes_nlp.bulk.schema import Outcome

_ALWAYS: Final = 500
"""Minutes; to compare them takes two or three seconds."""
_FOR_EACH: Final = 20
"""To compare takes some 5 ms a document, to examine one 0.3 s and more: a third at worst."""
_MOST: Final = 50_000
"""Minutes; to compare them takes under 1 GB of memory."""


def compare_after_run(folder: Path, terms: Terms, summary: Summary) -> KeptAcross | None:
    """Note the terms of a run and return what the checks over many minutes say of the store.

    They are asked anew when the run examined much of the store, or the store is small; else what
    they last said is returned, ``current`` where nothing changed since; ``None`` when they were
    never asked.

    Args:
        folder: the store.
        terms: of this run.
        summary: of this run.

    Raises:
        StoreError: the store is in use, or cannot be read or written.
    """
    keep_terms(folder, terms)
    read = (Outcome.ANALYSED, Outcome.NEEDS_PERSON)
    minutes = sum(summary.outcomes[outcome] for outcome in read)
    if minutes <= min(_MOST, max(_ALWAYS, _FOR_EACH * summary.examined)):
        return across_of(folder)
    return kept_across(folder)
