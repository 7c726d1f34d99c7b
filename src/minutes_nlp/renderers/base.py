"""Formats of a report and the one door to all renderers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.language import Language
from minutes_nlp.model.report import Report

SUFFIXES: Final[dict[str, str]] = {
    "text": ".txt",
    "json": ".json",
    "html": ".html",
    "sarif": ".sarif",
    "junit": ".xml",
}
"""Every format's name with the suffix of its files."""

IN_ONE_STREAM: Final = frozenset({"text", "json"})
"""Formats of which several reports can follow each other in one stream."""

TELL_FAILURES: Final = frozenset({"json", "sarif", "junit"})
"""Formats for programs, which must see a file that failed in the same stream as the others."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report is laid out; each format heeds what concerns it.

    ``width`` and ``colour`` are the terminal's, ``indent`` is for JSON and SARIF that stand
    alone in a file (``None``: one line).
    """

    language: Language = "vi"
    width: int = 80
    colour: bool = False
    indent: int | None = None


def render(report: Report, format_name: str, layout: Layout | None = None) -> str:
    """Return ``report`` in a format of :data:`SUFFIXES`.

    Raises:
        ValueError: there is no such format.
    """
    layout = layout or Layout()
    # Each renderer is imported only when asked for: rich and Jinja2 take time to load.
    if format_name == "text":
        from minutes_nlp.renderers.terminal import render_terminal

        return render_terminal(
            report, language=layout.language, width=layout.width, colour=layout.colour
        )
    if format_name == "json":
        from minutes_nlp.renderers.json_report import render_json

        return render_json(report, indent=layout.indent) + "\n"
    if format_name == "html":
        from minutes_nlp.renderers.html_report import render_html

        return render_html(report, language=layout.language)
    if format_name == "sarif":
        from minutes_nlp.renderers.sarif_report import render_sarif

        return render_sarif(report, language=layout.language, indent=layout.indent) + "\n"
    if format_name == "junit":
        from minutes_nlp.renderers.junit_report import render_junit

        return render_junit(report, language=layout.language)
    raise ValueError(f"no such format: {format_name!r}")
