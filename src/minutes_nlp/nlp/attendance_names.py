"""Members named beside a word of attendance ("bác Đại miễn sinh hoạt", "SHTT: Duy, Hoa")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from minutes_nlp.nlp.attendance_words import DATA
from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.names import PersonMention, find_persons
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_MOST_NAMED: Final = 4
_ASKED: Final = re.compile(
    r"(?<!\w)(?:xin|xét|đề nghị|đơn|việc|(?<!đã )(?<!được chi bộ )cho|chuyển"
    r"|(?:hết|xong|thôi|dừng|kết thúc|mãn|trả giấy)"
    r"(?: (?:hạn|thời gian|thời hạn|kỳ|đợt|diện)){0,1})\s{0,2}$"
)
_TO_NAME: Final = re.compile(
    r"\s{0,2}[:(-]?\s{0,2}(?:(?:là|có|gồm|cho|vẫn|thì|cùng|với|chi bộ|được|đang|của)\s){0,3}"
)
# From a name to its word: nothing but words, or an apposition ("cô Lan, giáo viên mới, ...").
_FROM_NAME: Final = re.compile(
    r"\)?\s?(?:\([^()]{0,60}\)\s?)?[^,;:.()]{0,40}(?:,[^,;:.()]{0,50}){0,2}"
)
_NAME_LIST: Final = re.compile(
    rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}(?:(?:,\s|\svà\s|\svới\s){CAPITALISED}){{0,6}}"
)
_JOIN: Final = re.compile(r",\s|\svà\s|\svới\s")
_BESIDE: Final = re.compile(r"\s?\(?(?:(?:đã|được|đang|thì|vẫn|là|xin|còn|cũng|chi bộ|cho)\s){0,4}")
_LIST_GAP: Final = re.compile(r"\s?(?:,|và|với|cùng)\s{0,2}(?:và\s)?")
_BARE: Final = re.compile(rf"(?:[,(;:+]\s?|(?:cả|có|là|gồm|với|và)\s)({CAPITALISED})\s$")
_FAR: Final = 120
_OTHERS: Final = ("absent", "exempt", "temporary", "probationary", "present")
_NUMBERED: Final = re.compile(r"\d|(?<!\w)(?:một|hai|ba|bốn)(?= (?:đồng chí|đ/c|cụ|bác|người))")


def count_named(kind: str, sentences: Sequence[str]) -> int:
    """Return how many persons are named beside a word of ``kind``; 0 when that is unclear."""
    names = {name for sentence in sentences for name in _named_beside(kind, sentence)}
    return len(names) if len(names) <= _MOST_NAMED else 0


def _named_beside(kind: str, sentence: str) -> Iterator[str]:
    folded = fold(sentence)
    persons = find_persons(sentence)
    for word in phrase_list(DATA, kind).finditer(folded):
        if _ASKED.search(folded[max(0, word.start() - 24) : word.start()]):
            continue
        found = (
            _in_front(folded, word.start(), persons, _BESIDE)
            or list(_after(sentence, folded, word.end(), persons))
            or _in_front(folded, word.start(), persons, _FROM_NAME)
            or _bare_in_front(sentence, word.start())
        )
        yield from (fold(name).split()[-1] for name in found)


def _after(
    sentence: str, folded: str, position: int, persons: Sequence[PersonMention]
) -> Iterator[str]:
    gap = _TO_NAME.match(folded, position)
    start = gap.end() if gap else position
    first = next((p for p in persons if p.start == start), None)
    if first:
        yield from (p.name for p in persons if p.group == first.group and p.start >= start)
        return
    names = _NAME_LIST.match(sentence, start)
    if names and start > position:
        yield from _JOIN.split(names[0])


def _in_front(
    folded: str, position: int, persons: Sequence[PersonMention], way: re.Pattern[str]
) -> list[str]:
    """Return the names before a word, back to the word that other names belong to."""
    found: list[str] = []
    last = bisect_right(persons, position, key=lambda person: person.name_end)
    for person in reversed(persons[max(0, last - _MOST_NAMED - 1) : last]):
        gap = folded[person.name_end : position]
        joined = not found or _LIST_GAP.fullmatch(gap)
        if len(gap) > _FAR or not joined or (not found and not way.fullmatch(gap)):
            break
        if _NUMBERED.search(gap) or any(phrase_list(DATA, k).search(gap) for k in _OTHERS):
            break
        found.append(person.name)
        position = person.start
    return found


def _bare_in_front(sentence: str, position: int) -> list[str]:
    """Return a name without an address inside the sentence (", Vinh dự bị")."""
    match = _BARE.search(sentence[max(0, position - 16) : position])
    return [match[1]] if match and match[1][1:].islower() else []
