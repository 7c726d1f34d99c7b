"""The secretary's screen in a real browser: drop, read, mend, drop again."""

from __future__ import annotations

import io
import re
import signal
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import DESKTOP, PHONE, OpenTab
from tests.web.served import SAMPLE, Served, serving

BOTH_SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])


def drop(page: Page, *files: Path) -> None:
    page.set_input_files("[data-drop] input", list(files))


def mended(path: Path) -> Path:
    """Write the sample with the reason of absence told, and with no title of its own."""
    document = docx.Document(str(SAMPLE))
    for paragraph in document.paragraphs:
        if "vắng 01" in paragraph.text:
            paragraph.text = paragraph.text.replace(
                "(đồng chí Lương Văn Toản)", "(đồng chí Lương Văn Toản, đi viện, có lý do)"
            )
    document.save(str(path))
    return path


@BOTH_SIZES
def test_a_dropped_file_shows_its_report(
    served: Served, open_tab: OpenTab, size: tuple[int, int]
) -> None:
    tab = open_tab(served.start, size)
    drop(tab.page, SAMPLE)
    tab.page.wait_for_url("**/files/*")
    heading = tab.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile(r"^Đã đọc (\d+)/\1 đoạn$"))
    expect(tab.page.get_by_text("Vắng không ghi lý do")).to_be_visible()
    for words in ("trình bày", "thảo luận", "kết luận", "biểu quyết", "phân công"):
        assert words in tab.page.content().lower()
    for characteristic in ("Tính lãnh đạo", "Tính giáo dục", "Tính chiến đấu"):
        expect(tab.page.get_by_role("heading", name=characteristic)).to_be_visible()
    assert tab.foreign_requests(served.origin) == []
    assert tab.serious_findings() == []


@BOTH_SIZES
def test_a_click_on_a_finding_shows_its_words(
    served: Served, open_tab: OpenTab, size: tuple[int, int]
) -> None:
    tab = open_tab(served.start, size)
    drop(tab.page, SAMPLE)
    link = tab.page.locator(".finding blockquote a").first
    link.wait_for()
    target = link.get_attribute("href")
    assert target
    link.click()
    paragraph = tab.page.locator(target)
    expect(paragraph).to_be_focused()
    expect(paragraph).to_be_in_viewport()
    assert "vắng" in paragraph.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@BOTH_SIZES
def test_pages_are_accessible(
    served: Served, open_tab: OpenTab, size: tuple[int, int], scheme: str
) -> None:
    tab = open_tab(served.start, size, scheme=scheme)
    assert tab.serious_findings() == []
    drop(tab.page, SAMPLE)
    tab.page.wait_for_selector("#da-doc")
    assert tab.serious_findings() == []
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not tab.page.evaluate(too_wide)


def test_mend_and_drop_again(served: Served, open_tab: OpenTab, tmp_path: Path) -> None:
    tab = open_tab(served.start)
    drop(tab.page, SAMPLE)
    tab.page.wait_for_selector("#da-doc")
    first = tab.page.url
    drop(tab.page, mended(tmp_path / "bien-ban-da-sua.docx"))
    tab.page.wait_for_url(lambda url: url != first)
    changes = tab.page.locator("#thay-doi")
    expect(changes).to_contain_text("bien-ban-thang-9.docx")
    expect(changes).to_contain_text("TP003")
    expect(tab.page.get_by_text("1 đã sửa")).to_be_visible()
    assert tab.page.locator(".finding", has_text="TP003").count() == 0


def test_the_word_file_comes_back_with_comments(served: Served, open_tab: OpenTab) -> None:
    tab = open_tab(served.start)
    drop(tab.page, SAMPLE)
    tab.page.wait_for_selector("#da-doc")
    with tab.page.expect_download() as waiting:
        tab.page.get_by_role("link", name="Tệp Word có ghi chú tại chỗ").click()
    download = waiting.value
    assert download.suggested_filename == "bien-ban-thang-9-ghi-chu.docx"
    data = Path(download.path()).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        comments = package.read("word/comments.xml").decode()
    assert "TP003" in comments
    assert 'w:author="minutes-nlp"' in comments
    before = [p.text for p in docx.Document(str(SAMPLE)).paragraphs]
    assert [p.text for p in docx.Document(io.BytesIO(data)).paragraphs] == before


def test_several_files_make_a_list_that_can_be_emptied(
    served: Served, open_tab: OpenTab, tmp_path: Path
) -> None:
    tab = open_tab(served.start)
    text = tmp_path / "ghi-chép.txt"
    text.write_text("BIÊN BẢN SINH HOẠT CHI BỘ\nThời gian: 8 giờ ngày 3/4/2026.\n", "utf-8")
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(SAMPLE.read_bytes()[:2000])
    before = tab.page.locator(".desk li").count()
    drop(tab.page, SAMPLE, text, broken)
    rows = tab.page.locator(".desk li")
    expect(rows).to_have_count(before + 3)
    expect(tab.page.locator(".desk li.failed", has_text="hỏng.docx")).to_be_visible()
    expect(tab.page.locator(".desk li.done", has_text="ghi-chép.txt")).to_be_visible()
    tab.page.reload()
    expect(rows).to_have_count(before + 3)
    while (left := rows.count()) > 0:
        rows.first.get_by_role("button").click()
        expect(rows).to_have_count(left - 1)
    expect(tab.page.get_by_text("Chưa có tệp nào.")).to_be_visible()


def test_an_empty_or_large_file_is_told_at_the_drop_zone(
    served: Served, open_tab: OpenTab, tmp_path: Path
) -> None:
    tab = open_tab(served.start)
    empty, large = tmp_path / "rỗng.docx", tmp_path / "to.pdf"
    empty.write_bytes(b"")
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    drop(tab.page, empty, large)
    told = tab.page.locator(".refusals")
    expect(told).to_contain_text("“rỗng.docx” là tệp rỗng")
    expect(told).to_contain_text("“to.pdf” lớn hơn 20 MB")


def test_a_second_tab_sees_the_same_files(served: Served, open_tab: OpenTab) -> None:
    first, second = open_tab(served.start), open_tab(served.start)
    drop(first.page, SAMPLE)
    first.page.wait_for_selector("#da-doc")
    expect(second.page.locator(".desk li.done").first).to_contain_text(SAMPLE.name)


def test_english_by_the_switch(served: Served, open_tab: OpenTab) -> None:
    tab = open_tab(served.start)
    drop(tab.page, SAMPLE)
    tab.page.wait_for_selector("#da-doc")
    here = tab.page.url
    tab.page.get_by_role("link", name="English").click()
    assert tab.page.url == here
    expect(tab.page.locator("html")).to_have_attribute("lang", "en")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text(re.compile("^Read "))
    expect(tab.page.get_by_text("Absence without a reason").first).to_be_visible()
    assert tab.serious_findings() == []
    tab.page.get_by_role("link", name="Tiếng Việt").click()
    expect(tab.page.locator("html")).to_have_attribute("lang", "vi")


def test_the_keyboard_alone_is_enough(served: Served, open_tab: OpenTab) -> None:
    tab = open_tab(served.start)
    # The browser is told early to hand choosers over: it does so only some time after.
    tab.page.on("filechooser", lambda _: None)
    tab.page.keyboard.press("Tab")
    expect(tab.page.locator(".skip")).to_be_focused()
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Tab")
    expect(tab.page.locator("[data-drop] input")).to_be_focused()
    with tab.page.expect_file_chooser() as chooser:
        tab.page.keyboard.press("Space")
    chooser.value.set_files(SAMPLE)
    tab.page.wait_for_selector("#da-doc")


def test_a_page_of_a_program_that_stopped_says_so(tmp_path: Path, open_tab: OpenTab) -> None:
    with serving(tmp_path) as running:
        tab = open_tab(running.start)
        running.stop(signal.SIGTERM)
    expect(tab.page.get_by_text("Chương trình đã dừng")).to_be_visible(timeout=20_000)
    tab.complaints.clear()  # the browser complains that nobody answers, and rightly
