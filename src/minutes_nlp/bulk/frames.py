"""Tables of a store, or of texts at hand, as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from minutes_nlp.bulk.record import report_record
from minutes_nlp.bulk.schema import QUOTING, TABLES, Row, Table, arrow_schema, build_table
from minutes_nlp.bulk.store import open_store
from minutes_nlp.extras import pyarrow
from minutes_nlp.registry import rule_codes
from minutes_nlp.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

PLAIN: Final[tuple[Table, ...]] = tuple(table for table in TABLES if table not in QUOTING)
"""Tables without words of the minutes."""


def read_store(folder: str | Path, tables: Iterable[Table] = PLAIN) -> dict[Table, pd.DataFrame]:
    """Return tables of a store by name; see :mod:`minutes_nlp.bulk.schema` for their columns.

    Args:
        folder: the store.
        tables: which; those with words of the minutes have to be named.

    Raises:
        StoreError: it is no store, one of another version, or a part of it cannot be read.
        MissingProgramError: the extra ``bulk`` is not installed.
    """
    return {table: _frame(read_table(folder, table)) for table in tables}


def read_table(folder: str | Path, table: Table, columns: list[str] | None = None) -> Any:
    """Return one table of a store as a ``pyarrow.Table``, by shard and path.

    Raises:
        StoreError: see :func:`read_store`.
    """
    store = open_store(Path(folder))
    schema = arrow_schema(table)
    empty = schema.empty_table().select(columns or schema.names)
    parts = [store.read(table, shard, columns) for shard in store.shards()]
    bare = [part.replace_schema_metadata(None) for part in (empty, *parts)]
    return pyarrow().concat_tables(bare)


def analyze_texts(
    texts: pd.Series[str], settings: Settings | None = None
) -> dict[Table, pd.DataFrame]:
    """Analyse minutes held as text, one paragraph a line, in this process.

    Args:
        texts: one text a row; the index, as text, stands in the column ``path`` of all tables.
        settings: thresholds, severities and selection of checks; defaults when left out.

    Returns:
        All tables of a store, without what only a store knows (``unit``, ``month``, ``size``).
    """
    from minutes_nlp.analyzer import analyze_text

    rows: dict[Table, list[Row]] = {table: [] for table in TABLES}
    for name, text in texts.items():
        report = analyze_text(text, settings=settings, name=str(name))
        record = report_record(report, len(rule_codes()))
        about = {"path": str(name), "sha256": report.source.sha256}
        rows["files"].append(about | record.file)
        for table, some in record.rows.items():
            rows[table].extend(about | row for row in some)
    return {table: _frame(build_table(table, rows[table])) for table in TABLES}


def _frame(table: Any) -> pd.DataFrame:
    import pandas as pd

    frame = table.to_pandas(types_mapper={pyarrow().int32(): pd.Int32Dtype()}.get)
    assert isinstance(frame, pd.DataFrame)
    return frame
