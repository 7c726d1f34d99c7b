"""Count rows give the same metrics as the libraries, on any readings."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.learning.bootstrap import difference, intervals, resample
from minutes_nlp.learning.counts import LEVELS, SECTIONS, WIDTH, count_rows, part
from minutes_nlp.learning.finding_metrics import Outcome, outcomes, summarise_findings
from minutes_nlp.learning.held_out import Reading, check, check_given
from minutes_nlp.learning.metrics import METRICS, section_macro_f1, weighted_kappa
from minutes_nlp.nlp.decoding import Array
from minutes_nlp.nlp.pipeline import read_labelled
from tests.learning.small_corpus import small_records


@cache
def readings() -> list[Reading]:
    """Read some documents with every seventh section wrong."""
    return [_read(record, 7) for record in small_records()]


def _read(record, every: int) -> Reading:  # type: ignore[no-untyped-def]
    labels = list(gold_sections(record))
    labels[::every] = [SECTIONS[(SECTIONS.index(label) + 1) % 10] for label in labels[::every]]
    return check(record, read_labelled([p.text for p in record.paragraphs], labels))


def total(metric: str) -> float:
    return float(METRICS[metric](count_rows(readings()).sum(axis=0, keepdims=True))[0])


def test_section_figures_are_those_of_scikit_learn() -> None:
    true = [label for reading in readings() for label in gold_sections(reading.record)]
    read = [p.section for reading in readings() for p in reading.minutes.paragraphs]
    expected = f1_score(true, read, labels=sorted(set(true)), average="macro", zero_division=0)
    assert total("section_macro_f1") == pytest.approx(expected)
    right = sum(t == r for t, r in zip(true, read, strict=True)) / len(true)
    assert total("section_accuracy") == pytest.approx(right)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=40))
def test_weighted_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    row: Array = np.zeros((1, WIDTH))
    for true, read in pairs:
        part(row, "combative")[0, true, read] += 1
    true, read = zip(*pairs, strict=True)
    # Where all is one level, kappa is 0/0.
    if len({*true, *read}) == 1:
        assert math.isnan(weighted_kappa(row, "combative")[0])
    else:
        expected = cohen_kappa_score(true, read, labels=range(len(LEVELS)), weights="linear")
        assert weighted_kappa(row, "combative")[0] == pytest.approx(expected)


def test_findings_over_rows_are_those_of_the_summary() -> None:
    figures = summarise_findings(readings())
    for key in ("precision", "recall", "f1"):
        assert total(f"findings_{key}") == pytest.approx(figures[key], abs=1e-4)
    found, wrong = figures["found"], figures["false"] + figures["missed"]
    micro = 2 * found / (2 * found + wrong + figures["undecided_true"])
    assert figures["f1"] == pytest.approx(micro, abs=1e-4)
    undecided = figures["undecided_true"] + figures["undecided_false"]
    assert total("undecided_share") == pytest.approx(
        undecided / sum(figures[outcome.value] for outcome in Outcome)
    )


def test_each_outcome_of_a_check() -> None:
    found = outcomes(
        annotated=["KL001", "KL002", "KL003", "ND001"],
        fired=["KL001", "YK001"],
        undecided=["KL002", "YK002"],
        ran=["KL001", "KL002", "KL003", "YK001", "YK002", "YK003"],
    )
    assert found == {
        "KL001": Outcome.FOUND,
        "KL002": Outcome.UNDECIDED_TRUE,
        "KL003": Outcome.MISSED,
        "ND001": Outcome.MISSED,  # did not run
        "YK001": Outcome.FALSE,
        "YK002": Outcome.UNDECIDED_FALSE,
        "YK003": Outcome.CLEARED,
    }


def test_given_sections_are_read_without_error() -> None:
    rows = count_rows([check_given(record) for record in small_records()])
    assert section_macro_f1(rows.sum(axis=0, keepdims=True))[0] == 1


@settings(max_examples=20)
@given(st.lists(st.sampled_from("abcd"), min_size=9, max_size=9))
def test_bounds_hold_the_figure_of_clusters_drawn_whole(clusters: list[str]) -> None:
    weights = resample(clusters, samples=50)
    number = len(set(clusters))
    for name in set(clusters):
        own = weights[:, [i for i, cluster in enumerate(clusters) if cluster == name]]
        assert (own == own[:, :1]).all()
    drawn = weights[:, [clusters.index(name) for name in set(clusters)]].sum(axis=1)
    assert (drawn == number).all()


def test_intervals_are_repeatable_and_hold_their_figure() -> None:
    rows = count_rows(readings())
    names = [reading.record.id for reading in readings()]
    first = intervals(rows, names)
    assert first == intervals(rows, names)
    assert set(first) == set(METRICS)
    value, low, high = first["section_accuracy"]
    assert value is not None
    assert low is not None
    assert high is not None
    assert 0 < low < value < high < 1


def test_nothing_to_count_gives_no_figure() -> None:
    rows: Array = np.zeros((3, WIDTH))
    assert set(intervals(rows, ["a", "b", "c"]).values()) == {(None, None, None)}


def test_a_difference_is_paired() -> None:
    better = count_rows([check_given(record) for record in small_records()])
    worse = count_rows(readings())
    weights = resample([record.id for record in small_records()])
    metric = METRICS["section_accuracy"]
    assert difference(metric, worse, worse, weights) == (0, 0, 0)
    change, low, high = difference(metric, better, worse, weights)
    assert change == pytest.approx(1 - total("section_accuracy"), abs=1e-4)
    assert low is not None
    assert high is not None
    assert 0 < low < change < high
    assert difference(metric, worse, better, weights) == (-change, -high, -low)
