"""The thematic part of a meeting: its items, and what lies outside them."""

from __future__ import annotations

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Item, Minutes, Paragraph


def thematic_items(minutes: Minutes) -> list[Item]:
    """Return the items that hold the thematic paper."""
    inside = {p.index for p in minutes.section(SectionLabel.THEMATIC, headings=True)}
    return [item for item in minutes.items if inside & set(range(item.first, item.end))]


def surely_elsewhere(minutes: Minutes, paragraphs: list[Paragraph]) -> bool:
    """Whether all these paragraphs stand in items of other matters that a heading opens."""
    thematic = thematic_items(minutes)
    others = [
        item
        for item in minutes.items
        if item not in thematic and minutes.paragraphs[item.first].is_heading
    ]
    return all(any(i.first <= p.index < i.end for i in others) for p in paragraphs)
