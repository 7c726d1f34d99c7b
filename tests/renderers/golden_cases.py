"""The terminal reports kept in tests/golden; run ``python -m tests.renderers.golden_cases`` to
write them anew, then read every difference."""

from __future__ import annotations

from pathlib import Path

from minutes_nlp.model.language import Language
from minutes_nlp.renderers.terminal import render_terminal
from tests.renderers.sample_reports import ALL_REPORTS

GOLDEN = Path(__file__).parents[1] / "golden"

CASES: dict[str, tuple[str, Language, int]] = {
    "faulty-80.txt": ("faulty", "vi", 80),
    "faulty-120.txt": ("faulty", "vi", 120),
    "faulty-80-en.txt": ("faulty", "en", 80),
    "clean-80.txt": ("clean", "vi", 80),
    "other-80.txt": ("other", "vi", 80),
    "scanned-80.txt": ("scanned", "vi", 80),
    "poor-scan-80.txt": ("poor-scan", "vi", 80),
    "poor-scan-80-en.txt": ("poor-scan", "en", 80),
    "compared-80.txt": ("compared", "vi", 80),
    "compared-80-en.txt": ("compared", "en", 80),
    "failed-80.txt": ("failed", "vi", 80),
}


def rendered(name: str) -> str:
    report, language, width = CASES[name]
    return render_terminal(ALL_REPORTS[report](), language=language, width=width)


if __name__ == "__main__":
    for case in CASES:
        (GOLDEN / case).write_text(rendered(case), encoding="utf-8")
