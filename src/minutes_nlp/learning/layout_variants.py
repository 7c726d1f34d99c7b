"""The same minutes as another program would hand them over: made by damage, never counted.

Word keeps automatic numbers apart from the text and sets letterhead and signatures in tables
without lines; typed text has neither.  The tagger trains on both, and on what was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from minutes_nlp.model.labels import SectionLabel

Labelled: TypeAlias = list[tuple[str, SectionLabel]]

_NUMBER: Final = re.compile(
    r"\s*(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđA-ZĐ])\s*[.)/\-:]|[-+*•→])\s+(?=\S)"
)
_SIGNATURE_WORDS: Final = 12


def layout_variants(paragraphs: Sequence[tuple[str, SectionLabel]]) -> list[Labelled]:
    """Return the variants of one document that differ from it."""
    original = list(paragraphs)
    variants = (without_numbers(original), with_layout_tables(original))
    return [variant for variant in variants if variant != original]


def without_numbers(paragraphs: Labelled) -> Labelled:
    """Drop numbering and bullets at the beginning of paragraphs."""
    return [(_NUMBER.sub("", text, count=1) or text, label) for text, label in paragraphs]


def with_layout_tables(paragraphs: Labelled) -> Labelled:
    """Join the letterhead to one row, and the two signatures at the end to another."""
    return _join_signatures(_join_letterhead(paragraphs))


def _join_letterhead(paragraphs: Labelled) -> Labelled:
    size = 0
    for text, _ in paragraphs:
        if not text.isupper() or text.startswith("BIÊN BẢN"):
            break
        size += 1
    if size < 2:
        return paragraphs
    left = " ".join(text for text, _ in paragraphs[: size - 1])
    row = f"{left} | {paragraphs[size - 1][0]}"
    return [(row, SectionLabel.FORMALITIES), *paragraphs[size:]]


def _join_signatures(paragraphs: Labelled) -> Labelled:
    ending = paragraphs[-2:]
    short = all(len(text.split()) < _SIGNATURE_WORDS for text, _ in ending)
    formal = all(label is SectionLabel.FORMALITIES for _, label in ending)
    if len(paragraphs) < 6 or not (short and formal):
        return paragraphs
    return [*paragraphs[:-2], (f"{ending[0][0]} | {ending[1][0]}", SectionLabel.FORMALITIES)]
