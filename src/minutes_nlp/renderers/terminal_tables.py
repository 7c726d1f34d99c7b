"""Tables of the terminal report: summary, item matrix, sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_nlp.renderers.matrix import MatrixRow
from minutes_nlp.renderers.terminal_layout import indented
from minutes_nlp.renderers.view import ReportView
from minutes_nlp.renderers.words import Words

_MOST_TASKS: Final = 3


def facts_table(view: ReportView, words: Words) -> RenderableType:
    """Return the summary: what is known of the sitting, and the result in figures."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for label, value in view.facts:
        grid.add_row(label, Text(value))
    grid.add_row(words("result"), Text(" · ".join(view.counts), "bold"))
    if view.changes:
        grid.add_row(words("changes"), Text(" · ".join(view.changes.counts), "bold"))
    return indented(grid)


def matrix_table(view: ReportView, words: Words) -> Iterator[RenderableType]:
    """Yield the item matrix, or the line that there are no single items."""
    if not view.items:
        yield indented(Text(words("no_items")))
        return
    table = Table(box=box.SQUARE, show_lines=True, expand=True, padding=(0, 1))
    table.add_column(words("item"), ratio=10)
    for name in ("presented", "discussed", "concluded", "voted"):
        # As wide as the longest word, so that no heading is cut within one.
        table.add_column(words(name), width=max(7, *map(len, words(name).split())))
    table.add_column(words("assigned"), ratio=9)
    for row in view.items:
        table.add_row(*_cells(row, words))
    yield table
    yield Text(words("matrix_note"))


def _cells(row: MatrixRow, words: Words) -> tuple[Text, ...]:
    cells = (row.title, row.presented, row.discussed, row.concluded, row.voted)
    return (*map(Text, cells), Text(_assigned(row, words)))


def _assigned(row: MatrixRow, words: Words) -> str:
    if not row.assigned:
        return words("none")
    lines = [task.brief for task in row.assigned[:_MOST_TASKS]]
    if len(row.assigned) > _MOST_TASKS:
        lines.append(words("more_tasks", n=len(row.assigned) - _MOST_TASKS))
    return "\n".join(lines)


def section_table(view: ReportView, words: Words) -> RenderableType:
    """Return how many paragraphs each section has, and which."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 2))
    table.add_column(words("section"))
    table.add_column(words("paragraph_count"), justify="right")
    table.add_column(words("paragraph_numbers"))
    for row in view.sections:
        table.add_row(row.name, str(row.count), row.numbers or words("no_section"))
    return indented(table, 0)
