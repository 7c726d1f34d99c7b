"""The pages: whole, escaped, without network, small enough, linked."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from minutes_nlp.bulk.reports import dashboard
from minutes_nlp.bulk.reports.dashboard import MOST_BYTES, pages
from minutes_nlp.bulk.reports.review import Review, review_store
from minutes_nlp.bulk.reports.side_by_side import side_by_side
from minutes_nlp.bulk.schema import Row
from tests.bulk.across.building import build_store, invented, lines, text_rows
from tests.bulk.reports.conftest import MARKUP, TASK


@pytest.fixture(scope="module")
def made(review: Review, store: Path) -> dict[str, str]:
    return dict(pages(review, store))


def test_an_index_and_a_page_for_each_cell(made: dict[str, str]) -> None:
    assert [*made] == ["index.html", "unit-0001.html", "unit-0002.html", "unit-0003.html"]
    links = {link for page in made.values() for link in html.fromstring(page).xpath("//a/@href")}
    assert {link.partition("#")[0] for link in links} == {*made}


def test_nothing_comes_from_elsewhere_and_nothing_runs(made: dict[str, str]) -> None:
    for page in made.values():
        tree = html.fromstring(page)
        assert not tree.xpath("//script | //img | //link | //iframe | //object")
        assert not tree.xpath("//@src | //@onclick")
        assert "default-src 'none'" in tree.xpath("//meta/@content")[1]
        assert all(":" not in link for link in tree.xpath("//a/@href"))
        assert "url(" not in page
        assert "@import" not in page


def test_charts_are_pictures_in_the_page(made: dict[str, str]) -> None:
    for page in made.values():
        titles = html.fromstring(page).xpath("//*[local-name()='svg']/*[local-name()='title']")
        assert len(titles) == 6
        assert all(title.text for title in titles)


def test_what_cells_are_called_is_text(made: dict[str, str]) -> None:
    heads = [html.fromstring(page).findtext(".//h1") for page in made.values()]
    assert MARKUP in heads
    assert "<script" not in "".join(made.values())
    assert "bị hỏng <b>" not in made["index.html"]


def test_triage_and_pairs_stand_in_the_index(made: dict[str, str]) -> None:
    text = html.fromstring(made["index.html"]).text_content()
    for told in ("hong.docx", "mat.txt", "mo.pdf", "Bản quét quá kém.", "a/6.txt", "100 %"):
        assert told in text
    assert "x.txt = a/6.txt" in text


def test_a_cell_shows_its_copies_side_by_side_and_its_open_tasks(made: dict[str, str]) -> None:
    page = next(page for page in made.values() if html.fromstring(page).findtext(".//h1") == MARKUP)
    tree = html.fromstring(page)
    marked = [mark.text_content() for mark in tree.iter("mark")]
    assert invented(1)[0] in marked
    assert len(marked) == 16
    assert TASK in tree.text_content()
    assert "Lan" not in tree.text_content().replace(TASK, "")  # who has it is not listed


def test_side_by_side_marks_what_is_alike() -> None:
    first, second = invented("a", paragraphs=3), invented("b", paragraphs=3)
    changed = first[1].replace(first[1].split()[4], "KHÁC")
    (row,) = side_by_side(lines(first), lines([second[0], changed]), 5)
    assert (row.left, row.right) == (2, 2)
    assert "".join(piece.text for piece in row.right_pieces) == changed
    assert "".join(piece.text for piece in row.left_pieces) == first[1]
    assert "KHÁC" in {piece.text.strip() for piece in row.right_pieces if not piece.same}


def test_pages_stay_small_whatever_the_cell_has(tmp_path: Path) -> None:
    long = [" ".join(invented(n, 1, 290)) for n in range(6)]
    files: list[Row] = []
    texts: list[Row] = []
    findings: list[Row] = []
    for number in range(90):
        path = f"{'thư-mục-dài-' * 40}/{number}.txt"
        month = f"{2019 + number // 12}-{number % 12 + 1:02}"
        files.append({"path": path, "unit": "Chi bộ A", "month": month})
        texts += text_rows(path, long if number < 30 else invented(("own", number), 2))
        findings += [
            {
                "path": path,
                "code": "KL001",
                "severity": "error",
                "undecided": False,
                "message": "lời " * 500,
            }
            for _ in range(20)
        ]
    store = build_store(tmp_path / "store", files, texts=texts, findings=findings)
    made = dict(pages(review_store(store), store))
    sizes = [len(page.encode()) for page in made.values()]
    assert max(sizes) < MOST_BYTES
    assert "Còn nữa" in made["unit-0001.html"]


def test_many_cells_are_listed_on_pages_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dashboard, "UNITS_A_PAGE", 5)
    files = [
        {"path": f"{number}", "unit": f"Chi bộ thôn {number:03}", "month": "2026-07"}
        for number in range(6)
    ]
    store = build_store(tmp_path / "store", files)
    made = dict(pages(review_store(store), store))
    assert len(made) == 8
    assert "units-002.html" in html.fromstring(made["index.html"]).xpath("//a/@href")
    assert "unit-0006.html" in html.fromstring(made["units-002.html"]).xpath("//a/@href")


def test_an_empty_store_has_an_index(tmp_path: Path) -> None:
    store = build_store(tmp_path / "store", [])
    assert [*dict(pages(review_store(store, language="en"), store))] == ["index.html"]
