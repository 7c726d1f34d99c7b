"""Sections of recognised print against the same documents as typed, by condition of the scan.

Reads the stored pages of ``corpora/damaged`` (two documents of every voice, each in one condition)
and their typed originals with models that have seen neither: a voice is read by a model fitted on
the voices of the other folds.  Prints a table.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from figure_tables import table

from minutes_nlp.cli.figures import with_interval
from minutes_nlp.corpus.records import CorpusRecord, read_records
from minutes_nlp.learning.bootstrap import SEED, difference, interval, resample
from minutes_nlp.learning.counts import count_row
from minutes_nlp.learning.damage import damaged_records
from minutes_nlp.learning.damage.recognised import STORE, stored
from minutes_nlp.learning.evaluate import FOLDS
from minutes_nlp.learning.folds import assign_folds
from minutes_nlp.learning.held_out import fit_folds
from minutes_nlp.learning.metrics import METRICS

METRIC = METRICS["section_macro_f1"]
HEAD = ("condition", "documents", "sections, macro-F1, typed", "recognised", "difference")


def main() -> None:
    """Read, and print one row a condition."""
    records = list(read_records(STORE.parent.parent))
    models = fit_folds(records, assign_folds(records, FOLDS, SEED))
    by_condition: defaultdict[str, list[CorpusRecord]] = defaultdict(list)
    for record in records:
        if record.id in stored():
            by_condition[stored()[record.id].condition].append(record)
    rows = []
    for condition, typed in sorted(by_condition.items()):
        before = np.array(models.read(typed, count_row))
        after = np.array(models.read(damaged_records(typed, "recognised"), count_row))
        weights = resample([record.voice for record in typed])
        figures = (
            interval(METRIC, before, weights),
            interval(METRIC, after, weights),
            difference(METRIC, after, before, weights),
        )
        rows.append((condition, str(len(typed)), *map(with_interval, figures)))
    print(table(HEAD, rows))


if __name__ == "__main__":
    main()
