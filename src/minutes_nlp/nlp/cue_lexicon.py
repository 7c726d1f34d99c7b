"""The cue lists of ``data/cues_*.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind
from minutes_nlp.nlp.phrase_words import necessary_words
from minutes_nlp.nlp.phrases import compile_phrases, load_data

_FILES: Final = ("faults", "work", "teaching", "decisions", "form", "criticism")
_LIST: Final = re.compile(r"(?: [^\W\d_]{1,7}){0,3}(?:,| và| hoặc| hay|/)(?: [^\W\d_]{1,7}){0,2} ?")
_WORD: Final = re.compile(r"\w+")
_NEGATION: Final = re.compile(
    r"(?<!\w)(?:không|ko|chưa|chẳng|chả|hổng|hông|khỏi|hết|miễn)"
    r"(?:\s+(?:có|được|để|xảy ra|phát sinh|phát hiện|phát hiện thấy|thấy|còn|ai|bị|hề|phải|nhà nào"
    r"|hộ nào|đồng chí nào|đ/c nào|trường hợp nào|vụ nào|vụ|trường hợp|người|nào|gì|đảng viên"
    r"|đảng viên nào|đơn|đơn thư|hộ|tình trạng|hiện tượng|biểu hiện|việc|là|cháu nào"
    r"|em nào|con nào)){0,3}\s*$"
)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One ``[[cue]]`` table; empty ``sections`` means everywhere."""

    kind: CueKind
    strength: float
    pattern: re.Pattern[str]
    exceptions: re.Pattern[str]
    sections: frozenset[SectionLabel]
    negatable: bool
    words: frozenset[str] | None
    """Words of which every cue has one; ``None`` if there are no such words."""

    def find(self, masked: str, start: int, end: int) -> Iterator[Cue]:
        """Yield this entry's cues in one sentence of folded, name-masked text."""
        barred: list[tuple[int, int]] | None = None
        denied = -1
        for match in self.pattern.finditer(masked, start, end):
            a, b = match.span()
            if barred is None:
                barred = [found.span() for found in self.exceptions.finditer(masked, start, end)]
            if any(x <= a and b <= y for x, y in barred):
                continue
            if self.negatable and (is_negated(masked, start, a) or _lists_on(masked, denied, a)):
                denied = b
            else:
                yield Cue(self.kind, a, b, self.strength)


def _lists_on(masked: str, denied: int, start: int) -> bool:
    """Whether a list that began with a denied word goes on ("không có tai nạn, cháy nổ")."""
    return denied >= 0 and _LIST.fullmatch(masked, denied, start) is not None


def is_negated(folded: str, sentence_start: int, start: int) -> bool:
    """Whether the words just before ``start`` deny what follows."""
    before = folded[max(sentence_start, start - 48) : start]
    return _NEGATION.search(re.split(r"[,;:.()]", before)[-1]) is not None


@lru_cache(maxsize=1)
def cue_entries() -> tuple[CueEntry, ...]:
    """Return every entry of the cue lists, stronger ones of a kind first."""
    tables = [table for name in _FILES for table in load_data(f"cues_{name}.toml")["cue"]]
    tables.append({"kind": "criticism_formula", **load_data("cues_criticism_formula.toml")})
    return tuple(sorted(map(_entry, tables), key=lambda entry: -entry.strength))


def entries_for(masked: str, start: int, end: int) -> Iterator[CueEntry]:
    """Yield, in their order, the entries that may have a cue in this stretch of folded text."""
    by_word, always = _entries_by_word()
    numbers = set(always)
    for word in set(_WORD.findall(masked, start, end)):
        numbers.update(by_word.get(word, ()))
    entries = cue_entries()
    return (entries[number] for number in sorted(numbers))


@lru_cache(maxsize=1)
def _entries_by_word() -> tuple[dict[str, list[int]], list[int]]:
    """Return the numbers of entries by a word that a cue of theirs needs, and of the others."""
    by_word: dict[str, list[int]] = {}
    always = []
    for number, entry in enumerate(cue_entries()):
        if entry.words is None:
            always.append(number)
        for word in entry.words or ():
            by_word.setdefault(word, []).append(number)
    return by_word, always


_FAULTS: Final = (CueKind.SHORTCOMING, CueKind.SELF_CRITICISM)


def has_fault(folded: str, *, at_least: float = 0.5) -> bool:
    """Whether folded text tells or owns a shortcoming in so many words."""
    entries = entries_for(folded, 0, len(folded))
    faults = (e for e in entries if e.kind in _FAULTS and e.strength >= at_least)
    return any(True for entry in faults for _ in entry.find(folded, 0, len(folded)))


def _entry(table: dict[str, Any]) -> CueEntry:
    return CueEntry(
        kind=CueKind(table["kind"]),
        strength=float(table.get("strength", 1.0)),
        pattern=compile_phrases(tuple(table["phrases"])),
        exceptions=compile_phrases(tuple(table.get("except", ()))),
        sections=frozenset(SectionLabel(name) for name in table.get("sections", ())),
        negatable=bool(table.get("negatable", False)),
        words=necessary_words(tuple(table["phrases"])),
    )
