"""Count pages by the breaks that a file records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# Control characters that XML forbids: they cannot come from the text itself.
RENDERED_PAGE_BREAK: Final = "\x0e"
ASKED_PAGE_BREAK: Final = "\x0f"
_BREAK: Final = re.compile(f"([{RENDERED_PAGE_BREAK}{ASKED_PAGE_BREAK}])")


@dataclass(slots=True)
class PageCounter:
    """The page that reading has come to, from 1; ``known`` once any break was met.

    Word records where pages began when it last laid the text out; a break that the author
    asked for is recorded once more so at the start of the next page and counts once.
    """

    current: int = 1
    known: bool = False
    _just_asked: bool = False

    def pass_over(self, text: str) -> int:
        """Go on through ``text`` and return the page of its first word."""
        first: int | None = None
        for piece in _BREAK.split(text):
            if piece == ASKED_PAGE_BREAK:
                self.ask()
            elif piece == RENDERED_PAGE_BREAK:
                self._turn(asked=False)
            elif piece.strip():
                self._just_asked = False
                first = first or self.current
        return first or self.current

    def ask(self) -> None:
        """Meet a page break that the author asked for."""
        self._turn(asked=True)

    def _turn(self, *, asked: bool) -> None:
        if asked or not self._just_asked:
            self.current += 1
        self.known = True
        self._just_asked = asked
