"""Data files of the package that a script makes from the corpus."""

from __future__ import annotations

import sys
from pathlib import Path


def write_or_check(target: Path, text: str) -> None:
    """Write ``text``; with ``--check`` write nothing and end with a message when it is stale."""
    if "--check" not in sys.argv[1:]:
        target.write_text(text, encoding="utf-8")
    elif target.read_text(encoding="utf-8") != text:
        script = Path(sys.argv[0]).name
        sys.exit(f"{target.name} is not up to date: run python scripts/{script}")
