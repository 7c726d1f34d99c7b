"""The cue lists of ``data/cues_*.toml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Cue, CueKind
from minutes_nlp.nlp.phrase_notation import in_order, one_phrase_regex
from minutes_nlp.nlp.phrase_patterns import PhrasePattern
from minutes_nlp.nlp.phrase_words import Units, necessary_units, text_units, units_of
from minutes_nlp.nlp.phrases import load_data

_FILES: Final = ("faults", "work", "teaching", "decisions", "form", "criticism")
_LIST: Final = re.compile(r"(?: [^\W\d_]{1,7}){0,3}(?:,| và| hoặc| hay|/)(?: [^\W\d_]{1,7}){0,2} ?")
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
    phrases: tuple[str, ...]
    """In the order in which they are tried."""
    exceptions: tuple[str, ...]
    sections: frozenset[SectionLabel]
    negatable: bool

    def find(self, masked: str, start: int, end: int, numbers: Sequence[int]) -> Iterator[Cue]:
        """Yield this entry's cues in one sentence of folded, name-masked text.

        Args:
            masked: the text.
            start: where the sentence begins.
            end: where it ends.
            numbers: of the phrases to look for.
        """
        barred: list[tuple[int, int]] | None = None
        denied = -1
        for a, b in self._matches(masked, start, end, numbers):
            if barred is None:
                barred = [
                    found.span()
                    for found in _exceptions(self.exceptions).finditer(masked, start, end)
                ]
            if barred and any(x <= a and b <= y for x, y in barred):
                continue
            if self.negatable and (is_negated(masked, start, a) or _lists_on(masked, denied, a)):
                denied = b
            else:
                yield Cue(self.kind, a, b, self.strength)

    def _matches(
        self, masked: str, start: int, end: int, numbers: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield what one pattern of all the phrases would find, the first that fits at a place."""
        if len(numbers) == 1:
            for found in one_phrase_regex(self.phrases[numbers[0]]).finditer(masked, start, end):
                yield found.span()
            return
        waiting: list[tuple[int, int, int]] = []
        for number in numbers:
            match = one_phrase_regex(self.phrases[number]).search(masked, start, end)
            if match is not None:
                heappush(waiting, (match.start(), number, match.end()))
        position = start
        while waiting:
            a, number, b = heappop(waiting)
            if a >= position:
                yield a, b
                position = b
            match = one_phrase_regex(self.phrases[number]).search(masked, position, end)
            if match is not None:
                heappush(waiting, (match.start(), number, match.end()))


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


def entries_for(masked: str, start: int, end: int) -> Iterator[tuple[CueEntry, list[int]]]:
    """Yield, in their order, the entries that may have a cue in this stretch of folded text.

    With each go the numbers of those phrases of it whose necessary words are there.
    """
    by_unit, always = _phrases_by_unit()
    found = set(always)
    whole = start == 0 and end == len(masked)
    units = text_units(masked) if whole else units_of(masked, start, end)
    for unit in units & by_unit.keys():
        for place, others in by_unit[unit]:
            if not any(map(units.isdisjoint, others)):
                found.add(place)
    entries = cue_entries()
    for number, group in groupby(sorted(found), key=itemgetter(0)):
        yield entries[number], [phrase for _, phrase in group]


@lru_cache(maxsize=1)
def _phrases_by_unit() -> tuple[
    dict[str, list[tuple[tuple[int, int], tuple[Units, ...]]]], list[tuple[int, int]]
]:
    """Return (entry, phrase) by a unit that the phrase needs, and those that need none.

    With the former goes what else the phrase needs.
    """
    by_unit: dict[str, list[tuple[tuple[int, int], tuple[Units, ...]]]] = {}
    always: list[tuple[int, int]] = []
    for number, entry in enumerate(cue_entries()):
        for place, phrase in enumerate(entry.phrases):
            rarest, *others = necessary_units(phrase) or (None,)
            if rarest is None:
                always.append((number, place))
            for unit in rarest or ():
                by_unit.setdefault(unit, []).append(((number, place), tuple(others)))
    return by_unit, always


@lru_cache(maxsize=256)
def _exceptions(phrases: tuple[str, ...]) -> PhrasePattern:
    return PhrasePattern(phrases)


_FAULTS: Final = (CueKind.SHORTCOMING, CueKind.SELF_CRITICISM)


def has_fault(folded: str, *, at_least: float = 0.5) -> bool:
    """Whether folded text tells or owns a shortcoming in so many words."""
    return any(
        True
        for entry, phrases in entries_for(folded, 0, len(folded))
        if entry.kind in _FAULTS and entry.strength >= at_least
        for _ in entry.find(folded, 0, len(folded), phrases)
    )


def _entry(table: dict[str, Any]) -> CueEntry:
    return CueEntry(
        kind=CueKind(table["kind"]),
        strength=float(table.get("strength", 1.0)),
        phrases=in_order(table["phrases"]),
        exceptions=tuple(table.get("except", ())),
        sections=frozenset(SectionLabel(name) for name in table.get("sections", ())),
        negatable=bool(table.get("negatable", False)),
    )
