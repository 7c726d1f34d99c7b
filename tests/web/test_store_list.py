"""The triage list of a store: what it shows, what its filters find, what it opens."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from starlette.testclient import TestClient

from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.across.folding import fold
from minutes_nlp.bulk.schema import TABLES
from minutes_nlp.bulk.store import store_to_write
from minutes_nlp.bulk.store_errors import StoreError
from minutes_nlp.cli.main import program
from minutes_nlp.settings import Settings
from minutes_nlp.web.addresses import Address
from minutes_nlp.web.app import create_app
from minutes_nlp.web.batch.book import Book, Condition
from minutes_nlp.web.batch.listing import PAGE_ROWS, Row
from minutes_nlp.web.batch.query import Query
from minutes_nlp.web.desk import Desk
from tests.web import stores
from tests.web.conftest import DESKTOP, PHONE, OpenTab
from tests.web.served import Served, Visitor, serving
from tests.web.stores import Made, make_store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_store(tmp_path_factory.mktemp("kho"))


@pytest.fixture(scope="module")
def served(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served"), made.store) as running:
        yield running


@pytest.fixture(scope="module")
def book(made: Made) -> Book:
    return Book(made.store)


@pytest.fixture(scope="module")
def rows(made: Made) -> list[Row]:
    """The rows of the store as anybody reads them, with the codes of each."""
    frames = read_store(made.store)
    found = frames["findings"]
    names = found["code"] + found["undecided"].map({True: "?", False: ""})
    codes = names.groupby(found["path"]).agg(set)
    files = frames["files"].astype(object).where(frames["files"].notna(), None)
    return [one | {"codes": codes.get(one["path"], set())} for one in files.to_dict("records")]


def everything(book: Book, query: Query) -> list[str]:
    """Return the paths on all pages of a query."""
    listing, _ = book.listing()
    paths: list[str] = []
    for number in range(1, 100):
        asked = Query.parse(dict(parse_qsl(urlsplit(query.address(page=number)).query)))
        page = listing.find(asked, book.searched.is_reviewed)
        assert page.number == number
        assert len(page.rows) <= PAGE_ROWS
        paths += [row["path"] for row in page.rows]
        if not page.has_more:
            assert page.total == len(paths)
            return paths
    raise AssertionError("there is no end")


FILTERS = st.builds(
    Query,
    outcome=st.sampled_from(["", "analysed", "needs_person", "failed", "refused", "duplicate"]),
    unit=st.sampled_from(["", "?", "Chi bộ số 1", "CHI BO SO 3", "số 9"]),
    month=st.sampled_from(["", "?", "2026-12", "2026-01", "1999-01"]),
    code=st.sampled_from(["", "KL001", "KL001?", "YK004", "YK004?", "XX999"]),
    q=st.sampled_from(["", "hop", "HỌP 01", "Bí mật", "số 2", "%", "<b>"]),
    unreviewed=st.booleans(),
)


def is_wanted(row: Row, query: Query, reviewed: str) -> bool:
    unit = row["unit"] or ""
    searched = fold(f"{row['path']} {unit}")
    wants_unit = row["unit"] is None if query.unit == "?" else fold(query.unit) == fold(unit)
    return (
        query.outcome in ("", row["outcome"])
        and (not query.unit or wants_unit)
        and query.month in ("", row["month"] or "?")
        and (not query.code or query.code in row["codes"])
        and all(word in searched for word in fold(query.q).split())
        and (
            not query.unreviewed
            or (row["outcome"] not in ("refused", "duplicate") and row["path"] != reviewed)
        )
    )


@settings(max_examples=150, deadline=None)
@given(query=FILTERS)
def test_the_filters_find_what_a_plain_search_finds(
    book: Book, rows: list[Row], query: Query
) -> None:
    wanted = {row["path"] for row in rows if is_wanted(row, query, stores.REVIEWED)}
    found = everything(book, query)
    assert len(found) == len(set(found))
    assert set(found) == wanted


@given(
    query=st.builds(
        Query,
        outcome=st.sampled_from(["", "failed"]),
        unit=st.text(max_size=20).map(str.strip),
        q=st.text(max_size=20).map(str.strip),
        unreviewed=st.booleans(),
        page=st.integers(1, 10**6),
    )
)
def test_an_address_says_what_was_asked(query: Query) -> None:
    address = urlsplit(query.address(page=query.page))
    assert address.path == "/store"
    assert Query.parse(dict(parse_qsl(address.query))) == query


@given(st.dictionaries(st.sampled_from(["page", "outcome", "q", "unreviewed"]), st.text()))
def test_an_address_that_makes_no_sense_is_still_a_list(given: dict[str, str]) -> None:
    assert Query.parse(given).page >= 1


def test_the_order_is_what_the_documents_need(book: Book, rows: list[Row]) -> None:
    known = {row["path"]: row for row in rows}
    kinds = ["needs_person", "failed", "analysed", "refused", "duplicate"]
    order = [known[path] for path in everything(book, Query())]
    keys = [
        (kinds.index(row["outcome"]), -(row["errors"] or 0), -(row["undecided"] or 0))
        for row in order
    ]
    assert keys == sorted(keys)
    assert {row["outcome"] for row in order} == set(kinds)


def test_a_part_of_a_name_finds_its_cells(book: Book) -> None:
    listing, _ = book.listing()
    whole = listing.find(Query(unit="bộ số 3"), book.searched.is_reviewed)
    assert {row["unit"] for row in whole.rows} == {"Chi bộ số 3"}
    part = listing.find(Query(unit="chi bo so"), book.searched.is_reviewed)
    assert part.total == sum(row["unit"] is not None for row in _all_rows(book))


def _all_rows(book: Book) -> list[Row]:
    listing, _ = book.listing()
    found = (listing.row(path) for path in everything(book, Query()))
    return [row for row in found if row is not None]


def test_a_page_after_the_last_is_the_last(book: Book) -> None:
    listing, _ = book.listing()
    for unreviewed in (False, True):
        query = Query(page=900, unreviewed=unreviewed)
        page = listing.find(query, book.searched.is_reviewed)
        assert page.rows
        assert not page.has_more
        assert page.number == 2


def test_reviews_are_asked_for_as_far_as_the_page_needs(book: Book) -> None:
    asked: list[str] = []
    listing, _ = book.listing()
    page = listing.find(Query(unreviewed=True), lambda path: bool(asked.append(path)))
    assert page.has_more
    assert page.total is None
    assert len(page.rows) == PAGE_ROWS
    assert len(asked) <= 2 * PAGE_ROWS


@pytest.fixture
def guest(served: Served) -> Iterator[httpx.Client]:
    client = Visitor(served).client
    yield client
    client.close()


def line(page: str, name: str) -> str:
    """Return the row of the table that begins with the file ``name``."""
    found = [row for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if name in row]
    assert len(found) == 1, found
    return found[0]


def test_the_list_is_the_first_page(served: Served) -> None:
    answer = httpx.get(served.start)
    assert answer.headers["location"] == "/store"


def test_a_row_says_in_words_what_the_file_needs(guest: httpx.Client) -> None:
    page = guest.get("/store").text
    unclear = html.unescape(line(page, html.escape(stores.UNCLEAR.split("/")[1])))
    for words in ("cần người xem", "Chưa rõ đây là loại giấy tờ gì", "1 nên xem", "chưa rõ"):
        assert words in unclear
    assert "<b>chưa rõ" not in page  # names of files are text
    damaged = line(guest.get("/store?outcome=failed&q=hong").text, "hong.txt")
    assert "không đọc được" in damaged
    assert "Tệp bị hỏng." in damaged
    reviewed = line(guest.get("/store?q=tham-dinh").text, "da-tham-dinh.txt")
    assert "đã thẩm định" in reviewed
    assert "da-tham-dinh" not in guest.get("/store?q=tham-dinh&unreviewed=1").text.split("<h2")[1]


def test_the_state_of_the_filters_stays_in_every_address(guest: httpx.Client) -> None:
    page = guest.get("/store?q=hop&month=2026-12&unit=Chi+bo+so+1&unreviewed=1").text
    assert '<option value="2026-12" selected>' in page
    assert '<option value="Chi bo so 1" selected>' in page  # in other words than the menu has
    assert 'value="hop"' in page
    assert re.search(r'name="unreviewed" value="1" checked', page)
    assert (
        "/store?outcome=analysed&amp;unit=Chi+bo+so+1&amp;month=2026-12&amp;q=hop&amp;unreviewed=1"
        in page
    )
    language = re.search(r'href="(/language/en[^"]*)"', page)
    assert language is not None
    english = guest.get(html.unescape(language[1]), follow_redirects=True)
    assert english.url.query == b"unit=Chi+bo+so+1&month=2026-12&q=hop&unreviewed=1"
    assert "Only those not reviewed yet" in english.text
    guest.cookies.clear()


def test_all_pages_together_show_every_row_once(guest: httpx.Client, rows: list[Row]) -> None:
    shown = 0
    address: str | None = "/store"
    while address:
        page = guest.get(address).text
        shown += len(re.findall(r'<th scope="row">', page))
        following = re.search(r'href="([^"]+)" rel="next"', page)
        address = html.unescape(following[1]) if following else None
    assert shown == len(rows)


def test_a_file_opens_and_knows_the_way_back(guest: httpx.Client, served: Served) -> None:
    page = guest.get("/store?q=hop-003").text
    link = html.unescape(re.search(r'<th scope="row">\s*<a href="([^"]+)"', page)[1])  # type: ignore[index]
    opened = guest.get(link)
    assert opened.status_code == 303
    assert re.fullmatch(r"/files/[\w-]+", opened.headers["location"])
    assert guest.get(link).headers["location"] == opened.headers["location"]
    shown = guest.get(opened.headers["location"]).text
    assert 'href="/store?q=hop-003"' in shown
    assert "đã được sửa" not in shown


def opening(guest: httpx.Client, path: str) -> httpx.Response:
    return guest.get("/store/open", params={"path": path})


def test_a_changed_file_opens_with_a_notice(guest: httpx.Client) -> None:
    assert "Tệp đã sửa sau khi" in line(guest.get("/store?q=da-sua").text, "da-sua.txt")
    opened = opening(guest, stores.CHANGED)
    shown = guest.get(opened.headers["location"]).text
    assert "đã được sửa sau khi lập danh sách" in shown


def test_a_file_that_changes_while_it_is_open_is_read_again(
    guest: httpx.Client, made: Made, served: Served
) -> None:
    place = made.root / "chi-bo-5/hop-004.txt"
    before = opening(guest, "chi-bo-5/hop-004.txt").headers["location"]
    _wait(guest, before)
    place.write_text("bản đã viết lại", encoding="utf-8")
    after = opening(guest, "chi-bo-5/hop-004.txt").headers["location"]
    assert after != before
    assert "đã được sửa sau khi lập danh sách" in guest.get(after).text


def _wait(guest: httpx.Client, address: str) -> None:
    seen, job = -1, address.rpartition("/")[2]
    while True:
        desk = guest.get("/api/files", params={"seen": seen}).json()
        seen = desk["version"]
        if next(one for one in desk["files"] if one["id"] == job)["finished"]:
            return


def test_a_file_that_is_gone_is_told(guest: httpx.Client) -> None:
    row = line(guest.get("/store?q=da-xoa").text, "da-xoa.txt")
    assert "Không còn ở chỗ cũ" in row
    assert "<a " not in row
    answer = opening(guest, stores.GONE)
    assert answer.status_code == 422
    assert "minutes-nlp bulk" in answer.text


def test_a_duplicate_leads_to_the_original(guest: httpx.Client) -> None:
    row = line(guest.get("/store?q=sao.txt").text, "sao.txt")
    assert "goc.txt" in row
    links = re.findall(r'href="([^"]+)"', row)
    assert len(links) == 1
    opened = guest.get(html.unescape(links[0])).headers["location"]
    assert opened == opening(guest, stores.COPY).headers["location"]
    assert "goc.txt" in guest.get(opened).text


def test_nothing_is_shown_of_a_refused_file(guest: httpx.Client) -> None:
    page = guest.get("/store?q=bi-mat").text
    for name in ("bi-mat.txt", "bi-mat-2.txt"):
        row = line(page, name)
        assert "href" not in row
        assert "dấu mật" in row
        assert "Mang dấu mật." not in row  # not even the words of the refusal
        assert opening(guest, f"chi-bo-2/{name}").status_code == 422
    assert "Chi bộ số" not in line(page, "bi-mat.txt")


@pytest.mark.parametrize("path", [*stores.STRAY, stores.LINKED, stores.LINKED_FOLDER])
def test_nothing_outside_the_folder_is_opened(
    guest: httpx.Client, served: Served, path: str
) -> None:
    before = guest.get("/api/files").json()["files"]
    answer = opening(guest, path)
    assert answer.status_code == 422
    assert "nằm ngoài thư mục" in answer.text
    assert stores.OUTSIDE_WORDS not in answer.text
    assert guest.get("/api/files").json()["files"] == before
    assert "bien-ban" not in served.log.read_text()


@pytest.mark.parametrize("path", ["chi-bo-1/khong-co.txt", "../kho/store.json", "x\0y", "/"])
def test_what_the_store_does_not_have_is_not_there(guest: httpx.Client, path: str) -> None:
    assert opening(guest, path).status_code == 404


def test_a_folder_that_could_not_be_read_is_told(guest: httpx.Client) -> None:
    assert "Không mở được thư mục" in line(guest.get("/store?q=khoa").text, "khoa")
    assert opening(guest, "khoa/").status_code == 422


def test_the_way_back_is_always_a_list(guest: httpx.Client) -> None:
    for back in ("//minutes.example", "/files/x", "javascript:alert(1)", "/storehouse"):
        answer = guest.get("/store/open", params={"path": stores.GONE, "back": back})
        assert 'class="button" href="/store"' in answer.text


def test_without_a_store_there_is_no_list(tmp_path: Path) -> None:
    address, desk = Address(1), Desk(tmp_path, Settings())
    client = TestClient(create_app(desk, address), base_url=address.origin)
    client.cookies.set(address.cookie, address.token)
    assert client.get("/store").status_code == 404
    assert "/store" not in client.get("/").text
    desk.close()


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_the_list_in_a_browser(
    served: Served, open_tab: OpenTab, size: tuple[int, int], scheme: str
) -> None:
    tab = open_tab(served.start, size, scheme=scheme)
    page = tab.page
    assert page.url == f"{served.origin}/store"
    assert not tab.serious_findings()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.get_by_label("Tìm trong tên tệp").fill("hop-00")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("heading", name="10 tệp").wait_for()
    address = page.url
    page.get_by_role("link", name="hop-006.txt").click()
    page.wait_for_url("**/files/*")
    page.get_by_role("heading", name=re.compile("Đã đọc")).wait_for()
    page.get_by_role("link", name="Trở lại danh sách").click()
    assert page.url == address
    page.go_back()
    page.go_back()
    assert page.get_by_label("Tìm trong tên tệp").input_value() == "hop-00"
    assert not tab.foreign_requests(served.origin)


def test_from_the_list_to_a_decision_and_back(
    served: Served, made: Made, open_tab: OpenTab
) -> None:
    page = open_tab(f"{served.start}").page
    page.get_by_label("Tìm trong tên tệp").fill("hop-008")
    page.get_by_role("button", name="Lọc").click()
    expect(page.get_by_role("row", name="hop-008.txt")).to_contain_text("chưa")
    page.get_by_role("link", name="hop-008.txt").click()
    page.get_by_role("link", name="Mở màn hình thẩm định").click()
    progress = page.locator("#tien-do")
    expect(progress).to_have_text(re.compile(r"0/\d+$"))
    page.locator(".item[aria-current]").wait_for()  # its script has run
    page.keyboard.press("a")
    expect(page.get_by_label("Lý do (không bắt buộc)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(progress).to_have_text(re.compile(r"1/\d+$"))
    (kept,) = made.root.rglob("hop-008.txt.review.json")
    assert '"accept"' in kept.read_text(encoding="utf-8")
    page.goto(f"{served.origin}/store?q=hop-008")
    expect(page.get_by_role("row", name="hop-008.txt")).to_contain_text("đã thẩm định")


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(program, ["serve", *map(str, arguments)])
    return result.exit_code, result.stderr


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "bien-ban.txt").write_text("x")
    code, told = run(tmp_path)
    assert code == 2
    assert "minutes-nlp bulk" in told
    assert run(tmp_path, "--lang", "en")[1].count("no store") == 1


def test_a_folder_goes_with_one_store(made: Made, tmp_path: Path) -> None:
    assert run("--folder", tmp_path)[0] == 2
    assert "--folder" in run(made.store, "--folder", tmp_path / "none")[1]
    (tmp_path / "store.json").write_text("{}")
    code, told = run(made.store, tmp_path)
    assert code == 2
    assert "một kho" in told


def test_a_store_that_cannot_be_opened(tmp_path: Path) -> None:
    made = make_store(tmp_path, ordinary=2)
    with store_to_write(made.store, made.root, 0):
        code, told = run(made.store)
        assert code == 2
        assert "đang được một lần chạy khác" in told
    header = made.store / "store.json"
    whole = json.loads(header.read_text())
    header.write_text(json.dumps(whole | {"schema": "minutes-nlp/bulk/0"}))
    assert "phiên bản khác" in run(made.store)[1]
    header.write_text("{")
    assert run(made.store)[0] == 2
    header.write_text(json.dumps(whole))
    part = made.store / "findings" / "0000.parquet"
    part.write_bytes(part.read_bytes()[:50])
    code, told = run(made.store)
    assert code == 2
    assert str(part) in told.replace("\n", "")


def test_a_moved_folder_is_found_where_it_is_now(tmp_path: Path) -> None:
    made = make_store(tmp_path, ordinary=2)
    moved = tmp_path / "cho-moi"
    made.root.rename(moved)
    assert not Book(made.store).searched.is_there
    book = Book(made.store, moved)
    assert book.searched.place("chi-bo-1/hop-000.txt") == moved / "chi-bo-1/hop-000.txt"
    assert book.searched.is_reviewed(stores.REVIEWED)


def test_the_list_follows_the_store(tmp_path: Path) -> None:
    made = make_store(tmp_path, ordinary=2)
    book = Book(made.store)
    before, condition = book.listing()
    assert condition is Condition.GOOD
    with store_to_write(made.store, made.root, 0) as store:
        store.remove("9999")
        assert book.listing() == (before, Condition.BEING_WRITTEN)
    after, condition = book.listing()
    assert len(after) < len(before)
    assert condition is Condition.GOOD
    (made.store / "pending" / "0000").touch()
    assert book.listing()[1] is Condition.HALF_WRITTEN
    for table in TABLES:
        (made.store / table / "0000.parquet").write_bytes(b"x")
    (made.store / "pending" / "0000").unlink()
    with pytest.raises(StoreError):
        book.listing()
