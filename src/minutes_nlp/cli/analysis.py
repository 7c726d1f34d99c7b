"""File after file: analyse, render, write; one bad file never ends the run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_nlp import analyzer
from minutes_nlp.baseline import compare
from minutes_nlp.cli.baselines import earlier_report
from minutes_nlp.cli.outputs import Output
from minutes_nlp.cli.streams import discard_stdout, say, terminal_width, wants_colour
from minutes_nlp.cli.targets import ANNOTATED, STANDARD
from minutes_nlp.cli.writing import write_report
from minutes_nlp.errors import ExitCode, MinutesNlpError
from minutes_nlp.model.language import Language, Text
from minutes_nlp.model.report import Report
from minutes_nlp.renderers.base import TELL_FAILURES, Layout, render
from minutes_nlp.settings import Settings

if TYPE_CHECKING:
    from minutes_nlp.cli.commenting import Original

RENAMED = Text("{file}: trùng tên, kết quả ở {target}", "{file}: same name, report in {target}")
NOT_BEFORE = Text(
    "{file}: trong kết quả cũ không có đúng một biên bản mang tên này nên không so được",
    "{file}: not exactly one earlier report has this name, so nothing is compared",
)
WRITTEN = Text("Đã ghi {n} kết quả vào {place}", "Wrote {n} reports to {place}")


def analyse_files(
    files: Sequence[Path],
    outputs: Sequence[Output],
    settings: Settings,
    pages: Sequence[Path] = (),
    earlier: Sequence[Report] = (),
) -> ExitCode:
    """Analyse every file, once for all outputs, and return the gravest exit code.

    Args:
        files: what to analyse.
        outputs: formats and places of the reports, and of files given back with comments.
        settings: of the analysis.
        pages: pictures that are one document; ``files`` then holds the first alone.
        earlier: reports with which those of this run are compared.

    Raises:
        UsageError: a report cannot be written, or the settings do not fit.
    """
    reports = [output for output in outputs if output.format_name != ANNOTATED]
    commented = [output for output in outputs if output.format_name == ANNOTATED]
    gravest, is_heard = ExitCode.CLEAN, True
    for number, file in enumerate(files):
        original = _original(file, settings, pages) if commented else None
        if original and original.error and not reports:
            gravest = max(gravest, original.tell_error())
            continue
        report, code = analyse_file(file, settings, pages)
        gravest = max(gravest, code)
        if reports and is_heard:
            shown = report
            if earlier:
                shown = _compared(file, report, earlier, settings, alone=len(files) == 1)
            is_heard = _write(shown, number, reports, settings.language)
        if original:
            targets = [output.targets[number] for output in commented]
            gravest = max(gravest, original.give_back(report, targets))
        elif not is_heard:
            return gravest
    for output in reports if is_heard else ():
        _tell_places(files, output.targets, settings.language)
    return gravest


def _original(file: Path, settings: Settings, pages: Sequence[Path]) -> Original:
    from minutes_nlp.cli.commenting import Original  # few runs write comments

    # Taken in before the analysis: what is given back is what was asked for.
    return Original(file, settings, is_docx=not pages)


def _write(report: Report, number: int, outputs: Sequence[Output], language: Language) -> bool:
    """Write a report everywhere; ``False`` when nobody reads standard output any more."""
    for output in outputs:
        target = output.targets[number]
        text = _render(report, target, output.format_name, language)
        if number and target is None and output.format_name == "text" and text:
            text = "\n\n" + text
        try:
            write_report(text, target)
        except BrokenPipeError:
            discard_stdout()
            return False
    return True


def analyse_file(
    file: Path, settings: Settings, pages: Sequence[Path] = ()
) -> tuple[Report, ExitCode]:
    """Return the report of one file, or of ``pages`` as one, and the exit code of it alone.

    A file that fails is named on stderr and gives a report with ``failure``.
    """
    try:
        report = _analyse(file, settings, pages)
    except Exception as error:
        report = analyzer.report_failure(file, error, settings)
        message = report.failure.message if report.failure else str(error)
        say(f"{file}: {message}")
        return report, exit_code_of(error)
    return report, ExitCode.FINDINGS if report.findings else ExitCode.CLEAN


def _compared(
    file: Path, report: Report, earlier: Sequence[Report], settings: Settings, *, alone: bool
) -> Report:
    if report.failure:
        return report
    before = earlier_report(report, earlier, alone=alone)
    if before is None:
        say(NOT_BEFORE.in_language(settings.language).format(file=file))
        return report
    return compare(report, before, settings)


def exit_code_of(error: Exception) -> ExitCode:
    """Return the exit code that ``error`` owns; anything unforeseen is an internal error."""
    return error.exit_code if isinstance(error, MinutesNlpError) else ExitCode.INTERNAL


def _analyse(file: Path, settings: Settings, pages: Sequence[Path]) -> Report:
    if pages:
        return analyzer.analyze_pages(pages, settings=settings)
    if file != STANDARD:
        return analyzer.analyze(file, settings=settings)
    text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    return analyzer.analyze_text(text, settings=settings, name="-")


def _render(report: Report, target: Path | None, format_name: str, language: Language) -> str:
    if report.failure and target is None and format_name not in TELL_FAILURES:
        return ""  # stderr has said it; a stream of reports holds reports only
    to_terminal = target is None
    layout = Layout(
        language=language,
        width=terminal_width() if to_terminal else 80,
        colour=to_terminal and wants_colour(),
        indent=None if to_terminal else 2,
    )
    return render(report, format_name, layout)


def _tell_places(files: Sequence[Path], targets: Sequence[Path | None], language: Language) -> None:
    for file, target in zip(files, targets, strict=True):
        if target and len(files) > 1 and target.stem != file.stem and file != STANDARD:
            say(RENAMED.in_language(language).format(file=file, target=target))
    first = next((target for target in targets if target), None)
    if first is not None:
        place = first if len(files) == 1 else first.parent
        say(WRITTEN.in_language(language).format(n=len(files), place=place))
