"""How long a file takes to be on the local page, paired with ``analyze`` of the same file, warm.

    python benchmarks/local_page.py [--runs N]

The file is a .docx of 100 paragraphs, made of invented minutes of the corpus.  Page and analysis
take turns.  The page is timed from the upload's first byte until the whole report page has come,
by the calls that its own scripts make; then apart, where Debian's chromium is there, from the drop
until the browser shows the report's heading.  Last, ten uploads at once.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from docx import Document as Word
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.web.conftest import CHROMIUM
from tests.web.served import ROOT, Served, Visitor, serving

import minutes_nlp
from minutes_nlp.corpus.records import read_records

PARAGRAPHS: Final = 100
VOICE: Final = "forest-rangers"
AT_ONCE: Final = 10
WARM: Final = 3


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = long_minutes(folder / "bien-ban.docx")
        with serving(folder) as served:
            visitor = Visitor(served)
            analysis, page = in_turns(
                lambda: minutes_nlp.analyze(path), lambda: dropped(visitor, path), runs
            )
            ratio = statistics.median(b / a for a, b in zip(analysis, page, strict=True))
            print(f"{'analyze, warm':36} {told(analysis)}")
            print(f"{'upload to report page':36} {told(page)}   ratio {ratio:.2f}")
            if CHROMIUM is not None:
                print(
                    f"{'drop to heading, in the browser':36} {told(in_browser(served, path, runs))}"
                )
            print(f"{f'{AT_ONCE} uploads at once, all':36} {1000 * at_once(visitor, path):6.0f} ms")
    print("load", *(f"{load:.1f}" for load in os.getloadavg()))


def long_minutes(path: Path) -> Path:
    """Write 100 paragraphs of minutes of one cell, one after another."""
    records = [one for one in read_records(ROOT / "corpora") if one.voice == VOICE]
    texts = [paragraph.text for record in records for paragraph in record.paragraphs]
    word = Word()
    for text in texts[:PARAGRAPHS]:
        word.add_paragraph(text)
    word.save(str(path))
    return path


def dropped(visitor: Visitor, path: Path) -> None:
    """Upload a file and wait for its report page, as the page's own scripts do."""
    job = visitor.upload(path.name, path.read_bytes())
    visitor.client.get(f"/files/{job}")  # the browser is sent there at once
    row = visitor.finished(job)
    assert row["state"] == "done", row["told"]
    page = visitor.client.get(f"/files/{job}")
    assert f"{PARAGRAPHS}/{PARAGRAPHS}" in page.text
    visitor.client.delete(f"/api/files/{job}", headers=visitor.headers)


def in_browser(served: Served, path: Path, runs: int) -> list[float]:
    """Return the seconds from the drop to the heading."""
    seconds = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(served.start)
        for _ in range(runs + WARM):
            page.goto(f"{served.origin}/", wait_until="load")
            started = time.perf_counter()
            page.set_input_files("[data-drop] input", str(path))
            page.wait_for_selector("#da-doc")
            seconds.append(time.perf_counter() - started)
        browser.close()
    return seconds[WARM:]


def at_once(visitor: Visitor, path: Path) -> float:
    """Return the seconds until all of several uploads, sent at the same time, have a report."""
    data = path.read_bytes()
    started = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = list(pool.map(lambda n: visitor.upload(f"{n}.docx", data), range(AT_ONCE)))
    rows = [visitor.finished(job) for job in jobs]
    seconds = time.perf_counter() - started
    assert all(row["state"] == "done" for row in rows), rows
    return seconds


def in_turns(
    one: Callable[[], object], other: Callable[[], object], runs: int
) -> tuple[list[float], list[float]]:
    """Return the seconds of two calls that take turns, without the first ``WARM`` rounds."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs + WARM):
        for call, kept in zip((one, other), seconds, strict=True):
            started = time.perf_counter()
            call()
            kept.append(time.perf_counter() - started)
    return seconds[0][WARM:], seconds[1][WARM:]


def told(seconds: list[float]) -> str:
    """Return a median with its range, in milliseconds."""
    middle, low, high = statistics.median(seconds), min(seconds), max(seconds)
    return f"{1000 * middle:6.0f} ms ({1000 * low:.0f}-{1000 * high:.0f})"


if __name__ == "__main__":
    main()
