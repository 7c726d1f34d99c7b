"""Read mistyped minutes once more, with the words put right that were plainly typed wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.respelling import Respelt
from minutes_nlp.nlp.spelling import find_repairs, with_repairs

_FEWEST: Final = 3
"""Fewer repairs outside the formal parts are no reason to read all of it again."""


def read_respelt(minutes: Minutes, read: Callable[[Sequence[str]], Minutes]) -> Respelt | None:
    """Read minutes with their mistyped words put right.

    Args:
        minutes: the reading of the text as it was typed.
        read: the same pipeline, over texts of paragraphs.

    Returns:
        The second reading; ``None`` where hardly anything was mistyped.
    """
    texts = [paragraph.text for paragraph in minutes.paragraphs]
    repairs = find_repairs(texts)
    letterhead = tuple(with_repairs([text], find_repairs([text]))[0] for text in minutes.letterhead)
    formal = any(
        minutes.paragraphs[repair.paragraph].section is SectionLabel.FORMALITIES
        for repair in repairs
    )
    if not formal and len(repairs) < _FEWEST and letterhead == minutes.letterhead:
        return None
    again = read(with_repairs(texts, repairs))
    return Respelt(replace(again, letterhead=letterhead), repairs)
