"""What copiers and scanners do to a page: skew, speckle, blur, lossy compression."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageFilter


@dataclass(frozen=True)
class Condition:
    """One way of scanning; ``skew`` in degrees at most, ``speckle`` the share of black dots."""

    name: str
    dpi: int
    skew: float = 0.0
    blur: float = 0.0
    speckle: float = 0.0
    noise: float = 0.0
    quality: int | None = None


CONDITIONS = (
    Condition("clean-300dpi", 300),
    Condition("scan-200dpi", 200, skew=0.8, blur=0.6, speckle=0.0006, noise=12, quality=40),
    Condition("scan-150dpi", 150, skew=0.5, blur=0.4, speckle=0.0003, noise=10, quality=60),
)


def degraded(page: Image.Image, condition: Condition, random: Random) -> Image.Image:
    """Return ``page`` as this way of scanning would give it; the same for the same ``random``."""
    if condition.skew:
        angle = random.uniform(-condition.skew, condition.skew)
        page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    if condition.blur:
        page = page.filter(ImageFilter.GaussianBlur(condition.blur))
    if condition.noise:
        page = _grainy(page, condition, random)
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
