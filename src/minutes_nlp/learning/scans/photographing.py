"""What a camera or an open book does to a page: shadow, edge, perspective, curl."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grid = NDArray[np.float32]


def shaded(page: Image.Image, depth: float, random: Random) -> Image.Image:
    """Return the page with a shadow that falls off from one side, and a black strip at that side.

    Args:
        page: grey.
        depth: share of the light that is lost where the shadow is deepest.
        random: chooses the side, the width of shadow and strip, and how they lean.
    """
    pixels = np.asarray(page, dtype=np.float32)
    height, width = pixels.shape
    x, y = _grid(height, width)
    on_left = random.random() < 0.5
    across = (x if on_left else 1 - x) + random.uniform(-0.06, 0.06) * y
    reach = random.uniform(0.15, 0.4)
    light = 1 - depth * np.exp(-np.square(np.clip(across, 0, None) / reach))
    light *= 1 - random.uniform(0, 0.25) * y
    strip = random.uniform(0.015, 0.04)
    dark = np.clip((strip - across) / 0.004, 0, 1)
    shown = pixels * light * (1 - dark) + random.uniform(5, 40) * dark
    return Image.fromarray(np.clip(shown, 0, 255).astype(np.uint8))


def photographed(page: Image.Image, strength: float, random: Random) -> Image.Image:
    """Return the page as it lies on a table before a hand-held camera.

    Args:
        page: grey.
        strength: how far a corner is off at most, a share of the page's width; the paper curls by
            a third of it.
        random: chooses corners, curl, light and table.
    """
    pixels = np.asarray(page)
    height, width = pixels.shape
    margin = 0.05

    def off() -> float:
        return margin + random.uniform(0, strength)

    corners = [
        (off(), off() * 0.7),
        (1 - off(), off() * 0.7),
        (1 - off(), 1 - off() * 0.7),
        (off(), 1 - off() * 0.7),
    ]
    shown = np.array([(a * width, b * height) for a, b in corners], dtype=np.float32)
    whole = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    back = cv2.getPerspectiveTransform(shown, whole)
    x, y = _grid(height, width)
    points = np.stack([x * width, y * height], axis=-1).reshape(1, -1, 2)
    source = cv2.perspectiveTransform(points, back).reshape(height, width, 2)
    curl = strength / 3 * random.uniform(0.4, 1.0) * random.choice((-1, 1)) * width
    waves = random.uniform(0.6, 1.1)
    source[..., 1] += curl * np.sin(np.pi * waves * source[..., 0] / width)
    table = random.randint(60, 120)
    # A phone has more pixels than a page drawn at this resolution; its lens blurs them again.
    taken = cv2.remap(
        pixels,
        np.ascontiguousarray(source[..., 0]),
        np.ascontiguousarray(source[..., 1]),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=float(table),
    ).astype(np.float32)
    light = _lamp(x, y, random)
    return Image.fromarray(np.clip(taken * light, 0, 255).astype(np.uint8))


def _lamp(x: Grid, y: Grid, random: Random) -> Grid:
    """Return the light on each point of a page lit from somewhere, with a soft shadow across."""
    lamp_x, lamp_y = random.uniform(-0.2, 1.2), random.uniform(-0.2, 1.2)
    far = np.hypot(x - lamp_x, y - lamp_y)
    edge = random.uniform(0.2, 0.8)
    lean = random.uniform(-1, 1)
    shadow = 1 / (1 + np.exp(-(x - edge + lean * (y - 0.5)) / 0.04))
    light: Grid = (0.95 - 0.28 * far) * (1 - random.uniform(0.1, 0.35) * shadow)
    return light


def _grid(height: int, width: int) -> tuple[Grid, Grid]:
    """Return x and y of every pixel as shares of width and height."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return x / width, y / height
