"""Slots of a pattern that stand in the minutes as they were pasted: "[việc gì]".

A pattern shows the shape of a good record; pasted and not filled in it records nothing.  So what
a check is cleared by must be there without the paragraphs that still have such slots.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from minutes_nlp.model.labels import Level, SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Concluded, Item, Minutes, Paragraph, Quality, Span
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.catalogue import all_rules
from minutes_nlp.rules.gate import Check
from minutes_nlp.rules.verdicts import Undecided
from minutes_nlp.rules.well_read import without

_SLOT: Final = re.compile(r"\[[^\[\]\n]{1,120}\]")
_ABSENT: Final = "vắng"


def slots_in(text: str) -> list[str]:
    """Return whatever stands in square brackets, brackets included."""
    return _SLOT.findall(text)


def unfilled_slots(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the slots of patterns in a paragraph; other words in brackets are none."""
    for match in _SLOT.finditer(paragraph.text):
        if _plain(match[0]) in _slots_of_patterns():
            yield paragraph.span(*match.span())


def all_unfilled_slots(minutes: Minutes) -> list[Span]:
    """Return the slots of patterns in all paragraphs, in order."""
    return [slot for paragraph in minutes.paragraphs for slot in unfilled_slots(paragraph)]


def past_slots(
    rule: Rule, minutes: Minutes, check: Check, slots: Sequence[Span]
) -> Iterator[Undecided]:
    """Yield a doubt where only paragraphs with unfilled slots may clear a check.

    The check's own pattern, pasted whole, is doubt enough: it may even change how the paragraphs
    around it are read.

    Args:
        rule: a check that had nothing to say on ``minutes``.
        minutes: the whole of the minutes.
        check: runs it on the minutes that are given to it.
        slots: all that stand in ``minutes``, which are the same for every check.
    """
    if not slots:
        return
    pasted = frozenset(slot.paragraph for slot in slots)
    whole = any(_holds(minutes.paragraphs[index], rule.pattern) for index in pasted)
    if whole or any(check(_filled_in(minutes, pasted))):
        yield rule.undecided(_still_open(slots[0]))


def without_unfilled_signs(minutes: Minutes) -> Minutes:
    """Return the minutes with the levels that they show without paragraphs with unfilled slots."""
    pasted = frozenset(slot.paragraph for slot in all_unfilled_slots(minutes))
    if not pasted:
        return minutes
    left = without(minutes, pasted).qualities
    pairs = zip(minutes.qualities, left, strict=True)
    return replace(minutes, qualities=tuple(_backed(before, after) for before, after in pairs))


def _backed(before: Quality, after: Quality) -> Quality:
    """Return the level that is left, none where all that backed it is gone."""
    gone = before.evidence and not after.evidence
    return replace(after, level=Level.ABSENT) if gone else after


def _holds(paragraph: Paragraph, pattern: Text) -> bool:
    """Whether every slot of a pattern, in either language, stands in the paragraph."""
    held = {_plain(slot.text) for slot in unfilled_slots(paragraph)}
    return any(held >= set(map(_plain, slots_in(one))) for one in (pattern.vi, pattern.en))


def _filled_in(minutes: Minutes, pasted: frozenset[int]) -> Minutes:
    """Return the minutes without the paragraphs ``pasted``, but with the items around them.

    Numbers of members are no slots, so they stand; why somebody was absent may be one.
    """
    rest = without(minutes, pasted)
    attendance = minutes.meeting.attendance
    if any(_ABSENT in _plain(minutes.paragraphs[index].text) for index in pasted):
        attendance = replace(attendance, reason_given=None)
    return replace(
        rest,
        meeting=replace(rest.meeting, attendance=attendance),
        items=tuple(_item(item, rest, pasted) for item in minutes.items),
    )


def _item(item: Item, rest: Minutes, pasted: frozenset[int]) -> Item:
    """Return the item, discussed and concluded only if what is left of it may show that."""
    inside = range(item.first, item.end)
    reach = inside if item.concluded is Concluded.OWN else range(item.first, len(rest.paragraphs))
    if pasted.isdisjoint(reach):
        return item
    told = {p.index for p in rest.section(SectionLabel.CONTRIBUTIONS, SectionLabel.CRITICISM)}
    concluded = {p.index for p in rest.section(SectionLabel.CONCLUSIONS)}
    return replace(
        item,
        discussed=item.discussed and not told.isdisjoint(inside),
        concluded=None if concluded.isdisjoint(reach) else item.concluded,
    )


def _still_open(slot: Span) -> Text:
    number = slot.paragraph + 1
    return Text(
        f"Đoạn {number} còn chỗ mẫu chưa điền “{slot.text}” nên chưa tính là đã ghi.",
        f"Paragraph {number} still has “{slot.text}” of the pattern, so it does not count yet.",
    )


@lru_cache(maxsize=1)
def _slots_of_patterns() -> frozenset[str]:
    patterns = (text for rule in all_rules() for text in (rule.pattern.vi, rule.pattern.en))
    return frozenset(_plain(slot) for pattern in patterns for slot in slots_in(pattern))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
