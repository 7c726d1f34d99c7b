"""An evaluation as one HTML file that needs nothing else: tables, and plots as inline SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from minutes_nlp.model.labels import SECTION_NAMES_EN, SECTION_NAMES_VI, SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.renderers.evaluation_words import GROUP_NAMES, METRIC_NAMES, SHORT_SECTIONS
from minutes_nlp.renderers.html_report import environment, template_file
from minutes_nlp.renderers.plots import (
    Row,
    bar_plot,
    curve_plot,
    dot_plot,
    heat_map,
    reliability_plot,
)

Figures = Mapping[str, Any]

_PLOTTED: Final = ("section_macro_f1", "findings_f1")
_OF_GROUPS: Final = (
    "section_accuracy",
    "section_macro_f1",
    "findings_precision",
    "findings_recall",
    "findings_f1",
    "undecided_share",
)


def render_evaluation(figures: Figures) -> str:
    """Return the page for what :func:`minutes_nlp.learning.evaluate.evaluate` measured.

    Every text is escaped; Vietnamese comes first, English stands beside it.
    """
    groups = figures["by"]
    return (
        environment()
        .get_template("evaluation.html.j2")
        .render(
            figures=figures,
            style=Markup(template_file("report.css") + template_file("evaluation.css")),
            metrics=METRIC_NAMES,
            summary=list(figures["overall"].items()),
            voice_plots=list(_voice_plots(groups.get("voice", {}))),
            tables=list(_group_tables(groups)),
            of_groups=_OF_GROUPS,
            reliability=_reliability(figures["sections"]["reliability"]),
            confusion=heat_map(
                [SHORT_SECTIONS[name] for name in figures["sections"]["order"]],
                figures["sections"]["confusion_by_row"],
                "Bảng nhầm lẫn giữa các phần / Confusion of sections",
            ),
            damage_plots=list(_damage_plots(groups.get("damage", {}))),
            risk=_risk(figures["risk"]["settings"]),
            section=_section_name,
            share=_share,
        )
    )


def _voice_plots(voices: Figures) -> Iterator[tuple[Text, Markup]]:
    for name in _PLOTTED if voices else ():
        rows = [_row(voice, measured["metrics"][name]) for voice, measured in voices.items()]
        known = sorted((row for row in rows if row), key=lambda row: row.value)
        title = METRIC_NAMES[name]
        yield title, bar_plot(known, f"{title.vi} / {title.en}")


def _row(label: str, figure: Sequence[float | None], reference: float | None = None) -> Row | None:
    value, low, high = figure
    if value is None or low is None or high is None:
        return None
    return Row(label, value, low, high, reference)


def _group_tables(groups: Figures) -> Iterator[tuple[Text, list[tuple[Text, Any]]]]:
    titles = {
        "era": Text("Theo thời kỳ", "By era"),
        "type": Text("Theo loại sinh hoạt", "By kind of meeting"),
        "origin": Text(
            "Theo cách viết (outside: viết khi chưa biết hướng dẫn gán nhãn)",
            "By how it was written (outside: without sight of the annotation guide)",
        ),
    }
    for grouping, title in titles.items():
        if grouping in groups:
            yield title, [(GROUP_NAMES[name], row) for name, row in groups[grouping].items()]


def _reliability(bins: Sequence[Figures]) -> Markup:
    return reliability_plot(
        [(row["confidence"], row["accuracy"], row["paragraphs"]) for row in bins],
        "Độ tin cậy máy nói và tỷ lệ đúng / Stated confidence and accuracy",
    )


def _damage_plots(damages: Figures) -> Iterator[tuple[Text, Markup]]:
    for name in _PLOTTED if damages else ():
        rows = [
            _row(damage["vi"].partition(" (")[0], measured["damaged"], measured["written"][0])
            for damage in damages.values()
            for measured in [damage["metrics"][name]]
        ]
        title = METRIC_NAMES[name]
        yield title, dot_plot([row for row in rows if row], f"{title.vi} / {title.en}")


def _risk(settings: Sequence[Figures]) -> Markup | None:
    points = [
        (row["coverage"], row["precision"], row["recall"], f"{row['doubt']:g}")
        for row in settings
        if row["precision"] is not None and row["recall"] is not None
    ]
    if not points:
        return None
    return curve_plot(
        points,
        "Tỷ lệ kết luận được và tỷ lệ đúng theo doubt / Coverage and precision by doubt",
    )


def _section_name(label: str) -> Text:
    section = SectionLabel(label)
    return Text(SECTION_NAMES_VI[section], SECTION_NAMES_EN[section])


def _share(value: float | None, sign: str = "") -> str:
    return "–" if value is None else f"{value:{sign}.3f}"
