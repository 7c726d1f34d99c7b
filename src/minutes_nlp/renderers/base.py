"""Formats of a report and the one door to all renderers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.language import Language
from minutes_nlp.model.report import Report

SUFFIXES: Final[dict[str, str]] = {"text": ".txt", "json": ".json", "html": ".html"}
"""Every format's name with the suffix of its files."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report is laid out; each format heeds what concerns it.

    ``width`` and ``colour`` are the terminal's, ``indent`` is for JSON that stands alone in a
    file (``None``: one line).
    """

    language: Language = "vi"
    width: int = 80
    colour: bool = False
    indent: int | None = None


def render(report: Report, format_name: str, layout: Layout | None = None) -> str:
    """Return ``report`` in the format ``"text"``, ``"json"`` or ``"html"``.

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
    raise ValueError(f"no such format: {format_name!r}")
