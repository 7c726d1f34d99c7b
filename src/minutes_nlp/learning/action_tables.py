"""Minutes whose tasks stand in a table, made from minutes that tell them in sentences.

Made by damage, trained on, never counted: few voices of the corpus write action tables
("Việc | Người làm | Hạn"), and a table of results looks much like one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from zlib import crc32

from minutes_nlp.learning.layout_variants import Labelled
from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph, Task
from minutes_nlp.nlp.tasks import find_tasks

_HEADS: Final = (
    "Việc | Người làm | Hạn",
    "Nội dung công việc | Người phụ trách | Thời hạn",
    "Nhiệm vụ | Phân công | Thời gian hoàn thành",
    "TT | Công việc | Người thực hiện | Hoàn thành",
)
_FEWEST: Final = 3


def with_action_tables(paragraphs: Sequence[tuple[str, SectionLabel]]) -> Labelled:
    """Return the minutes with their tasks as table rows; unchanged where tasks are few.

    Rows take the place of sentences under next tasks, and follow the chair's conclusion.
    """
    tasks = _tasks(paragraphs)
    head = _HEADS[crc32(paragraphs[0][0].encode()) % len(_HEADS)] if paragraphs else ""
    if sum(map(len, tasks.values())) < _FEWEST:
        return list(paragraphs)
    result: Labelled = []
    in_table = False
    for index, (text, label) in enumerate(paragraphs):
        rows = tasks.get(index, [])
        if label is SectionLabel.CONCLUSIONS or not rows:
            result.append((text, label))
            in_table = False
        if rows and not in_table:
            result.append((head, label))
            in_table = True
        result.extend((_row(task, number, head), label) for number, task in enumerate(rows, 1))
    return result


def _tasks(paragraphs: Sequence[tuple[str, SectionLabel]]) -> dict[int, list[Task]]:
    found: dict[int, list[Task]] = {}
    gold = tuple(Paragraph(index, text, label) for index, (text, label) in enumerate(paragraphs))
    for task in find_tasks(gold, None):
        label = gold[task.span.paragraph].section
        if task.who and label in {SectionLabel.NEXT_TASKS, SectionLabel.CONCLUSIONS}:
            found.setdefault(task.span.paragraph, []).append(task)
    return found


def _row(task: Task, number: int, head: str) -> str:
    cells = [task.what, task.who or "", task.due or "thường xuyên"]
    return " | ".join([str(number), *cells] if head.startswith("TT") else cells)
