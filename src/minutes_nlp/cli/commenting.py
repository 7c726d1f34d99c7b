"""``minutes-nlp analyze --format docx``: a file given back with comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minutes_nlp.annotating import Annotated, annotate
from minutes_nlp.annotating.package import not_docx, refuse_other_formats
from minutes_nlp.cli.streams import say
from minutes_nlp.cli.targets import STANDARD
from minutes_nlp.cli.writing import write_file
from minutes_nlp.errors import ExitCode, MinutesNlpError
from minutes_nlp.model.language import Text
from minutes_nlp.model.report import Report
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


class Original:
    """A file as it was before its analysis, to be given back with comments.

    Attributes:
        error: why it cannot be given back: it cannot be taken in, or is no .docx.
    """

    def __init__(self, file: Path, settings: Settings, *, is_docx: bool) -> None:
        """Take the file in; ``is_docx`` is ``False`` where it cannot be one."""
        self._file, self._settings = file, settings
        self._data = b""
        self.error: MinutesNlpError | None = None
        try:
            if file == STANDARD or not is_docx or file.is_dir():
                raise not_docx()
            self._data = take_in(file, settings.limits).data
            refuse_other_formats(self._data)
        except MinutesNlpError as error:
            self.error = error

    def give_back(self, report: Report, targets: Sequence[Path | None]) -> ExitCode:
        """Write the file with the comments of its report and return the exit code of that alone.

        A file that cannot be given back is named on stderr and nothing is written for it; one
        that could not be analysed has been named already.

        Raises:
            UsageError: a place cannot be written.
        """
        if self.error is None and not report.failure:
            language = self._settings.language
            try:
                result = annotate(self._data, report, self._settings.limits, language)
            except MinutesNlpError as error:
                self.error = error
            else:
                for target in targets:
                    self._write(result, target)
        return self.tell_error() if self.error else ExitCode.CLEAN

    def tell_error(self) -> ExitCode:
        """Name the file that cannot be given back on stderr and return its exit code."""
        assert self.error is not None
        say(f"{self._file}: {self.error.message(self._settings.language)}")
        return self.error.exit_code

    def _write(self, result: Annotated, target: Path | None) -> None:
        assert target is not None  # choose_format lets no .docx go to standard output
        write_file(result.data, target)
        language = self._settings.language
        if result.loose:
            say(LOOSE.in_language(language).format(file=self._file, n=result.loose))
        words = WRITTEN.in_language(language)
        say(words.format(target=target, n=result.comments, file=self._file))
