"""Preparation puts pages upright, straight and clean, and leaves good pages alone."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from minutes_nlp.learning.scans.photographing import photographed, shaded
from minutes_nlp.readers.line_boxes import Box
from minutes_nlp.readers.scan.glyphs import binary, marks_of
from minutes_nlp.readers.scan.ink import ink_covered
from minutes_nlp.readers.scan.page_preparation import find_skew, prepare, rotated
from minutes_nlp.readers.scan.page_warp import find_warp
from minutes_nlp.readers.scan.print_lines import find_lines
from minutes_nlp.readers.scan.tesseract import GreyImage
from tests.readers.scanned import page

PAGE = page()


def dark_share(image: GreyImage) -> float:
    return float((image < 128).mean())


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_put_right(turned: int) -> None:
    stored = np.ascontiguousarray(np.rot90(PAGE, -turned // 90))
    prepared = prepare(stored)
    assert (prepared.turned + turned) % 360 == 0
    assert prepared.image.shape == PAGE.shape
    assert np.abs(prepared.image.astype(int) - PAGE).mean() < 2


@settings(max_examples=5, deadline=None)
@given(st.floats(-4, 4))
def test_skew_is_found_and_undone(degrees: float) -> None:
    askew = rotated(PAGE, -degrees)
    assert find_skew(askew) == pytest.approx(degrees, abs=0.2)
    assert abs(find_skew(prepare(askew).image)) <= 0.2


def test_a_clean_straight_page_is_left_as_it_is() -> None:
    prepared = prepare(PAGE)
    assert (prepared.turned, prepared.warp) == (0, None)
    assert abs(prepared.skew) < 0.15
    assert np.abs(prepared.image.astype(int) - PAGE).mean() < 0.5


def test_specks_go_and_every_dot_and_tone_mark_stays() -> None:
    random = np.random.default_rng(3)
    dirty = PAGE.copy()
    rows, columns = random.integers(0, PAGE.shape[0] - 2, 300), random.integers(0, 1200, 300)
    for row, column in zip(rows, columns, strict=True):
        dirty[row : row + 2, column : column + 2] = 40
    before = len(marks_of(binary(PAGE)).area)
    after = len(marks_of(binary(prepare(dirty).image)).area)
    assert len(marks_of(binary(dirty)).area) > before + 200
    assert before * 0.97 <= after <= before + 60


def test_a_line_of_dots_is_print() -> None:
    dotted = page(["Họ và tên người ghi biên bản: " + "." * 60, "." * 90])
    kept = marks_of(binary(prepare(dotted).image))
    assert (kept.height <= 4).sum() >= 0.97 * (marks_of(binary(dotted)).height <= 4).sum()


def test_shadow_and_book_edge_go() -> None:
    shadowed = np.asarray(shaded(Image.fromarray(PAGE), 0.6, Random(2)))
    cleaned = prepare(shadowed).image
    assert dark_share(shadowed) > 1.5 * dark_share(PAGE)
    assert dark_share(cleaned) == pytest.approx(dark_share(PAGE), rel=0.25)


def test_the_table_under_a_photo_goes_and_curled_lines_lie_straight() -> None:
    photo = np.asarray(photographed(Image.fromarray(PAGE), 0.06, Random(4)))
    prepared = prepare(photo)
    assert prepared.warp is not None
    height, width = prepared.image.shape
    assert find_warp(find_lines(marks_of(binary(prepared.image))), (height, width)) is None
    rim = prepared.image[: height // 50]
    assert rim.min() > 200


@settings(max_examples=15, deadline=None)
@given(st.integers(31, 400), st.integers(31, 400), st.integers(0, 2**32 - 1), st.booleans())
def test_any_picture_is_prepared(height: int, width: int, seed: int, flat: bool) -> None:
    random = np.random.default_rng(seed)
    image = (
        np.full((height, width), seed % 256) if flat else random.integers(0, 256, (height, width))
    )
    prepared = prepare(image.astype(np.uint8))
    assert prepared.image.dtype == np.uint8
    assert sorted(prepared.image.shape) == sorted((height, width))


def test_ink_covered_falls_with_every_line_that_was_dropped() -> None:
    marks = marks_of(binary(PAGE))
    half = PAGE.shape[0] // 8
    boxes = [
        Box("x", float(a), float(b), float(a + c), float(b + d))
        for a, b, c, d in zip(marks.left, marks.top, marks.width, marks.height, strict=True)
    ]
    upper = [box for box in boxes if box.bottom < half]
    assert ink_covered(PAGE, boxes) > 0.99
    assert 0.05 < ink_covered(PAGE, upper) < 0.95
    assert ink_covered(PAGE, []) == 0
