"""Encoded pages: what comes out is what went in, small, and only that passes for a picture."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from minutes_nlp.errors import MissingProgramError
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.pictures.drawing import draw_page_picture
from minutes_nlp.readers.pictures.encoding import encoded, png
from minutes_nlp.readers.pictures.image_files import JPEG, PNG, image_size
from minutes_nlp.readers.pictures.picture import PagePicture, PageView

from .scanned import page

CHROMIUM = Path(__file__).parent / "fixtures" / "chromium.pdf"
SIDES = st.integers(1, 40)


def noise(height: int, width: int, seed: int, *colours: int) -> NDArray[np.uint8]:
    values = np.random.default_rng(seed).integers(0, 256, (height, width, *colours))
    return values.astype(np.uint8)


def opened(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("L"))


@given(SIDES, SIDES, st.integers(0, 99), st.sampled_from([1, 2, 4]))
def test_a_png_holds_the_nearest_greys(height: int, width: int, seed: int, depth: int) -> None:
    pixels = noise(height, width, seed)
    data = png(pixels, depth)
    assert image_size(PNG, data) == (width, height)
    step = 255 / (2**depth - 1)
    shown = opened(data).astype(float)
    assert np.abs(shown - pixels).max() <= step / 2 + 1
    assert len(np.unique(shown)) <= 2**depth


@given(SIDES, SIDES, st.integers(0, 99), st.booleans())
def test_a_picture_has_its_size(height: int, width: int, seed: int, coloured: bool) -> None:
    picture = encoded(noise(height, width, seed, *([3] if coloured else [])))
    assert (picture.width, picture.height) == (width, height)
    assert opened(picture.data).shape == (height, width)


GOOD = {PNG: png(noise(30, 20, 1), 4), JPEG: encoded(noise(30, 20, 1, 3)).data}


def test_there_is_one_of_each() -> None:
    assert {kind: image_size(kind, data) for kind, data in GOOD.items()} == {
        PNG: (20, 30),
        JPEG: (20, 30),
    }


@settings(max_examples=200)
@given(st.sampled_from([PNG, JPEG]), st.data())
def test_what_is_not_whole_is_no_picture(kind: str, draw: st.DataObject) -> None:
    data = GOOD[kind]
    cut = draw.draw(st.integers(0, len(data) - 1))
    more = draw.draw(st.binary(min_size=1, max_size=30))
    for wrong in (data[:cut], data + more, more + data, data + data):
        with pytest.raises(ValueError, match=r"JPEG|PNG|picture|frame"):
            image_size(kind, wrong)


@given(st.sampled_from([PNG, JPEG]), st.binary(max_size=60))
def test_other_bytes_are_no_picture(kind: str, data: bytes) -> None:
    start = GOOD[kind][:8]
    for wrong in (data, start + data):
        with pytest.raises(ValueError, match=r"JPEG|PNG|picture|frame"):
            image_size(kind, wrong)


@pytest.mark.parametrize("kind", [PNG, JPEG])
def test_metadata_and_other_kinds_are_refused(kind: str) -> None:
    image = Image.fromarray(noise(30, 20, 1, 3))
    exif = Image.Exif()
    exif[0x010E] = "a comment"
    stream = io.BytesIO()
    image.save(stream, kind.partition("/")[2], exif=exif)
    progressive = io.BytesIO()
    image.save(progressive, "JPEG", progressive=True)
    for data in (stream.getvalue(), progressive.getvalue(), b"GIF89a", b""):
        with pytest.raises(ValueError, match=r"JPEG|PNG|picture|frame"):
            PagePicture(kind, data, 20, 30)  # type: ignore[arg-type]


def test_a_picture_that_is_too_large_is_refused() -> None:
    data = png(np.zeros((9001, 1), np.uint8), 1)
    assert image_size(PNG, data) == (1, 9001)
    with pytest.raises(ValueError, match="size"):
        PagePicture(PNG, data, 1, 9001)
    heavy = png(noise(1900, 2400, 1), 4) + bytes(4_000_000)
    with pytest.raises(ValueError, match="bytes"):
        PagePicture(PNG, heavy, 2400, 1900)


def test_print_becomes_png_and_grain_jpeg() -> None:
    clean = page()
    assert encoded(clean).media_type == PNG
    assert encoded(np.stack([clean] * 3, axis=2)).media_type == PNG
    grain = np.minimum(clean, 230) - noise(*clean.shape, 1) // 16
    assert encoded(grain).media_type == JPEG


@given(st.floats(1, 5000), st.floats(1, 5000), st.sampled_from([0, 90, 180, 270]), st.booleans())
def test_a_page_keeps_its_shape(width: float, height: float, turned: int, enlarged: bool) -> None:
    across, down = PageView(1, turned).size(width, height, enlarged=enlarged)
    assert across <= 1400
    assert down <= 3 * 1400
    if turned in (90, 270):
        width, height = height, width
    if not enlarged:
        assert across <= round(width) or across == 1
    scale = min(1400 / width, 3 * 1400 / height, *([] if enlarged else [1.0]))
    assert abs(across - width * scale) <= 1
    assert abs(down - height * scale) <= 1


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIL", "cv2", "tesserocr"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("without_extra")
def test_a_typed_pdf_needs_no_extra() -> None:
    picture = draw_page_picture(CHROMIUM, PageView(1, skew=1.0), Limits())
    assert picture.media_type == PNG
    assert (picture.width, picture.height) == (1400, 1981)
    assert len(picture.data) < 200_000


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_a_noisy_page_fits_too() -> None:
    picture = encoded(noise(1980, 1400, 1, 3))
    assert picture.media_type == PNG
    assert len(picture.data) <= 400_000


@pytest.mark.usefixtures("without_extra")
def test_a_picture_file_needs_the_extra(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(noise(100, 100, 1), 4))
    with pytest.raises(MissingProgramError, match="phần thêm ocr"):
        draw_page_picture(path, PageView(1), Limits())
