"""What a report says before everything else when pages of a scan were not read."""

from __future__ import annotations

from minutes_nlp.model.report import Report
from minutes_nlp.renderers.overview import ranges
from minutes_nlp.renderers.words import Words


def poor_pages(report: Report) -> list[int]:
    """Return the numbers of the pages that were read too badly to judge what they say."""
    return [page.page for page in report.source.page_quality if page.poor]


def scan_notice(report: Report, words: Words) -> str | None:
    """Return the notice on poor pages, or ``None`` when there are none."""
    poor = poor_pages(report)
    with_text = [page for page in report.source.page_quality if page.quality is not None]
    typed = any(not page.recognised for page in report.source.page_quality)
    if not poor:
        return None
    if len(poor) == len(with_text) > 1 and not typed:
        return words("scan_notice_all", n=len(poor))
    return words("scan_notice", pages=ranges(poor))
