"""Persons, bodies and posts that a paragraph names, as somebody in charge or criticised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.names import PersonMention, find_persons, is_public_figure
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_CAPITALISED_WORDS: Final = re.compile(rf"(?<!\w){CAPITALISED}(?: {CAPITALISED}){{0,4}}")
_UNCLE_HO: Final = ("bác hồ", "hồ chí minh", "bác")

# No list holds every unit: "bộ phận dược lo", "tổ dự phòng cấp" by the word of doing behind.
_UNLISTED_BODY: Final = re.compile(
    r"(?<!\w)(?:tổ|đội|nhóm|bộ phận|kíp|chuyền|xóm|thôn|ấp|cụm|khối|khoa|liên gia|phân xưởng)"
    r"\s{1,3}(?!chức|quốc|viên|nào|này|ta|mình|đã|có|phải|cần|nên|trưởng|phó)[^\W_]{1,8}"
    r"(?:\s{1,3}(?!đã|có|phải|cần|nên)[^\W_]{1,8})?(?=\s{1,3}(?:sẽ |phải )?"
    r"(?:lo|phụ trách|chịu trách nhiệm|nhận|đảm nhận|đảm nhiệm|đứng ra|cấp|sửa|dọn|lập|mua|soạn|nạo"
    r"|phát|trực|rà soát|kiểm tra|thu|chuẩn bị|theo dõi|hoàn thành|làm)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named at ``start``..``end``; ``is_person`` is false for a body or post."""

    start: int
    end: int
    text: str
    is_person: bool


def roster(texts: Iterable[str]) -> frozenset[str]:
    """Return the given names of everybody whom the texts name in full or with an address."""
    people = (person for text in texts for person in find_persons(text))
    return frozenset(person.name.split()[-1] for person in people if not person.name.isupper())


@lru_cache(maxsize=8192)
def mentions(text: str, known: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Return persons (a joint list is one mention), bodies and posts, in reading order.

    ``known`` given names count as persons without an address as well ("Thơm làm").
    """
    people = named_people(text)
    people += tuple(_bare_names(text, known, people))
    folded = fold(text)
    listed = [match.span() for match in phrase_list("owners.toml", "bodies").finditer(folded)]
    unlisted = [match.span() for match in _UNLISTED_BODY.finditer(folded)]
    found = listed + [u for u in unlisted if not any(a < u[1] and u[0] < b for a, b in listed)]
    bodies = [Mention(a, b, text[a:b], False) for a, b in found]
    apart = [b for b in bodies if not any(b.start < p.end and p.start < b.end for p in people)]
    return tuple(sorted([*people, *apart], key=lambda mention: mention.start))


@lru_cache(maxsize=8192)
def named_people(text: str) -> tuple[Mention, ...]:
    """Return only the persons of :func:`mentions`."""
    persons = [person for person in find_persons(text) if not _is_model_figure(person)]
    groups = (list(group) for _, group in groupby(persons, key=lambda person: person.group))
    return tuple(_mention(text, group) for group in groups)


def _bare_names(text: str, known: frozenset[str], people: tuple[Mention, ...]) -> Iterator[Mention]:
    for match in _CAPITALISED_WORDS.finditer(text):
        words = match[0].split()
        taken = any(p.start < match.end() and match.start() < p.end for p in people)
        if not taken and len(words) <= 2 and words[-1] in known:
            yield Mention(match.start(), match.end(), match[0], True)


def _mention(text: str, group: list[PersonMention]) -> Mention:
    start = min(person.start for person in group)
    end = max(person.end for person in group)
    return Mention(start, end, text[start:end], True)


def _is_model_figure(person: PersonMention) -> bool:
    return is_public_figure(person.name) or fold(person.name) in _UNCLE_HO
