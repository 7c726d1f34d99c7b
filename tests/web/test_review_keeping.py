"""Where the screen keeps decisions: beside the file, or in memory with a plain word why."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_nlp.reviewing import (
    NothingToUndoError,
    Review,
    ReviewChangedError,
    ReviewError,
    load,
    new_review,
    read_stored,
    review_path,
    save,
)
from minutes_nlp.web.reviewing.keeping import Keeping
from tests.reviewing.reviews import EDITED, SOURCE, on_check, on_finding


def agree(review: Review) -> Review:
    return review.decided(on_finding("KL001"))


def disagree(review: Review) -> Review:
    return review.decided(on_check("YK004"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return review_path(tmp_path / "bien-ban-thang-7.docx")


def test_a_decision_is_in_the_file_at_once(path: Path) -> None:
    kept = Keeping(SOURCE, path).change(agree)
    assert kept.saved
    assert load(path, SOURCE).review == kept.review == agree(new_review(SOURCE))


def test_two_programs_add_to_each_others_decisions(path: Path) -> None:
    one, other = Keeping(SOURCE, path), Keeping(SOURCE, path)
    one.change(agree)
    other.change(disagree)
    assert one.now().review == other.now().review == disagree(agree(new_review(SOURCE)))


def test_undo_takes_back_nothing_that_was_not_seen(path: Path) -> None:
    mine, other = Keeping(SOURCE, path), Keeping(SOURCE, path)
    seen = mine.change(agree).version
    newer = other.change(disagree).version
    with pytest.raises(ReviewChangedError):
        mine.change(Review.undone, seen)
    assert len(load(path, SOURCE).review.events) == 2
    assert mine.change(Review.undone, newer).review == agree(new_review(SOURCE))


def test_nothing_to_undo_is_said_and_nothing_is_written(path: Path) -> None:
    with pytest.raises(NothingToUndoError):
        Keeping(SOURCE, path).change(Review.undone)
    assert not path.exists()


def test_a_damaged_file_is_left_alone_and_decisions_stay_in_memory_until_it_is_gone(
    path: Path,
) -> None:
    path.write_bytes(b"{")
    keeping = Keeping(SOURCE, path)
    kept = keeping.change(agree)
    assert not kept.saved
    assert kept.problem is not None
    assert "bị hỏng" in kept.problem.vi
    assert path.read_bytes() == b"{"
    path.unlink()
    kept = keeping.change(disagree)
    assert (kept.saved, kept.problem) == (True, None)
    assert load(path, SOURCE).review == disagree(agree(new_review(SOURCE)))


def test_a_file_put_right_before_any_decision_counts_on_reload(path: Path) -> None:
    path.write_bytes(b"{")
    keeping = Keeping(SOURCE, path)
    assert keeping.now().problem is not None
    path.unlink()
    save(agree(new_review(SOURCE)), path, None)
    kept = keeping.now()
    assert (kept.saved, kept.problem, len(kept.review.events)) == (True, None, 1)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder no one can write in")
def test_a_folder_that_cannot_be_written_costs_no_decision() -> None:
    keeping = Keeping(SOURCE, review_path(Path("/proc/self/bien-ban.docx")))
    keeping.change(agree)
    kept = keeping.change(disagree)
    assert kept.review == disagree(agree(new_review(SOURCE)))
    assert kept.problem is not None
    assert "Không lưu được" in kept.problem.vi


def test_decisions_on_an_earlier_text_are_offered_and_carried_over_when_asked(path: Path) -> None:
    old = agree(new_review(SOURCE))
    save(old, path, None)
    keeping = Keeping(EDITED, path)
    kept = keeping.change(disagree)
    assert (kept.saved, kept.other) == (False, old)
    assert load(path, SOURCE).review == old  # what was there is still there
    kept = keeping.carry_over()
    assert kept.saved
    assert kept.review == disagree(old.carried_to(EDITED))
    assert load(path, EDITED).review == kept.review


def test_an_uploaded_document_goes_on_from_a_review_that_was_saved() -> None:
    saved = agree(new_review(SOURCE))
    keeping = Keeping(SOURCE, None)
    kept = keeping.take(saved)
    assert (kept.review, kept.saved, kept.problem) == (saved, False, None)
    with pytest.raises(ReviewError):
        keeping.take(saved)


def test_a_review_of_another_text_is_only_offered_to_an_uploaded_document() -> None:
    saved = agree(new_review(SOURCE))
    kept = Keeping(EDITED, None).take(saved)
    assert (kept.review.events, kept.other) == ((), saved)
    assert kept.problem is not None


def test_the_file_of_an_uploaded_document_is_never_written(tmp_path: Path) -> None:
    Keeping(SOURCE, None).change(agree)
    assert not list(tmp_path.iterdir())
    assert read_stored(tmp_path / "x.review.json") is None
