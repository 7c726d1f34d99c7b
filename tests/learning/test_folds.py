"""Folds of voices: whole, disjoint, alike in size, repeatable."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.corpus.records import CorpusParagraph, CorpusRecord
from minutes_nlp.errors import UsageError
from minutes_nlp.learning.folds import assign_folds

CORPORA = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4), st.integers(1, 400), min_size=3, max_size=20
)


def records(sizes: dict[str, int], *, is_minutes: bool = True) -> list[CorpusRecord]:
    return [
        CorpusRecord(
            id=voice,
            kind="regular" if is_minutes else "other",
            is_minutes=is_minutes,
            paragraphs=(CorpusParagraph(text="x"),) * size,
            voice=voice,
        )
        for voice, size in sizes.items()
    ]


@given(CORPORA, st.integers(2, 3), st.integers(0, 5))
def test_every_voice_is_in_one_fold_and_no_fold_is_empty(
    sizes: dict[str, int], folds: int, seed: int
) -> None:
    assigned = assign_folds(records(sizes), folds, seed)
    assert assigned.keys() == sizes.keys()
    assert set(assigned.values()) == set(range(folds))
    assert assigned == assign_folds(records(sizes), folds, seed)


@given(CORPORA, st.integers(2, 3), st.integers(0, 5))
def test_no_fold_outweighs_another_by_more_than_one_voice(
    sizes: dict[str, int], folds: int, seed: int
) -> None:
    loads: Counter[int] = Counter()
    for voice, fold in assign_folds(records(sizes), folds, seed).items():
        loads[fold] += sizes[voice]
    assert max(loads.values()) - min(loads.values()) <= max(sizes.values())


def test_the_seed_matters_among_voices_of_one_size() -> None:
    same = dict.fromkeys("abcdefghij", 50)
    assert len({tuple(assign_folds(records(same), 5, seed).items()) for seed in range(4)}) > 1


def test_papers_are_spread_and_weigh_nothing() -> None:
    papers = records({"p": 900, "q": 900}, is_minutes=False)
    minutes = records({"a": 50, "b": 60})
    alone = assign_folds(minutes, 2, 0)
    assigned = assign_folds([*papers, *minutes], 2, 0)
    assert {voice: assigned[voice] for voice in alone} == alone
    assert {assigned["p"], assigned["q"]} == {0, 1}


@pytest.mark.parametrize("folds", [1, 3])
def test_too_few_or_too_many_folds_are_a_wrong_call(folds: int) -> None:
    with pytest.raises(UsageError, match="từ 2 đến 2"):
        assign_folds(records({"a": 50, "b": 60}), folds, 0)
