"""A second reading of minutes, with the words put right that were plainly typed wrong."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Respelt:
    """Minutes as they read with ``repairs`` made; offsets count in the repaired texts."""

    minutes: Minutes
    repairs: tuple[Repair, ...]
