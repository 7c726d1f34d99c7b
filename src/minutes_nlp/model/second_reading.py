"""Readings of the same minutes in another form, to look once more for what was not found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes


@dataclass(frozen=True, slots=True)
class Repair:
    """One word that was plainly typed wrong.

    ``start`` and ``end`` are offsets in the paragraph as it was typed; ``meant`` is what the words
    around it make it, in two words where two were run together.
    """

    paragraph: int
    start: int
    end: int
    typed: str
    meant: str


@dataclass(frozen=True)
class SecondReading:
    """Minutes in another form than they were handed in; made only when it is asked for.

    Paragraphs and offsets are those of the other form, so nothing of it may be quoted.

    Args:
        read: reads it.
        doubt: what may have misled the first reading, a full sentence for the user.
        of_sections: it differs in the sections of paragraphs only, not in their words.
    """

    read: Callable[[], Minutes]
    doubt: Text
    of_sections: bool = False

    @cached_property
    def minutes(self) -> Minutes:
        """The reading."""
        return self.read()
