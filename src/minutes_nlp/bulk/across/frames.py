"""What the checks over many minutes say, as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from minutes_nlp.bulk.across.checks import check_across
from minutes_nlp.bulk.across.documents import Held
from minutes_nlp.bulk.roll import read_roll

if TYPE_CHECKING:
    import pandas as pd

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "copies": (
        *("share", "jaccard", "undecided", "first_unit", "first_month", "first_path"),
        *("second_unit", "second_month", "second_path"),
    ),
    "missing": ("unit", "month", "undecided"),
    "tasks": ("unit", "month", "path", "paragraph", "what", "due", "score", "undecided", "later"),
}
"""``copies`` (HT006, one row a pair), ``missing`` (LT001), ``tasks`` (LT002; ``what`` and ``due``
are words of the minutes, ``later`` the path of the next ones)."""


def compare_minutes(store: str | Path, roll: str | Path | None = None) -> dict[str, pd.DataFrame]:
    """Compare the minutes of a store with each other: HT006, LT001 and LT002.

    Args:
        store: its folder.
        roll: the CSV file that says from when to when every cell exists.

    Returns:
        The tables of :data:`COLUMNS` by name.

    Raises:
        StoreError: it is no store, or a part of it cannot be read.
        RollError: the roll cannot be used.
    """
    across = check_across(store, read_roll(Path(roll)) if roll else None)
    copies = [
        {"share": pair.share, "jaccard": pair.jaccard, "undecided": pair.doubt is not None}
        | _place("first", pair.first)
        | _place("second", pair.second)
        for pair in across.copies
    ]
    missing = [
        {"unit": one.unit, "month": one.month, "undecided": one.doubt is not None}
        for one in across.missing
    ]
    tasks = [
        {
            "unit": one.task.held.unit,
            "month": one.task.held.month,
            "path": one.task.held.path,
            "paragraph": one.task.paragraph,
            "what": one.task.what,
            "due": one.task.due,
            "score": one.score,
            "undecided": one.doubt is not None,
            "later": one.later.path,
        }
        for one in across.tasks
    ]
    return {
        "copies": _frame("copies", copies),
        "missing": _frame("missing", missing),
        "tasks": _frame("tasks", tasks),
    }


def _place(which: str, held: Held) -> dict[str, Any]:
    return {f"{which}_{name}": getattr(held, name) for name in ("unit", "month", "path")}


def _frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame([dict(row) for row in rows], columns=list(COLUMNS[name]))
