"""From the records of a shard to the rows of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from minutes_nlp.bulk.discovery import Input
from minutes_nlp.bulk.places import Placing
from minutes_nlp.bulk.record import Record
from minutes_nlp.bulk.schema import TABLES, Outcome, Row, Table
from minutes_nlp.bulk.shards import Shard

Rows = dict[Table, list[Row]]


def shard_rows(shard: Shard, records: Mapping[str, Record], key: str, placing: Placing) -> Rows:
    """Return the rows of all parts of a shard, sorted by path.

    Args:
        shard: its inputs.
        records: one for each content of the shard, by hash.
        key: digest of what made the records.
        placing: tells the cell and the month.
    """
    rows: Rows = {table: [] for table in TABLES}
    firsts = shard.contents()
    for found in shard.inputs:
        if found.sha256 is None:
            rows["files"].append(_unread(found))
            continue
        first = firsts[found.sha256]
        record = records[found.sha256]
        about: dict[str, Any] = {"path": found.path, "sha256": found.sha256}
        if first is not found:
            same = {"outcome": Outcome.DUPLICATE.value, "duplicate_of": first.path}
            rows["files"].append(about | {"size": found.size, "key": key} | same)
            continue
        row = about | record.file | {"size": found.size, "key": key}
        if found.in_doubt and row["outcome"] == Outcome.ANALYSED.value:
            row |= {"outcome": Outcome.NEEDS_PERSON.value, "why": MAY_BE_A_PAGE}
        if record.rows:
            place = placing.place(found.path, row)
            row |= {"unit": place.unit, "unit_source": place.unit_source}
            row |= {"month": place.month, "month_source": place.month_source}
        rows["files"].append(row)
        for table, some in record.rows.items():
            rows[table].extend(about | one for one in some)
    return rows


MAY_BE_A_PAGE: Final = (
    "Có thể chỉ là một trang của biên bản nhiều trang; nếu vậy hãy để các ảnh ấy vào một thư mục "
    "riêng, đặt tên là “trang 1”, “trang 2”… rồi chạy lại."
)


def _unread(found: Input) -> Row:
    outcome = Outcome.FAILED.value
    return {"path": found.path, "outcome": outcome, "why": found.why, "error": found.error}


def known_records(rows: Mapping[Table, list[dict[str, Any]]], key: str) -> dict[str, Record]:
    """Return the records that the rows of a shard were made from, by hash.

    Rows that another program, model or choice of settings made are left out.
    """
    known: dict[str, Record] = {}
    for row in rows["files"]:
        if row["key"] == key and row["sha256"] and row["outcome"] != Outcome.DUPLICATE.value:
            file = {name: value for name, value in row.items() if name not in _TOLD_LATER}
            if file["why"] == MAY_BE_A_PAGE:  # said of the place, not of the content
                file |= {"outcome": Outcome.ANALYSED.value, "why": None}
            known[row["sha256"]] = Record(file)
    for table in TABLES:
        for row in rows[table] if table != "files" else ():
            record = known.get(row.pop("sha256"))
            row.pop("path")
            if record is not None:
                record.rows.setdefault(table, []).append(row)
    for record in known.values():
        if record.file["outcome"] in _READ:
            for table in TABLES[1:]:
                record.rows.setdefault(table, [])
    return known


_READ = (Outcome.ANALYSED.value, Outcome.NEEDS_PERSON.value)
_TOLD_LATER = frozenset(
    {"path", "sha256", "size", "key", "duplicate_of"}
    | {"unit", "unit_source", "month", "month_source"}
)
