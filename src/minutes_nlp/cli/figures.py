"""What training and evaluation share: the corpus must be there, figures are printed as lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text

_SHOWN: Final = ("section_macro_f1", "findings_precision", "findings_recall", "findings_f1")
"""Metrics that are printed for every group."""


def demand_corpus(corpus: Path) -> None:
    """Demand that ``corpus`` exists.

    Raises:
        UsageError: it does not.
    """
    if not corpus.exists():
        raise UsageError(Text(f"Không có ngữ liệu ở {corpus}.", f"There is no corpus at {corpus}."))


def demand_folders(*targets: Path | None) -> None:
    """Demand that the folders of these files exist, before anything long is begun.

    Raises:
        UsageError: one does not; the message names it.
    """
    for target in targets:
        if target is not None and not target.parent.is_dir():
            folder = target.parent
            raise UsageError(
                Text(
                    f"Không có thư mục {folder} để ghi {target.name}; hãy tạo thư mục trước.",
                    f"There is no folder {folder} for {target.name}; create it first.",
                )
            )


def figure_lines(figures: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield ``name: value`` for every single figure; tables (lists) are left out."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from figure_lines(value, f"{prefix}{name}.")
        elif not isinstance(value, (list, tuple)):
            yield f"{prefix}{name}: {value}"


def evaluation_lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the main figures of an evaluation, overall and by group, with their intervals."""
    counts = ("documents", "other_papers", "voices", "folds")
    yield ", ".join(f"{name}: {figures[name]}" for name in counts)
    for name, figure in figures["overall"].items():
        yield f"{name}: {with_interval(figure)}"
    for grouping, groups in figures["by"].items():
        for group, measured in groups.items():
            yield f"{grouping} {group} ({measured['documents']}):"
            for name in _SHOWN:
                yield f"  {name}: {_group_figure(measured['metrics'][name])}"


def _group_figure(figure: Any) -> str:
    if not isinstance(figure, Mapping):
        return with_interval(figure)
    difference = with_interval(figure["difference"], sign="+")
    return f"{with_interval(figure['damaged'])}, so với bản gốc: {difference}"


def with_interval(figure: Sequence[float | None], sign: str = "") -> str:
    """Return "0.935 (0.925–0.944)" for a figure and its bounds, "–" where there is none."""
    value, low, high = figure
    if value is None or low is None or high is None:
        return "–"
    between = " … " if sign else "–"
    return f"{value:{sign}.3f} ({low:{sign}.3f}{between}{high:{sign}.3f})"


def figures_json(figures: Any) -> str:
    """Return figures as indented JSON in which a list of single values stands on one line."""
    return _json(figures, "") + "\n"


def _json(value: Any, indent: str) -> str:
    deeper = indent + "  "
    if isinstance(value, Mapping) and value:
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {_json(item, deeper)}"
            for key, item in value.items()
        ]
        brackets = "{}"
    elif isinstance(value, (list, tuple)) and any(
        isinstance(item, (Mapping, list, tuple)) for item in value
    ):
        parts = [_json(item, deeper) for item in value]
        brackets = "[]"
    else:
        return json.dumps(value, ensure_ascii=False)
    body = ",\n".join(deeper + part for part in parts)
    return f"{brackets[0]}\n{body}\n{indent}{brackets[1]}"
