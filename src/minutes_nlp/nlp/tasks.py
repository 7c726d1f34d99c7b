"""Tasks: who is to do what, by when or how much.

Needs ``section``, ``speaker`` and ``substance``.  A clause is a task in ``next_tasks``,
``conclusions`` and ``resolution`` when it asks for something to be done; elsewhere only when
the chair assigns it by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from minutes_nlp.model.labels import Role, SectionLabel
from minutes_nlp.model.minutes import Paragraph, Substance, Task
from minutes_nlp.nlp.document_names import mask_document_names
from minutes_nlp.nlp.due_dates import Due, find_dues
from minutes_nlp.nlp.headings import without_enumerator
from minutes_nlp.nlp.owners import roster
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import clauses
from minutes_nlp.nlp.task_owners import find_owner
from minutes_nlp.nlp.text import fold

_SECTIONS: Final = frozenset(
    {SectionLabel.NEXT_TASKS, SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION}
)
_ONLY_BY_NAME: Final = frozenset({SectionLabel.RESOLUTION, SectionLabel.CONTRIBUTIONS})
_QUANTITY: Final = re.compile(
    r"(?<![\w/.,-])(?<!số )(?<!thứ )(?<!mục )(?<!tháng )(?<!quý )(?<!khóa )(?<!tổ )(?<!ca )"
    r"(?<!khu )(?<!lớp )(?<!chuyền )(?<!xưởng )(?<!điểm )(?<!ấp )(?<!thôn )(?<!năm )"
    r"\d[\d.,]{0,12}(?<![.,])\s{0,3}(?:%|phần trăm|[^\W\d_]+)|"
    r"(?<!\w)(?:toàn bộ|100%|dứt điểm|tất cả|mỗi (?:hộ|nhà|người|tuần|tháng|ngày|ca|đảng viên)"
    r"|hết (?:số|các))(?!\w)"
)
_ONLY_DUE: Final = 7
"""Words of a clause that does nothing but set a date for the one before it."""


def find_tasks(
    paragraphs: tuple[Paragraph, ...], meeting_date: date | None = None
) -> tuple[Task, ...]:
    """Return the tasks in reading order; spans cover the clause that sets each of them."""
    context = _Context(meeting_date, roster(paragraph.text for paragraph in paragraphs))
    return tuple(task for p in paragraphs for task in _paragraph_tasks(p, context))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the whole document tells: its date and whom it names."""

    meeting_date: date | None
    known: frozenset[str]


def _paragraph_tasks(paragraph: Paragraph, context: _Context) -> list[Task]:
    tasks: list[Task] = []
    if not _may_assign(paragraph):
        return tasks
    for start, end in clauses(paragraph.text):
        task = _clause_task(paragraph, start, end, context)
        if tasks and _only_dates(paragraph, start, end, context.meeting_date):
            tasks[-1] = _with_due(tasks[-1], paragraph, start, end, context)
        elif task is not None:
            tasks.append(task)
    return tasks


def _may_assign(paragraph: Paragraph) -> bool:
    if paragraph.section in _SECTIONS:
        return paragraph.substance not in (Substance.HEADING, Substance.HOLLOW)
    spoken_by_chair = paragraph.speaker is not None and paragraph.speaker.role is Role.CHAIR
    return paragraph.section is SectionLabel.CONTRIBUTIONS and spoken_by_chair


def _clause_task(paragraph: Paragraph, start: int, end: int, context: _Context) -> Task | None:
    text = paragraph.text[start:end]
    masked = mask_document_names(paragraph.text)[start:end]
    if phrase_list("tasks.toml", "not_tasks").search(masked):
        return None
    owner = find_owner(paragraph, start, end, context.known)
    owner = owner or _promised_by(paragraph, masked)
    dues = _dues(text, context.meeting_date)
    asks = phrase_list("tasks.toml", "doing").search(masked) is not None
    assigns = phrase_list("tasks.toml", "assigning").search(masked) is not None
    if paragraph.section in _ONLY_BY_NAME and not (owner and assigns):
        return None
    if not (asks or (owner and dues) or paragraph.section is SectionLabel.NEXT_TASKS):
        return None
    due = dues[0] if dues else None
    return Task(
        span=paragraph.span(start, end),
        what=text[without_enumerator(text) :].strip(" .;"),
        who=owner,
        due=text[due.start : due.end] if due else None,
        due_date=due.day if due else None,
        quantified=_is_quantified(masked, dues),
    )


def _promised_by(paragraph: Paragraph, masked: str) -> str | None:
    """Return the speaker when the clause promises in the first person ("tôi sẽ gặp …")."""
    speaker = paragraph.speaker
    if speaker is None or not phrase_list("tasks.toml", "promising").search(masked):
        return None
    return speaker.name


def _dues(text: str, meeting_date: date | None) -> tuple[Due, ...]:
    """Deadlines, those that name a day or a limit before mere mentions of a month."""
    return tuple(sorted(find_dues(text, meeting_date), key=lambda due: due.day is None))


def _is_quantified(masked: str, dues: tuple[Due, ...]) -> bool:
    for due in dues:
        masked = masked[: due.start] + " " * (due.end - due.start) + masked[due.end :]
    return _QUANTITY.search(masked, without_enumerator(masked)) is not None


def _only_dates(paragraph: Paragraph, start: int, end: int, meeting_date: date | None) -> bool:
    text = paragraph.text[start:end]
    dues = find_dues(text, meeting_date)
    opens = bool(dues) and phrase_list("tasks.toml", "dating").match(fold(text)) is not None
    return bool(dues) and (dues[0].start <= 2 or opens) and len(text.split()) <= _ONLY_DUE


def _with_due(task: Task, paragraph: Paragraph, start: int, end: int, context: _Context) -> Task:
    dues = _dues(paragraph.text[start:end], context.meeting_date)
    owner = task.who or find_owner(paragraph, start, end, context.known)
    span = paragraph.span(task.span.start, end)
    if task.due or not dues:
        return replace(task, span=span, who=owner)
    words = paragraph.text[start + dues[0].start : start + dues[0].end]
    return replace(task, span=span, who=owner, due=words, due_date=dues[0].day)
