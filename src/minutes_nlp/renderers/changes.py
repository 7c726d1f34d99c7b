"""What changed since an earlier report, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_nlp.model.report import FormerFinding, Report
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.words import Words


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What changed: ``counts`` in figures; ``fixed`` and ``open`` pair a title with a code.

    ``nothing`` is said where both are empty.
    """

    earlier: str
    counts: tuple[str, ...]
    fixed: tuple[tuple[str, str], ...]
    open: tuple[tuple[str, str], ...]
    nothing: str


def changes_of(report: Report, words: Words) -> ChangesView | None:
    """Return what changed since the earlier report, or ``None`` where there was none."""
    baseline = report.baseline
    if baseline is None:
        return None
    numbers = Counter(finding.status for finding in report.findings)
    counts = [
        words("fixed_count", n=len(baseline.fixed)),
        words("unchanged_count", n=numbers["unchanged"]),
        words("new_count", n=numbers["new"]),
    ]
    if baseline.open:
        counts.append(words("open_count", n=len(baseline.open)))
    return ChangesView(
        earlier=plain(baseline.source),
        counts=tuple(counts),
        fixed=_named(baseline.fixed),
        open=_named(baseline.open),
        nothing=words("nothing_fixed" if numbers["unchanged"] else "nothing_before"),
    )


def _named(findings: Iterable[FormerFinding]) -> tuple[tuple[str, str], ...]:
    return tuple((plain(one.title or one.message), one.code) for one in findings)
