"""Scans built from labelled lines: pages of a set quality, words of a set confidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutes_nlp.model.labels import DocumentKind
from minutes_nlp.model.minutes import DocumentType, Minutes
from minutes_nlp.model.recognition import PageReading, Recognition, WordReading
from tests.rules.reading import read_lines


def scanned(
    minutes: Minutes,
    qualities: Sequence[float | None],
    *,
    pages: Sequence[int] = (),
    confidence: Mapping[str, float] | None = None,
) -> Minutes:
    """Return ``minutes`` as read from a scan.

    Args:
        minutes: the reading, as if typed.
        qualities: of each page, the first first.
        pages: the page of each paragraph, the first when there are fewer.
        confidence: of single words; others were read with 0.96.
    """
    special = confidence or {}
    numbers = [pages[i] if i < len(pages) else 1 for i in range(len(minutes.paragraphs))]
    words = tuple(
        tuple(
            WordReading(m.start(), m.end(), number, special.get(m[0], 0.96))
            for m in re.finditer(r"\S+", paragraph.text)
        )
        for paragraph, number in zip(minutes.paragraphs, numbers, strict=True)
    )
    return replace(
        minutes,
        paragraphs=tuple(
            replace(paragraph, page=number)
            for paragraph, number in zip(minutes.paragraphs, numbers, strict=True)
        ),
        recognition=Recognition(
            tuple(_page(number, quality) for number, quality in enumerate(qualities, start=1)),
            words,
        ),
    )


def _page(number: int, quality: float | None) -> PageReading:
    ink = None if quality is None else min(1.0, quality + 0.2)
    return PageReading(number, quality, quality, ink, quality)


def scanned_lines(
    lines: Sequence[str], qualities: Sequence[float | None] = (1.0,), **options: object
) -> Minutes:
    """Read labelled lines of a regular meeting as the text of a scan; see :func:`scanned`."""
    minutes = replace(read_lines(lines), document_type=DocumentType(DocumentKind.REGULAR))
    return scanned(minutes, qualities, **options)  # type: ignore[arg-type]
