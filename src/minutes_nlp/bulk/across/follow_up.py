"""LT002: tasks that one month's minutes assign and the next month's never take up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from minutes_nlp.bulk.across.documents import Held, Line
from minutes_nlp.bulk.across.matching import Match, Meeting
from minutes_nlp.bulk.across.months import month_after
from minutes_nlp.bulk.schema import Row
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Text

_TAKEN_UP: Final = 0.4
_NOT_TAKEN_UP: Final = 0.15
_PAIRS, _SHARE = 3, 0.15
"""So many pairs of words in common, and so much of the task's, are enough as well."""
_FEWEST: Final = 3
"""Pairs of telling words that a task needs, to be looked for at all."""
_LEFT_OUT: Final = frozenset({SectionLabel.FORMALITIES, SectionLabel.NEWS})
_REGULAR: Final = frozenset({"regular", "combined"})


@dataclass(frozen=True, slots=True)
class Task:
    """A task that says who or by when; ``paragraph``: where its matter begins."""

    held: Held
    paragraph: int
    who: str | None
    what: str
    due: str | None


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that the next minutes do not take up.

    Attributes:
        task: the task.
        later: the regular minutes of the month after.
        nearest: the paragraph of theirs that comes nearest; ``None``: none shares a word.
        score: how near, 0..1.
        doubt: why it is undecided; ``None`` when it is a finding.
    """

    task: Task
    later: Held
    nearest: Line | None
    score: float
    doubt: Text | None = None


class FollowUp:
    """Waits for the minutes of the months after those that assign tasks."""

    def __init__(self, documents: Sequence[Held], tasks: Iterable[Row]) -> None:
        """Take the documents and the rows of ``tasks``."""
        self._later: dict[str, list[Held]] = {}
        by_place: dict[tuple[str, str], list[Held]] = defaultdict(list)
        for held in documents:
            if held.unit and held.month:
                by_place[held.unit, held.month].append(held)
        for held in documents:
            if held.unit and held.month:
                self._later[held.path] = by_place[held.unit, month_after(held.month)]
        known = {held.path: held for held in documents}
        self._waiting: dict[str, list[Task]] = defaultdict(list)
        self._matches: dict[Task, list[tuple[Held, Match]]] = {}
        for row in tasks:
            assigning = known.get(row["path"])
            if assigning is not None and (row["who"] or row["due"]):
                self._await(Task(assigning, row["first"], row["who"], row["what"], row["due"]))

    def _await(self, task: Task) -> None:
        later = self._later.get(task.held.path, [])
        regular = [held for held in later if held.kind in _REGULAR]
        if not regular or task in self._matches or _is_due_later(task, regular):
            return
        self._matches[task] = []
        for held in later:
            self._waiting[held.path].append(task)

    def read(self, held: Held, lines: Sequence[Line]) -> None:
        """Look into one document for the tasks of the month before."""
        tasks = self._waiting.get(held.path)
        if tasks:
            meeting = Meeting([line for line in lines if line.section not in _LEFT_OUT])
            for task in tasks:
                self._matches[task].append((held, meeting.match(task.what, task.who)))

    def open_tasks(self) -> list[OpenTask]:
        """Return the tasks that no document of the month after takes up, by document."""
        found = [
            task
            for asked, matches in self._matches.items()
            if matches and (task := _judge(asked, matches)) is not None
        ]
        found.sort(key=lambda one: (one.task.held.path, one.task.paragraph, one.task.what))
        return found

    @property
    def looked_for(self) -> int:
        """How many tasks were looked for."""
        return len(self._matches)


def _is_due_later(task: Task, later: Sequence[Held]) -> bool:
    """Whether the next meeting came before the day on which the task was due."""
    due = task.due or ""
    days = [held.day for held in later if held.day]
    return due[:4].isdigit() and bool(days) and due > max(days)


def _judge(task: Task, matches: Sequence[tuple[Held, Match]]) -> OpenTask | None:
    if any(_is_taken_up(match) for _, match in matches):
        return None
    later, best = max(matches, key=lambda pair: pair[1].score)
    doubt = _doubt(matches, best)
    return OpenTask(task, later, best.line, best.score, doubt)


def _is_taken_up(match: Match) -> bool:
    enough = match.pairs >= _PAIRS and match.pairs >= _SHARE * match.wanted
    return match.score >= _TAKEN_UP or enough


def _doubt(matches: Sequence[tuple[Held, Match]], best: Match) -> Text | None:
    if not all(held.legible for held, _ in matches):
        return _ILLEGIBLE
    if best.wanted < _FEWEST:
        return _SHORT
    if best.score >= _NOT_TAKEN_UP or any(match.pairs for _, match in matches):
        return _NEAR
    return None


_ILLEGIBLE: Final = Text(
    "Biên bản tháng sau máy đọc chưa chắc; cần người xem.",
    "The next minutes could not be read with certainty; a person must look.",
)
_SHORT: Final = Text(
    "Việc ghi quá ngắn nên không đối chiếu được.",
    "The task is worded too briefly to be looked for.",
)
_NEAR: Final = Text(
    "Có đoạn hơi giống nhưng chưa chắc nói về việc này.",
    "A paragraph comes near, but may not be about this task.",
)


def by_document(tasks: Iterable[OpenTask]) -> Mapping[str, list[OpenTask]]:
    """Return the tasks by the path of the minutes that assign them."""
    found: dict[str, list[OpenTask]] = defaultdict(list)
    for task in tasks:
        found[task.task.held.path].append(task)
    return found
