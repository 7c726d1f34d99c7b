"""The Markdown tables that scripts/write_figures.py puts into the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from minutes_nlp.cli.figures import with_interval
from minutes_nlp.corpus.voices import corpus_voices
from minutes_nlp.renderers.evaluation_words import GROUP_NAMES, METRIC_NAMES

CORPUS = Path(__file__).resolve().parent.parent / "corpora"
DEFAULT_DOUBT = 0.25
COMPARED = ("section_macro_f1", "findings_precision", "findings_recall", "findings_f1")
MAIN = (
    "section_macro_f1",
    "roles_accuracy",
    "findings_precision",
    "findings_recall",
    "findings_f1",
    "undecided_share",
    "leadership_kappa",
    "educational_kappa",
    "combative_kappa",
)
WORDS = {
    "vi": ("Điều được đo (khoảng tin cậy 95 %)", "Người viết ngoài", "Tất cả"),
    "en": ("what (95 % interval)", "outside voices", "all"),
}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    lines = [list(head), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main_figures(figures: dict[str, Any], language: str) -> str:
    """Return the main figures in one language."""
    return table(WORDS[language], _main_rows(figures, language))


def _main_rows(figures: dict[str, Any], language: str) -> Iterator[tuple[str, str, str]]:
    def pick(vi: str, en: str) -> str:
        return vi if language == "vi" else en

    sections, overall = figures["sections"], figures["overall"]
    outside = figures["by"]["origin"]["outside"]
    documents, voices = figures["documents"], figures["voices"]
    yield pick("ngữ liệu", "corpus"), pick(
        f"{outside['documents']} biên bản",
        f"{outside['documents']} minutes",
    ), pick(
        f"{documents} biên bản, {sections['paragraphs']} đoạn, {voices} người viết",
        f"{documents} minutes, {sections['paragraphs']} paragraphs, {voices} voices",
    )  # fmt: skip
    for name in MAIN:
        title = METRIC_NAMES[name]
        yield (
            _lower(title.vi if language == "vi" else title.en),
            with_interval(outside["metrics"][name]),
            with_interval(overall[name]),
        )
        if name == "section_macro_f1":
            worst = f"{sections['worst_voice_macro_f1']:.3f} (`{sections['worst_voice']}`)"
            yield pick("người viết khó nhất", "sections, macro-F1, worst voice"), "", worst
            apart = [
                sections["macro_f1_by_voice"][voice] for voice in corpus_voices(CORPUS, "set_apart")
            ]
            shown = ", ".join(f"{score:.3f}" for score in sorted(apart))
            yield pick("người viết để riêng, từng người", "voices set apart, each"), "", shown
            error = f"{sections['expected_calibration_error']:.3f}"
            yield pick("sai số của độ tin cậy", "sections, calibration error"), "", error


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def every_metric(figures: dict[str, Any]) -> str:
    """Return every metric that has an interval."""
    outside = figures["by"]["origin"]["outside"]["metrics"]
    rows = [
        (METRIC_NAMES[name].en, with_interval(outside[name]), with_interval(figure))
        for name, figure in figures["overall"].items()
    ]
    return table(WORDS["en"], rows)


def by_voice(figures: dict[str, Any]) -> str:
    """Return section macro-F1 by voice, worst first, and scores by section."""
    ranked = sorted(
        figures["by"]["voice"].items(), key=lambda pair: pair[1]["metrics"]["section_macro_f1"][0]
    )
    voices = table(
        ("voice held out", "minutes", "sections, macro-F1", "findings, micro-F1"),
        (
            (
                f"`{voice}`",
                str(row["documents"]),
                with_interval(row["metrics"]["section_macro_f1"]),
                with_interval(row["metrics"]["findings_f1"]),
            )
            for voice, row in ranked
        ),
    )
    sections = table(
        ("section", "precision", "recall", "F1", "paragraphs"),
        (
            (f"`{label}`", *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")),
             str(row["paragraphs"]))
            for label, row in figures["sections"]["by_section"].items()
        ),
    )  # fmt: skip
    return f"{voices}\n\n{sections}"


def by_group(figures: dict[str, Any]) -> str:
    """Return the compared metrics by era and by kind of meeting."""
    compared = ("section_accuracy", *COMPARED)
    head = ("group", "minutes", *(METRIC_NAMES[name].en for name in compared))
    rows = [
        (GROUP_NAMES[group].en, str(row["documents"]),
         *(with_interval(row["metrics"][name]) for name in compared))
        for grouping in ("origin", "era", "type")
        for group, row in figures["by"][grouping].items()
    ]  # fmt: skip
    return table(head, rows)


def by_damage(figures: dict[str, Any]) -> str:
    """Return what each damage costs, in pairs."""
    head = ("damage", "documents", *(f"{METRIC_NAMES[name].en}" for name in COMPARED))
    rows = [
        (row["en"], str(row["documents"]), *(_cost(row["metrics"][name]) for name in COMPARED))
        for row in figures["by"]["damage"].values()
    ]
    return table(head, rows)


def _cost(measured: dict[str, Any]) -> str:
    damaged = measured["damaged"][0]
    shown = "–" if damaged is None else f"{damaged:.3f}"
    return f"{shown}; {with_interval(measured['difference'], '+')}"


def by_confidence(figures: dict[str, Any]) -> str:
    """Return how often sections are right by how sure the tagger says it is."""
    rows = [
        (f"{row['from']:.1f}–{row['to']:.1f}", str(row["paragraphs"]),
         f"{row['confidence']:.3f}", f"{row['accuracy']:.3f}")
        for row in figures["sections"]["reliability"]
    ]  # fmt: skip
    return table(("stated confidence", "paragraphs", "mean confidence", "right"), rows)


def by_doubt(figures: dict[str, Any]) -> str:
    """Return coverage, precision and recall under each value of ``doubt``."""
    rows = [
        (_doubt(row["doubt"]), *(_share(row[key]) for key in ("coverage", "precision", "recall")),
         str(row["fired"]), str(row["undecided"]))
        for row in figures["risk"]["settings"]
    ]  # fmt: skip
    head = ("`doubt`", "decided", "precision", "recall", "findings", "undecided")
    return table(head, rows)


def _doubt(value: float) -> str:
    return f"{value:g} (default)" if value == DEFAULT_DOUBT else f"{value:g}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def by_code(figures: dict[str, Any]) -> str:
    """Return the counts of every check."""
    head = (
        "code", "precision", "recall", "found", "false", "missed", "undecided (true, other)",
    )  # fmt: skip
    rows = []
    for code, row in figures["findings"]["by_code"].items():
        ratios = ["–" if v is None else f"{v:.2f}" for v in (row["precision"], row["recall"])]
        counts = [str(row[key]) for key in ("found", "false", "missed")]
        rows.append((code, *ratios, *counts, f"{row['undecided_true']}, {row['undecided_false']}"))
    return table(head, rows)
