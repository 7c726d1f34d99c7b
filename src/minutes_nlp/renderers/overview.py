"""Which sections the minutes have and where, and the full text run by run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Language
from minutes_nlp.model.report import ParagraphInfo
from minutes_nlp.renderers.names import section_name

UNSURE_SECTION_BELOW: Final = 0.5
"""A paragraph whose section is less probable than this is listed as not certain."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section: how many paragraphs it has and which, e.g. "3–7, 12" counted from 1."""

    section: SectionLabel
    name: str
    count: int
    numbers: str


@dataclass(frozen=True, slots=True)
class SectionRun:
    """Consecutive paragraphs of one section."""

    section: SectionLabel
    name: str
    paragraphs: tuple[ParagraphInfo, ...]


def section_rows(paragraphs: Sequence[ParagraphInfo], language: Language) -> tuple[SectionRow, ...]:
    """Return a row for each of the ten sections, also for those without a paragraph."""
    if not paragraphs:
        return ()
    return tuple(_row(section, paragraphs, language) for section in SectionLabel)


def _row(
    section: SectionLabel, paragraphs: Iterable[ParagraphInfo], language: Language
) -> SectionRow:
    numbers = [one.index + 1 for one in paragraphs if one.section is section]
    return SectionRow(section, section_name(section, language), len(numbers), ranges(numbers))


def section_runs(paragraphs: Iterable[ParagraphInfo], language: Language) -> tuple[SectionRun, ...]:
    """Return the paragraphs in order, consecutive ones of one section together."""
    return tuple(
        SectionRun(section, section_name(section, language), tuple(run))
        for section, run in groupby(paragraphs, key=lambda paragraph: paragraph.section)
    )


def unsure_numbers(paragraphs: Iterable[ParagraphInfo]) -> str:
    """Return the numbers, from 1, of paragraphs whose section is not certain."""
    return ranges([one.index + 1 for one in paragraphs if one.confidence < UNSURE_SECTION_BELOW])


def ranges(numbers: Sequence[int]) -> str:
    """Write ascending numbers as "3–7, 12"."""
    return ", ".join(_ranges(numbers))


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    # Consecutive numbers keep the same distance to their place in the row.
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        first, last = members[0], members[-1]
        yield str(first) if first == last else f"{first}–{last}"
