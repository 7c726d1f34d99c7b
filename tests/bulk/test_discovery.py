from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutes_nlp.bulk.discovery import Search, with_hash
from minutes_nlp.bulk.shards import choose_bits, cut
from tests.bulk.conftest import many, write_files


def paths(root: Path) -> list[str]:
    return [found.path for found in Search(root)]


def test_links_that_go_round_are_followed_once(root: Path) -> None:
    write_files(root, {"a/1.txt": "bản"})
    (root / "a" / "b").symlink_to(root)
    search = Search(root)
    assert [found.path for found in search] == ["a/1.txt"]
    assert search.skipped == {"links": 1}


def test_a_linked_file_is_an_input_and_a_broken_link_one_that_fails(root: Path) -> None:
    write_files(root, {"1.txt": "bản"})
    (root / "2.txt").symlink_to("1.txt")
    (root / "3.txt").symlink_to("không-có")
    one, two, three = (with_hash(found, root) for found in Search(root))
    assert one.sha256 == two.sha256 is not None
    assert (three.path, three.sha256, three.error) == ("3.txt", None, "UnreadableInputError")


def test_a_folder_that_cannot_be_opened_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(root, {"a/1.txt": "bản", "b/2.txt": "bản"})
    listdir = os.listdir

    def refuse(folder: Path) -> list[str]:
        if Path(folder).name == "a":
            raise PermissionError(13, "Permission denied")
        return listdir(folder)

    monkeypatch.setattr(os, "listdir", refuse)
    shut, readable = Search(root)
    assert (shut.path, shut.error) == ("a/", "UnreadableInputError")
    assert readable.path == "b/2.txt"


def test_what_is_no_file_is_left_out(root: Path) -> None:
    write_files(root, {"1.txt": "bản", "Thumbs.db": "x"})
    os.mkfifo(root / "ống")
    search = Search(root)
    assert [found.path for found in search] == ["1.txt"]
    assert search.skipped == {"hidden": 1, "special": 1}


def test_names_that_are_no_utf8_stay_apart(root: Path) -> None:
    root.mkdir()
    for name in (b"a\xff.txt", b"a\xfe.txt", rb"a\xfe.txt"):
        Path(os.fsdecode(os.fsencode(root) + b"/" + name)).write_text("bản")
    found = [with_hash(one, root) for one in Search(root)]
    assert len({one.path for one in found}) == 3
    for one in found:
        one.path.encode()
        assert one.sha256 is not None


def test_equal_bytes_are_in_one_shard_and_no_input_is_lost(root: Path) -> None:
    write_files(root, many(60) | {"trùng.txt": "bản 1"})
    inputs = [with_hash(found, root) for found in Search(root)]
    shards = cut(inputs, bits=3)
    assert len(shards) > 1
    held = [found for shard in shards for found in shard.inputs]
    assert sorted(held, key=str) == sorted(inputs, key=str)
    homes = {found.sha256: shard.name for shard in shards for found in shard.inputs}
    assert all(homes[found.sha256] == shard.name for shard in shards for found in shard.inputs)


@pytest.mark.parametrize(
    ("inputs", "bits"), [(0, 0), (1, 0), (48, 0), (49, 1), (20_000, 9), (3_000_000, 12)]
)
def test_shards_stay_few_and_small(inputs: int, bits: int) -> None:
    assert choose_bits(inputs) == bits
