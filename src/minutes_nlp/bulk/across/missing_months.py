"""LT001: months of a cell of which there are no minutes of a regular meeting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from minutes_nlp.bulk.across.documents import Held
from minutes_nlp.bulk.across.folding import key_of
from minutes_nlp.bulk.across.months import months_apart, months_between
from minutes_nlp.bulk.roll import Roll
from minutes_nlp.model.language import Text

_LONGEST_GAP: Final = 12
"""More months than that without any minutes look like a misread date."""
_SHARE: Final = 0.5
"""A month that fewer of the cells have minutes of belongs to no common period."""
_REGULAR: Final = frozenset({"regular", "combined"})


@dataclass(frozen=True, slots=True)
class MissingMonth:
    """A month without minutes; ``doubt``: why it is undecided, ``None`` when it is a finding."""

    unit: str
    month: str
    doubt: Text | None = None


def missing_months(documents: Sequence[Held], roll: Roll | None = None) -> list[MissingMonth]:
    """Return what is missing, by cell and month.

    With a roll every cell of it is asked for all months from its first to its last one; where the
    roll does not say, and for cells that are not in it, from the first to the last month of its
    own minutes.  What lies outside of them but in the months that most cells have is undecided.
    """
    cells: dict[str, list[Held]] = defaultdict(list)
    for held in documents:
        if held.unit:
            cells[held.unit].append(held)
    nowhere = Counter(held.month for held in documents if held.unit is None)
    common = _common_period(cells)
    written = {key_of(unit): unit for unit in cells}
    bounds = {
        written.get(key_of(unit), unit): period
        for unit, period in (roll.periods() if roll else {}).items()
    }
    found: list[MissingMonth] = []
    for unit in sorted(cells.keys() | bounds.keys()):
        found += _of_cell(
            unit, cells.get(unit, []), bounds.get(unit, (None, None)), common, nowhere
        )
    return found


def _common_period(cells: Mapping[str, list[Held]]) -> tuple[str, str] | None:
    counts = Counter(month for held in cells.values() for month in {h.month for h in held})
    common = [month for month, count in counts.items() if month and count >= _SHARE * len(cells)]
    return (min(common), max(common)) if len(cells) > 1 and common else None


def _of_cell(
    unit: str,
    documents: Sequence[Held],
    bounds: tuple[str | None, str | None],
    common: tuple[str, str] | None,
    nowhere: Counter[str | None],
) -> Iterator[MissingMonth]:
    kept = {held.month for held in documents if held.month and _may_be_regular(held)}
    own = [held.month for held in documents if held.month]
    first, last = bounds[0] or min(own, default=None), bounds[1] or max(own, default=None)
    if common:
        first, last = first or common[0], last or common[1]
    if first is None or last is None:
        return
    unsure = {held.month for held in documents if held.month in kept and not _is_regular(held)}
    sure = {held.month for held in documents if held.month and _is_regular(held)}
    undated = any(held.month is None for held in documents) or nowhere[None] > 0
    gone = _long_gaps(sorted({first, last, *own}))
    begin, end = (min(first, common[0]), max(last, common[1])) if common else (first, last)
    for month in months_between(begin, end):
        if month in sure:
            continue
        outside = not first <= month <= last
        if outside and bounds[0 if month < first else 1]:
            continue  # the roll says that the cell was not there
        doubt = None
        if month in unsure:
            doubt = _KIND
        elif undated or nowhere[month]:
            doubt = _UNPLACED
        elif outside:
            doubt = _OUTSIDE
        elif any(low < month < high for low, high in gone) and not all(bounds):
            doubt = _LONG
        yield MissingMonth(unit, month, doubt)


def _long_gaps(months: Sequence[str]) -> list[tuple[str, str]]:
    pairs = pairwise(months)
    return [pair for pair in pairs if months_apart(*pair) > _LONGEST_GAP]


def _is_regular(held: Held) -> bool:
    return held.kind in _REGULAR and held.sure


def _may_be_regular(held: Held) -> bool:
    return held.kind in _REGULAR or not held.sure


_KIND: Final = Text(
    "Có một biên bản tháng ấy nhưng chưa rõ có phải sinh hoạt thường kỳ.",
    "There are minutes of that month, but they may not be of a regular meeting.",
)
_UNPLACED: Final = Text(
    "Còn biên bản chưa rõ tháng hoặc chưa rõ chi bộ, có thể là của tháng ấy.",
    "Minutes whose month or cell is not known may be those of that month.",
)
_OUTSIDE: Final = Text(
    "Chưa rõ tháng ấy chi bộ đã thành lập, đã gửi biên bản hay chưa.",
    "It is not known whether the cell existed, or had sent its minutes, that month.",
)
_LONG: Final = Text(
    "Khoảng trống dài trên 12 tháng: có thể ngày tháng trong một biên bản bị đọc sai.",
    "A gap of more than 12 months: the date of some minutes may have been misread.",
)
