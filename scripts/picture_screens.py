"""Take the pictures of the local page's screens for docs/pictures.

    python scripts/picture_screens.py [--only secretary|auditor|batch]

Starts the program itself and drives Debian's chromium.  The minutes are invented ones of the
corpus; the only thing changed on a page is the temporary folder's name, which becomes "…".
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from docx import Document as Word
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.web.conftest import CHROMIUM, DESKTOP, PHONE  # noqa: E402
from tests.web.scans import scanned_pages  # noqa: E402
from tests.web.served import SAMPLE, Served, serving  # noqa: E402

from minutes_nlp.corpus.records import read_records  # noqa: E402

MOST_BYTES: Final = 150_000
FIRST, MENDED = "bien-ban-thang-8.docx", "bien-ban-thang-8-da-sua.docx"
# What the secretary does to the first version, by paragraph: what is left out and added.
MINUTES: Final = "coal-mine-02"
ADDED: Final[Mapping[int, Sequence[str]]] = {
    35: (
        "IV. Kết luận của đồng chí Bí thư",
        "Đ/c Khoát kết luận: chi bộ thống nhất giao đ/c Bốn làm việc với phường về chứng thực "
        "chiều thứ Bảy, xong trước 20/8; giao đ/c Vịnh sửa tivi và nước nóng tầng 4, xong trước "
        "15/8; không ai được mang điện thoại vào lò.",
        "Biểu quyết: 19/19 đồng chí có mặt nhất trí.",
    ),
}
REWORDED: Final[Mapping[int, str]] = {6: "Tổng số ĐV 21 đ/c. Có mặt 19. Vắng 2."}
# Cells of the batch list, and whose minutes they are.
CELLS: Final[Mapping[str, str]] = {
    "chi-bo-htx-thanh-lo": "cooperative",
    "chi-bo-khai-thac-4": "coal-mine",
    "chi-bo-tram-bao-ve-rung": "forest-rangers",
    "chi-bo-tram-y-te": "health-station",
}
MINUTES_A_CELL: Final = 4


def texts_of(minutes: str) -> list[str]:
    """Return the paragraphs of minutes of the corpus."""
    records = read_records(ROOT / "corpora")
    record = next(one for one in records if one.id == minutes)
    return [paragraph.text for paragraph in record.paragraphs]


def write_word(path: Path, texts: Sequence[str]) -> Path:
    """Write a .docx of these paragraphs."""
    word = Word()
    for text in texts:
        word.add_paragraph(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(path))
    return path


def mended(texts: Sequence[str]) -> list[str]:
    """Return the paragraphs with a conclusion, and with the reasons of absence gone."""
    changed: list[str] = []
    for number, text in enumerate(texts):
        changed += [REWORDED.get(number, text), *ADDED.get(number, ())]
    return changed


def make_store(folder: Path) -> Path:
    """Return a small store of minutes, one of them damaged, made by ``minutes-nlp bulk``."""
    source, store = folder / "bien-ban", folder / "kho-bien-ban"
    for cell, voice in CELLS.items():
        records = [one for one in read_records(ROOT / "corpora") if one.voice == voice]
        for number, record in enumerate(records[:MINUTES_A_CELL], start=1):
            texts = [paragraph.text for paragraph in record.paragraphs]
            write_word(source / cell / f"bien-ban-{number:02}.docx", texts)
    damaged = source / "chi-bo-tram-y-te" / "tep-hong.docx"
    damaged.write_bytes(SAMPLE.read_bytes()[:3000])
    command = [sys.executable, "-m", "minutes_nlp", "bulk", source, "--store", store]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return store


@contextmanager
def opened(
    browser: Browser, served: Served, size: tuple[int, int] = DESKTOP, scheme: str = "light"
) -> Iterator[Page]:
    """Give the first page of a running program in a profile of its own."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="vi-VN",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(served.start)
    yield page
    context.close()


def drop(page: Page, *files: Path) -> None:
    """Drop files and wait until they are read."""
    before = page.url
    page.set_input_files("[data-drop] input", [str(file) for file in files])
    if len(files) == 1:
        page.wait_for_url(lambda url: url != before)
        page.wait_for_selector("#da-doc", timeout=120_000)
    else:
        done = "n => document.querySelectorAll('#danh-sach .done, #danh-sach .failed').length === n"
        page.wait_for_function(done, arg=len(files), timeout=120_000)


def take(page: Page, name: str, out: Path, folder: Path) -> None:
    """Write what is in the window as a small PNG."""
    page.evaluate(
        """name => {
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode(); node; node = walk.nextNode())
            if (node.data.includes(name)) node.data = node.data.replaceAll(name, "…");
        }""",
        str(folder),
    )
    if "/review" in page.url:  # pictures of pages come late; other pages wait for news for ever
        page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    few = picture.quantize(colors=256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    path = out / f"{name}.png"
    few.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name:24} {size / 1000:6.1f} kB")
    if size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES} bytes")


def secretary(browser: Browser, folder: Path, shoot: Callable[[Page, str], None]) -> None:
    """Drop minutes, look at the report, drop the mended file; then many files; then a phone."""
    texts = texts_of(MINUTES)
    first = write_word(folder / FIRST, texts)
    again = write_word(folder / MENDED, mended(texts))
    broken = folder / "tep-hong.docx"
    broken.write_bytes(SAMPLE.read_bytes()[:3000])
    with serving(folder) as served:
        with opened(browser, served) as page:
            drop(page, first)
            shoot(page, "report")
            drop(page, again)
            page.locator("#thay-doi").scroll_into_view_if_needed()
            shoot(page, "mended")
        with opened(browser, served, scheme="dark") as page:
            page.locator("#danh-sach a.name").last.click()
            page.locator(".finding blockquote a, .finding a[href^='#']").first.click()
            shoot(page, "report-dark")
        with opened(browser, served, PHONE) as page:
            page.locator("#danh-sach a.name").last.click()
            page.wait_for_selector("#da-doc")
            shoot(page, "report-phone")
    with serving(folder) as served:
        with opened(browser, served) as page:
            drop(page, SAMPLE, first, broken)
            shoot(page, "home")
        with opened(browser, served, PHONE) as page:
            shoot(page, "home-phone")


def auditor(browser: Browser, folder: Path, shoot: Callable[[Page, str], None]) -> None:
    """Look through a scan that was named when the program was started."""
    scan = scanned_pages(folder, lines=24)
    with serving(folder, scan) as served, opened(browser, served) as page:
        page.wait_for_selector("#danh-sach .done", timeout=240_000)
        page.locator("#danh-sach a").first.click()
        page.locator("a[href$='/review']").first.click()
        page.wait_for_load_state("networkidle")
        shoot(page, "auditor-start")
        page.keyboard.press("a")
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        page.keyboard.press("j")
        page.wait_for_load_state("networkidle")
        shoot(page, "auditor")


def batch(browser: Browser, folder: Path, shoot: Callable[[Page, str], None]) -> None:
    """Look at the list of a store."""
    store = make_store(folder)
    with serving(folder, store) as served, opened(browser, served) as page:
        page.wait_for_selector("table.triage")
        shoot(page, "batch")


SCREENS: Final = {"secretary": secretary, "auditor": auditor, "batch": batch}


def main() -> None:
    """Take the pictures, or those of one screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=list(SCREENS), help="one screen")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "pictures")
    arguments = parser.parse_args()
    if CHROMIUM is None:
        raise SystemExit("needs Debian's chromium: apt-get install chromium")
    arguments.output.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in [arguments.only] if arguments.only else SCREENS:
            with tempfile.TemporaryDirectory() as place:
                folder = Path(place)
                shoot = partial(take, out=arguments.output, folder=folder)
                SCREENS[name](browser, folder, shoot)
        browser.close()


if __name__ == "__main__":
    main()
