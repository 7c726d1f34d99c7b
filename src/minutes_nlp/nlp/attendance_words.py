"""Words of an attendance statement, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from minutes_nlp.nlp.phrases import phrase_list

DATA: Final = "attendance_words.toml"
FIELDS: Final = ("total", "present", "absent", "exempt", "temporary", "probationary")
GROUPS: Final = ("exempt", "temporary", "probationary")
"""Members who are counted apart from the others, often by name."""
_KINDS: Final = (*FIELDS, "official", "due", "raised", "other", "reason")
UNIT: Final = (
    r"(?:đồng chí|đ/c|đc|đảng viên|đv|người|anh em|anh|chị|vị|cụ|bác|thành viên|bạn|suất|ông|bà"
    r"|cô|thầy|chú|ae|đ\.c|tên|mống)"
)
"""Pattern of what members are counted in, for folded text."""


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word that says what a number counts, at ``text[start:end]``."""

    kind: str
    start: int
    end: int


def find_words(folded: str) -> list[KindWord]:
    """Return the kind words of folded text in order; of overlapping ones the longest."""
    found = [
        KindWord(kind, match.start(), match.end())
        for kind in _KINDS
        for match in phrase_list(DATA, kind).finditer(folded)
    ]
    found.sort(key=lambda word: (word.start - word.end, word.start))
    taken = bytearray(len(folded))
    kept: list[KindWord] = []
    for word in found:
        if not any(taken[word.start : word.end]):
            taken[word.start : word.end] = b"\1" * (word.end - word.start)
            kept.append(word)
    return sorted(kept, key=lambda word: word.start)
