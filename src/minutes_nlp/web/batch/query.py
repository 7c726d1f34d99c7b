"""What is asked of the list, as it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Self
from urllib.parse import urlencode

PATH: Final = "/store"
NOT_KNOWN: Final = "?"
"""Asks for rows whose cell or month is not known; after the code of a check: undecided."""
_LONGEST: Final = 300
_LAST_PAGE: Final = 10**6


@dataclass(frozen=True, slots=True)
class Query:
    """The filters and the page; "" asks for all.

    Attributes:
        outcome: an outcome of the store.
        unit: a cell, by any of its names.
        month: YYYY-MM.
        code: of a check that found something; with "?" after it: that could not decide.
        q: words of the path or the name of the cell.
        unreviewed: only what nobody has decided on yet.
        page: from 1.
    """

    outcome: str = ""
    unit: str = ""
    month: str = ""
    code: str = ""
    q: str = ""
    unreviewed: bool = False
    page: int = 1

    @classmethod
    def parse(cls, given: Mapping[str, str]) -> Self:
        """Read the query of an address; what makes no sense counts as not given."""
        texts = {
            one.name: given.get(one.name, "").strip()[:_LONGEST]
            for one in fields(cls)
            if one.type == "str"
        }
        page = given.get("page", "")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 8 else 1
        return cls(
            **texts,
            unreviewed=given.get("unreviewed") == "1",
            page=min(max(number, 1), _LAST_PAGE),
        )

    def address(self, **changes: Any) -> str:
        """Return the address of the list so asked; other filters than the page begin at page 1."""
        asked = replace(self, **({"page": 1} | changes))
        told = {}
        for one in fields(asked):
            value = getattr(asked, one.name)
            if value != one.default:
                told[one.name] = "1" if value is True else value
        return f"{PATH}?{urlencode(told)}" if told else PATH

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return replace(self, page=1) != type(self)()
