"""How much a reader takes in before it refuses a file."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds that keep a hostile or absurd file from eating time and memory.

    Minutes are small: 10,000 paragraphs typed in Word stay well under every bound.  The
    first group is counted by the readers, the second held by the sandbox around them.

    Attributes:
        file_bytes: size of the file as stored.
        part_bytes: one XML part of a .docx after inflating.
        inflated_bytes: all parts of a .docx that are read, after inflating.
        parts: number of files inside a .docx.
        markup: tags and attributes in one XML part (each costs about 150 bytes of memory).
        depth: nesting of XML elements.
        characters: code points of the text read.
        pages: pages of a PDF.
        paragraphs: number of paragraphs read; of blank ones five times as many may stand by.
        memory_bytes: resident memory of the reader and of all programs that it started.
        cpu_seconds: processor time of one process; it starts anew with each recognised page.
        reading_seconds: wall-clock time of parsing.
        program_seconds: wall-clock time of external programs.
        page_seconds: wall-clock time of recognising one page.
        total_seconds: wall-clock time of everything together.
        result_bytes: what the reader hands back, as it is sent.
        written_bytes: temporary files.
        open_files: files open at once in one process.
        processes: the reader and the programs that it started, at one time.
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
    pages: int = 300
    paragraphs: int = 50_000
    memory_bytes: int = 600 * _MEGABYTE
    cpu_seconds: int = 60
    reading_seconds: float = 4.5
    program_seconds: float = 30.0
    page_seconds: float = 30.0
    total_seconds: float = 1800.0
    result_bytes: int = 24 * _MEGABYTE
    written_bytes: int = 256 * _MEGABYTE
    open_files: int = 256
    processes: int = 32
    pixels: int = 50_000_000
    images: int = 200
