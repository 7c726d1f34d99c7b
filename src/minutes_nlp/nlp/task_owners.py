"""Who is in charge of a task: a named person, or a named body, unit or post."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.owners import Mention, mentions
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_NEAR_PERSON, _NEAR_BODY = 40, 4
"""Characters between somebody named and the word of doing."""
_OPENS_CELL: Final = ":|(-–→,+="
_CLOSES_CELL: Final = "|):,;.-–(+"


def find_owner(
    paragraph: Paragraph, start: int, end: int, known: frozenset[str] = frozenset()
) -> str | None:
    """Return the words that name who is in charge within ``start``..``end``.

    Somebody named after a word of assigning comes first, then somebody named before a word
    of doing, then somebody who fills a whole cell or stands after a colon or comma.
    Whoever speaks is not in charge by speaking.
    """
    found = [m for m in mentions(paragraph.text, known) if start <= m.start and m.end <= end]
    found = [m for m in found if not _speaks(paragraph, m, end) and not _is_other(paragraph, m)]
    for test in (_is_assigned, _undertakes, _stands_alone):
        for mention in found:
            if test(paragraph.text, mention, start, end):
                return mention.text
    return None


def _speaks(paragraph: Paragraph, mention: Mention, end: int) -> bool:
    speaker = paragraph.speaker
    if speaker is not None and speaker.end and mention.start < speaker.end:
        return True
    after = fold(paragraph.text)[mention.end : min(end, mention.end + 70)]
    speaks = phrase_list("tasks.toml", "speaking").match(after.lstrip(" ,(")) is not None
    # "Ông Thỏa chốt: bà Mận hỏi giá đèn": the chair has the word, so she is to ask.
    chair_speaks = paragraph.section is SectionLabel.CONCLUSIONS
    return speaks and not (
        chair_speaks and ":" in paragraph.text[: mention.start] and ":" not in after
    )


def _is_other(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether the words before the name make it somebody that the task is about."""
    before = fold(paragraph.text)[max(0, mention.start - 24) : mention.start].rstrip()
    found = phrase_list("tasks.toml", "about").finditer(before)
    return any(match.end() == len(before) for match in found)


def _is_assigned(text: str, mention: Mention, start: int, end: int) -> bool:
    before = fold(text)[max(start, mention.start - 44) : mention.start].rstrip(" :")
    return any(
        match.end() >= len(before) for match in phrase_list("tasks.toml", "assign").finditer(before)
    )


def _undertakes(text: str, mention: Mention, start: int, end: int) -> bool:
    reach = _NEAR_PERSON if mention.is_person else _NEAR_BODY
    after = fold(text)[mention.end : min(end, mention.end + reach + 16)]
    if phrase_list("tasks.toml", "passive").match(after.lstrip()):
        return False
    following = [m.start for m in mentions(text) if m.is_person and m.start >= mention.end]
    after = after[: max(0, min(following) - mention.end)] if following else after
    match = phrase_list("tasks.toml", "undertake").search(after)
    return match is not None and match.start() <= reach


def _stands_alone(text: str, mention: Mention, start: int, end: int) -> bool:
    before = re.sub(r"(?<!\w)vẫn\s*$", "", text[start : mention.start].rstrip()).rstrip()
    after = text[mention.end : end].lstrip()
    opened = not before or before[-1] in _OPENS_CELL
    return opened and (not after or after[0] in _CLOSES_CELL or mention.is_person)
