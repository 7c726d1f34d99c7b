"""Findings, characteristics and undecided checks on the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from minutes_nlp.renderers.changes import ChangesView
from minutes_nlp.renderers.terminal_layout import (
    CODE,
    LEVEL_STYLES,
    SEVERITY_STYLES,
    hanging,
    indented,
    quote_text,
)
from minutes_nlp.renderers.view import (
    CharacteristicView,
    FindingView,
    UndecidedGroup,
    UndecidedView,
)
from minutes_nlp.renderers.words import Words

_MOST_QUOTES: Final = 4


def finding_block(finding: FindingView, words: Words) -> RenderableType:
    """Return one finding: what, where, what came closest and why it does not count, basis."""
    return hanging(f"{finding.number}.", Group(*_finding_lines(finding, words)))


def _finding_lines(finding: FindingView, words: Words) -> Iterator[RenderableType]:
    style = SEVERITY_STYLES[finding.severity]
    title = finding.title or finding.message
    yield Text.assemble(
        (f"{finding.severity_name}: ", style),
        (title, "bold"),
        (f" [{finding.code}]", CODE),
        (f" ({finding.status})", "bold") if finding.status else "",
    )
    if finding.title:
        yield Text(finding.message)
    yield from _few([indented(quote_text(quote)) for quote in finding.evidence], words)
    if finding.searched:
        yield Text(f"{words('searched')} {finding.searched}")
    if finding.nearest:
        yield Text(words("nearest"))
    for quote, why_not in finding.nearest:
        yield indented(quote_text(quote))
        yield indented(Text(f"{words('why_not')} {why_not}"), 4)
    yield Text(f"{words('basis')} {finding.basis}")


def changes_block(changes: ChangesView, words: Words) -> Iterator[RenderableType]:
    """Yield what became of the findings of an earlier report that are no longer found."""
    yield indented(Text(words("earlier", earlier=changes.earlier)))
    for note, gone in ((words("fixed"), changes.fixed), (words("open"), changes.open)):
        if gone:
            yield indented(Text(note))
        for title, code in gone:
            yield hanging("•", Text.assemble(title, (f" [{code}]", CODE)), width=5)
    if not changes.fixed and not changes.open:
        yield indented(Text(changes.nothing))


def characteristic_block(characteristic: CharacteristicView, words: Words) -> RenderableType:
    """Return one characteristic with its level and the words that show it."""
    line = Text.assemble(
        f"{characteristic.name}: ",
        (characteristic.level_name, LEVEL_STYLES[characteristic.level]),
        f" ({words('unsure')})" if characteristic.unsure else "",
    )
    quotes = [indented(quote_text(quote, sign)) for sign, quote in characteristic.evidence]
    shown = _few(quotes or [indented(Text(characteristic.nothing))], words)
    return indented(Group(line, *shown))


def _few(lines: list[Padding], words: Words) -> Iterator[RenderableType]:
    yield from lines[:_MOST_QUOTES]
    if len(lines) > _MOST_QUOTES:
        yield indented(Text(words("more_quotes", n=len(lines) - _MOST_QUOTES)))


def undecided_group(group: UndecidedGroup) -> RenderableType:
    """Return the checks that stay undecided for one reason, and the reason."""
    names = Text("; ").join(
        Text.assemble((title, "bold"), (f" [{code}]", CODE)) for title, code in group.checks
    )
    return hanging("•", Group(group.why, names))


def undecided_block(undecided: UndecidedView) -> RenderableType:
    """Return one check that stays undecided, and why."""
    code = (f" [{undecided.code}]", CODE)
    if undecided.title is None:
        return hanging("•", Text.assemble(undecided.why, code))
    return hanging("•", Group(Text.assemble((undecided.title, "bold"), code), undecided.why))
