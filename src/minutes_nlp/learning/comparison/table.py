"""The comparison as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_HEAD = (
    "tagger",
    "macro-F1",
    "difference",
    "worst voice",
    "accuracy",
    "calibration error",
    "fit, s",
    "MB",
    "scoring",
)


def table(comparison: Mapping[str, Any]) -> str:
    """Return the table and what it was measured on, for ``models/comparison.json``'s content."""
    head = f"| {' | '.join(_HEAD)} |"
    lines = [*_introduction(comparison), "", head, "|" + "---|" * len(_HEAD)]
    lines += [_row(row) for row in comparison["taggers"].values()]
    return "\n".join(lines)


def _introduction(comparison: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{comparison['documents']} minutes, {comparison['paragraphs']:,} paragraphs, "
        f"{comparison['voices']} voices in {comparison['folds']} folds "
        f"(seed {comparison['seed']}); "
        f"all of it took {comparison['cpu_seconds'] / 60:.0f} minutes of one core."
    )
    yield (
        "In brackets, 95 % intervals by resampling voices. *Difference*: of macro-F1 to the first "
        "row, on the same resamples. *Worst voice*: its macro-F1 over the sections that it has. "
        "*Scoring*: time from features to scores, of the first row's. Times are of the processor."
    )


def _row(row: Mapping[str, Any]) -> str:
    cells = (
        row["what"],
        _interval(row["macro_f1"]),
        _interval(row["difference"], "+.4f") if row["difference"][1:] != [0, 0] else "–",
        f"{_interval(row['worst_voice_macro_f1'])} `{row['worst_voice']}`",
        _interval(row["accuracy"]),
        f"{row['expected_calibration_error']:.3f}",
        f"{row['fit_seconds']:.0f}",
        f"{row['megabytes']:.1f}",
        f"{row['scoring_cost']:.1f}×",
    )
    return f"| {' | '.join(cells)} |"


def _interval(numbers: list[float], style: str = ".3f") -> str:
    value, low, high = (format(number, style) for number in numbers)
    return f"{value} ({low} to {high})"
