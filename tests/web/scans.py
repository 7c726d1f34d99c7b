"""Scans to put on the page."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from minutes_nlp.readers.base import read_document
from tests.readers.scanned import page
from tests.web.served import SAMPLE


def scanned_pages(folder: Path, pages: int = 1, lines: int = 14) -> Path:
    """Write a scanned PDF of the sample's first lines, the same on every page; needs typefaces."""
    texts = [paragraph.text for paragraph in read_document(SAMPLE).paragraphs][:lines]
    image = Image.fromarray(page(texts, dpi=200))
    path = folder / "ban-quet.pdf"
    image.save(path, save_all=True, append_images=[image] * (pages - 1), resolution=200)
    return path
