"""The item matrix: what the minutes record of each matter of the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes_nlp.model.report import AssignmentInfo, ItemInfo
from minutes_nlp.renderers.dates import parse_day, spoken_day
from minutes_nlp.renderers.plain_text import plain, shorten
from minutes_nlp.renderers.words import Words


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does something, what, and by when ("" where the minutes do not say)."""

    who: str
    what: str
    due: str

    @property
    def brief(self) -> str:
        """Who and by when."""
        return f"{self.who} ({self.due})" if self.due else self.who


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One item in words; ``first`` and ``last`` count paragraphs from 1, both included."""

    title: str
    first: int
    last: int
    presented: str
    discussed: str
    concluded: str
    voted: str
    assigned: tuple[Assignment, ...]


def matrix_rows(items: Iterable[ItemInfo], words: Words) -> tuple[MatrixRow, ...]:
    """Return one row an item, in the order of the minutes."""
    return tuple(_row(item, words) for item in items)


def _row(item: ItemInfo, words: Words) -> MatrixRow:
    return MatrixRow(
        title=shorten(plain(item.title), 120),
        first=item.first + 1,
        last=max(item.end, item.first + 1),
        presented=_seen(item.presented, words),
        discussed=_seen(item.discussed, words),
        concluded=words(item.concluded or "none"),
        voted=_seen(item.voted, words),
        assigned=tuple(_assignment(task, words) for task in item.assigned),
    )


def _seen(seen: bool, words: Words) -> str:
    return words("yes" if seen else "none")


def _assignment(task: AssignmentInfo, words: Words) -> Assignment:
    who = plain(task.who) if task.who else words("no_owner")
    return Assignment(who, shorten(plain(task.what), 160), _due(task.due, words))


def _due(due: str | None, words: Words) -> str:
    if not due:
        return ""
    if parse_day(due):
        return words("due_date", due=spoken_day(due, words.language))
    return words("due_words", due=plain(due))
