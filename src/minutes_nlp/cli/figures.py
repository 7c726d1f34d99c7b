"""What training and evaluation share: the corpus must be there, figures are printed as lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text


def demand_corpus(corpus: Path) -> None:
    """Demand that ``corpus`` exists.

    Raises:
        UsageError: it does not.
    """
    if not corpus.exists():
        raise UsageError(Text(f"Không có ngữ liệu ở {corpus}.", f"There is no corpus at {corpus}."))


def figure_lines(figures: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield ``name: value`` for every single figure; tables (lists) are left out."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from figure_lines(value, f"{prefix}{name}.")
        elif not isinstance(value, (list, tuple)):
            yield f"{prefix}{name}: {value}"
