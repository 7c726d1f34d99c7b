"""Pages of noise are given up before recognition; print, even dirty, is not."""

from collections.abc import Callable

import numpy as np
import pytest

from minutes_nlp.readers.sandbox.progress import listening
from minutes_nlp.readers.scan import recognition
from minutes_nlp.readers.scan.opencv import opencv
from minutes_nlp.readers.scan.page_judgement import judged
from minutes_nlp.readers.scan.page_preparation import GreyImage, prepare
from tests.readers.scanned import page

NOISE = np.random.default_rng(1)


def dust() -> GreyImage:
    image = np.full((2400, 1700), 255, dtype=np.uint8)
    image[NOISE.random(image.shape) < 0.1] = 0
    return image


def grains() -> GreyImage:
    coarse = NOISE.integers(0, 256, (875, 640), dtype=np.uint8)
    return opencv().resize(coarse, None, fx=4.8, fy=4.8, interpolation=opencv().INTER_CUBIC)  # type: ignore[no-any-return]


@pytest.mark.parametrize("make", [dust, grains])
def test_noise_is_not_recognised(
    make: Callable[[], GreyImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwanted() -> object:
        raise AssertionError("recognition was asked for")

    monkeypatch.setattr(recognition, "engine", unwanted)
    with listening(lambda _: None):
        read = recognition.recognise_page(make(), 3)
    assert read.lines == ()
    assert read.page.number == 3
    assert read.page.recognised
    assert judged(read.page, []).quality == 0.0


def test_print_with_dirt_is_recognised() -> None:
    image = page(dpi=200)
    assert not prepare(image).hopeless
    dirty = image.copy()
    dirty[NOISE.random(image.shape) < 0.002] = 0
    assert not prepare(dirty).hopeless
