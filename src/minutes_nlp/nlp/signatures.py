"""The signature block: who signs as chair and who as note-taker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from minutes_nlp.model.minutes import Paragraph, Span
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.remembering import remembering
from minutes_nlp.nlp.text import fold

_DATA: Final = "meeting_words.toml"
_TAIL: Final = 16
_BOTH: Final = re.compile(r"(?<!\w)(?:và|kiêm|đồng thời)(?!\w)")
_MOST_TITLE_WORDS: Final = 6
# Cells of a row are parted by a bar, a tab or a run of blanks.
_CELL: Final = re.compile(r"(?:[^|\t ]| {1,3}(?! ))+")
_SIGNED: Final = re.compile(r"[\s,.\-]{0,3}\(?\s?(?:đã )?ký(?: tên)?(?: tươi)?\s?\)?(?!\w)")


class Office(StrEnum):
    """What somebody does at a meeting."""

    CHAIR = "chair"
    SECRETARY = "secretary"


@remembering
def find_signatures(paragraphs: Sequence[Paragraph]) -> Mapping[Office, Span]:
    """Return the printed names of the signature block; offices without a name are left out.

    Titles and names may stand one under the other, side by side in a table row, or run in
    ("Thư ký: Giàng A Sính"); names belong to the titles in their order.
    """
    waiting: list[tuple[Office, ...]] = []
    signed: dict[Office, Span] = {}
    row: list[list[Office]] = []
    for paragraph in paragraphs[-_TAIL:]:
        cells = _cells(paragraph.text)
        titled = [_titles(paragraph.text[start:end]) for start, end in cells]
        in_columns = len(cells) > 1 and len(row) == len(cells) and not any(titled)
        for column, (start, end) in enumerate(cells):
            told = _name_first(paragraph, start, end)
            titles, name = titled[column], _name(paragraph, start, end)
            if told:
                signed.setdefault(*told)
            elif titles and name:
                # "Chủ trì, ghi biên bản: Lò Văn Páo" signs for both.
                signed.update(dict.fromkeys(titles, name))
                waiting = _without(waiting, titles)
            elif titles:
                waiting = _with_titles(
                    waiting, _grouped(paragraph.text[start:end], titles), fresh=not signed
                )
            elif name and in_columns and row[column]:
                signed.update(dict.fromkeys(row[column], name))
                waiting = _without(waiting, row[column])
            elif name and waiting:
                signed.update(dict.fromkeys(waiting.pop(0), name))
        row = titled if any(titled) else row if in_columns else []
    return signed


def _with_titles(
    waiting: list[tuple[Office, ...]], groups: list[tuple[Office, ...]], *, fresh: bool
) -> list[tuple[Office, ...]]:
    """Return those who wait for their names, with the titles of one more cell."""
    titles = [office for group in groups for office in group]
    if fresh or not waiting:
        waiting = _without(waiting, titles)
    known = {office for group in waiting for office in group}
    return waiting + [group for group in groups if not known & set(group)]


def _without(waiting: list[tuple[Office, ...]], titles: list[Office]) -> list[tuple[Office, ...]]:
    return [group for group in waiting if not set(group) & set(titles)]


def _grouped(cell: str, titles: list[Office]) -> list[tuple[Office, ...]]:
    """Return the titles one by one, or as one where a person holds both ("chủ trì và ghi")."""
    return [tuple(titles)] if _BOTH.search(fold(cell)) else [(title,) for title in titles]


def _cells(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CELL.finditer(text) if match[0].strip()]


def _name_first(paragraph: Paragraph, start: int, end: int) -> tuple[Office, Span] | None:
    """Read a cell that puts the name before the title ("Đinh Văn Long (ký), người ghi")."""
    text = paragraph.text
    mention = next((m for m in find_persons(text) if start <= m.start and m.name_end <= end), None)
    if mention is None or text[start : mention.start].strip(" -–*"):
        return None
    rest = _SIGNED.sub(" ", fold(text)[mention.name_end : end])
    offices = _titles(rest.lstrip(" ,-:("))
    if len(offices) != 1 or len(rest.split()) > _MOST_TITLE_WORDS:
        return None
    return offices[0], paragraph.span(mention.name_start, mention.name_end)


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
        rest = _SIGNED.sub("", fold(text)[mention.name_end : end]).strip(" .|)")
        before = text[start : mention.start]
        if not rest and (len(before.split()) <= 8):
            return paragraph.span(mention.name_start, mention.name_end)
    words = text[start:end].split()
    plain = 2 <= len(words) <= 5 and all(word[0].isupper() and word.isalpha() for word in words)
    if plain and not _titles(text[start:end]) and not mentions:
        return paragraph.span(start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    return None
