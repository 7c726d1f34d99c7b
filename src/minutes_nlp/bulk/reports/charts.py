"""Which charts a set of minutes gets: shares of findings, levels, trends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from minutes_nlp.bulk.reports.pictures import level_bars, month_bars, share_bars, share_grid
from minutes_nlp.bulk.reports.review import NOT_KNOWN, Review
from minutes_nlp.bulk.reports.words import word
from minutes_nlp.model.labels import Characteristic, Level
from minutes_nlp.renderers.names import CHARACTERISTICS

if TYPE_CHECKING:
    import pandas as pd

_MOST_MONTHS: Final = 36
_SHOWN: Final = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Charts:
    """Pictures of some minutes, none where there are no minutes to show.

    Attributes:
        shares: share of the minutes with each finding.
        by_month: the same by month.
        trend: share of the minutes with anything to mend or to look at, by month.
        levels: name and levels by month of each characteristic.
    """

    shares: Markup
    by_month: Markup
    trend: Markup
    levels: tuple[tuple[str, Markup], ...]


def charts(review: Review) -> Charts | None:
    """Return the charts of all minutes of a review."""
    read, findings, levels = review.read, review.findings, review.levels
    findings = findings[findings["path"].isin(read["path"])]
    if read.empty:
        return None
    months = sorted({*read["month"]} - {NOT_KNOWN})[-_MOST_MONTHS:]
    say = review.language
    return Charts(
        shares=share_bars(_shares(read, findings), word("shares", say)),
        by_month=_by_month(read, findings, months, word("by_month", say)),
        trend=month_bars(months, _trend(read, findings, months), word("trend", say)),
        levels=tuple(
            (CHARACTERISTICS[one].in_language(say), _levels(levels, months, one, review))
            for one in Characteristic
        ),
    )


def _shares(read: pd.DataFrame, findings: pd.DataFrame) -> list[tuple[str, float, float]]:
    total = read["path"].nunique()
    return [
        (
            f"{code} {rows['title'].iloc[0]}",
            rows.loc[~rows["undecided"], "path"].nunique() / total,
            rows.loc[rows["undecided"], "path"].nunique() / total,
        )
        for code, rows in findings.groupby("code")
    ]


def _by_month(
    read: pd.DataFrame, findings: pd.DataFrame, months: Sequence[str], title: str
) -> Markup:
    totals = read.groupby("month")["path"].nunique()
    found = findings[~findings["undecided"]]
    labels, shares = [], []
    for code, rows in found.groupby("code"):
        counts = rows.groupby("month")["path"].nunique()
        labels.append(f"{code} {rows['title'].iloc[0]}")
        shares.append(
            [counts.get(month, 0) / totals[month] if month in totals else None for month in months]
        )
    return share_grid(labels, months, shares, title)


def _trend(read: pd.DataFrame, findings: pd.DataFrame, months: Sequence[str]) -> list[float | None]:
    totals = read.groupby("month")["path"].nunique()
    shown = findings[findings["severity"].isin(_SHOWN)]
    counts = shown.groupby("month")["path"].nunique()
    return [
        float(counts.get(month, 0) / totals[month]) if month in totals else None for month in months
    ]


def _levels(
    levels: pd.DataFrame, months: Sequence[str], characteristic: Characteristic, review: Review
) -> Markup:
    rows = levels[levels["characteristic"] == characteristic.value]
    counts = rows.groupby(["month", "level"])["path"].nunique()
    values = [
        (
            int(counts.get((month, Level.PRESENT.value), 0)),
            int(counts.get((month, Level.WEAK.value), 0)),
            int(counts.get((month, Level.ABSENT.value), 0)),
        )
        for month in months
    ]
    return level_bars(months, values, word("levels", review.language))
