"""Small pieces of layout that every part of the terminal report uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from minutes_nlp.model.labels import Level, Severity
from minutes_nlp.renderers.quotes import Quote

HEADING: Final = "bold"
CODE: Final = "dim"
NOTICE: Final = "bold dark_orange3"

# Colours that keep their contrast on dark and on light grounds; words say the same.
SEVERITY_STYLES: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold dark_orange3",
    Severity.INFO: "bold dodger_blue2",
}
LEVEL_STYLES: Final = {
    Level.PRESENT: "bold green4",
    Level.WEAK: "bold dark_orange3",
    Level.ABSENT: "bold red",
    None: "bold",  # left open
}


def rule() -> Rule:
    """Return a line across the page."""
    return Rule(style="none")


def heading(text: str) -> Iterator[RenderableType]:
    """Yield a heading with the blank line before it."""
    yield ""
    yield Text(text.upper(), HEADING)


def indented(content: RenderableType, columns: int = 2) -> Padding:
    """Move ``content`` to the right."""
    return Padding(content, (0, 0, 0, columns))


def hanging(mark: RenderableType, body: RenderableType, *, width: int = 3) -> Table:
    """Return ``mark`` with ``body`` beside it, every line of the body under the first."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=width, justify="right", no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(mark, body)
    return grid


def quote_text(quote: Quote, lead: str | None = None) -> Text:
    """Return place and words of a quote; what counts is set off from what surrounds it."""
    place = f"{lead} – {quote.place[0].lower()}{quote.place[1:]}" if lead else quote.place
    text = Text(f"{place}: “")
    for piece in quote.pieces:
        text.append(piece.text, "underline" if piece.counts and quote.partial else "")
    return text.append("”")
