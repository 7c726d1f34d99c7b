"""The numbers and lists that a check works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class SupersededDocument:
    """A document of a higher level that another has replaced.

    ``symbol`` is its number and symbol ("12-HD/BTCTW"), ``years`` those of its issue,
    ``topics`` words (lower case) beside which the number can mean no other document,
    since numbers start anew with each term.
    """

    symbol: str
    years: tuple[int, ...]
    topics: tuple[str, ...]
    replaced_by: str
    since: date


@dataclass(frozen=True, slots=True)
class Thresholds:
    """One check's numbers by name, as profile and settings give them.

    ``doubt`` (0..1) is there for every check: from that probability on, a paragraph might
    belong to a section, and what hangs on it stays undecided.
    """

    numbers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    superseded: tuple[SupersededDocument, ...] = ()

    def with_numbers(self, **numbers: float) -> Thresholds:
        """Return the same thresholds with some numbers replaced."""
        return replace(self, numbers=MappingProxyType({**self.numbers, **numbers}))

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]
