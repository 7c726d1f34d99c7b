"""The cell and the month of an input by the roll, the text and the path, in this order."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.bulk.across.folding import key_of
from minutes_nlp.bulk.path_names import month_of_path, unit_of_path
from minutes_nlp.bulk.places import Place, PlaceByText, PlaceSource
from minutes_nlp.bulk.roll import Roll
from minutes_nlp.bulk.schema import Row

_RULES: Final = "roll, text, path; 2"
_TAIL: Final = re.compile(
    r"\s*(?:[(\[;:]|\b(?:ngày|tháng|năm|quý|vào|hồi|kỳ)\b|[-–,.]\s*\d{1,2}/|"
    r"[-–,]?\s*\b(?:thuộc|trực thuộc|đảng bộ|đảng ủy|đảng cộng sản)\b|"
    r"[-–,.]\s*(?:xã|phường|thị trấn|đặc khu|huyện|quận|thành phố|tp|tỉnh|sổ tay|sinh hoạt|"
    r"chuyên đề|biên bản|họp)\b).*$",
    re.IGNORECASE | re.DOTALL,
)


class PlaceByAll:
    """Tells the place of every input.

    A file in the folder of a cell of the roll is that cell's; else the name in the text decides,
    as the roll writes it where it knows the name; else the path.  The month is that of the text,
    else that of the path.
    """

    def __init__(self, roll: Roll | None = None) -> None:
        self._roll = roll
        self._by_text = PlaceByText()
        self.digest = f"{_RULES} {roll.digest if roll else '-'}"

    def place(self, path: str, row: Row) -> Place:
        """Return the place of the input at ``path``, whose ``files`` row is known so far."""
        stated = self._by_text.place(path, row)
        unit, source = self._unit(path, stated.unit)
        if stated.month:
            return Place(unit, source, stated.month, stated.month_source)
        month = month_of_path(path)
        return Place(unit, source, month, "path" if month else None)

    def _unit(self, path: str, stated: str | None) -> tuple[str | None, PlaceSource | None]:
        roll = self._roll
        name = short_name(stated) if stated else None
        told = unit_of_path(path)
        if roll is not None:
            parts = path.split("/")
            known = roll.by_folder(path) or roll.by_name(stated) or roll.by_name(name)
            named = (found for part in reversed(parts) if (found := roll.by_name(part)))
            known = known or roll.by_name(told) or next(named, None)
            if known:
                return known, "roll"
        if name:
            return name, "text"
        return told, "path" if told else None


def short_name(stated: str) -> str:
    """Return the name of a cell without date and without what stands above the cell.

    >>> short_name("Chi bộ thôn Vọng Lô, xã Yên Lư, ngày 05 tháng 12 năm 2025")
    'Chi bộ thôn Vọng Lô'
    """
    short = " ".join(_TAIL.sub("", stated).split()).strip(" .,-–")
    return short if len(key_of(short).split()) > _BARE else " ".join(stated.split())


_BARE: Final = 2
"""Words of "chi bộ" alone, which names no cell."""
