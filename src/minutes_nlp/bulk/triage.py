"""Which minutes a person has to look at, because the program cannot judge them."""

from __future__ import annotations

from typing import Final

from minutes_nlp.model.report import Report

POOR_SCAN: Final = "HT007"
_OTHER_PAPER: Final = "HT000"
_SURE_OF_KIND: Final = 0.6
"""Below this the program hardly knows better than chance what the paper is."""
_MOST: Final = 0.5
"""Share of all checks."""


def why_a_person(report: Report, checks: int) -> str | None:
    """Return why a person has to look at the document itself, in Vietnamese, or ``None``.

    Args:
        report: of a file that could be read.
        checks: how many checks there are.
    """
    undecided = {check.code for check in report.undecided}
    if POOR_SCAN in undecided | {finding.code for finding in report.findings}:
        return "Bản quét quá kém để máy kết luận; cần người đọc."
    if _OTHER_PAPER in undecided or _is_unsure(report):
        return "Chưa rõ đây là loại giấy tờ gì; cần người xem."
    if len(report.undecided) >= _MOST * checks:
        return "Phần lớn các quy tắc không kết luận được; cần người đọc."
    return None


def _is_unsure(report: Report) -> bool:
    kind = report.document_type
    return kind is None or kind.confidence < _SURE_OF_KIND
