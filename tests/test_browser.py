"""The HTML report in a real browser: it renders, and asks no other host for anything."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
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


def test_the_page_prints_on_a4_with_whole_tables(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.pdf"
    browse(page, tmp_path / "profile", "--no-pdf-header-footer", f"--print-to-pdf={target}")
    document = pypdfium2.PdfDocument(target)
    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    assert sizes == {(595, 842)}  # points
    texts = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
    total = len(texts)
    assert [f"{number} / {total}" in text for number, text in enumerate(texts, 1)] == [True] * total
    whole = " ".join(texts)
    # The heads of the tables are there: paper is no narrow screen.
    assert "Nội dung Trình bày Thảo luận Kết luận Biểu quyết Phân công" in whole
    parts = next(text for text in texts if "Ở các đoạn" in text)
    assert "Thể thức, thủ tục" in parts
    assert "Biểu quyết, quyết nghị" in parts
    full_text = next(text for text in texts if "Toàn văn biên bản, xếp theo phần" in text)
    assert full_text is not parts  # the minutes themselves begin on a sheet of their own
    assert len(texts[-1].split("Kết quả do máy đọc")[0].split()) > 10  # the notice is not alone
