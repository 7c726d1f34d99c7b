"""The HTML report in a real browser: it renders, and asks no other host for anything."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import minutes_nlp
from minutes_nlp.renderers.html_report import render_html

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=3000",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = minutes_nlp.analyze(ROOT / "examples" / "bien-ban-thang-9.docx")
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(render_html(report), encoding="utf-8")
    return path


def browse(page: Path, profile: Path, *flags: str) -> str:
    assert CHROMIUM is not None
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def test_the_page_renders_with_its_parts(page: Path, tmp_path: Path) -> None:
    dom = browse(page, tmp_path, "--dump-dom")
    assert "Phùng Thế Mạnh" in dom
    assert "TP003" in dom
    targets = set(re.findall(r'href="#([^"]+)"', dom))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', dom))


def test_the_page_refers_to_nothing_outside(page: Path) -> None:
    source = page.read_text(encoding="utf-8")
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#|data:)", source)
    assert not re.search(r"url\(|@import|<script", source)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_can_be_pictured_at_both_widths(page: Path, tmp_path: Path, width: int) -> None:
    picture = tmp_path / "page.png"
    browse(page, tmp_path / "profile", f"--window-size={width},2000", f"--screenshot={picture}")
    assert picture.stat().st_size > 20_000
