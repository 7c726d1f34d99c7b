"""Pictures of every kind become grey pages; hostile ones are refused soon and in words."""

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from minutes_nlp.errors import UnreadableInputError
from minutes_nlp.readers.base import read_document
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.scan.page_image import page_images
from minutes_nlp.readers.scan.picture_files import in_page_order
from minutes_nlp.readers.sniffing import picture_type

GREY = np.tile(np.linspace(0, 255, 60).astype(np.uint8), (40, 1))


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pages(data: bytes, limits: Limits | None = None) -> list[np.ndarray]:
    return [image.pixels for image in page_images(data, limits or Limits())]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_every_kind_is_told_by_content_and_read(kind: str) -> None:
    data = saved(Image.fromarray(GREY).convert("RGB"), kind)
    assert picture_type(data) == f"image/{kind.lower()}"
    (read,) = pages(data)
    assert np.abs(read.astype(int) - GREY).max() < 30


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_becomes_grey(mode: str) -> None:
    grey = Image.fromarray(GREY)
    if mode == "I;16":
        image = Image.fromarray(GREY.astype(np.uint16) * 257)
    elif mode in ("I", "F"):
        image = Image.fromarray(GREY.astype(np.int32 if mode == "I" else np.float32))
    else:
        image = grey.convert("RGB").convert(mode) if mode in ("P", "CMYK") else grey.convert(mode)
    (read,) = pages(saved(image, "TIFF"))
    assert read.shape == GREY.shape
    assert read.dtype == np.uint8
    assert read[:, :5].mean() < 60
    assert read[:, -5:].mean() > 195


def test_what_is_transparent_is_paper() -> None:
    clear = np.zeros((40, 60, 4), dtype=np.uint8)
    clear[10:20, 10:20, 3] = 255
    (read,) = pages(saved(Image.fromarray(clear), "PNG"))
    assert (read[0, 0], read[15, 15]) == (255, 0)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_are_turned_as_the_camera_says(kind: str, orientation: int) -> None:
    shown = np.full((40, 60), 255, dtype=np.uint8)
    shown[:20, :30] = 0  # dark at the upper left when it is shown right
    stored = {
        1: shown,
        2: shown[:, ::-1],
        3: shown[::-1, ::-1],
        4: shown[::-1],
        5: shown.T,
        6: shown.T[::-1],
        7: shown.T[::-1, ::-1],
        8: shown.T[:, ::-1],
    }[orientation]
    image = Image.fromarray(np.ascontiguousarray(stored))
    exif = Image.Exif()
    exif[0x0112] = orientation
    (read,) = pages(saved(image, kind, exif=exif))
    assert read.shape == shown.shape
    assert np.abs(read.astype(int) - shown).mean() < 10


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


def many_frames(count: int) -> bytes:
    frame = Image.fromarray(GREY)
    return saved(frame, "TIFF", save_all=True, append_images=[frame] * (count - 1))


def moving() -> bytes:
    frames = [Image.fromarray(np.roll(GREY, n, axis=1)).convert("RGB") for n in range(3)]
    return saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=50)


WHOLE = saved(
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 200), np.uint8)), "PNG"
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (png_that_claims(40_000, 40_000), "quá lớn"),
        (png_that_claims(10_000, 9_000), "quá lớn"),
        (png_that_claims(2, 2_000), "quá nhỏ"),
        (png_that_claims(400, 400), "hỏng"),
        (WHOLE[: len(WHOLE) // 2], "hỏng"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "hỏng"),
        (b"II*\0\x08\0\0\0", "hỏng"),
        (b"MM\0*\0\0\0\x08" + b"\xff" * 40, "hỏng"),
        (many_frames(4), "trang ảnh"),
        (moving(), "động"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"GIF89a\x01\0\x01\0", "JPEG"),
    ],
)  # fmt: skip
def test_hostile_pictures_are_refused(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "ảnh.jpg"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match=says):
        read_document(path, Limits(images=3))


@given(st.lists(st.integers(0, 10**6), unique=True, min_size=1))
def test_pages_are_in_the_order_of_their_numbers(numbers: list[int]) -> None:
    files = [Path(f"Trang {number}.png") for number in numbers]
    assert in_page_order(files) == [Path(f"Trang {number}.png") for number in sorted(numbers)]


def test_a_number_stands_before_a_word_and_case_does_not_count() -> None:
    names = ["b.png", "A2.png", "a10.png", "1.png", "a.png"]
    ordered = [file.name for file in in_page_order([Path(name) for name in names])]
    assert ordered == ["1.png", "a.png", "A2.png", "a10.png", "b.png"]
