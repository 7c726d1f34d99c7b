"""``minutes-nlp analyze --format docx``: file after file, given back with comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minutes_nlp.annotating import Annotated, annotate
from minutes_nlp.annotating.package import not_docx, refuse_other_formats
from minutes_nlp.cli.analysis import analyse_file, exit_code_of
from minutes_nlp.cli.streams import say
from minutes_nlp.cli.targets import STANDARD
from minutes_nlp.cli.writing import write_file
from minutes_nlp.errors import ExitCode, MinutesNlpError
from minutes_nlp.model.language import Text
from minutes_nlp.readers.intake import take_in
from minutes_nlp.settings import Settings

WRITTEN = Text(
    "{target}: {n} ghi chú; bản gốc {file} giữ nguyên",
    "{target}: {n} comments; the original {file} is unchanged",
)
LOOSE = Text(
    "{file}: {n} ghi chú gắn vào cả đoạn, vì không định được đúng chỗ chữ trong tệp",
    "{file}: {n} comments are tied to whole paragraphs, as their words were not found in the file",
)


def comment_files(
    files: Sequence[Path],
    targets: Sequence[Path | None],
    settings: Settings,
    pages: Sequence[Path] = (),
) -> ExitCode:
    """Analyse every file, write it with comments and return the gravest exit code.

    A file that cannot be read, or is no .docx, is named on stderr and nothing is written for it.

    Raises:
        UsageError: a place cannot be written, or the settings do not fit.
    """
    gravest = ExitCode.CLEAN
    for file, target in zip(files, targets, strict=True):
        assert target is not None  # choose_format lets no .docx go to standard output
        gravest = max(gravest, _comment(file, target, settings, is_docx=not pages))
    return gravest


def _comment(file: Path, target: Path, settings: Settings, *, is_docx: bool) -> ExitCode:
    try:
        if file == STANDARD or not is_docx or file.is_dir():
            raise not_docx()
        # Taken in before the analysis: what is given back is what was asked for.
        data = take_in(file, settings.limits).data
        refuse_other_formats(data)
    except MinutesNlpError as error:
        return _tell(file, error, settings)
    report, code = analyse_file(file, settings)
    if report.failure:
        return code
    try:
        result: Annotated = annotate(data, report, settings.limits, settings.language)
    except MinutesNlpError as error:
        return max(code, _tell(file, error, settings))
    write_file(result.data, target)
    if result.loose:
        say(LOOSE.in_language(settings.language).format(file=file, n=result.loose))
    words = WRITTEN.in_language(settings.language)
    say(words.format(target=target, n=result.comments, file=file))
    return code


def _tell(file: Path, error: MinutesNlpError, settings: Settings) -> ExitCode:
    say(f"{file}: {error.message(settings.language)}")
    return exit_code_of(error)
