"""Folders of page pictures: one input, or every picture by itself."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.discovery import Search, with_hash
from minutes_nlp.bulk.page_folders import Pages, judge_pictures
from minutes_nlp.bulk.run import Summary
from tests.bulk.conftest import all_bytes, write_files

PNG = b"\x89PNG\r\n\x1a\n"
Run = Callable[..., Summary]


def write_pictures(folder: Path, names: Iterable[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(PNG + f"{folder.name}/{name}".encode())


def outcomes(store: Path) -> dict[str, str]:
    return dict(read_store(store)["files"].set_index("path")["outcome"])


@pytest.mark.parametrize(
    ("names", "pages"),
    [
        (["trang 1.jpg", "trang 2.jpg"], Pages.ONE_DOCUMENT),
        (["Trang-01.JPG", "trang_02.jpeg", "TRANG 03.tif"], Pages.ONE_DOCUMENT),
        (["bb thang 7 - tr1.png", "bb thang 7 - tr2.png"], Pages.ONE_DOCUMENT),
        (["page (1).png", "page (2).png"], Pages.ONE_DOCUMENT),
        (["pg0.png", "pg1.png"], Pages.ONE_DOCUMENT),
        (["trang 1.jpg", "trang 3.jpg"], Pages.IN_DOUBT),
        (["trang 2.jpg", "trang 3.jpg"], Pages.IN_DOUBT),
        (["1.jpg", "2.jpg"], Pages.IN_DOUBT),
        (["IMG_0231.jpg", "IMG_0232.jpg"], Pages.IN_DOUBT),
        (["scan0001.tif", "scan0002.tif"], Pages.IN_DOUBT),
        (["biên bản 1.jpg", "biên bản 2.jpg"], Pages.IN_DOUBT),
        ([f"scan{number:04}.tif" for number in range(1, 200)], Pages.APART),
        ([f"trang {number}.jpg" for number in range(1, 60)], Pages.ONE_DOCUMENT),
        (["tổ 1.jpg", "tổ 2.jpg"], Pages.IN_DOUBT),
        (["thang 1.jpg", "thang 2.jpg"], Pages.APART),
        (["chi bo 1.jpg", "chi bo 2.jpg"], Pages.APART),
        (["A trang 1.jpg", "B trang 2.jpg"], Pages.APART),
        (["trang 1.jpg", "trang 1.png"], Pages.APART),
        (["trang 1.jpg", "trang 2.docx"], Pages.APART),
        (["trang 1.jpg"], Pages.APART),
        (["an.jpg", "binh.jpg"], Pages.APART),
        ([], Pages.APART),
    ],
)
def test_names_decide(names: list[str], pages: Pages) -> None:
    assert judge_pictures(names) is pages


@given(st.lists(st.sampled_from(["trang", "thang", "scan", "x", ""]), max_size=4), st.data())
def test_only_pages_that_count_up_are_one(stems: list[str], data: st.DataObject) -> None:
    numbers = [data.draw(st.integers(0, 4)) for _ in stems]
    names = [f"{stem} {number}.jpg" for stem, number in zip(stems, numbers, strict=True)]
    if judge_pictures(names) is Pages.ONE_DOCUMENT:
        assert set(stems) == {"trang"}
        assert sorted(numbers) in ([*range(len(names))], [*range(1, len(names) + 1)])


def test_a_folder_of_pages_is_one_input_hashed_in_page_order(root: Path) -> None:
    names = [f"trang {number}.png" for number in range(1, 12)]
    write_pictures(root / "chi-bo-1" / "thang-7", names)
    write_files(root, {"chi-bo-1/thang-7/Thumbs.db": "x"})
    search = Search(root)
    (found,) = (with_hash(one, root) for one in search)
    assert found.path == "chi-bo-1/thang-7/"
    assert list(found.pages) == names  # 2 before 10
    data = b"".join((root / "chi-bo-1" / "thang-7" / name).read_bytes() for name in names)
    assert (found.sha256, found.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert search.skipped == {"hidden": 1}


@pytest.mark.parametrize("more", ["ghi-chu.txt", "sub/1.txt"])
def test_a_folder_with_anything_else_is_no_document(root: Path, more: str) -> None:
    write_pictures(root / "a", ["trang 1.png", "trang 2.png"])
    write_files(root / "a", {more: "bản"})
    paths = [found.path for found in Search(root)]
    assert sorted(paths) == sorted(["a/trang 1.png", "a/trang 2.png", f"a/{more}"])


def test_a_picture_that_is_none_keeps_the_others_apart(root: Path) -> None:
    write_pictures(root / "a", ["trang 1.png"])
    write_files(root / "a", {"trang 2.png": "chữ"})
    assert [found.path for found in Search(root)] == ["a/trang 1.png", "a/trang 2.png"]


def test_the_folder_searched_is_never_one_document(root: Path) -> None:
    write_pictures(root, ["trang 1.png", "trang 2.png"])
    found = list(Search(root))
    assert [(one.path, one.in_doubt) for one in found] == [
        ("trang 1.png", True),
        ("trang 2.png", True),
    ]


def test_sums_hold_and_runs_are_stable(root: Path, store: Path, run: Run) -> None:
    write_pictures(root / "a", ["trang 1.png", "trang 2.png"])
    write_pictures(root / "b", ["scan1.png", "scan2.png"])
    write_pictures(root / "c", ["thang 1.png", "thang 2.png"])
    first = run()
    assert (first.found, first.examined) == (5, 5)
    assert first.outcomes == Counter(analysed=3, needs_person=2)
    assert outcomes(store) == {
        "a/": "analysed",
        "b/scan1.png": "needs_person",
        "b/scan2.png": "needs_person",
        "c/thang 1.png": "analysed",
        "c/thang 2.png": "analysed",
    }
    before = all_bytes(store)
    assert run().examined == 0
    assert all_bytes(store) == before


def test_renaming_pages_settles_a_doubt(root: Path, store: Path, run: Run) -> None:
    write_pictures(root / "b", ["scan1.png", "scan2.png"])
    run()
    for number in (1, 2):
        (root / "b" / f"scan{number}.png").rename(root / "b" / f"trang {number}.png")
    again = run()
    assert (again.examined, outcomes(store)) == (1, {"b/": "analysed"})


def test_the_doubt_is_of_the_place_and_not_of_the_content(
    root: Path, store: Path, run: Run
) -> None:
    write_pictures(root / "b", ["scan1.png", "scan2.png"])
    run()
    (root / "b" / "scan2.png").rename(root / "khac.png")
    assert run().examined == 0
    assert outcomes(store) == {"b/scan1.png": "analysed", "khac.png": "analysed"}


def test_a_changed_page_makes_the_document_new(root: Path, store: Path, run: Run) -> None:
    write_pictures(root / "a", ["trang 1.png", "trang 2.png"])
    run()
    (root / "a" / "trang 2.png").write_bytes(PNG + b"khac")
    again = run()
    assert (again.examined, outcomes(store)) == (1, {"a/": "analysed"})
