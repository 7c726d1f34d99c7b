"""Counts out of a store: documents and findings by cell, month, kind, check.

Nothing here counts persons, and nothing ranks.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from minutes_nlp.bulk.across.kept import across_of
from minutes_nlp.bulk.frames import read_table
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text
from minutes_nlp.registry import unknown_name

if TYPE_CHECKING:
    import pandas as pd

OF_FILES: Final = ("unit", "month", "kind", "profile", "outcome", "reader", "error")
OF_FINDINGS: Final = ("code", "severity")
OF_LEVELS: Final = ("characteristic", "level")
GROUPS: Final = (*OF_FILES, *OF_FINDINGS, *OF_LEVELS)
_UNKNOWN: Final = "?"
_OF_READ: Final = "of_read"
"""Documents that could be read, months without minutes apart."""


def split_groups(names: Iterable[str]) -> tuple[str, ...]:
    """Split "unit,month" and check each name.

    Raises:
        UsageError: there is no such group.
    """
    groups = tuple(name for some in names for name in some.replace(",", " ").split())
    for name in groups:
        if name not in GROUPS:
            raise unknown_name(Text("cách nhóm", "grouping"), name, GROUPS)
    return tuple(dict.fromkeys(groups))


def stats(store: str | Path, by: Iterable[str]) -> pd.DataFrame:
    """Count the documents of a store by group.

    Args:
        store: the folder of the store.
        by: names of :data:`GROUPS`; with ``code`` or ``severity`` what the checks found is
            counted, with ``characteristic`` or ``level`` the levels read.

    Returns:
        One row a group, sorted by the groups, "?" where a value is not known: ``documents`` of
        the group; and where findings or levels are counted, ``analysed`` (documents analysed of
        the same cell, month, …), ``share`` (of the analysed, 0..1) and for findings ``undecided``
        (documents in which the check could not decide).  The checks over many minutes count among
        the findings; a month without minutes (LT001) counts in ``documents`` or ``undecided`` and
        never in ``share``, which is missing where nothing but such months was found.

    Raises:
        StoreError: it is no store, or cannot be read.
        UsageError: there is no such group, or findings and levels are asked for in one table.
    """
    groups = split_groups(by)
    columns = ["path", *(name for name in groups if name in OF_FILES)]
    files = read_table(store, "files", list(dict.fromkeys([*columns, "outcome"]))).to_pandas()
    of_files = columns[1:]
    findings = [name for name in groups if name in OF_FINDINGS]
    levels = [name for name in groups if name in OF_LEVELS]
    if findings and levels:
        raise UsageError(
            Text(
                f"{findings[0]} và {levels[0]} phải đếm riêng; hãy gọi stats hai lần.",
                f"{findings[0]} and {levels[0]} are counted apart; call stats twice.",
            )
        )
    files = files.fillna(dict.fromkeys(of_files, _UNKNOWN))
    if not findings and not levels:
        return _count(files, list(groups), "documents")
    judged = files[files["outcome"].isin([Outcome.ANALYSED, Outcome.NEEDS_PERSON])]
    if levels:
        rows = read_table(store, "levels", ["path", *levels]).to_pandas()
        counted = _count(judged.merge(rows, on="path"), list(groups), "documents")
    else:
        counted = _of_findings(store, judged, list(groups), findings)
    return _with_share(counted, judged, of_files)


def _of_findings(
    store: str | Path, judged: pd.DataFrame, groups: list[str], findings: list[str]
) -> pd.DataFrame:
    wanted = list(dict.fromkeys(["path", *findings, "undecided"]))
    rows = read_table(store, "findings", wanted).to_pandas()
    rows = judged.merge(rows.fillna(dict.fromkeys(findings, _UNKNOWN)), on="path")
    rows = _with_across(store, judged, rows.assign(is_read=True), findings)
    found = _count(rows[~rows["undecided"]], groups, "documents")
    unsure = _count(rows[rows["undecided"]], groups, "undecided")
    read = _count(rows[~rows["undecided"] & rows["is_read"]], groups, _OF_READ)
    both = found.merge(unsure, on=groups, how="outer").merge(read, on=groups, how="left").fillna(0)
    counts = both.astype({"documents": int, "undecided": int, _OF_READ: int})
    return counts.sort_values(groups, ignore_index=True)


def _with_across(
    store: str | Path, judged: pd.DataFrame, rows: pd.DataFrame, findings: list[str]
) -> pd.DataFrame:
    """Add what the checks over many minutes say; a month without minutes has no document."""
    import pandas as pd

    said = pd.DataFrame(
        across_of(Path(store)).rows, columns=["path", "unit", "month", *OF_FINDINGS, "undecided"]
    )
    said = said.fillna(dict.fromkeys(("unit", "month", *findings), _UNKNOWN))
    said = said.assign(is_read=said["path"].notna())
    documents = judged.merge(said.drop(columns=["unit", "month"]), on="path")
    months = said[~said["is_read"]]
    months = months.assign(path="\0" + months["unit"] + "\0" + months["month"])
    added = pd.concat([documents, months])
    added = added[list(rows.columns.intersection(added.columns))]
    whole = pd.concat([rows, added], ignore_index=True)
    return whole.fillna(dict.fromkeys(whole.columns.intersection(list(OF_FILES)), _UNKNOWN)).astype(
        {"undecided": bool, "is_read": bool}
    )


def _count(rows: pd.DataFrame, groups: list[str], name: str) -> pd.DataFrame:
    """Count distinct documents."""
    if not groups:
        import pandas as pd

        return pd.DataFrame({name: [rows["path"].nunique()]})
    grouped = rows.groupby(groups, dropna=False)["path"].nunique()
    return grouped.rename(name).reset_index()


def _with_share(counted: pd.DataFrame, judged: pd.DataFrame, of_files: list[str]) -> pd.DataFrame:
    if of_files:
        of_group = _count(judged, of_files, "analysed")
        counted = counted.merge(of_group, on=of_files, how="left")
    else:
        counted["analysed"] = judged["path"].nunique()
    counted["analysed"] = counted["analysed"].fillna(0).astype(int)
    of_read = counted.pop(_OF_READ) if _OF_READ in counted else counted["documents"]
    told = (counted["analysed"] > 0) & ((of_read > 0) | (counted["documents"] == 0))
    counted["share"] = (of_read / counted["analysed"]).where(told).round(4)
    return counted
