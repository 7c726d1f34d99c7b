"""The rows of a store in the order in which a person should look at them, and their filters.

Only columns without words of the minutes are read.  Rows are ordered by what the document needs:
first those that the program could not judge, then those with most to mend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.bulk.across.folding import fold, key_of
from minutes_nlp.bulk.schema import Outcome, Table, arrow_schema
from minutes_nlp.bulk.store import Store
from minutes_nlp.bulk.store_errors import StoreError
from minutes_nlp.extras import extra, pyarrow
from minutes_nlp.web.batch.query import NOT_KNOWN, Query

PAGE_ROWS: Final = 50
_PIECE: Final = 500
ORDER: Final = (
    Outcome.NEEDS_PERSON,
    Outcome.FAILED,
    Outcome.ANALYSED,
    Outcome.REFUSED,
    Outcome.DUPLICATE,
)
CANNOT_BE_REVIEWED: Final = frozenset({Outcome.REFUSED.value, Outcome.DUPLICATE.value})
_COUNTS: Final = ("errors", "undecided", "warnings", "infos")
_FILES: Final = [
    *("path", "sha256", "size", "outcome", "why", "duplicate_of", "unit", "month"),
    *_COUNTS,
]
_FINDINGS: Final = ["path", "code", "undecided"]

Row = dict[str, Any]
Positions = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Page:
    """What a query finds.

    Attributes:
        rows: of one page.
        number: of that page, from 1; the last one when a later one was asked for.
        total: how many rows there are in all; ``None`` where that was not counted.
        has_more: whether there is a page after it.
    """

    rows: list[Row]
    number: int
    total: int | None
    has_more: bool

    @property
    def first(self) -> int:
        """The number of its first row, from 1."""
        return (self.number - 1) * PAGE_ROWS + 1


class Listing:
    """All rows of a store, held in memory without any text of the minutes.

    Raises:
        StoreError: a part cannot be read.
    """

    def __init__(self, store: Store) -> None:
        files, self._of_code = _read(store)
        self._table = files
        self.outcomes: Counter[str] = Counter(self._values("outcome"))
        units = Counter(self._values("unit"))
        self._named_units: dict[str, list[str]] = {}
        for name in units:
            self._named_units.setdefault(key_of(name), []).append(name)
        # Of the names of a cell the commonest stands for it.
        self.units = sorted(
            (max(names, key=lambda name: (units[name], name)) for names in self._of_names()),
            key=str.casefold,
        )
        self.months = sorted(set(self._values("month")), reverse=True)
        self.codes = sorted(self._of_code)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def find(self, query: Query, is_reviewed: Callable[[str], bool]) -> Page:
        """Return the page of rows that ``query`` asks for.

        Args:
            query: the filters and the page.
            is_reviewed: tells it of a path; asked only as far as the page needs.
        """
        positions = self._matching(query)
        if query.unreviewed:
            positions = positions[~self._mask("outcome", CANNOT_BE_REVIEWED)[positions]]
            return self._unreviewed(positions, query.page, is_reviewed)
        total = len(positions)
        number = min(query.page, max(1, -(-total // PAGE_ROWS)))
        start = (number - 1) * PAGE_ROWS
        shown = positions[start : start + PAGE_ROWS]
        return Page(self._rows(shown), number, total, total > start + PAGE_ROWS)

    def row(self, path: str) -> Row | None:
        """Return the row of an input."""
        place = _compute().index(self._table["path"], path).as_py()
        return self._rows(np.array([place]))[0] if place >= 0 else None

    def _unreviewed(
        self, positions: Positions, page: int, is_reviewed: Callable[[str], bool]
    ) -> Page:
        left = self._left(positions, is_reviewed)
        number, shown = 0, list(islice(left, PAGE_ROWS))
        while True:
            number += 1
            ahead = list(islice(left, PAGE_ROWS))
            if number == page or not ahead:
                break
            shown = ahead
        total = None if ahead else (number - 1) * PAGE_ROWS + len(shown)
        return Page(self._rows(np.array(shown, np.intp)), number, total, bool(ahead))

    def _left(self, positions: Positions, is_reviewed: Callable[[str], bool]) -> Iterator[int]:
        for start in range(0, len(positions), _PIECE):
            some = positions[start : start + _PIECE]
            paths = self._table["path"].take(some).to_pylist()
            for place, path in zip(some, paths, strict=True):
                if not is_reviewed(path):
                    yield int(place)

    def _matching(self, query: Query) -> Positions:
        keep = np.ones(len(self), bool)
        if query.outcome:
            keep &= self._mask("outcome", [query.outcome])
        if query.unit:
            keep &= self._of_unit(query.unit)
        if query.month:
            keep &= self._mask("month", [None if query.month == NOT_KNOWN else query.month])
        if query.code:
            having = np.zeros(len(self), bool)
            having[self._of_code.get(query.code, [])] = True
            keep &= having
        for word in fold(query.q).split():
            keep &= _compute().match_substring(self._folded, word).to_numpy(zero_copy_only=False)
        return np.flatnonzero(keep)

    def _of_unit(self, asked: str) -> NDArray[np.bool_]:
        if asked == NOT_KNOWN:
            return self._mask("unit", [None])
        key = key_of(asked)
        names = self._named_units.get(key)
        if names is None:  # a part of a name
            found = [some for known, some in self._named_units.items() if key in known]
            names = [name for some in found for name in some]
        return self._mask("unit", names)

    def _mask(self, column: str, values: Iterable[str | None]) -> NDArray[np.bool_]:
        pa = pyarrow()
        wanted = pa.array(list(values), pa.string())
        mask = _compute().is_in(self._table[column], value_set=wanted)
        found: NDArray[np.bool_] = mask.to_numpy(zero_copy_only=False)
        return found

    @cached_property
    def _folded(self) -> Any:
        """Path and cell of every row as they are searched, made when first asked for."""
        folded = {name: fold(name) for names in self._of_names() for name in names}
        pairs = zip(self._values("path"), self._table["unit"].to_pylist(), strict=True)
        searched = [
            # Most paths are ASCII; to fold those needs no table of letters.
            f"{path.lower() if path.isascii() else fold(path)} {folded.get(unit, '')}"
            for path, unit in pairs
        ]
        return pyarrow().array(searched, pyarrow().string())

    def _of_names(self) -> Iterator[list[str]]:
        return iter(self._named_units.values())

    def _values(self, column: str) -> list[str]:
        return [value for value in self._table[column].to_pylist() if value is not None]

    def _rows(self, positions: Positions) -> list[Row]:
        rows: list[Row] = self._table.take(positions).to_pylist()
        return rows


def _read(store: Store) -> tuple[Any, dict[str, Positions]]:
    """Return the rows in order, and where those are that each check speaks of."""
    pa, pc = pyarrow(), _compute()
    tables = [arrow_schema("files").empty_table().select(_FILES).replace_schema_metadata(None)]
    found = [arrow_schema("findings").empty_table().select(_FINDINGS[1:])]
    found = [table.replace_schema_metadata(None) for table in found]
    places = [np.empty(0, np.int64)]
    count = 0
    for shard in store.shards():
        files = _part(store, "files", shard, _FILES)
        findings = _part(store, "findings", shard, _FINDINGS)
        place = pc.index_in(findings["path"], value_set=files["path"].combine_chunks())
        known = findings.filter(place.is_valid())
        places.append(place.drop_null().to_numpy() + count)
        found.append(known.select(_FINDINGS[1:]))
        tables.append(files)
        count += files.num_rows
    table = pa.concat_tables(tables).combine_chunks()
    order = _in_order(table)
    position = np.empty(count, np.intp)
    position[order] = np.arange(count)
    of_code = _by_code(pa.concat_tables(found), position[np.concatenate(places)])
    return table.take(order), of_code


def _by_code(findings: Any, positions: Positions) -> dict[str, Positions]:
    """Return the positions by check; those where it was undecided by its code with "?"."""
    codes = findings["code"].combine_chunks().dictionary_encode()
    unsure = findings["undecided"].combine_chunks().to_numpy(zero_copy_only=False)
    keys = codes.indices.to_numpy() * 2 + unsure.astype(bool)
    order = np.argsort(keys, kind="stable")
    known, starts = np.unique(keys[order], return_index=True)
    parts = np.split(positions[order], starts[1:])
    names = [codes.dictionary[int(key) // 2].as_py() + NOT_KNOWN * int(key % 2) for key in known]
    return dict(zip(names, parts, strict=False))  # without findings there is one empty part


def _part(store: Store, table: Table, shard: str, columns: list[str]) -> Any:
    part = store.read(table, shard, columns)
    types = dict(zip(part.schema.names, part.schema.types, strict=True))
    if any(types.get(name) != kind for name, kind in _types(table).items() if name in columns):
        raise StoreError.damaged(store.part(table, shard))
    return part.select(columns).replace_schema_metadata(None)


@cache
def _types(table: Table) -> dict[str, Any]:
    schema = arrow_schema(table)
    return dict(zip(schema.names, schema.types, strict=True))


def _in_order(table: Any) -> Any:
    pc = _compute()
    rank = pc.index_in(table["outcome"], value_set=pyarrow().array([one.value for one in ORDER]))
    keyed = table.select([*_COUNTS, "path"]).append_column("rank", rank)
    keys = [("rank", "ascending"), *((name, "descending") for name in _COUNTS)]
    order = pc.sort_indices(keyed, sort_keys=[*keys, ("path", "ascending")])
    return order.to_numpy()


def _compute() -> Any:
    return extra("pyarrow.compute", "bulk")
