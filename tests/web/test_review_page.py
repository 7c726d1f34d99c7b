"""The auditor's screen in a real browser: keys, buttons, evidence, decisions that stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from minutes_nlp.reviewing import review_path
from tests.web.conftest import DESKTOP, PHONE, OpenTab, Tab
from tests.web.served import Served, serving

FIXTURES = Path(__file__).resolve().parents[1] / "readers" / "fixtures"
TYPED, PRINTED = "biên bản.txt", "in.pdf"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("own")
    (place / TYPED).write_bytes((FIXTURES / "bien-ban.txt").read_bytes())
    (place / PRINTED).write_bytes((FIXTURES / "chromium.pdf").read_bytes())
    return place


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Served]:
    with serving(folder, folder / TYPED, folder / PRINTED) as running:
        yield running


@pytest.fixture(autouse=True)
def _nothing_decided(folder: Path) -> None:
    for name in (TYPED, PRINTED):
        review_path(folder / name).unlink(missing_ok=True)


def review_of(tab: Tab, name: str) -> Page:
    """Go to the review of a file that was named when the program was started."""
    page = tab.page
    row = page.locator("#danh-sach li", has=page.get_by_text(name, exact=True))
    expect(row).to_have_class("done", timeout=60_000)
    row.locator("a.name").click()
    page.get_by_role("link", name="Mở màn hình thẩm định").click()
    page.wait_for_load_state("networkidle")
    return page


def stored(folder: Path, name: str) -> list[dict[str, str]]:
    events: list[dict[str, str]] = json.loads(review_path(folder / name).read_bytes())["events"]
    return events


def test_a_review_by_keys_is_in_the_file_and_stays(
    open_tab: OpenTab, served: Served, folder: Path
) -> None:
    page = review_of(open_tab(served.start), TYPED)
    current, spoken = page.locator("[aria-current]"), page.locator("#tin")
    items = page.locator(".item")
    total = items.count()
    expect(page.locator("#tien-do")).to_have_text(f"Đã xem 0/{total}")

    page.keyboard.press("a")
    expect(page.get_by_label("Lý do (không bắt buộc)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(spoken).to_have_text(f"Đã đồng ý. Đã xem 1/{total}.")
    expect(items.first).to_be_focused()

    page.keyboard.press("j")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    expect(current.get_by_role("alert")).to_have_text("Hãy ghi lời đã sửa.")
    page.keyboard.type("có nêu ở đoạn 9")
    page.keyboard.press("Enter")
    expect(current.locator(".decision")).to_have_text("Đã sửa lại: có nêu ở đoạn 9")

    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.type("jkau là chữ, không phải phím tắt")
    page.keyboard.press("Escape")
    expect(page.locator(".reason")).to_have_count(0)
    expect(current.locator(".decision")).to_have_text("Chưa xem")
    page.keyboard.press("x")
    page.keyboard.press("Enter")
    expect(current.get_by_role("button", name="Bác bỏ")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("k")
    expect(items.nth(1)).to_be_focused()
    assert [one["verdict"] for one in stored(folder, TYPED)] == ["accept", "correct", "reject"]

    page.keyboard.press("u")
    expect(spoken).to_contain_text("Đã hoàn tác")
    expect(page.locator("#tien-do")).to_have_text(f"Đã xem 2/{total}")
    page.reload()
    expect(page.locator("#tien-do")).to_have_text(f"Đã xem 2/{total}")
    expect(items.nth(1).locator(".decision")).to_have_text("Đã sửa lại: có nêu ở đoạn 9")
    expect(items.nth(2).locator(".decision")).to_have_text("Chưa xem")
    assert [one["verdict"] for one in stored(folder, TYPED)] == ["accept", "correct"]


def test_everything_can_be_done_by_buttons(open_tab: OpenTab, served: Served, folder: Path) -> None:
    page = review_of(open_tab(served.start, PHONE), TYPED)
    page.get_by_role("button", name="Điểm sau").click()
    page.get_by_role("button", name="Điểm sau").click()
    page.get_by_role("button", name="Điểm trước").click()
    item = page.locator(".item").nth(1)
    expect(item).to_have_attribute("aria-current", "true")
    item.get_by_role("button", name="Bác bỏ").click()
    page.get_by_role("button", name="Lưu (Enter)").click()
    expect(item.locator(".decision")).to_have_text("Đã bác bỏ")
    check = page.locator(".item[data-check]").last
    check.get_by_role("button", name="Không có thiếu sót này").click()
    page.get_by_label("Lý do (không bắt buộc)").fill("đủ chữ ký")
    page.get_by_role("button", name="Lưu (Enter)").click()
    expect(check.locator(".decision")).to_have_text("Đã xác nhận không thiếu: đủ chữ ký")
    assert [one["kind"] for one in stored(folder, TYPED)] == ["finding", "check"]
    page.get_by_role("button", name="Hoàn tác").click()
    expect(check.locator(".decision")).to_have_text("Chưa xem")
    page.get_by_role("button", name="Phím tắt").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_damaged_file_of_decisions_is_said_and_left_alone(
    open_tab: OpenTab, served: Served, folder: Path
) -> None:
    place = review_path(folder / TYPED)
    page = review_of(open_tab(served.start), TYPED)
    place.write_bytes(b"{")
    page.reload()
    page.wait_for_load_state("networkidle")
    banner = page.locator("#van-de")
    expect(banner).to_contain_text("bị hỏng")
    expect(banner.get_by_role("button")).to_be_hidden()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator("#tien-do")).to_contain_text("Đã xem 1/")
    assert place.read_bytes() == b"{"
    place.unlink()
    page.keyboard.press("u")  # the place is free again, so it is written from now on
    expect(banner).to_be_hidden()
    expect(page.locator("#noi-luu")).to_be_visible()


def test_keys_can_be_switched_off_and_help_lists_them(open_tab: OpenTab, served: Served) -> None:
    page = review_of(open_tab(served.start), TYPED)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("hoàn tác quyết định gần nhất")
    dialog.get_by_label("Dùng phím tắt").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator(".reason")).to_have_count(0)


def test_the_section_of_a_paragraph_is_corrected(
    open_tab: OpenTab, served: Served, folder: Path
) -> None:
    page = review_of(open_tab(served.start), TYPED)
    paragraph = page.locator("#doan-3")
    paragraph.get_by_label("Phần của đoạn 3").select_option("news")
    expect(page.locator("#tin")).to_have_text("Đoạn 3: đã xếp vào Thông tin thời sự.")
    expect(paragraph).to_have_class(re.compile(r"\bnews\b"))
    expect(paragraph.locator(".machine")).to_be_visible()
    page.reload()
    expect(paragraph.get_by_label("Phần của đoạn 3")).to_have_value("news")
    assert [one["after"] for one in stored(folder, TYPED)] == ["news"]


def test_the_frames_lie_on_the_words_of_the_page(open_tab: OpenTab, served: Served) -> None:
    page = review_of(open_tab(served.start), PRINTED)
    expect(page.locator(".sheet")).to_have_count(2)
    frame = page.locator("rect:not(.nearest)").first
    item = page.locator(f".item[data-number='{frame.get_attribute('data-number')}']")
    item.locator("h3").click()
    expect(frame).to_have_class(re.compile("current"))
    expect(frame).to_be_in_viewport()
    sheet = page.locator(".sheet", has=frame)
    picture, box = sheet.locator("img"), frame.bounding_box()
    assert picture.evaluate("one => one.complete && one.naturalWidth > 500")
    assert box is not None
    # Ink under the frame: its words are there, not beside it.
    dark = picture.evaluate(
        """(one, box) => {
          const size = one.getBoundingClientRect(), scale = one.naturalWidth / size.width;
          const canvas = new OffscreenCanvas(one.naturalWidth, one.naturalHeight);
          const drawing = canvas.getContext("2d");
          drawing.drawImage(one, 0, 0);
          const part = drawing.getImageData((box.x - size.x) * scale, (box.y - size.y) * scale,
                                            box.width * scale, box.height * scale).data;
          let ink = 0;
          for (let place = 0; place < part.length; place += 4) if (part[place] < 128) ink += 1;
          return ink / (part.length / 4);
        }""",
        box,
    )
    assert dark > 0.03
    page.get_by_role("button", name="Chữ đã đọc").click()
    expect(page.locator("mark.current").first).to_be_in_viewport()


def test_a_decision_of_another_window_is_shown_and_not_undone_unseen(
    open_tab: OpenTab, served: Served
) -> None:
    tab = open_tab(served.start)
    first = review_of(tab, TYPED)
    first.keyboard.press("a")
    first.keyboard.press("Enter")
    expect(first.locator("#tien-do")).to_contain_text("Đã xem 1/")
    second = tab.context.new_page()
    second.goto(first.url)
    expect(second.locator("[aria-current]")).to_have_count(1)
    second.keyboard.press("x")
    second.keyboard.press("Enter")
    expect(second.locator("#tien-do")).to_contain_text("Đã xem 2/")
    first.keyboard.press("u")
    expect(first.locator("#loi")).to_contain_text("cửa sổ khác")
    expect(first.locator("#tien-do")).to_contain_text("Đã xem 2/")
    tab.complaints.clear()  # the browser logs the answer 422


def test_decisions_on_an_uploaded_file_are_saved_and_dropped_with_it(
    open_tab: OpenTab, served: Served, tmp_path: Path
) -> None:
    page = open_tab(served.start).page
    sent = tmp_path / "nop.txt"
    sent.write_bytes((FIXTURES / "bien-ban.txt").read_bytes())
    chooser = page.locator("[data-drop] input")
    chooser.set_input_files(sent)
    page.get_by_role("link", name="Mở màn hình thẩm định").click(timeout=60_000)
    expect(page.locator("[aria-current]")).to_have_count(1)
    expect(page.locator("#noi-luu")).to_contain_text("chỉ giữ đến khi tắt chương trình")
    page.keyboard.press("a")
    page.keyboard.type("đúng vậy")
    page.keyboard.press("Enter")
    expect(page.locator(".decision").first).to_have_text("Đã đồng ý: đúng vậy")
    with page.expect_download() as saving:
        page.get_by_role("link", name="Lưu tệp quyết định").click()
    assert saving.value.suggested_filename == "nop.txt.review.json"
    kept = tmp_path / "nop.txt.review.json"
    saving.value.save_as(kept)

    page.goto(served.origin)
    page.locator("[data-drop] input").set_input_files(kept)
    expect(page.locator(".refusals")).to_contain_text("cùng lúc với biên bản")
    page.locator("[data-drop] input").set_input_files([sent, kept])
    page.get_by_role("link", name="Mở màn hình thẩm định").click(timeout=60_000)
    expect(page.locator(".decision").first).to_have_text("Đã đồng ý: đúng vậy")


@pytest.mark.parametrize(
    ("name", "size", "scheme"), [(TYPED, DESKTOP, "dark"), (PRINTED, PHONE, "light")]
)
def test_axe_finds_nothing_serious(
    open_tab: OpenTab, served: Served, name: str, size: tuple[int, int], scheme: str
) -> None:
    tab = open_tab(served.start, size, scheme=scheme)
    page = review_of(tab, name)
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator("#tien-do")).to_contain_text("Đã xem 1/")
    page.keyboard.press("x")
    assert tab.serious_findings() == []
    assert tab.foreign_requests(served.origin) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_screen_speaks_english_by_the_switch(open_tab: OpenTab, served: Served) -> None:
    page = review_of(open_tab(served.start), TYPED)
    page.get_by_role("link", name="English").click()
    expect(page.locator("#tien-do")).to_contain_text("Looked at 0 of")
    expect(page.locator("[aria-current]")).to_have_count(1)  # the script runs
    page.keyboard.press("x")
    page.keyboard.press("Enter")
    expect(page.locator(".decision").first).to_have_text("Rejected")
