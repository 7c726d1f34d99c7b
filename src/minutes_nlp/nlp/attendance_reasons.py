"""Who is said to be away, and whether the minutes say why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.attendance_words import DATA
from minutes_nlp.nlp.letters import CAPITALISED
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import sentences
from minutes_nlp.nlp.text import fold

_CUE: Final = re.compile(
    r"(?<!\w)(?:vắng(?: mặt)?|thiếu(?= (?:đồng chí|đ/c|ông|bà|anh|chị|cô|chú|bác|cụ))"
    r"|xin (?:nghỉ|vắng|phép|kiếu)|báo nghỉ|khiếm diện|cáo (?:ốm|bệnh))"
    r"(?: (?:có|không|ko) (?:lý do|phép))?(?!\w)"
)
# Words after which the minutes may say why, though they name nobody.
_GONE: Final = re.compile(
    rf"{_CUE.pattern}|(?<!\w)(?:thiếu(?= \d)|nghỉ(?=\s?[:\d(]| (?:vì|do|ốm|bệnh|phép))"
    r"|không (?:đến|tới|dự|về|có mặt)(?: họp| dự)?(?: được)?)(?!\w)"
)
_RESTS: Final = re.compile(r"(?<!\w)(?:nghỉ|xin về|vắng|không (?:đến|tới|dự|họp))(?!\w)(?! hưu)")
_NEAR: Final = 32
_TO_CUE: Final = re.compile(r"\s[^\W\d_][^,;:.()\d]{0,30}\s|\s?(?:(?:xin|đang|thì)\s){0,2}")
_LEADING: Final = " :-–,là"
# "Chín Cò vắng": two capitals at least, since any word may open a sentence.
_BARE_BEFORE: Final = re.compile(rf"({CAPITALISED}(?:\s{CAPITALISED}){{1,3}})\s(?:xin\s)?$")
_PART_OPENS: Final = re.compile(r"(?:[,;:+–-]|(?<!\w)(?:và|với|là|vắng|mặt|nghỉ|phép|có))\s*$")
_SOMETHING_ELSE: Final = re.compile(
    r"(?<!\w)(?:miễn|chủ trì|chủ tọa|điều hành|điều khiển|ghi|thư ký|dự bị"
    r"|tạm thời|có mặt|khách)(?!\w)"
)
_TO_LIST: Final = re.compile(
    r"(?:\s+|[:,-]|(?:là|có|chỉ|mỗi|đúng|gồm|một mình|duy nhất|riêng|còn|các|những|mất|họp"
    r"|sinh hoạt"
    r"|hôm nay|tối nay|lần này|buổi này|một|hai|ba|bốn|năm)(?!\w)){0,10}+"
)
_LIST_JOIN: Final = re.compile(r"\s{0,3}(?:[,;+]|(?<!\w)(?:và|với)(?!\w))\s{0,3}")
_BARE: Final = re.compile(rf"{CAPITALISED}(?:\s{CAPITALISED}){{0,3}}(?=[\s.]*$)")
_ASIDE: Final = re.compile(r"\([^()]{0,200}\)")
_EMPTY: Final = re.compile(
    r"(?<!\w)(?:vắng|mặt|đồng chí|đ/c|đc|là|gồm|có|các|và|với|người|anh|chị|ông|bà|chú|bác|cô"
    r"|bí thư|phó|chi ủy viên|đảng viên|đv"
    r"|cùng|trong đó|họp|hôm nay|đó|cụ|em|bạn|thầy|một|hai|ba|bốn|năm|sáu|bảy|tám"
    r"|(?:được )?miễn(?: sinh hoạt| họp| dự)?|(?:sinh hoạt )?tạm thời|dự bị|chính thức|tổng số"
    r"|phải|dự)(?!\w)|[\W\d_]"
)
_AWAY: Final = re.compile(
    r"(?<!\w)(?:đi (?:học|công tác|tập huấn|họp|viện|chữa|khám|xa|biển|làm|thi|đưa|đón)|ốm|bệnh"
    r"|bịnh|đau|sốt|sanh|đẻ|thai sản|kẹt|nằm viện|điều trị|tái khám|công tác"
    r"|nghỉ|bận|trực|mổ|có giấy)(?!\w)"
)
# From a name to what keeps the person away: an aside or a few words, no other person's part.
_TO_AWAY: Final = re.compile(
    r"(?:\s?\([^()]{0,40}\))?[\s:,(]{1,3}(?:[^\W\d_]{1,9}\s){0,3}?"
    r"(?:đi(?! (?:dự|họp|cùng|theo))|ốm|bệnh|bịnh|đau|sốt|mổ|nằm|điều trị|nghỉ|bận|trực|mắc|kẹt"
    r"|sanh|sinh con|sinh bé|đẻ|thai sản|về quê|về ngoại|ở nhà|ở viện|công tác|tập huấn|học"
    r"|chăm|nuôi|trông|đưa|tái khám|làm ca|phép|xin phép|nhắn)(?!\w)"
)
_STATED: Final = re.compile(
    r"(?<!\w)(?:có|không|ko) (?:lý do|phép)|(?<!\w)(?:có|đã) (?:báo|xin phép|đơn|giấy)"
)


def count_absent_names(
    sentences: Sequence[str], expected: int | None, slack: int = 0, elsewhere: int = 0
) -> int | None:
    """Return how many persons are named as absent; ``None`` when nobody is, or it is unclear.

    Args:
        sentences: those of the opening.
        expected: how many the other numbers leave, where they are stated; names that are only
            said to rest or to be kept away ("chị Hạ nghỉ vì con ốm", "anh Khoa đi Hàn") count
            when they are as many.
        elsewhere: how many of them are on temporary membership elsewhere.
        slack: how far off the list may be, for members who may be counted in or out.
    """
    found = [names for sentence in sentences if (names := absent_names(sentence))]
    resting = {fold(name) for sentence in sentences for name in _resting(sentence)}
    named = {fold(name) for names in found for name in names}
    kept = named | resting | {fold(name) for s in sentences for name in _kept_away(s)}
    beside = {fold(p.name) for s in sentences if absent_names(s) for p in find_persons(s)}
    for count in (len(found[0]) if found else 0, len(named), len(resting), len(named | resting)):
        if count and count == expected:
            return count
    if expected is not None and elsewhere < expected:
        for count in (len(kept), len(beside)):
            if count == expected - elsewhere:
                return count
    # Where the numbers leave another count, the list is not read surely.
    close = expected is None or (found and abs(expected - len(found[0])) <= slack)
    return len(found[0]) if found and close else None


def absent_names(sentence: str) -> list[str]:
    """Return the names of those whom one sentence says to be away."""
    plain = _without_asides(sentence)
    folded = fold(plain)
    cue = _CUE.search(folded)
    if cue is None or phrase_list(DATA, "nobody_absent").search(folded):
        return []
    persons = find_persons(plain)
    after = [p for p in persons if p.start >= cue.end()]
    if after and _TO_LIST.fullmatch(folded, cue.end(), after[0].start):
        return [p.name for p in after if _is_listed(folded, p.start, cue.end())]
    bare = _bare_list(plain, cue.end())
    if bare:
        return bare
    before = [p for p in persons if p.name_end <= cue.start()]
    if not before:
        bare_before = _BARE_BEFORE.search(plain[: cue.start()])
        return [bare_before[1]] if bare_before else []
    return [p.name for p in before if p.group == before[-1].group]


def _without_asides(sentence: str) -> str:
    """Blank out asides; one that itself says who is away stands for the sentence."""
    for aside in _ASIDE.finditer(sentence):
        if _CUE.match(fold(aside[0]), 1):
            return aside[0][1:-1]
    return _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence)


def _bare_list(plain: str, start: int) -> list[str]:
    """Return names without an address ("vắng Hiền, Sáu"), one a part of the list."""
    parts = _LIST_JOIN.split(plain[start:].lstrip(_LEADING))
    names = [match[0] if (match := _BARE.match(part)) else "" for part in parts]
    return names if all(names) else names[: names.index("")]


def _resting(sentence: str) -> list[str]:
    """Return who is said to rest, the names right before the word."""
    plain = _without_asides(sentence)
    folded = fold(plain)
    persons = find_persons(plain)
    found: list[str] = []
    for cue in _RESTS.finditer(folded):
        position = bisect_right(persons, cue.start(), key=lambda person: person.name_end) - 1
        person = persons[position] if position >= 0 else None
        if person and cue.start() - person.name_end <= _NEAR:
            gap = _TO_CUE.fullmatch(folded, person.name_end, cue.start())
            found += [person.name] if gap else []
    return found


def _kept_away(sentence: str) -> list[str]:
    """Return who is said to be somewhere else or unable to come, with those named together."""
    folded = fold(sentence)
    persons = find_persons(sentence)
    kept = {
        person.group
        for person in persons
        if (gap := _TO_AWAY.match(folded, person.name_end)) and not _SOMETHING_ELSE.search(gap[0])
    }
    return [person.name for person in persons if person.group in kept]


def _is_listed(folded: str, start: int, since: int) -> bool:
    """Whether a person opens a part of the list, not the reason of another ("trông mẹ ông Ba").

    A part that says what else the person is ("ông Ký miễn sinh hoạt") is of no absentee.
    """
    first = _TO_LIST.fullmatch(folded, since, start) is not None
    if not first and not _PART_OPENS.search(folded, max(since, start - _NEAR), start):
        return False
    part = re.match(r"[^,;.]{0,80}", folded[start:])
    return part is None or _SOMETHING_ELSE.search(part[0]) is None


def absence_reason_given(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether anything beyond number and names is said of those who are absent."""
    for paragraph in paragraphs:
        text = paragraph.text
        for start, end in sentences(text):
            # What follows the first cue holds what follows the others.
            cue = _GONE.search(fold(text), start, end)
            if cue and _says_why(text, (start, end), cue.span()):
                return True
    absent = {
        name for p in paragraphs for a, b in sentences(p.text) for name in absent_names(p.text[a:b])
    }
    return any(_explained_elsewhere(p.text, absent) for p in paragraphs)


def _explained_elsewhere(text: str, absent: set[str]) -> bool:
    """Whether another place of the opening says what keeps an absent person away."""
    for person in find_persons(text):
        if person.name in absent and _AWAY.search(
            fold(text)[person.name_end : person.name_end + 60]
        ):
            return True
    return False


def _says_why(text: str, sentence: tuple[int, int], where: tuple[int, int]) -> bool:
    start, end = sentence
    cue = where[0]
    if _STATED.search(fold(text)[start:end]):
        return True
    kept = list(fold(text)[cue:end])
    for person in find_persons(text):
        named = range(max(person.start - cue, 0), min(person.name_end - cue, len(kept)))
        for position in named:
            kept[position] = " "
    words = "".join(kept)
    for name in _bare_list(text[:end], where[1]):  # "Vắng Khoa, Bằng"
        words = words.replace(fold(name), " ", 1)
    return bool(_EMPTY.sub(" ", words).split())
