"""The report as one HTML file that needs nothing else: no script, no request, CSS inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.language import Language
from minutes_nlp.model.report import ParagraphInfo, Report
from minutes_nlp.renderers.highlights import Mark, Segment, segments
from minutes_nlp.renderers.names import ROLES, section_name
from minutes_nlp.renderers.overview import UNSURE_SECTION_BELOW, section_runs
from minutes_nlp.renderers.plain_text import plain
from minutes_nlp.renderers.view import build_view, ordered_findings
from minutes_nlp.renderers.words import Words

_TEMPLATES = "minutes_nlp.renderers.templates"


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """One paragraph of the full text; ``number`` counts from 1.

    ``aside`` says who speaks and whether the section is uncertain.
    """

    number: int
    aside: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class TextRun:
    """Consecutive paragraphs of one section."""

    section: SectionLabel
    name: str
    paragraphs: tuple[TextParagraph, ...]


def render_html(report: Report, *, language: Language = "vi") -> str:
    """Return the report as a self-contained HTML document.

    Every text is escaped; anchors are ``#diem-1`` for a finding and ``#doan-1`` for a paragraph.
    """
    template = environment().get_template("report.html.j2")
    return template.render(
        **report_context(report, language),
        words=Words(language),
        style=Markup(template_file("report.css")),  # our own file, no text of the minutes
    )


def report_context(report: Report, language: Language) -> dict[str, Any]:
    """Return what ``report_parts.html.j2`` shows of a report."""
    return {
        "view": build_view(report, language),
        "runs": tuple(_runs(report, language)),
        "legend": _legend(report, language),
    }


@cache
def environment() -> Environment:
    """Return the one environment of all pages: everything is escaped, nothing may be undefined."""
    return Environment(
        loader=FunctionLoader(template_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def template_file(name: str) -> str:
    """Return the text of a template or style sheet of ours."""
    return resources.files(_TEMPLATES).joinpath(name).read_text(encoding="utf-8")


def _legend(report: Report, language: Language) -> tuple[tuple[SectionLabel, str], ...]:
    used = {paragraph.section for paragraph in report.paragraphs}
    return tuple((label, section_name(label, language)) for label in SectionLabel if label in used)


def _runs(report: Report, language: Language) -> Iterator[TextRun]:
    marks: dict[int, list[Mark]] = {}
    for mark in _marks(report):
        marks.setdefault(mark.paragraph, []).append(mark)
    words = Words(language)
    for run in section_runs(report.paragraphs, language):
        paragraphs = tuple(
            _paragraph(one, marks.get(one.index, []), words) for one in run.paragraphs
        )
        yield TextRun(run.section, run.name, paragraphs)


def _marks(report: Report) -> Iterator[Mark]:
    for number, finding in enumerate(ordered_findings(report), start=1):
        for one in finding.evidence:
            yield Mark(one.paragraph, one.start, one.end, number)
    for characteristic in report.characteristics.values():
        for sign in characteristic.evidence:
            yield Mark(sign.paragraph, sign.start, sign.end)


def _paragraph(paragraph: ParagraphInfo, marks: list[Mark], words: Words) -> TextParagraph:
    return TextParagraph(
        number=paragraph.index + 1,
        aside=" · ".join(_aside(paragraph, words)),
        segments=segments(paragraph.text, marks),
    )


def _aside(paragraph: ParagraphInfo, words: Words) -> Iterator[str]:
    speaker = paragraph.speaker
    if speaker is not None:
        role = ROLES[speaker.role].in_language(words.language) if speaker.role else None
        who = ", ".join(plain(part) for part in (speaker.name, role) if part)
        if who:
            yield words("speaker", who=who)
    if paragraph.confidence < UNSURE_SECTION_BELOW:
        yield words("unsure_section")
