"""Put real output and measured figures into README, README.vi, the model card and docs/accuracy.

Between the marks ``<!-- demo: … -->`` stands what the program prints for the sample, between
``<!-- figures: … -->`` what ``models/evaluation.json`` holds.  ``--check`` writes nothing and
fails when a page is not up to date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from figure_tables import (
    by_code,
    by_confidence,
    by_damage,
    by_doubt,
    by_group,
    by_voice,
    every_metric,
    main_figures,
)

import minutes_nlp
from minutes_nlp.renderers.base import Layout, render

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples" / "bien-ban-thang-9.docx"
DEMO_LINES = 30
PAGES = ("README.md", "README.vi.md", "models/MODEL_CARD.md", "docs/accuracy.md")
TABLES: dict[str, Callable[[dict[str, Any]], str]] = {
    "metrics": every_metric,
    "voices": by_voice,
    "groups": by_group,
    "damage": by_damage,
    "reliability": by_confidence,
    "doubt": by_doubt,
    "codes": by_code,
}


def demo_block() -> str:
    """Return the first lines that ``make demo`` prints, as a code block."""
    lines = render(minutes_nlp.analyze(SAMPLE), "text", Layout(width=80)).splitlines()
    return "\n".join(["```", *(line.rstrip() for line in lines[:DEMO_LINES]), "…", "```"])


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
    page = between(page, "figures", main_figures(figures, language))
    for mark, build in TABLES.items():
        if f"<!-- {mark}: begin -->" in page:
            page = between(page, mark, build(figures))
    return page


def main(arguments: list[str]) -> int:
    """Write or check the pages; return 1 when one is not up to date."""
    figures = json.loads((ROOT / "models" / "evaluation.json").read_text(encoding="utf-8"))
    stale = False
    for name in PAGES:
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
