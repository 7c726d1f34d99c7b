"""Where the opening of minutes ends.

A single wrong section must not hide a fact of the opening, so a run of other
sections ends it, never one label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.remembering import remembering

_LONGEST_OPENING: Final = 30
_WINDOW: Final = 4


@remembering
def with_formal_opening(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return ``paragraphs`` with everything before the first matter labelled as formalities."""
    end = _opening_end(paragraphs)
    return tuple(
        replace(paragraph, section=SectionLabel.FORMALITIES) if position < end else paragraph
        for position, paragraph in enumerate(paragraphs)
    )


def _opening_end(paragraphs: Sequence[Paragraph]) -> int:
    for position, paragraph in enumerate(paragraphs[:_LONGEST_OPENING]):
        window = paragraphs[position : position + _WINDOW]
        matters = sum(p.section is not SectionLabel.FORMALITIES for p in window)
        if paragraph.section is not SectionLabel.FORMALITIES and matters >= 0.75 * len(window):
            return position
    return min(_LONGEST_OPENING, len(paragraphs))
