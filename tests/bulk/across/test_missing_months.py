"""LT001: what is missing, and what may only seem so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.bulk.across.documents import Held
from minutes_nlp.bulk.across.missing_months import missing_months
from minutes_nlp.bulk.across.months import months_apart, months_between
from minutes_nlp.bulk.roll import Roll, read_roll
from tests.bulk.across.building import held


def of_months(unit: str, *months: int) -> list[Held]:
    return [held(f"{unit}/{month}", unit, f"2026-{month:02}") for month in months]


def said(documents: list[Held], roll: Roll | None = None) -> list[tuple[str, str, bool]]:
    return [(one.unit, one.month, one.doubt is None) for one in missing_months(documents, roll)]


def roll_of(tmp_path: Path, *rows: str) -> Roll:
    place = tmp_path / "roll.csv"
    place.write_text("\n".join(("unit,from,to", *rows)), encoding="utf-8")
    return read_roll(place)


def test_a_gap_is_found() -> None:
    assert said(of_months("A", 1, 2, 4, 5)) == [("A", "2026-03", True)]


def test_months_that_only_other_cells_have_are_undecided() -> None:
    documents = [*of_months("A", 1, 2, 3, 4), *of_months("B", 2, 3)]
    assert said(documents) == [("B", "2026-01", False), ("B", "2026-04", False)]


def test_a_thematic_meeting_does_not_stand_for_the_regular_one() -> None:
    thematic = held("A/3", "A", "2026-03", kind="thematic")
    assert said([*of_months("A", 2, 4), thematic]) == [("A", "2026-03", True)]


def test_minutes_of_an_unsure_kind_leave_their_month_undecided() -> None:
    unsure = held("A/3", "A", "2026-03", kind="thematic", sure=False)
    assert said([*of_months("A", 2, 4), unsure]) == [("A", "2026-03", False)]


@pytest.mark.parametrize(("unit", "month"), [("A", None), (None, "2026-03"), (None, None)])
def test_minutes_without_cell_or_month_may_be_the_missing_ones(unit, month) -> None:
    assert said([*of_months("A", 2, 4), held("?", unit, month)]) == [("A", "2026-03", False)]


def test_a_misread_year_does_not_accuse() -> None:
    documents = [*of_months("A", 1, 2), held("odd", "A", "2062-03")]
    told = missing_months(documents)
    assert len(told) == 12 * 36 + 3 - 2 - 1
    assert all(one.doubt is not None for one in told)


def test_the_roll_says_from_when_to_when(tmp_path: Path) -> None:
    roll = roll_of(tmp_path, "A,2026-02,2026-04", "chi bộ b,2026-03,2026-03")
    documents = [*of_months("A", 3), *of_months("D", 1, 2, 3, 4, 5)]
    assert said(documents, roll) == [
        ("A", "2026-02", True),
        ("A", "2026-04", True),
        ("chi bộ b", "2026-03", True),
    ]


def test_a_cell_of_the_roll_that_the_documents_spell_otherwise_is_one_cell(tmp_path: Path) -> None:
    roll = roll_of(tmp_path, "Chi bộ tổ dân phố 1,2026-01,2026-03")
    assert said(of_months("CHI BỘ TDP 1", 1, 3), roll) == [("CHI BỘ TDP 1", "2026-02", True)]


@given(st.sets(st.integers(1, 12), min_size=1))
def test_what_is_there_and_what_is_missing_make_up_the_whole(months: set[int]) -> None:
    missing = {int(month[-2:]) for _, month, _ in said(of_months("A", *months))}
    assert missing | months == set(range(min(months), max(months) + 1))
    assert not missing & months


@given(st.integers(0, 40), st.integers(1, 12))
def test_months_in_a_row(count: int, start: int) -> None:
    first = f"2025-{start:02}"
    *_, last = list(months_between(first, "2030-12"))[: count + 1]
    assert months_apart(first, last) == count
