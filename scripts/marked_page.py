"""Pages of which a script writes what stands between two marks."""

from __future__ import annotations

from pathlib import Path

BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"


def write_or_check(page: Path, body: str, script: str, arguments: list[str]) -> int:
    """Put ``body`` between the marks of ``page``; with ``--check`` only tell when it is stale.

    Returns:
        The exit code: 1 when checked and not up to date.
    """
    now = page.read_text(encoding="utf-8")
    before, _, rest = now.partition(BEGIN)
    _, _, after = rest.partition(END)
    fresh = f"{before}{BEGIN}\n{body}\n{END}{after}"
    if "--check" not in arguments:
        page.write_text(fresh, encoding="utf-8")
        return 0
    if fresh != now:
        print(f"{page.parent.name}/{page.name} is not up to date: run scripts/{script}")
    return int(fresh != now)
