"""How documents are grouped for measuring: what ``--by`` names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.corpus.validation import HD42_FROM
from minutes_nlp.errors import UsageError
from minutes_nlp.learning.fact_metrics import annotated_kind
from minutes_nlp.model.language import Text


def era(record: CorpusRecord) -> str:
    """Return before or from the day of Hướng dẫn 42, by the date that the minutes state."""
    stated = record.meeting.date if record.meeting else None
    if stated is None:
        return "undated"
    return "from_2025_10_28" if date.fromisoformat(stated) >= HD42_FROM else "before_2025_10_28"


GROUPINGS: Final[Mapping[str, Callable[[CorpusRecord], str]]] = MappingProxyType(
    {
        "voice": lambda record: record.voice,
        "era": era,
        "type": lambda record: annotated_kind(record).value,
        "origin": lambda record: "outside" if record.outside else "by_the_guide",
    }
)
"""Groupings of the documents as they were written, by name."""

DAMAGE: Final = "damage"
"""The grouping whose groups are damaged copies of some of the documents."""


def parse_groupings(names: str) -> tuple[str, ...]:
    """Return the groupings of "voice,damage", each once, in the order given.

    Raises:
        UsageError: a name is unknown, or none is given; the message lists those that there are.
    """
    known = (*GROUPINGS, DAMAGE)
    wanted = tuple(dict.fromkeys(names.replace(",", " ").split()))
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        listed, named = ", ".join(known), ", ".join(unknown)
        raise UsageError(
            Text(
                vi=f"Chưa biết cách chia nhóm “{named}”; --by nhận: {listed}.",
                en=f"Unknown grouping “{named}”; --by takes: {listed}.",
            )
        )
    return wanted
