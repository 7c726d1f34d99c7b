"""How far a recognised page can be relied on, and which pages are blank."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_nlp.model.document import Page
from minutes_nlp.model.page_quality import page_quality
from minutes_nlp.readers.scan.page_judgement import judged

SHARES = st.floats(0, 1)
VIETNAMESE = [
    "Chi",
    "bộ",
    "nhất",
    "trí",
    "giao",
    "đồng",
    "chí",
    "Lan",
    "nạo",
    "vét",
    "kênh",
    "nội",
    "đồng",
]
ENGLISH = [
    "The",
    "meeting",
    "agreed",
    "that",
    "Mrs",
    "Walker",
    "should",
    "clear",
    "the",
    "northern",
    "channel",
]
MADE_UP = ["Chl", "bgộ", "nhqất", "trkí", "gizao", "đồtng", "Lwan"]


def quality(confidence: float, ink: float, words: list[str], lost: float = 0.0) -> float | None:
    """The quality of a page on which a share ``lost`` of words has a confidence of 0.5."""
    page = Page(1, 100, 100, recognised=True, confidence=confidence, ink_covered=ink)
    return judged(
        page, [(word, 0.5 if n < lost * len(words) else 0.96) for n, word in enumerate(words)]
    ).quality


def test_a_clear_page_is_good_and_each_measure_alone_can_spoil_it() -> None:
    assert quality(0.95, 0.995, VIETNAMESE) > 0.8
    assert quality(0.95, 0.85, VIETNAMESE) < 0.5  # lines were dropped, however sure the rest
    assert quality(0.80, 0.995, VIETNAMESE, lost=0.4) < 0.5
    assert quality(0.86, 0.995, VIETNAMESE) > quality(0.86, 0.995, MADE_UP)


def test_at_the_same_mean_a_page_with_doubtful_words_is_poorer() -> None:
    assert quality(0.90, 1.0, VIETNAMESE) > 0.5 > quality(0.90, 1.0, VIETNAMESE, lost=0.2)


def test_another_language_read_surely_is_no_poor_page() -> None:
    assert quality(0.90, 1.0, ENGLISH) > 0.5
    assert quality(0.87, 1.0, ENGLISH) < quality(0.87, 1.0, VIETNAMESE)


def test_a_blank_page_has_no_quality_and_ink_without_words_has_none_left() -> None:
    assert quality(0.0, 1.0, []) is None
    assert quality(0.0, 0.3, []) == 0.0


@given(SHARES, SHARES, SHARES, SHARES, SHARES)
def test_less_confidence_more_doubt_or_less_ink_is_never_better(
    confidence: float, sure: float, ink: float, syllables: float, less: float
) -> None:
    def of(mean: float, sure: float, covered: float) -> float:
        return page_quality(
            confidence=mean,
            doubtful=1 - sure,
            ink_covered=covered,
            syllable_share=syllables,
            words=50,
        )

    whole = of(confidence, sure, ink)
    assert 0 <= whole <= 1
    assert of(confidence * less, sure, ink) <= whole
    assert of(confidence, sure * less, ink) <= whole
    assert of(confidence, sure, ink * less) <= whole


def test_on_a_page_of_few_words_doubt_weighs_more_and_certainty_does_not() -> None:
    assert quality(0.90, 1.0, VIETNAMESE * 8, lost=0.1) > 0.5
    assert quality(0.90, 1.0, VIETNAMESE[:6], lost=0.1) < 0.5
    assert quality(0.96, 1.0, VIETNAMESE[:2]) == 1.0


@given(SHARES, SHARES, st.floats(0, 0.87), SHARES)
def test_where_the_recogniser_was_unsure_fewer_syllables_are_never_better(
    ink: float, syllables: float, confidence: float, less: float
) -> None:
    def of(share: float) -> float:
        return page_quality(
            confidence=confidence, doubtful=0.1, ink_covered=ink, syllable_share=share, words=50
        )

    assert of(syllables * less) <= of(syllables)


cv2 = pytest.importorskip("cv2", reason="needs the extra ocr")


def sheet(lines: int, *, ink: int = 30, paper: int = 245, seed: int = 0) -> np.ndarray:
    """Return a grainy page at 100 dpi with rows of strokes like letters."""
    random = Random(seed)
    page = np.full((1170, 827), paper, np.uint8)
    for line in range(lines):
        for x in range(100, 700, 9):
            height = random.choice((9, 9, 13))
            top = 100 + 25 * line
            page[top - height : top, x : x + 3] = ink
    grain = np.frombuffer(random.randbytes(page.size), np.uint8).reshape(page.shape) // 16
    return np.where(page > grain, page - grain, 0).astype(np.uint8)


def test_a_white_or_grey_sheet_is_blank_and_one_with_a_line_is_not() -> None:
    from minutes_nlp.readers.scan.blank_page import is_blank

    assert is_blank(sheet(0))
    assert is_blank(sheet(0, paper=120))
    assert not is_blank(sheet(2))
    assert not is_blank(sheet(2, paper=120))


def test_print_of_the_back_that_shines_through_is_blank() -> None:
    from minutes_nlp.readers.scan.blank_page import is_blank

    assert is_blank(sheet(30, ink=225))


def test_dropped_lines_are_seen_and_a_picture_is_not_taken_for_them() -> None:
    from minutes_nlp.readers.line_boxes import Box
    from minutes_nlp.readers.scan.ink import ink_covered

    page = sheet(20)
    boxes = [Box("chữ", 90, 85 + 25 * n, 710, 103 + 25 * n, 1) for n in range(20)]
    assert ink_covered(page, boxes) == 1.0
    assert 0.4 < ink_covered(page, boxes[:10]) < 0.6
    for row in range(700, 1000, 60):
        for column in range(150, 650, 60):
            page[row : row + 40, column : column + 40] = 40
    assert ink_covered(page, boxes) > 0.99
    for row, column in ((620, 500), (640, 200), (820, 115), (830, 640), (1010, 300)):
        page[row : row + 12, column : column + 12] = 40
    assert ink_covered(page, boxes) > 0.99


def test_grain_in_a_shadow_is_no_dropped_print_but_print_in_grain_is() -> None:
    from minutes_nlp.readers.line_boxes import Box
    from minutes_nlp.readers.scan.ink import ink_covered

    page = cv2.resize(sheet(20), None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    boxes = [Box("chữ", 180, 170 + 50 * n, 1420, 206 + 50 * n, 1) for n in range(20)]
    bits = Random(1)
    dots = np.frombuffer(bits.randbytes(1170 * 90), np.uint8).reshape(1170, 90) < 40
    page[:, :180] = np.where(np.kron(dots, np.ones((2, 2), np.uint8)), 60, 250)
    assert ink_covered(page, boxes) > 0.99
    assert ink_covered(page, boxes[:10]) < 0.6
    for n in range(20):
        for x in range(30, 160, 18):
            page[170 + 50 * n : 200 + 50 * n, x : x + 8] = 30
    assert ink_covered(page, boxes) < 0.95


def test_bent_lines_that_were_dropped_are_seen() -> None:
    from minutes_nlp.readers.line_boxes import Box
    from minutes_nlp.readers.scan.ink import ink_covered

    straight = cv2.resize(sheet(20), None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    columns = np.arange(straight.shape[1])
    bent = np.full_like(straight, 250)
    for x in columns:
        bent[x // 4 :, x] = straight[: len(straight) - x // 4, x]
    boxes = [
        Box("chữ", x - 2, 172 + x // 4 + 50 * n, x + 8, 206 + x // 4 + 50 * n, 1)
        for n in range(20)
        for x in range(200, 1400, 18)
    ]
    assert ink_covered(bent, boxes) > 0.99
    assert 0.4 < ink_covered(bent, boxes[: len(boxes) // 2]) < 0.6


def test_a_few_words_of_which_none_was_read_are_no_blank_page() -> None:
    from minutes_nlp.readers.scan.ink import ink_covered

    page = np.full((2340, 1654), 250, np.uint8)
    assert ink_covered(page, []) == 1.0
    for letter in range(12):
        page[400:430, 300 + 24 * letter : 312 + 24 * letter] = 30
    assert ink_covered(page, []) == 0.0
