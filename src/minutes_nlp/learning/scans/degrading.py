"""What copiers, scanners and cameras do to a page: skew, speckle, shadow, lossy compression."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageFilter

from minutes_nlp.learning.scans.photographing import photographed, shaded


@dataclass(frozen=True)
class Condition:
    """One way of scanning; what is left at its default is not done.

    Attributes:
        name: how tables call it.
        dpi: dots an inch.
        skew: degrees at most, either way.
        blur: radius in pixels.
        speckle: share of the page under dark dots.
        noise: grey levels at most that grain darkens a pixel by.
        quality: of JPEG, 1 to 95.
        shadow: how much of the light is lost where the shadow is deepest, 0 to 1; the edge of the
            book or of the lid then stands as a black strip on one side.
        photo: how far a corner is off by perspective and the paper curls, a share of the width.
        bilevel: black and white only, as a fax sends it.
        turned: degrees clockwise (90, 180, 270) by which the page lies in the file.
        light: share of the light that reaches the sensor.
        handwritten: set in a typeface like handwriting, every word a little askew.
    """

    name: str
    dpi: int
    skew: float = 0.0
    blur: float = 0.0
    speckle: float = 0.0
    noise: float = 0.0
    quality: int | None = None
    shadow: float = 0.0
    photo: float = 0.0
    bilevel: bool = False
    turned: int = 0
    light: float = 1.0
    handwritten: bool = False


CONDITIONS = (
    Condition("clean-300dpi", 300),
    Condition("scan-200dpi", 200, skew=0.8, blur=0.6, speckle=0.0006, noise=12, quality=40),
    Condition("scan-150dpi", 150, skew=0.5, blur=0.4, speckle=0.0003, noise=10, quality=60),
)
"""Those of ``scripts/recognise_corpus.py``."""


def degraded(page: Image.Image, condition: Condition, random: Random) -> Image.Image:
    """Return ``page`` as this way of scanning would give it; the same for the same ``random``."""
    if condition.photo:
        page = photographed(page, condition.photo, random)
    if condition.skew:
        angle = random.uniform(-condition.skew, condition.skew)
        page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    if condition.shadow:
        page = shaded(page, condition.shadow, random)
    if condition.light < 1:
        page = page.point([round(30 + value * condition.light) for value in range(256)])
    if condition.blur:
        page = page.filter(ImageFilter.GaussianBlur(condition.blur))
    if condition.noise:
        page = _grainy(page, condition, random)
    if condition.bilevel:
        page = page.point([255 * (value > 150) for value in range(256)])
    if condition.turned:
        page = page.rotate(-condition.turned, expand=True)
    if condition.quality:
        buffer = io.BytesIO()
        page.save(buffer, "JPEG", quality=condition.quality)
        page = Image.open(io.BytesIO(buffer.getvalue()))
        page.load()
    return page


def _grainy(page: Image.Image, condition: Condition, random: Random) -> Image.Image:
    grain = Image.frombytes("L", page.size, random.randbytes(page.width * page.height))
    strength = condition.noise / 128
    page = ImageChops.subtract(page, grain.point([round(v * strength) for v in range(256)]))
    for _ in range(round(condition.speckle * page.width * page.height / 4)):
        x, y = random.randrange(page.width - 2), random.randrange(page.height - 2)
        page.paste(random.randrange(90), (x, y, x + random.randint(1, 2), y + random.randint(1, 2)))
    return page
