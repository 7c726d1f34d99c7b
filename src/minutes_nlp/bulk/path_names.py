"""What the path of a file says of its cell and its month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from minutes_nlp.bulk.across.folding import fold

_YEAR: Final = r"(?P<year>20[0-4]\d)"
_MONTH: Final = r"(?P<month>0?[1-9]|1[0-2])"
_TWO: Final = r"(?P<month>0[1-9]|1[0-2])"
_GAP: Final = r"[-_. ]*"
# 2026-07, 202607 and 2026-07-05; thang 7 nam 2026 and T7.2026; 07-2026 and 05-07-2026.
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_YEAR}[-_. ]?{_TWO}(?!\d)",
        rf"(?<![a-z])(?:thang|t){_GAP}{_MONTH}{_GAP}(?:nam)?{_GAP}{_YEAR}(?!\d)",
        rf"(?<!\d){_MONTH}[-_.]{_YEAR}(?!\d)",
    )
)
_ONLY_MONTH: Final = re.compile(rf"(?<![a-z])(?:thang|t){_GAP}{_MONTH}(?!\d)")
_ONLY_YEAR: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_CELL: Final = re.compile(r"(?:chi[-_. ]?bo|cb)(?![a-z])")
_PAPER: Final = re.compile(r"(?:bien[-_. ]?ban|bb|hop|sinh[-_. ]?hoat|scan|quy|thang|nam)(?![a-z])")


def month_of_path(path: str) -> str | None:
    """Return the month (YYYY-MM) that a path names: the file's name first, then its folders."""
    parts = [fold(part) for part in reversed(path.split("/"))]
    parts[0] = parts[0].rpartition(".")[0] or parts[0]
    for part in parts:
        for pattern in _PATTERNS:
            if found := pattern.search(part):
                return f"{found['year']}-{int(found['month']):02}"
    month = next((found for part in parts if (found := _ONLY_MONTH.search(part))), None)
    year = next((found for part in parts if (found := _ONLY_YEAR.search(part))), None)
    return f"{year['year']}-{int(month['month']):02}" if month and year else None


def unit_of_path(path: str) -> str | None:
    """Return the cell that a path names.

    The file or the innermost folder that begins with "chi bộ", "chi-bo" or "cb" does; else the
    innermost folder that does not name a time or a sort of paper.
    """
    *folders, name = path.split("/")
    stem = name.rpartition(".")[0] or name
    for part in (stem, *reversed(folders)):
        if _CELL.match(fold(part)):
            return _cleaned(part)
    return next(_candidates(folders), None)


def _candidates(folders: list[str]) -> Iterator[str]:
    for part in reversed(folders):
        cleaned = _cleaned(part)
        if cleaned and not _PAPER.match(fold(cleaned)) and not cleaned.isdigit():
            yield cleaned


def _cleaned(part: str) -> str:
    """Return a part of a path without dates, with spaces for the signs between words."""
    folded = fold(part)
    cut = _without_dates(folded)
    kept = part[: len(cut)] if len(folded) == len(part) else cut
    return " ".join(re.split(r"[-_. ]+", kept)).strip()


def _without_dates(folded: str) -> str:
    for pattern in (*_PATTERNS, _ONLY_MONTH):
        if found := pattern.search(folded):
            return folded[: found.start()]
    return folded
