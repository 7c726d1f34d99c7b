"""Of which cell and which month an input is: what the store asks when it writes a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from minutes_nlp.bulk.schema import Row

PlaceSource = Literal["text", "path", "roll"]


@dataclass(frozen=True, slots=True)
class Place:
    """The cell and the month (YYYY-MM) of an input, and what told them; ``None``: not known."""

    unit: str | None = None
    unit_source: PlaceSource | None = None
    month: str | None = None
    month_source: PlaceSource | None = None


class Placing(Protocol):
    """Tells the place of every input; it must depend on nothing but its arguments and itself."""

    @property
    def digest(self) -> str:
        """Names what it goes by (such as the roll): rows placed by another digest are redone."""

    def place(self, path: str, row: Row) -> Place:
        """Return the place of the input at ``path``, whose ``files`` row is known so far."""


@dataclass(frozen=True, slots=True)
class PlaceByText:
    """Goes by what the text states and by nothing else."""

    digest: str = "text"

    def place(self, path: str, row: Row) -> Place:
        """Return what the text states."""
        unit = row.get("stated_unit")
        month = row.get("stated_month") or (row.get("meeting_date") or "")[:7] or None
        return Place(unit, "text" if unit else None, month, "text" if month else None)
