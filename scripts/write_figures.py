"""Put real output and measured figures into README.md, README.vi.md and models/MODEL_CARD.md.

Between the marks ``<!-- demo: … -->`` stands what the program prints for the sample, between
``<!-- figures: … -->`` what ``models/evaluation.json`` holds.  ``--check`` writes nothing and
fails when a page is not up to date.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import minutes_nlp
from minutes_nlp.renderers.base import Layout, render

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples" / "bien-ban-thang-9.docx"
DEMO_LINES = 30
WORDS = {
    "vi": ("Điều được đo", "Kết quả"),
    "en": ("what", "figure"),
}


def demo_block() -> str:
    """Return the first lines that ``make demo`` prints, as a code block."""
    lines = render(minutes_nlp.analyze(SAMPLE), "text", Layout(width=80)).splitlines()
    return "\n".join(["```", *(line.rstrip() for line in lines[:DEMO_LINES]), "…", "```"])


def figures_table(figures: dict[str, Any], language: str) -> str:
    """Return the main figures as a Markdown table."""
    rows = [WORDS[language], ("---", "---"), *_rows(figures, language)]
    return "\n".join(f"| {name} | {value} |" for name, value in rows)


def _rows(figures: dict[str, Any], language: str) -> Iterator[tuple[str, str]]:
    def pick(vi: str, en: str) -> str:
        return vi if language == "vi" else en

    sections, findings = figures["sections"], figures["findings"]
    documents, voices = figures["documents"], figures["voices"]
    yield pick("ngữ liệu", "corpus"), pick(
        f"{documents} biên bản, {sections['paragraphs']} đoạn, {voices} người viết",
        f"{documents} minutes, {sections['paragraphs']} paragraphs, {voices} voices",
    )  # fmt: skip
    yield pick("phân đoạn, macro-F1", "sections, macro-F1"), f"{sections['macro_f1']:.3f}"
    worst = f"{sections['worst_voice_macro_f1']:.3f} (`{sections['worst_voice']}`)"
    yield pick("người viết khó nhất", "sections, macro-F1, worst voice"), worst
    apart = [sections["macro_f1_by_voice"][voice] for voice in set_apart()]
    yield (
        pick("người viết để riêng, từng người", "voices set apart, each"),
        ", ".join(f"{score:.3f}" for score in sorted(apart)),
    )
    error = f"{sections['expected_calibration_error']:.3f}"
    yield pick("sai số của độ tin cậy", "sections, expected calibration error"), error
    yield (
        pick("vai người phát biểu", "speaker roles, accuracy"),
        f"{figures['roles']['accuracy']:.3f}",
    )
    yield (
        pick("phát hiện: đúng trong số đã báo", "findings, precision"),
        f"{findings['precision']:.3f}",
    )
    yield pick("phát hiện: báo được trong số có", "findings, recall"), f"{findings['recall']:.3f}"
    undecided = findings["undecided_true"] + findings["undecided_false"]
    yield pick("không kết luận được", "undecided checks"), str(undecided)
    names = {
        "leadership": pick("tính lãnh đạo, kappa", "leadership, weighted kappa"),
        "educational": pick("tính giáo dục, kappa", "educational, weighted kappa"),
        "combative": pick("tính chiến đấu, kappa", "combative, weighted kappa"),
    }
    for key, name in names.items():
        yield name, f"{figures['levels'][key]['weighted_kappa']:.3f}"


def set_apart() -> list[str]:
    """Return the voices whose texts were not read while the program was written."""
    voices: list[str] = tomllib.loads((ROOT / "corpora" / "voices.toml").read_text("utf-8"))[
        "set_apart"
    ]
    return voices


def by_voice(figures: dict[str, Any]) -> str:
    """Return section macro-F1 by voice and by section, worst first."""
    sections = figures["sections"]
    lines = ["| voice held out | macro-F1 |", "|---|---|"]
    ranked = sorted(sections["macro_f1_by_voice"].items(), key=lambda pair: pair[1])
    lines += [f"| `{voice}` | {score:.3f} |" for voice, score in ranked]
    lines += ["", "| section | precision | recall | F1 | paragraphs |", "|---|---|---|---|---|"]
    for label, row in sections["by_section"].items():
        scores = " | ".join(f"{row[key]:.3f}" for key in ("precision", "recall", "f1"))
        lines.append(f"| `{label}` | {scores} | {row['paragraphs']} |")
    return "\n".join(lines)


def by_code(figures: dict[str, Any]) -> str:
    """Return the counts of every check."""
    head = "| code | precision | recall | found | false | missed | undecided (true, other) |"
    lines = [head, "|" + "---|" * 7]
    for code, row in figures["findings"]["by_code"].items():
        ratios = [row["precision"], row["recall"]]
        shown = " | ".join("–" if value is None else f"{value:.2f}" for value in ratios)
        counts = f"{row['found']} | {row['false']} | {row['missed']}"
        lines.append(
            f"| {code} | {shown} | {counts} | {row['undecided_true']}, {row['undecided_false']} |"
        )
    return "\n".join(lines)


def between(page: str, mark: str, body: str) -> str:
    """Return ``page`` with what stands between the marks replaced, if it has them."""
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    if begin not in page:
        return page
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n{body}\n{end}{rest.partition(end)[2]}"


def fresh_page(path: Path, figures: dict[str, Any]) -> str:
    """Return the page as it should be."""
    page = path.read_text(encoding="utf-8")
    language = "vi" if path.name == "README.vi.md" else "en"
    if "<!-- demo: begin -->" in page:
        page = between(page, "demo", demo_block())
    page = between(page, "figures", figures_table(figures, language))
    page = between(page, "voices", by_voice(figures))
    return between(page, "codes", by_code(figures))


def main(arguments: list[str]) -> int:
    """Write or check the pages; return 1 when one is not up to date."""
    figures = json.loads((ROOT / "models" / "evaluation.json").read_text(encoding="utf-8"))
    stale = False
    for name in ("README.md", "README.vi.md", "models/MODEL_CARD.md"):
        path = ROOT / name
        fresh = fresh_page(path, figures)
        if fresh != path.read_text(encoding="utf-8"):
            stale = True
            if "--check" in arguments:
                print(f"{name} is not up to date: run scripts/write_figures.py")
            else:
                path.write_text(fresh, encoding="utf-8")
    return int(stale and "--check" in arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
