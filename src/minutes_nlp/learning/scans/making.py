"""Test scans: documents of the corpus drawn and scanned in known conditions, with their truth.

``make_scan(texts, condition, seed)`` gives the pages of one document; ``CONDITIONS`` names the
readable conditions, ``HOPELESS`` those that nobody should rely on.  ``tuning`` and ``reporting``
split the corpus: what is fitted to scans is fitted on the first and measured on the second, with
seeds of their own.  The same arguments give the same pixels::

    from minutes_nlp.learning.scans.making import CONDITIONS, HOPELESS, make_scan, tuning
    for page in make_scan([p.text for p in record.paragraphs], HOPELESS["dark-200"], "tune-1"):
        page.image  # PIL, grey
        page.text   # what was printed on it, line by line

Needs the extra ``ocr``, and of Debian: fonts-liberation2 fonts-freefont-ttf fonts-linuxlibertine
fonts-dancingscript.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final
from zlib import crc32

from PIL import Image

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.scans.degrading import Condition, degraded
from minutes_nlp.learning.scans.rendering import HANDWRITING, TYPEFACES, Style, Typesetter

CONDITIONS: Final = {
    condition.name: condition
    for condition in (
        Condition("clean-300", 300),
        Condition("scan-300", 300, skew=3, blur=1.0, speckle=0.0006, noise=14, quality=40),
        Condition("scan-200", 200, skew=3, blur=0.7, speckle=0.0006, noise=14, quality=40),
        Condition("scan-150", 150, skew=2, blur=0.5, speckle=0.0004, noise=12, quality=50),
        Condition("shadow-200", 200, skew=3, blur=0.6, noise=10, quality=60, shadow=0.7),
        Condition("photo-250", 250, skew=2, blur=1.0, noise=10, quality=60, photo=0.05),
        Condition("fax-200", 200, skew=1, blur=0.6, speckle=0.0008, noise=30, bilevel=True),
        Condition("turned-90", 200, skew=1, blur=0.6, noise=12, quality=60, turned=90),
        Condition("turned-180", 200, skew=1, blur=0.6, noise=12, quality=60, turned=180),
        Condition("turned-270", 200, skew=1, blur=0.6, noise=12, quality=60, turned=270),
    )
}
"""Conditions in which print can be read."""

HOPELESS: Final = {
    condition.name: condition
    for condition in (
        Condition("dark-200", 200, skew=2, blur=0.9, noise=24, quality=30, light=0.12),
        Condition("coarse-75", 75, skew=1, blur=0.5, noise=12, quality=40),
        Condition("blurred-200", 200, skew=1, blur=4.5, noise=10, quality=40),
        Condition("handwriting-200", 200, skew=4, blur=0.6, noise=12, quality=50, handwritten=True),
        Condition("crumpled-200", 200, skew=4, blur=1.0, noise=10, quality=40, photo=0.3),
    )
}
"""Conditions in which most of a page is lost or wrong."""


@dataclass(frozen=True)
class ScannedPage:
    """A page image with what was printed on it, one line of print a line, page numbers apart."""

    image: Image.Image
    text: str
    typeface: str


def make_scan(texts: Sequence[str], condition: Condition, seed: str) -> list[ScannedPage]:
    """Return the pages of a document of these paragraphs.

    Args:
        texts: the paragraphs.
        condition: how it is scanned.
        seed: chooses typeface, style, and everything that the condition leaves to chance.
    """
    random = Random(crc32(f"{condition.name} {seed}".encode()))
    typeface = HANDWRITING if condition.handwritten else random.choice(list(TYPEFACES))
    setter = Typesetter(Style.chosen(random, typeface), condition.dpi)
    return [
        ScannedPage(degraded(page.image, condition, random), page.text, typeface)
        for page in setter.typeset(texts)
    ]


def tuning(records: Iterable[CorpusRecord], set_apart: Collection[str]) -> list[CorpusRecord]:
    """Return the minutes that recognition may be fitted to: half of the voices not set apart."""
    return [record for record in _minutes(records, set_apart) if _for_tuning(record.voice)]


def reporting(records: Iterable[CorpusRecord], set_apart: Collection[str]) -> list[CorpusRecord]:
    """Return the minutes of the other half; at those of voices set apart nobody may look."""
    return [record for record in _minutes(records, set_apart) if not _for_tuning(record.voice)]


def _minutes(records: Iterable[CorpusRecord], set_apart: Collection[str]) -> Iterator[CorpusRecord]:
    return (record for record in records if record.is_minutes and record.voice not in set_apart)


def _for_tuning(voice: str) -> bool:
    return crc32(f"scans {voice}".encode()) % 2 == 0
