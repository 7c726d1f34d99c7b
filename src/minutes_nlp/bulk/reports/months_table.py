"""Cells by months: how much there is to mend or to look at in the minutes of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.bulk.reports.review import NOT_KNOWN, Review, records

MISSING: Final = "✗"
UNSURE: Final = "?"
_SHOWN: Final = ("error", "warning")
Value = int | str | None


@dataclass(frozen=True, slots=True)
class MonthsTable:
    """Findings by cell and month.

    A value is the number of findings to mend or to look at; "✗": no minutes (LT001); "?": none,
    or minutes that a person must read; ``None``: nothing is expected.
    """

    units: tuple[str, ...]
    months: tuple[str, ...]
    values: dict[tuple[str, str], Value]

    def rows(self) -> Iterator[tuple[str, list[Value]]]:
        """Yield each cell with its values by month."""
        for unit in self.units:
            yield unit, [self.values.get((unit, month)) for month in self.months]


def months_table(review: Review, units: Sequence[str] | None = None) -> MonthsTable:
    """Return the table of all cells, or of ``units``."""
    values: dict[tuple[str, str], Value] = defaultdict(lambda: None)
    for row in records(review.read[["unit", "month", "outcome"]]):
        key = (row["unit"], row["month"])
        if row["outcome"] == "needs_person":
            values.setdefault(key, UNSURE)
        else:
            values[key] = 0
    for gap in review.across.missing:
        values.setdefault((gap.unit, gap.month), UNSURE if gap.doubt else MISSING)
    found = review.findings
    found = found[found["severity"].isin(_SHOWN) & (found["path"] != "")]
    for row in records(found.groupby(["unit", "month"]).size().rename("count").reset_index()):
        if values[row["unit"], row["month"]] != UNSURE:
            values[row["unit"], row["month"]] = row["count"]
    months = sorted({month for _, month in values} - {NOT_KNOWN})
    return MonthsTable(tuple(units or review.units()), tuple(months), dict(values))
