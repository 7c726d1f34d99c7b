"""Earlier reports, with which those of this run are compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from pydantic import ValidationError

from minutes_nlp.errors import UsageError
from minutes_nlp.model.language import Text
from minutes_nlp.model.report import Report


def read_reports(path: Path) -> tuple[Report, ...]:
    """Return the reports of a JSON file: one, or one a line; those that failed are left out.

    Raises:
        UsageError: the file cannot be read, or holds no report of minutes that were read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UsageError(
            Text(
                f"Không đọc được kết quả cũ {path} ({reason}).",
                f"Cannot read the earlier report {path} ({reason}).",
            )
        ) from error
    reports = [report for report in _parsed(text, path) if report.failure is None]
    if not reports:
        raise UsageError(
            Text(
                f"{path} không có kết quả nào của biên bản đã đọc được.",
                f"{path} has no report of minutes that were read.",
            )
        )
    return tuple(reports)


def earlier_report(report: Report, earlier: Sequence[Report], *, alone: bool) -> Report | None:
    """Return the earlier report of the same minutes, or ``None`` when that is not certain.

    The name tells, as it is what people know a file by; where both sides are ``alone`` it may
    have changed ("bien-ban-da-sua.docx").
    """
    if alone and len(earlier) == 1:
        return earlier[0]
    name = normalize("NFC", report.source.name)
    same = [one for one in earlier if normalize("NFC", one.source.name) == name]
    return same[0] if len(same) == 1 else None


def _parsed(text: str, path: Path) -> list[Report]:
    try:
        return [Report.model_validate_json(text)]
    except ValidationError:
        pass  # several reports, one a line
    try:
        # Only line ends: a quoted U+2028 ends no line.
        return [Report.model_validate_json(line) for line in text.split("\n") if line.strip()]
    except ValidationError as error:
        raise UsageError(
            Text(
                f"{path} không phải kết quả dạng json của minutes-nlp analyze.",
                f"{path} is no JSON report of minutes-nlp analyze.",
            )
        ) from error
