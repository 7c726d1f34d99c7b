"""Decisions follow from events; what is stored comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from minutes_nlp.reviewing import (
    Event,
    FindingDecision,
    NothingToUndoError,
    Review,
    ReviewSource,
    new_review,
    parse_review,
    render_review,
    render_review_schema,
)
from tests.reviewing.reviews import EDITED, SOURCE, WHEN, events, on_finding

ROOT = Path(__file__).resolve().parents[2]
steps = st.lists(events | st.just("undo"), max_size=12)


def walk(steps: list[Event | str]) -> tuple[Review, list[Event]]:
    """Follow the steps with a review, and beside it with a plain list."""
    review, expected = new_review(SOURCE), list[Event]()
    for step in steps:
        if not isinstance(step, str):
            review = review.decided(step)
            expected.append(step)
        elif expected:
            review = review.undone()
            expected.pop()
        else:
            with pytest.raises(NothingToUndoError):
                review.undone()
    return review, expected


@given(steps)
def test_any_walk_of_deciding_and_undoing_leaves_what_was_not_undone(
    steps: list[Event | str],
) -> None:
    review, expected = walk(steps)
    assert list(review.events) == expected
    last = {event.subject: event for event in expected}
    assert {key: event for key, (event, _) in review.holding().items()} == last


@given(steps)
def test_what_is_written_is_read_back_the_same(steps: list[Event | str]) -> None:
    review, _ = walk(steps)
    data = render_review(review)
    assert parse_review(data, "x") == review
    assert render_review(parse_review(data, "x")) == data


@given(steps)
def test_every_review_keeps_to_the_json_schema(steps: list[Event | str]) -> None:
    review, _ = walk(steps)
    schema = json.loads(render_review_schema())
    jsonschema.Draft202012Validator(schema).validate(json.loads(render_review(review)))


def test_the_schema_in_the_documentation_is_the_current_one() -> None:
    stored = (ROOT / "docs" / "review.schema.json").read_text(encoding="utf-8")
    assert stored == render_review_schema()


def test_deciding_again_replaces_and_undo_brings_the_former_back() -> None:
    first, second = on_finding("KL001", "accept"), on_finding("KL001", "reject", "có ở trang 2")
    review = new_review(SOURCE).decided(first).decided(second)
    assert [event for event, _ in review.holding().values()] == [second]
    assert [event for event, _ in review.undone().holding().values()] == [first]


def test_to_correct_takes_words() -> None:
    with pytest.raises(ValidationError):
        on_finding("KL001", "correct", "  \n ")
    assert on_finding("KL001", "correct", " có mặt\n 19 ").reason == "có mặt 19"


def test_a_time_without_zone_is_no_time() -> None:
    with pytest.raises(ValidationError):
        on_finding("KL001").model_validate(
            on_finding("KL001").model_dump() | {"at": WHEN.replace(tzinfo=None)}
        )


def test_decisions_are_carried_to_the_edited_file_and_not_undone_there() -> None:
    old = new_review(SOURCE).decided(on_finding("KL001"))
    review = old.carried_to(EDITED).decided(on_finding("TP002"))
    assert (review.source, review.earlier) == (EDITED, (SOURCE,))
    assert [old for _, old in review.holding().values()] == [True, False]
    with pytest.raises(NothingToUndoError):
        review.undone().undone()
    assert old.carried_to(SOURCE) is old


@pytest.mark.parametrize(
    "change",
    [
        {"reviewer": "x"},
        {"source": {"name": "a", "sha256": "short"}},
        {"carried": 2},
        {"events": [{"kind": "finding"}]},
        {"events": [on_finding("KL001").model_dump(mode="json") | {"verdict": "maybe"}]},
    ],
)
def test_a_review_of_another_shape_is_refused(change: dict[str, Any]) -> None:
    whole = json.loads(render_review(new_review(SOURCE)))
    with pytest.raises(ValidationError):
        Review.model_validate(whole | change)


def test_nothing_says_who_decided() -> None:
    assert set(FindingDecision.model_fields) == {
        "kind",
        "at",
        "fingerprint",
        "code",
        "verdict",
        "reason",
    }


def test_a_file_name_that_is_no_text_can_be_stored() -> None:
    review = new_review(ReviewSource(name="a\udcff.docx", sha256="0" * 64))
    assert parse_review(render_review(review), "x") == review
