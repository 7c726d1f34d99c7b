"""What a bulk run says at its end, and the exit code it owns."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import click

from minutes_nlp import errors
from minutes_nlp.bulk.across.kept import KeptAcross
from minutes_nlp.bulk.run import Summary
from minutes_nlp.bulk.schema import Outcome
from minutes_nlp.cli import bulk_words as words
from minutes_nlp.cli.bulk_progress import counts
from minutes_nlp.cli.streams import say
from minutes_nlp.errors import ExitCode, MinutesNlpError
from minutes_nlp.model.language import Language


def write_summary(
    summary: Summary, across: KeptAcross | None, store: Path, language: Language
) -> None:
    """Print the sums on standard output, and name failed files on standard error."""
    for path, why in summary.failures:
        say(words.FAILED.in_language(language).format(path=path, why=why))
    more = summary.outcomes[Outcome.FAILED] - len(summary.failures)
    if more > 0:
        say(words.MORE_FAILED.in_language(language).format(n=more))
    parts = " + ".join(counts(_by_outcome(summary), language))
    line = words.SUM if summary.found else words.NONE
    click.echo(line.in_language(language).format(n=summary.found, parts=parts))
    if summary.skipped:
        left_out = ", ".join(
            f"{count} {words.SKIPPED[reason].in_language(language)}"
            for reason, count in sorted(summary.skipped.items())
        )
        click.echo(words.LEFT_OUT.in_language(language).format(parts=left_out))
    told = {"n": summary.examined, "seconds": f"{summary.seconds:.0f}"}
    new = words.NEW.in_language(language)
    click.echo(new.format(found=summary.with_findings, **told))
    _write_across(across, store, language)
    click.echo(words.STORED.in_language(language).format(store=store))


def _write_across(across: KeptAcross | None, store: Path, language: Language) -> None:
    if across is not None:
        found = Counter(row["code"] for row in across.rows if not row["undecided"])
        unsure = Counter(row["code"] for row in across.rows if row["undecided"])
        parts = ", ".join(
            words.ACROSS_COUNTS.in_language(language).format(
                code=code, found=found[code], undecided=unsure[code]
            )
            for code in sorted({*found, *unsure})
        )
        none = words.ACROSS_NONE.in_language(language)
        click.echo(words.ACROSS.in_language(language).format(parts=parts or none))
    if across is None or not across.current:
        click.echo(words.ACROSS_OLD.in_language(language).format(store=store))


def say_how_to_go_on(store: Path, language: Language) -> None:
    """Say that an interrupted run can be taken up again."""
    say(words.GO_ON.in_language(language).format(store=store))


def exit_code(summary: Summary, across: KeptAcross | None = None) -> ExitCode:
    """Return the gravest exit code among the inputs of a store.

    What the checks over many minutes last found counts, whether or not they were asked anew.
    """
    codes = [_code_of(error) for error in summary.errors]
    found_across = across is not None and any(not row["undecided"] for row in across.rows)
    if summary.with_findings or found_across or summary.outcomes[Outcome.NEEDS_PERSON]:
        codes.append(ExitCode.FINDINGS)
    return max(codes, default=ExitCode.CLEAN)


_OF_INPUTS: Final = frozenset(
    ("WorkerCrashError", "TimeLimitError", "MemoryLimitError", "FileChangedError")
)
"""Errors of files that no class of this program stands for."""


def _code_of(error: str) -> ExitCode:
    """Return the code that an error of this class owns, as for a single file."""
    known = getattr(errors, error, None)
    if isinstance(known, type) and issubclass(known, MinutesNlpError):
        return known.exit_code
    return ExitCode.UNREADABLE if error in _OF_INPUTS else ExitCode.INTERNAL


def _by_outcome(summary: Summary) -> Counter[Outcome]:
    return Counter({Outcome(name): count for name, count in summary.outcomes.items()})
