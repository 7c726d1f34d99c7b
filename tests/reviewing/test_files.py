"""A stored review: whole or not at all, never written over unseen, never costing a decision."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_nlp.errors import MinutesNlpError
from minutes_nlp.reviewing import (
    AnotherDocumentError,
    DamagedReviewError,
    OtherSchemaError,
    ReviewChangedError,
    ReviewError,
    UnwritableReviewError,
    load,
    new_review,
    read_stored,
    render_review,
    review_path,
    save,
)
from tests.reviewing.reviews import EDITED, SOURCE, on_finding

WHOLE = render_review(new_review(SOURCE).decided(on_finding("KL001")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return review_path(tmp_path / "biên bản tháng 7.docx")


def test_the_review_lies_beside_the_file(path: Path) -> None:
    assert path.name == "biên bản tháng 7.docx.review.json"


def test_what_is_saved_is_loaded_and_nothing_else_is_left(path: Path) -> None:
    empty = load(path, SOURCE)
    assert empty.version is None
    review = empty.review.decided(on_finding("KL001"))
    version = save(review, path, None)
    assert load(path, SOURCE) == type(empty)(review, version)
    again = save(review.undone(), path, version)
    assert load(path, SOURCE).review == new_review(SOURCE)
    assert again != version
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_second_window_is_refused_and_the_first_ones_decision_stays(path: Path) -> None:
    version = save(new_review(SOURCE), path, None)
    first = new_review(SOURCE).decided(on_finding("KL001"))
    save(first, path, version)
    with pytest.raises(ReviewChangedError) as refusal:
        save(new_review(SOURCE).decided(on_finding("TP002")), path, version)
    assert "tải lại" in refusal.value.message("vi")
    assert load(path, SOURCE).review == first


def test_a_file_that_came_meanwhile_or_went_is_noticed(path: Path) -> None:
    version = save(new_review(SOURCE), path, None)
    with pytest.raises(ReviewChangedError):
        save(new_review(SOURCE), path, None)
    path.unlink()
    with pytest.raises(ReviewChangedError):
        save(new_review(SOURCE), path, version)


@pytest.mark.parametrize(
    ("content", "kind", "advice"),
    [
        (b"", DamagedReviewError, "đổi tên"),
        (b"\xff\x00", DamagedReviewError, "đổi tên"),
        (WHOLE[: len(WHOLE) // 2], DamagedReviewError, "đổi tên"),
        (b"[" * 100_000, DamagedReviewError, "đổi tên"),
        (b'{"schema": 1}', DamagedReviewError, "đổi tên"),
        (WHOLE.replace(b'"accept"', b'"perhaps"'), DamagedReviewError, "đổi tên"),
        (WHOLE.replace(b"review/1", b"review/2"), OtherSchemaError, "mới hơn"),
        (b'{"schema": "minutes-nlp/report/1"}', OtherSchemaError, "đổi tên"),
    ],
)
def test_what_cannot_be_understood_is_said_and_left_alone(
    path: Path, content: bytes, kind: type[MinutesNlpError], advice: str
) -> None:
    path.write_bytes(content)
    for attempt in (lambda: load(path, SOURCE), lambda: save(new_review(SOURCE), path, None)):
        with pytest.raises(kind) as refusal:
            attempt()
        assert advice in refusal.value.message("vi")
        assert path.name in refusal.value.message("en")
    assert path.read_bytes() == content


def test_a_review_of_another_text_is_said_and_left_alone_until_carried_over(path: Path) -> None:
    old = new_review(SOURCE).decided(on_finding("KL001"))
    version = save(old, path, None)
    with pytest.raises(AnotherDocumentError) as refusal:
        load(path, EDITED)
    assert "chuyển các quyết định cũ" in refusal.value.message("vi")
    with pytest.raises(AnotherDocumentError):
        save(new_review(EDITED), path, version)
    assert load(path, SOURCE).review == old
    stored = read_stored(path)
    assert stored is not None
    save(stored.review.carried_to(EDITED), path, stored.version)
    assert load(path, EDITED).review.events == old.events


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder no one can write in")
def test_a_folder_that_cannot_be_written_is_said() -> None:
    with pytest.raises(UnwritableReviewError) as refusal:
        save(new_review(SOURCE), review_path(Path("/proc/self/bien-ban.docx")), None)
    assert "quyền ghi" in refusal.value.message("vi")


def test_no_folder_a_folder_in_its_place_and_too_long_a_name_are_said(tmp_path: Path) -> None:
    place = review_path(tmp_path / "a.docx")
    place.mkdir()
    for path in (place, tmp_path / "none" / "a.docx.review.json", tmp_path / ("ấ" * 90)):
        with pytest.raises(ReviewError):
            save(new_review(SOURCE), path, None)
    assert [one.name for one in tmp_path.iterdir()] == [place.name]


def test_a_full_disk_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = save(new_review(SOURCE), path, None)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableReviewError, match="No space"):
        save(new_review(SOURCE).decided(on_finding("KL001")), path, version)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


WRITER = """
import sys
from pathlib import Path
from minutes_nlp.reviewing import *
path, source, mine = Path(sys.argv[1]), ReviewSource(name="a", sha256="0" * 64), sys.argv[2]
for number in range(25):
    while True:
        stored = load(path, source)
        event = CheckDecision(at=now(), code="YK004", verdict="accept", reason=f"{mine}{number}")
        try:
            save(stored.review.decided(event), path, stored.version)
        except ReviewChangedError:
            continue
        break
"""


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), mine]) for mine in ("a", "b")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    reasons = [event["reason"] for event in json.loads(path.read_bytes())["events"]]
    assert sorted(reasons) == sorted(f"{mine}{n}" for mine in ("a", "b") for n in range(25))
    for mine in ("a", "b"):  # each one's own order is kept
        own = [reason for reason in reasons if reason.startswith(mine)]
        assert own == [f"{mine}{n}" for n in range(25)]
