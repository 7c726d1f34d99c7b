"""Break long paragraphs where somebody else begins to speak or another part begins.

Writers who fill a page without a line break, and pages whose lines were joined wrongly, put a
heading, an opinion and the conclusion into one paragraph, which gets one section.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.sentences import sentences
from minutes_nlp.nlp.speaker_candidates import lead_end, says_soon
from minutes_nlp.nlp.text import fold

_LED: Final = re.compile(r"[^:.;|]{2,70}:\s")
"""Words before a colon: a heading within the line, or who speaks."""
_NUMBER: Final = re.compile(r"(?:[IVXLC]{1,5}|\d{1,2})(?:\.\d{1,2}){0,2}[.)]")
"""The number of a heading, which its stop makes a sentence of its own."""


def pieces_of(text: str) -> list[str]:
    """Return a paragraph broken before the sentences that open something else.

    A row of a table stays whole.
    """
    ranges = sentences(text)
    if len(ranges) < 2 or " | " in text:
        return [text]
    starts: list[int] = []
    number: int | None = None
    for start, end in ranges[1:]:
        if _NUMBER.fullmatch(text, start, end):
            number = start
            continue
        if number is not None or _opens(text[start:end]):
            starts.append(start if number is None else number)
        number = None
    return [text[a:b].strip() for a, b in pairwise((0, *starts, len(text)))]


def _opens(sentence: str) -> bool:
    """Whether a sentence begins with words before a colon, or with somebody who speaks."""
    if _LED.match(sentence):
        return True
    lead = lead_end(sentence)
    folded = fold(sentence)
    return any(
        mention.group <= lead and says_soon(folded, mention.end)
        for mention in find_persons(sentence)
    )
