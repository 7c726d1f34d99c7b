"""Plots keep inside their picture, whatever the figures are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from minutes_nlp.renderers.plots import (
    WIDTH,
    Row,
    Scale,
    bar_plot,
    curve_plot,
    dot_plot,
    heat_map,
    reliability_plot,
)

SHARE = st.floats(0, 1)
ROW = st.builds(
    lambda label, three: Row(label, sorted(three)[1], min(three), max(three), three[0]),
    st.text("ab<&", min_size=1, max_size=12),
    st.lists(SHARE, min_size=3, max_size=3),
)


def positions(svg: str) -> tuple[list[float], float, float]:
    root = etree.fromstring(svg)
    height = float(root.get("viewBox").split()[3])
    names = {"x": "x", "cx": "x", "x1": "x", "x2": "x", "y": "y", "cy": "y", "y1": "y", "y2": "y"}
    found: dict[str, list[float]] = {"x": [], "y": []}
    for element in root.iter():
        for name, axis in names.items():
            if element.get(name) is not None:
                found[axis].append(float(element.get(name)))
    return found["x"], height, max(found["y"])


@given(st.lists(ROW, min_size=1, max_size=60))
def test_bars_and_dots_stay_inside(rows: list[Row]) -> None:
    for draw in (bar_plot, dot_plot):
        xs, height, lowest = positions(draw(rows, "a < b"))
        assert min(xs) >= 0
        assert max(xs) <= WIDTH
        assert lowest <= height


@given(st.lists(st.tuples(SHARE, SHARE, st.integers(1, 9999)), min_size=1, max_size=10))
def test_reliability_stays_inside(bins: list[tuple[float, float, int]]) -> None:
    xs, height, lowest = positions(reliability_plot(bins, "t"))
    assert min(xs) >= 0
    assert max(xs) <= WIDTH
    assert lowest <= height


@given(st.lists(st.tuples(SHARE, SHARE, SHARE, st.just("0.1")), min_size=1, max_size=12))
def test_curves_stay_inside(points: list[tuple[float, float, float, str]]) -> None:
    xs, height, lowest = positions(curve_plot(points, "t"))
    assert min(xs) >= 0
    assert max(xs) <= WIDTH
    assert lowest <= height


def test_bars_begin_at_nothing_and_grow_with_the_figure() -> None:
    svg = bar_plot([Row("a", 0.5, 0.4, 0.6), Row("b", 1.0, 0.9, 1.0), Row("c", 0, 0, 0)], "t")
    widths = [float(width) for width in re.findall(r'class="bar"[^>]* width="([\d.]+)"', svg)]
    assert widths[0] * 2 == widths[1]
    assert widths[2] == 0


def test_heat_map_writes_per_cent_of_the_row() -> None:
    svg = heat_map(["một", "hai"], [[0.9, 0.1], [0.004, 0.996]], "t")
    numbers = re.findall(r'class="cell-ink[^>]*>(\d+)<', svg)
    assert numbers == ["90", "10", "100"]
    assert len(re.findall(r'class="cell right"', svg)) == 2


@given(st.floats(0, 0.9))
def test_ticks_lie_on_the_scale(low: float) -> None:
    ticks = Scale(low, 1.0, 0, 100).ticks()
    assert 1 <= len(ticks) <= 7
    assert all(low - 0.01 <= tick <= 1 for tick in ticks)
