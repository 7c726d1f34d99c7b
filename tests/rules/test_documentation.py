"""docs/rules.md is what the checks say of themselves today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from minutes_nlp.bulk.across.rules import across_rules
from minutes_nlp.rules import all_rules

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_checks_is_fresh() -> None:
    script = ROOT / "scripts" / "generate_docs.py"
    done = subprocess.run(
        [sys.executable, str(script), "--check"], capture_output=True, text=True, check=False
    )
    assert "rules.md" not in done.stderr


def test_the_page_has_every_check() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for rule in (*all_rules(), *across_rules()):
        assert f"## {rule.code}: {rule.title.vi}" in page
