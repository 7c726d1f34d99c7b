"""The word segmenter of this process: the compiled one, or underthesea's own in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from minutes_nlp.nlp.compiled_segmenter_tables import UnknownModelError, load_tables

if TYPE_CHECKING:
    from minutes_nlp.nlp.compiled_segmenter import CompiledSegmenter, Span


@dataclass(frozen=True, slots=True)
class SegmenterInUse:
    """Which segmenter is at work.

    Args:
        name: ``"reference"`` is some ten times slower; the words are the same.
        reason: why it is not the compiled one: what was not as known. Empty if it is.
    """

    name: Literal["compiled", "reference"]
    reason: str = ""


def segmenter_in_use() -> SegmenterInUse:
    """Tell which segmenter this process uses; loads it at the first call."""
    return choose_segmenter()[1]


def segment(lines: Sequence[str]) -> list[list[str]]:
    """Segment lines into words; tokens inside a word are parted by one space."""
    compiled = choose_segmenter()[0]
    found = compiled.words(lines) if compiled else [None] * len(lines)
    return [
        _reference(line) if words is None else words
        for line, words in zip(lines, found, strict=True)
    ]


def compiled_spans(lines: Sequence[str]) -> list[list[Span] | None]:
    """Return half-open offsets of the words of each line, None where only :func:`segment` can."""
    compiled = choose_segmenter()[0]
    return compiled.spans(lines) if compiled else [None] * len(lines)


@lru_cache(maxsize=1)
def choose_segmenter() -> tuple[CompiledSegmenter | None, SegmenterInUse]:
    """Return the compiled segmenter, None if it cannot be used, and what is to be said of it."""
    try:
        tables = load_tables()
    except UnknownModelError as error:
        return None, SegmenterInUse("reference", str(error))
    # Imported here: the module is also loaded by commands that never segment.
    from minutes_nlp.nlp.compiled_segmenter import CompiledSegmenter

    return CompiledSegmenter(tables), SegmenterInUse("compiled")


def _reference(line: str) -> list[str]:
    from underthesea.pipeline.word_tokenize import word_tokenize

    words: list[str] = word_tokenize(line, use_token_normalize=False)
    return words
