"""Nothing lost, nothing twice, nothing done again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as checking
from hypothesis import strategies as st

from minutes_nlp.bulk import read_store
from minutes_nlp.bulk.places import Place
from minutes_nlp.bulk.run import Summary, run_bulk
from minutes_nlp.bulk.schema import Row
from minutes_nlp.bulk.serial import Serial
from minutes_nlp.errors import UsageError
from minutes_nlp.settings import Settings
from tests.bulk.conftest import ORDER, all_bytes, many, write_files

Run = Callable[..., Summary]


def outcomes(store: Path) -> dict[str, str]:
    files = read_store(store)["files"]
    assert files["path"].is_unique
    return dict(zip(files["path"], files["outcome"], strict=True))


def test_every_input_has_one_record(root: Path, store: Path, run: Run) -> None:
    write_files(
        root,
        {
            "a/1.txt": "bản thiếu",
            "a/2.txt": "bản đủ",
            "b/1.txt": "bản thiếu",
            "b/hong.txt": "damaged",
            "b/mat.txt": "secret",
            ".an.txt": "tệp ẩn",
            "~$1.docx": "tệp khóa",
        },
    )
    summary = run()
    assert outcomes(store) == {
        "a/1.txt": "analysed",
        "a/2.txt": "analysed",
        "b/1.txt": "duplicate",
        "b/hong.txt": "failed",
        "b/mat.txt": "refused",
    }
    assert summary.found == 5 == sum(summary.outcomes.values())
    assert summary.examined == 4
    assert summary.skipped == {"hidden": 2}
    assert summary.failures == [("b/hong.txt", "Tệp bị hỏng.")]
    files = read_store(store)["files"].set_index("path")
    assert files.loc["b/1.txt", "duplicate_of"] == "a/1.txt"


def test_nothing_of_a_secret_document_is_kept_but_its_hash(
    root: Path, store: Path, run: Run
) -> None:
    write_files(root, {"mat.txt": "secret"})
    run()
    row = read_store(store)["files"].iloc[0].dropna()
    assert set(row.index) == {"path", "sha256", "size", "outcome", "why", "error", "key"}
    for table in ("findings", "levels", "quotes", "texts", "tasks"):
        assert read_store(store, [table])[table].empty


def test_a_second_run_does_nothing(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(100))
    run()
    before = {path: path.stat().st_mtime_ns for path in store.rglob("*.parquet")}
    assert run().examined == 0
    assert {path: path.stat().st_mtime_ns for path in store.rglob("*.parquet")} == before


def test_only_what_is_new_or_changed_is_examined(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(100))
    run()
    write_files(root, {"moi.txt": "bản mới", "chi-bo-1/thang-1.txt": "bản đã sửa"})
    (root / "chi-bo-2" / "thang-2.txt").unlink()
    (root / "chi-bo-3" / "thang-3.txt").rename(root / "doi-ten.txt")
    summary = run()
    assert (summary.examined, summary.found) == (2, 100)
    assert "chi-bo-2/thang-2.txt" not in outcomes(store)


def test_other_settings_examine_everything_again(root: Path, run: Run) -> None:
    write_files(root, many(10))
    run()
    assert run(Settings(ignore=("KL",))).examined == 10


def test_failed_files_are_tried_again_when_asked_or_when_a_program_was_missing(
    root: Path, run: Run
) -> None:
    write_files(root, {"1.txt": "damaged", "2.txt": "program", "3.txt": "bản"})
    run()
    assert run().examined == 1
    assert run(retry_failed=True).examined == 2


class ByFolder:
    def __init__(self, digest: str) -> None:
        self.digest = digest

    def place(self, path: str, row: Row) -> Place:
        return Place(path.partition("/")[0] + self.digest, "path", "2026-07", "roll")


def test_another_roll_places_anew_without_examining(root: Path, store: Path, run: Run) -> None:
    write_files(root, many(10))
    run(placing=ByFolder("-cũ"))
    assert run(placing=ByFolder("-mới")).examined == 0
    files = read_store(store)["files"]
    assert files["unit"].str.endswith("-mới").all()
    assert set(files["unit_source"]) == {"path"}
    assert set(files["month"]) == {"2026-07"}


def test_the_store_may_lie_in_the_folder(root: Path, run: Run) -> None:
    write_files(root, many(5))
    inside = root / "kho"
    assert run(store=inside).found == 5
    assert run(store=inside).found == 5


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_file_without_rights_fails_and_is_tried_again(root: Path, store: Path, run: Run) -> None:
    write_files(root, {"1.txt": "bản", "khoa/2.txt": "bản hai"})
    (root / "khoa").chmod(0)
    assert run().outcomes == {"analysed": 1, "failed": 1}
    assert outcomes(store)["khoa/"] == "failed"
    (root / "khoa").chmod(0o700)
    assert run().outcomes == {"analysed": 2}


def test_no_folder_is_an_error(tmp_path: Path, run: Run) -> None:
    with pytest.raises(UsageError, match="Không có thư mục"):
        run()


@checking(max_examples=15, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["1", "2", "a/1", "a/2", "b/1"]),
            st.sampled_from(["bản", "bản thiếu", "damaged", "secret", "bản khác"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_store_depends_on_the_inputs_not_on_their_history(
    tmp_path_factory: pytest.TempPathFactory, histories: list[dict[str, str]]
) -> None:
    place = tmp_path_factory.mktemp("history")
    for texts in histories:
        root = place / "in"
        root.mkdir(exist_ok=True)
        for old in [path for path in root.rglob("*") if path.is_file()]:
            old.unlink()
        write_files(root, texts)
        run_bulk(root, place / "grown", lambda: Serial(ORDER))
    run_bulk(place / "in", place / "fresh", lambda: Serial(ORDER))
    assert all_bytes(place / "grown") == all_bytes(place / "fresh")
    assert set(outcomes(place / "grown")) == set(histories[-1])
