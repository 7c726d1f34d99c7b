"""The report as text for a terminal or a plain file, readable with and without colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from minutes_nlp.model.language import Language
from minutes_nlp.model.report import Report
from minutes_nlp.renderers.terminal_findings import (
    changes_block,
    characteristic_block,
    finding_block,
    undecided_block,
    undecided_group,
)
from minutes_nlp.renderers.terminal_layout import CODE, HEADING, NOTICE, heading, indented, rule
from minutes_nlp.renderers.terminal_tables import facts_table, matrix_table, section_table
from minutes_nlp.renderers.view import ReportView, build_view
from minutes_nlp.renderers.words import Words

NARROWEST: Final = 60
"""Columns below which tables would no longer hold; a narrower terminal gets this width."""

_LINE_END: Final = re.compile(r"[ \t]+$", re.MULTILINE)


def render_terminal(
    report: Report, *, language: Language = "vi", width: int = 80, colour: bool = False
) -> str:
    """Return the report as lines of at most ``width`` columns, ending with a line end.

    Args:
        report: what to show.
        language: language of every phrase; quotes stay as they are.
        width: columns; less than :data:`NARROWEST` counts as that.
        colour: whether to write ANSI colours; the words say everything without them.
    """
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        color_system="256" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in _parts(build_view(report, language), Words(language)):
            console.print(part)
    return _LINE_END.sub("", capture.get())


def _parts(view: ReportView, words: Words) -> Iterator[RenderableType]:
    yield Text.assemble((words("report"), HEADING), ": ", (view.name, "bold"))
    yield rule()
    if view.failure:
        yield Text.assemble((words("failure"), "bold red"), f": {view.failure}")
        return
    if view.notice:
        yield Text(view.notice, NOTICE)
        yield ""
    yield facts_table(view, words)
    if view.other:
        yield from _other_type(view, words)
    else:
        yield from _full_report(view, words)
    yield ""
    yield rule()
    yield Text(words("disclaimer"))
    yield Text(f"[{view.produced_by}]", CODE)


def _other_type(view: ReportView, words: Words) -> Iterator[RenderableType]:
    yield ""
    yield Text(view.other or "", "bold")
    for finding in view.findings:
        yield ""
        yield finding_block(finding, words)
    yield from _changes(view, words)
    yield ""
    yield Text(words("nothing_else"))


def _full_report(view: ReportView, words: Words) -> Iterator[RenderableType]:
    yield from heading(words("findings"))
    if view.no_findings:
        yield indented(Text(view.no_findings))
    for number, finding in enumerate(view.findings):
        if number:
            yield ""
        yield finding_block(finding, words)
    yield from _changes(view, words)
    yield from heading(words("matrix"))
    yield from matrix_table(view, words)
    if view.characteristics:
        yield from heading(words("characteristics"))
        yield from (characteristic_block(one, words) for one in view.characteristics)
    if view.undecided or view.undecided_together:
        yield from heading(words("undecided"))
        yield indented(Text(words("undecided_note")))
        yield from (undecided_group(one) for one in view.undecided_together)
        yield from (undecided_block(one) for one in view.undecided)
    if view.sections:
        yield from heading(words("sections"))
        yield section_table(view, words)
    if view.unsure_paragraphs:
        note = words("unsure_paragraphs", numbers=view.unsure_paragraphs)
        yield Padding(Text(note), (0, 0, 0, 2))


def _changes(view: ReportView, words: Words) -> Iterator[RenderableType]:
    if view.changes:
        yield from heading(words("changes"))
        yield from changes_block(view.changes, words)
