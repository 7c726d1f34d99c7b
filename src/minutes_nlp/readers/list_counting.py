"""Count the items of multi-level lists and write their labels, as Word does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from minutes_nlp.readers.number_formats import format_bullet, format_number

LEVELS: Final = 9
LONGEST_LABEL: Final = 80
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (``w:lvl``); ``text`` has the number of level n at ``%n``."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart_after: int | None = None
    legal: bool = False
    joined: bool = False
    style: str | None = None


@dataclass(slots=True)
class ListCounts:
    """How far each list of a document has been counted.

    Lists (``w:num``) that share a definition (``w:abstractNum``) share their counts; one that
    overrides the start of a level begins anew there at its first item.
    """

    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def next_label(
        self,
        definition: str,
        list_id: int,
        index: int,
        levels: Mapping[int, Level],
        *,
        start_overridden: bool,
    ) -> str:
        """Count one item of level ``index`` (from 0) and return its label.

        The label ends with a space unless the level says that the text follows at once.
        """
        level = levels.get(index)
        if level is None:
            return ""
        counts = self._counts.setdefault(definition, {})
        restarts = start_overridden and (list_id, index) not in self._begun
        self._begun.add((list_id, index))
        if index not in counts or restarts:
            counts[index] = level.start
        else:
            counts[index] += 1
        for deeper in [key for key in counts if key > index]:
            limit = levels.get(deeper, Level()).restart_after
            if limit is None or index < limit:
                del counts[deeper]
        label = written_label(level, levels, counts)
        return label if level.joined or not label else f"{label} "


def written_label(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    """Return the label of ``level``; levels that were not counted stand at their start."""
    if level.number_format == "bullet":
        return format_bullet(level.text)

    def written(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = levels.get(index, Level())
        shown = "decimal" if level.legal else other.number_format
        return format_number(counts.get(index, other.start), shown)

    return _PLACE.sub(written, level.text).strip()
