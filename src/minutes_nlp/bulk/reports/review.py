"""Everything that reports over a store show, in frames that know cell and month."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from minutes_nlp.bulk.across.checks import Across, check_across
from minutes_nlp.bulk.across.documents import documents_of
from minutes_nlp.bulk.across.follow_up import OpenTask
from minutes_nlp.bulk.across.kept import keep_across, terms_of
from minutes_nlp.bulk.across.near_copies import Copy
from minutes_nlp.bulk.across.rules import across_rules
from minutes_nlp.bulk.across.terms import Terms
from minutes_nlp.bulk.frames import read_store
from minutes_nlp.bulk.roll import Roll
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.model.language import Language
from minutes_nlp.rules import all_rules

if TYPE_CHECKING:
    import pandas as pd

NOT_KNOWN: Final = "?"
READ: Final = (Outcome.ANALYSED.value, Outcome.NEEDS_PERSON.value)


@dataclass(frozen=True, slots=True)
class Review:
    """A store and what the checks over many of its minutes say.

    Attributes:
        files: one row an input, sorted by cell, month and path; cells are named as most of their
            documents name them, "?" where the cell or the month is not known.
        findings: one row a finding or an undecided check, those over many minutes too, with
            ``unit`` and ``month``; ``path`` is "" where minutes are missing.
        levels: one row a document and characteristic, with ``unit`` and ``month``.
        across: what the checks over many minutes say, in full.
        language: of messages.
    """

    files: pd.DataFrame
    findings: pd.DataFrame
    levels: pd.DataFrame
    across: Across
    language: Language

    @property
    def read(self) -> pd.DataFrame:
        """The rows of ``files`` that could be read."""
        return self.files[self.files["outcome"].isin(READ)]

    def units(self) -> list[str]:
        """Return the known cells, by name."""
        named = {*self.read["unit"], *self.findings["unit"]} - {NOT_KNOWN}
        return sorted(named, key=str.casefold)


def review_store(store: str | Path, roll: Roll | None = None, language: Language = "vi") -> Review:
    """Read a store and compare its minutes with each other.

    Args:
        store: its folder.
        roll: from when to when cells exist; that of the last run when left out.
        language: of the messages of checks over many minutes.

    Raises:
        StoreError: it is no store, or a part of it cannot be read.
    """
    frames = read_store(store)
    terms = terms_of(Path(store))
    across = check_across(store, roll or terms.roll, terms.severities)
    if roll is None:
        keep_across(Path(store), terms, across)
    files = frames["files"]
    units = {one.path: one.unit for one in documents_of(records(files))}
    files = files.assign(unit=files["path"].map(units).fillna(NOT_KNOWN))
    files = files.assign(month=files["month"].fillna(NOT_KNOWN))
    places = files[["path", "unit", "month"]]
    titles = {rule.code: rule.title.in_language(language) for rule in all_rules()}
    findings = frames["findings"].merge(places, on="path")
    findings = findings.assign(title=findings["code"].map(titles))
    return Review(
        files=files.sort_values(["unit", "month", "path"], ignore_index=True),
        findings=_with_across(findings, across, terms, language),
        levels=frames["levels"].merge(places, on="path"),
        across=across,
        language=language,
    )


def by_unit(review: Review) -> dict[str, Review]:
    """Return the part of a review that is about each of its cells; a pair is in both parts."""
    frames = [review.files, review.findings, review.levels]
    empty = [frame.iloc[:0] for frame in frames]
    parts = {unit: list(empty) for unit in review.units()}
    for place, frame in enumerate(frames):
        for unit, rows in frame.groupby("unit"):
            if unit in parts:
                parts[str(unit)][place] = rows
    copies: dict[str | None, list[Copy]] = defaultdict(list)
    for pair in review.across.copies:
        for cell in {pair.first.unit, pair.second.unit}:
            copies[cell].append(pair)
    tasks: dict[str | None, list[OpenTask]] = defaultdict(list)
    for task in review.across.tasks:
        tasks[task.task.held.unit].append(task)
    return {
        unit: replace(
            review,
            files=files,
            findings=findings,
            levels=levels,
            across=replace(review.across, copies=tuple(copies[unit]), tasks=tuple(tasks[unit])),
        )
        for unit, (files, findings, levels) in parts.items()
    }


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame; what is missing is ``None``, counts are whole numbers."""
    whole = frame.convert_dtypes()
    rows = whole.astype(object).where(whole.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _with_across(
    findings: pd.DataFrame, across: Across, terms: Terms, language: Language
) -> pd.DataFrame:
    import pandas as pd

    rules = {rule.code: rule for rule in across_rules()}
    rows = [
        {
            "path": verdict.path or "",
            "code": verdict.code,
            "severity": None if verdict.undecided else terms.severities[verdict.code],
            "undecided": verdict.undecided,
            "title": rules[verdict.code].title.in_language(language),
            "message": verdict.message.in_language(language),
            "unit": verdict.unit or NOT_KNOWN,
            "month": verdict.month or NOT_KNOWN,
        }
        for verdict in across.verdicts()
    ]
    if rows:
        findings = pd.concat([findings, pd.DataFrame(rows)], ignore_index=True)
    columns = ["unit", "month", "path", "code", "severity", "undecided", "title", "message"]
    findings = findings[columns].astype({"undecided": bool})
    return findings.sort_values(columns[:4], kind="stable", ignore_index=True)
