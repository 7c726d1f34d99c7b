"""Offline analyzer of Vietnamese meeting minutes, above all minutes of party cells.

>>> import minutes_nlp
>>> report = minutes_nlp.analyze("bien-ban.docx")  # doctest: +SKIP

Nothing is imported before it is needed: ``import minutes_nlp`` itself is cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minutes_nlp.version import __version__

if TYPE_CHECKING:
    from minutes_nlp.analyzer import analyze, analyze_text
    from minutes_nlp.model.report import Report
    from minutes_nlp.settings import Settings

__all__ = ["Report", "Settings", "__version__", "analyze", "analyze_text"]

_HOMES = {
    "analyze": "minutes_nlp.analyzer",
    "analyze_text": "minutes_nlp.analyzer",
    "Report": "minutes_nlp.model.report",
    "Settings": "minutes_nlp.settings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
