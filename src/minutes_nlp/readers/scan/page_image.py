"""Pictures to pages in grey, without trusting them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from minutes_nlp.readers import refusals
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.scan.tesseract import GreyImage, missing_extra

_FORMATS: Final = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
_FEWEST_PIXELS: Final = 30
"""A side of a page; smaller pictures are icons."""
_TRUSTED_DPI: Final = range(70, 1201)
_DEFAULT_CAMERA_DPI: Final = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as stored, in grey and turned as its file says; ``dpi`` where the file tells it."""

    pixels: GreyImage
    dpi: int | None


def page_images(data: bytes, limits: Limits) -> Iterator[PageImage]:
    """Yield the pages of a picture one by one: a TIFF may hold many, other pictures hold one.

    Raises:
        UnreadableInputError: it is damaged, too large, of too many pages, or animated.
        MissingProgramError: Pillow is not installed.
    """
    with opened(data, limits) as picture:
        for frame in range(frame_count(picture, limits)):
            if frame:
                picture.seek(frame)
            yield _page(picture, limits)


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Any]:
    """Open a picture with Pillow; what goes wrong with it in a ``with`` block is told as such.

    Raises:
        UnreadableInputError: it is damaged, or has more pixels than Pillow allows.
        MissingProgramError: Pillow is not installed.
    """
    pillow = _pillow()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pillow.open(io.BytesIO(data), formats=_FORMATS) as picture:
                yield picture
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, KeyError, IndexError,
            TypeError) as error:  # fmt: skip
        raise refusals.damaged_picture() from error
    except pillow.DecompressionBombError as error:
        raise refusals.too_many_pixels(limits.pixels) from error


def frame_count(picture: Any, limits: Limits) -> int:
    """Return the number of pages in an open picture.

    Raises:
        UnreadableInputError: it is animated, or has more pages than allowed.
    """
    frames: int = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if picture.format != "TIFF" and getattr(picture, "is_animated", False):
        raise refusals.animated_picture()
    if frames > limits.images:
        raise refusals.too_many_images(limits.images)
    return frames


def check_size(picture: Any, limits: Limits) -> None:
    """Check the size of an open picture before it is decoded.

    Raises:
        UnreadableInputError: it has more pixels than allowed, or too few for a page.
    """
    width, height = picture.size
    if width * height > limits.pixels:
        raise refusals.too_many_pixels(limits.pixels)
    if min(width, height) < _FEWEST_PIXELS:
        raise refusals.small_picture()


def _page(picture: Any, limits: Limits) -> PageImage:
    check_size(picture, limits)
    if picture.format == "JPEG":
        picture.draft("L", None)
    dpi = _resolution(picture)
    pixels = _grey(picture)
    return PageImage(as_shown(pixels, orientation(picture)), dpi)


def _grey(picture: Any) -> GreyImage:
    if picture.mode.startswith(("I", "F")):
        return shallow(np.asarray(picture))
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        layered = picture.convert("LA")
        grey, opaque = (np.asarray(band, dtype=np.uint16) for band in layered.split())
        return ((grey * opaque + 255 * (255 - opaque)) // 255).astype(np.uint8)
    return np.array(picture.convert("L"))


def shallow(deep: NDArray[Any]) -> GreyImage:
    """Return pixels of 16 bits or more in 8; those that use no more than 8 stay as they are."""
    if deep.dtype.kind == "f":
        deep = np.nan_to_num(deep).clip(0, 65535).astype(np.uint16)
    if deep.dtype != np.uint16:
        deep = deep.clip(0, 65535).astype(np.uint16)
    return (deep >> (8 if deep.max(initial=0) > 255 else 0)).astype(np.uint8)


def _resolution(picture: Any) -> int | None:
    """Return the dots an inch if they are stated and are not a camera's default."""
    stated = picture.info.get("dpi")
    try:
        across, down = (round(float(number)) for number in stated)
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return None
    trusted = across == down and across in _TRUSTED_DPI and across != _DEFAULT_CAMERA_DPI
    return across if trusted else None


def orientation(picture: Any) -> int:
    """Return EXIF's orientation (1 to 8) of an open picture, 1 where it states none."""
    try:
        return int(picture.getexif().get(0x0112, 1))
    except (OSError, ValueError, TypeError, SyntaxError, KeyError):
        return 1


def as_shown(pixels: GreyImage, way: int) -> GreyImage:
    """Return pixels, grey or in colours, as EXIF's orientation (1 to 8) wants them shown."""
    if way in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if way in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if way in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)


def _pillow() -> Any:
    try:
        from PIL import Image
    except ImportError as error:
        raise missing_extra() from error
    return Image
