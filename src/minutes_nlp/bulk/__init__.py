"""Thousands of files of minutes: one record for each, kept in a store of Parquet parts.

>>> import minutes_nlp.bulk
>>> frames = minutes_nlp.bulk.read_store("kho")  # doctest: +SKIP
>>> frames["files"].groupby("outcome").size()  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from minutes_nlp.bulk.across.frames import compare_minutes
    from minutes_nlp.bulk.counting import stats
    from minutes_nlp.bulk.frames import analyze_texts, read_store

__all__ = ["analyze_texts", "compare_minutes", "read_store", "stats"]

_HOMES: Final = {
    "analyze_texts": "minutes_nlp.bulk.frames",
    "compare_minutes": "minutes_nlp.bulk.across.frames",
    "read_store": "minutes_nlp.bulk.frames",
    "stats": "minutes_nlp.bulk.counting",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
