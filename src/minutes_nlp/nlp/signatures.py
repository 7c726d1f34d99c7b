"""The signature block: who signs as chair and who as note-taker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_DATA: Final = "meeting_words.toml"
_TAIL: Final = 16
_CELL: Final = re.compile(r"[^|\t]+")


class Office(StrEnum):
    """What somebody does at a meeting."""

    CHAIR = "chair"
    SECRETARY = "secretary"


def find_signatures(paragraphs: Sequence[Paragraph]) -> dict[Office, Span]:
    """Return the printed names of the signature block; offices without a name are left out.

    Titles and names may stand one under the other, side by side in a table row, or run in
    ("Thư ký: Giàng A Sính"); names belong to the titles in their order.
    """
    waiting: list[Office] = []
    signed: dict[Office, Span] = {}
    for paragraph in paragraphs[-_TAIL:]:
        for start, end in _cells(paragraph.text):
            offices = _titles(paragraph.text[start:end])
            if offices:
                if not (waiting and signed):
                    waiting = [office for office in waiting if office not in offices]
                waiting.extend(office for office in offices if office not in waiting)
            name = _name(paragraph, start, end)
            if name and waiting:
                signed[waiting.pop(0)] = name
    return signed


def _cells(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CELL.finditer(text) if match[0].strip()]


def _titles(cell: str) -> list[Office]:
    """Return the offices that a cell of at most a few words opens."""
    folded = fold(cell).lstrip(" *-+")
    found: list[tuple[int, Office]] = []
    for office in Office:
        match = phrase_list(_DATA, f"{office.value}_signature").search(folded)
        if match and (match.start() == 0 or len(folded.split()) <= 12):
            found.append((match.start(), office))
    if not found or min(found)[0] > 0:
        return []
    return [office for _, office in sorted(found)]


def _name(paragraph: Paragraph, start: int, end: int) -> Span | None:
    """Return the name, when the cell holds a name and hardly anything else."""
    text = paragraph.text
    mentions = [m for m in find_persons(text) if start <= m.name_start and m.name_end <= end]
    if mentions:
        mention = mentions[0]
        rest = text[mention.name_end : end].strip(" .|)")
        before = text[start : mention.start]
        if not rest and (len(before.split()) <= 8):
            return paragraph.span(mention.name_start, mention.name_end)
    words = text[start:end].split()
    plain = 2 <= len(words) <= 5 and all(word[0].isupper() and word.isalpha() for word in words)
    if plain and not _titles(text[start:end]) and not mentions:
        return paragraph.span(start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    return None
