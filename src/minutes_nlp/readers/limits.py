"""How much a reader takes in before it refuses a file."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds that keep a hostile or absurd file from eating time and memory.

    Minutes are small: 10,000 paragraphs typed in Word stay well under every bound.

    Attributes:
        file_bytes: size of the file as stored.
        part_bytes: one XML part of a .docx after inflating.
        inflated_bytes: all parts of a .docx that are read, after inflating.
        parts: number of files inside a .docx.
        markup: tags and attributes in one XML part (each costs about 150 bytes of memory).
        depth: nesting of XML elements.
        characters: code points of the text read.
        paragraphs: number of paragraphs read; of blank ones five times as many may stand by.
        pixels: of one page image; A4 at 600 dpi has 35 million, a phone's photo up to 50.
        images: pages of a TIFF, or pictures that make up one document.
    """

    file_bytes: int = 20 * _MEGABYTE
    part_bytes: int = 32 * _MEGABYTE
    inflated_bytes: int = 64 * _MEGABYTE
    parts: int = 2_000
    markup: int = 2_000_000
    depth: int = 150
    characters: int = 5_000_000
    paragraphs: int = 50_000
    pixels: int = 50_000_000
    images: int = 200
