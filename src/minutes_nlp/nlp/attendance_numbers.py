"""Which number of an attendance statement counts what.

A number takes the kind word beside it: on the left past fillers ("có mặt là 19"), on the right
past its unit ("02 đ/c vắng").  A number that counts members without such a word is *free*;
:mod:`attendance_sums` may still find its place.  Every look around a number is bounded, so that
the time is linear in the length of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from minutes_nlp.nlp.attendance_words import DATA, GROUPS, UNIT, KindWord, find_words
from minutes_nlp.nlp.numerals import NUMBER, Number, find_numbers, value_of
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

_NEAR: Final = 80
_ASIDE: Final = re.compile(r"\([^()]{0,120}\)")
_LEFT_WORD: Final = (
    rf"(?:là|có|được|gồm|của|{UNIT}|mặt|họp|hội nghị|số|hiện nay|hiện|toàn|tham gia"
    r"|sinh hoạt|cả|đủ|thực tế"
    r"|theo danh sách|trong|thấy|về|tới|đến|mới|đang|chi bộ|cuộc họp|buổi họp|buổi|dự|mất|chỉ"
    r"|tất cả|đúng|ta|mình|hôm nay|tối nay|lần này|do|bị|theo biên chế|nay|tổng số|đó|còn"
    r"|xã|này|cộng|hết thảy|cả thảy|thảy|đầy đủ|ghi|thêm|cùng|vẫn|nhà|thì|tổng|danh sách"
    r"|tính|nơi khác|nơi cư trú|ở|đi|từ)"
)
# Possessive: fillers are never read another way, so no text makes this slow.
_LEFT_GAP: Final = re.compile(rf"(?:\s+|[:=|\->]|{_LEFT_WORD}(?!\w)){{0,16}}+")
_BARE_GAP: Final = re.compile(r"[\s:]{0,3}(?:(?:đúng|chỉ|có|mất|mỗi|cả|đủ|là)\s){0,2}")
_SUBJECT_GAP: Final = re.compile(r"\s?(?:cùng |được |đang )?")
_RIGHT_GAP: Final = re.compile(
    rf"\s{{0,3}}(?:{UNIT}(?!\w)\s?){{0,2}}(?:(?:được|là|mới|đã|đang|xin|thuộc|diện"
    r"|tuổi cao|cao tuổi|đi|thì|cùng|đều|còn lại|nhà|trong|sh)(?!\w)\s?){0,3}"
)
# "02 giáo sinh Đại học Sư phạm Huế sinh hoạt tạm thời": what the people are, up to the kind.
_NOUN_GAP: Final = re.compile(r"\s[^\W\d_][^,;:.()\d+=]{0,50}\s")
_LABEL_GAP: Final = re.compile(r"[^;:.()\d]{0,50}:\s{0,2}")
_OPENS: Final = re.compile(
    r"(?:^|[,;:(+-]|(?<!\w)(?:có|gồm|với|là|được|đó|và|nay|còn|khoảng|đủ|cả|chỉ|thì))\s{0,3}$"
)
_ROOM: Final = re.compile(r"(?:phòng|ngày|giờ|cuộc|buổi|nhà|lần|nơi|kỳ|chi bộ|cb)\s{0,3}$")
_MEMBERS: Final = re.compile(r"\s{0,3}(?:đảng viên|đv|đ/c đảng viên|đồng chí đảng viên)(?!\w)")
# "Chi bộ 24, có mặt 22": the list goes on with who came.
_COUNTED_NEXT: Final = re.compile(
    r"\s{0,3}[,;(][^.;]{0,60}(?<!\w)(?:có mặt|dự|tới|đến|vắng|miễn|dự bị|chính thức)(?!\w)"
)
_UNIT_NEXT: Final = re.compile(rf"\s{{0,3}}{UNIT}(?!\w)")
_TAKES_NEXT: Final = re.compile(rf"\s{{0,3}}:?\s{{0,3}}({NUMBER})")
_RATIO: Final = re.compile(
    rf"(?P<part>{NUMBER})\s{{0,3}}(?:{UNIT}\s{{0,3}})?(?:/|trên tổng số|trong tổng số|trên"
    rf"|trong số)\s{{0,3}}(?P<whole>\d{{1,3}}|(?<=\s){NUMBER})(?![\w/])"
)
# "Đảng viên chính thức 14/15": a ratio of some members, not of all.
_PART_BEFORE: Final = re.compile(r"(?:chính thức|dự bị|tạm thời|miễn)\s{0,3}:?\s{0,3}$")
_NO_COUNT_BEFORE: Final = re.compile(
    r"(?<!\w)(?:ngày|tháng|năm|(?<!tổng )(?<!quân )(?<!đảng )(?<!sỹ )(?<!viên )số|quý|tầng"
    r"|phòng|khu|lớp|lúc|hồi|thứ|mùng|khóa|tuổi"
    r"|điểm|mục|nhóm|t|q|khối|km|lần|xã|phường|quận|hd|nq|cv|kh|thôn|ấp|bản|tổ|đội)\s{0,3}$"
)
_NO_COUNT_AFTER: Final = re.compile(
    r"\s{0,3}(?:giờ|h|g|phút|tháng|năm|tuổi|%|phần trăm|mét|m|triệu|đồng(?! chí)|nghìn|ngày|tuần"
    r"|buổi|lần|hộ|km|rưỡi|phần|số|nội dung|việc|ý kiến|trang|lầu|gian|bàn|ghế|dãy)(?!\w)"
    r"|:\d|[.,]\d|[-/]\d"
)
# "Từ 01/10", "hôm 02/4": whatever else is said before, a day.
_DAY_BEFORE: Final = re.compile(
    r"(?<!\w)(?:từ|hôm|bữa|sáng|chiều|tối|trưa|đến hết|lúc|hồi)\s{0,3}$"
)
# "19 giờ 30 có mặt ở nhà văn hóa": minutes of the clock.
_CLOCK_BEFORE: Final = re.compile(
    r"(?:\d|mười|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)\s?(?:giờ|h|g)\s$"
)
_IN_ALL: Final = re.compile(rf"\s{{0,3}}(?:{UNIT}\s)?(?:cả thảy|hết thảy|tất cả|tổng cộng)(?!\w)")
_FREE_BEFORE: Final = re.compile(
    r"(?:^|[,;:(>=+-]|(?<!\w)(?:có|còn|còn lại|được|đi|tới|ra|trên|lại|ngồi|về|đủ|nay|nhà))\s{0,3}$"
)
_PAUSE: Final = re.compile(r"\s?(?:[,;)]|\.?$)")
# "213 tạm thời": a regulation that people call by its number, no count.
_MOST_IN_GROUP: Final = 99
_AMBIGUOUS: Final = 10
# Words that are no numbers as often as not; they count before a unit or, behind a word, a pause.
_PLAIN: Final = frozenset(["năm", "tư", "không", "lăm", "mốt", "nhăm"])
# Words of much else: they count only what stands right beside them.
_WEAK: Final = frozenset(["họp", "đến", "tới", "mặt", "nghỉ", "ngồi"])


@dataclass(frozen=True, slots=True)
class Count:
    """``value`` of ``kind`` at ``text[start:end]``, cue and number; kind "free" has no cue.

    ``labelled`` is false where a ratio gives the number: "16/16" may be of those who are due.
    """

    kind: str
    value: int
    start: int
    end: int
    labelled: bool = True


def find_counts(sentence: str) -> list[Count]:
    """Return what the numbers of one NFC sentence count; each number counts one thing at most."""
    folded = _ASIDE.sub(_blank_names, fold(sentence))
    counts = [count for ratio in _ratios(folded) for count in ratio]
    inside = bytearray(len(folded) + 1)
    for count in counts:
        inside[count.start : count.end] = b"\1" * (count.end - count.start)
    words = find_words(folded)
    used: set[KindWord] = set()
    for number in find_numbers(sentence):
        if inside[number.start] or not _may_count(sentence, folded, number):
            continue
        word = _word_of(folded, number, words, used)
        if word:
            used.add(word)
            start, end = min(word.start, number.start), max(word.end, number.end)
            counts.append(Count(word.kind, number.value, start, end))
        elif _MEMBERS.match(folded, number.end) or _IN_ALL.match(folded, number.end):
            counts.append(Count("total", number.value, number.start, number.end))
        elif _is_free(folded, number):
            counts.append(Count("free", number.value, number.start, number.end))
    return sorted(counts, key=lambda count: count.end)


def _blank_names(match: re.Match[str]) -> str:
    """Blank out an aside without numbers ("một anh (Hà Đăng Khôi) đang …")."""
    inside = match[0]
    return inside if re.search(r"\d", inside) or find_numbers(inside) else " " * len(inside)


def _before(folded: str, position: int, size: int = 24) -> str:
    return folded[max(0, position - size) : position]


def _ratios(folded: str) -> Iterator[tuple[Count, Count]]:
    for match in _RATIO.finditer(folded):
        part, whole = value_of(match["part"]), value_of(match["whole"])
        before = _before(folded, match.start())
        if part > whole or _NO_COUNT_BEFORE.search(before) or whole < 2:
            continue
        if _PART_BEFORE.search(before):
            continue
        if phrase_list(DATA, "other").search(before) or _is_date(folded, match, whole):
            continue
        yield (
            Count("present", part, match.start(), match.end(), labelled=False),
            Count("total", whole, match.start(), match.end(), labelled=False),
        )


def _is_date(folded: str, match: re.Match[str], month: int) -> bool:
    """Whether "01/5" is a day: no unit behind it and no word of attendance before it."""
    if month > 12 or _UNIT_NEXT.match(folded, match.end()):
        return False
    before = _before(folded, match.start())
    if _DAY_BEFORE.search(before):
        return True
    return not any(
        phrase_list(DATA, kind).search(before) for kind in ("present", "total", "full", "roll")
    )


def _may_count(sentence: str, folded: str, number: Number) -> bool:
    if number.in_words and sentence[number.start].isupper() and number.start > 0:
        return False
    if _NO_COUNT_BEFORE.search(_before(folded, number.start)):
        return False
    if _NO_COUNT_AFTER.match(folded, number.end):
        return False
    counted = _UNIT_NEXT.match(folded, number.end) is not None
    if not counted and _CLOCK_BEFORE.search(_before(folded, number.start)):
        return False
    if counted or folded[number.start : number.end] not in _PLAIN:
        return True
    return _PAUSE.match(folded, number.end) is not None and number.value > 0


def _word_of(
    folded: str, number: Number, words: Sequence[KindWord], used: set[KindWord]
) -> KindWord | None:
    """Return the kind word that ``number`` belongs to."""
    first = bisect_left(words, number.start - _NEAR, key=lambda word: word.start)
    last = bisect_left(words, number.end + _NEAR, key=lambda word: word.start)
    crowd = number.value > _MOST_IN_GROUP
    near = [word for word in words[first:last] if not (crowd and word.kind in GROUPS)]
    right = _right(folded, number, near)
    word = _left(folded, number, near, used)
    # "Còn lại 29 người phải dự": those who are due, not those who came.
    yields = {"total", "official", *(("present",) if right and right.kind == "due" else ())}
    taken = word is None or word in used or (right and word.kind in yields)
    if word and not taken and _takes(folded, word, number):
        return word
    return right or _label(folded, number, near, used)


def _left(
    folded: str, number: Number, near: Sequence[KindWord], used: set[KindWord]
) -> KindWord | None:
    """Return the word on the left that only fillers part from the number."""
    left = [w for w in near if w.end <= number.start]
    # A small number in words may be anything: it counts only right beside its word.
    bare = number.in_words and _UNIT_NEXT.match(folded, number.end) is None
    gap = _BARE_GAP if bare and number.value <= _AMBIGUOUS else _LEFT_GAP
    if not left or not gap.fullmatch(folded, left[-1].end, number.start):
        return None
    word = left[-1]
    if len(left) > 1:
        former, between = left[-2], folded[left[-2].end : word.start]
        # "Sinh hoạt tạm thời có mặt 02": the group is what is counted.
        group = former.kind in GROUPS and former not in used
        if word.kind == "present" and group and _SUBJECT_GAP.fullmatch(between):
            return former
    return word


def _takes(folded: str, word: KindWord, number: Number) -> bool:
    """Whether a word may take the number behind it: "Chi bộ 7" is a name, no count."""
    words = folded[word.start : word.end]
    counted = _UNIT_NEXT.match(folded, number.end) is not None
    gap = folded[word.end : number.start].strip()
    if words in _WEAK:
        # "phòng họp 302", "họp một tối": these words count only what stands right behind them.
        plain = number.in_words and number.value <= _AMBIGUOUS and not counted
        return not (plain or gap.strip(":") or _ROOM.search(_before(folded, word.start)))
    listed = _COUNTED_NEXT.match(folded, number.end) is not None
    return counted or listed or bool(gap) or words not in {"chi bộ", "cb"}


def _right(folded: str, number: Number, near: Sequence[KindWord]) -> KindWord | None:
    """Return the word right behind a number ("12 đ/c dự", "01 đảng viên dự bị")."""
    following = [w for w in near if w.start >= number.end and w.kind not in {"total", "raised"}]
    if not following:
        return None
    word = following[0]
    # "01 chính thức sinh hoạt tạm thời": the group is what is counted.
    if word.kind == "official" and len(following) > 1:
        group = following[1]
        joined = not folded[word.end : group.start].strip()
        word = group if group.kind in GROUPS and joined else word
    loose = folded[word.start : word.end] in _WEAK
    beside = not folded[number.end : word.start].strip() and not loose
    opens = _OPENS.search(_before(folded, number.start)) is not None
    # A number follows the word: then the word is that one's ("10 đảng viên có mặt 9").
    following_number = _TAKES_NEXT.match(folded, word.end)
    taking = following_number[1] if following_number else "không"
    if taking not in _PLAIN and value_of(taking) <= _MOST_IN_GROUP:
        return None
    counted = _UNIT_NEXT.match(folded, number.end) is not None
    if (opens or counted or beside) and _RIGHT_GAP.fullmatch(folded, number.end, word.start):
        return word
    people = word.kind in GROUPS or (word.kind == "absent" and counted)
    told = opens and people and _NOUN_GAP.fullmatch(folded, number.end, word.start)
    return word if told and not find_numbers(folded[number.end : word.start]) else None


def _label(
    folded: str, number: Number, near: Sequence[KindWord], used: set[KindWord]
) -> KindWord | None:
    """Return the group that heads the number ("Đảng viên dự bị cùng dự, ngoài số trên: 02")."""
    left = [w for w in near if w.end <= number.start and w.kind != "total"]
    left = list(takewhile(lambda w: w.kind in {*GROUPS, "present"}, reversed(left)))
    word = next((w for w in reversed(left) if w.kind in GROUPS and w not in used), None)
    return word if word and _LABEL_GAP.fullmatch(folded, word.end, number.start) else None


def _is_free(folded: str, number: Number) -> bool:
    """Whether the number may count members though no word says of what kind."""
    if number.in_words and number.value <= _AMBIGUOUS:
        return False
    counted = _UNIT_NEXT.match(folded, number.end) is not None
    paused = _PAUSE.match(folded, number.end) is not None
    return number.value > 1 and (
        counted or paused or _FREE_BEFORE.search(_before(folded, number.start)) is not None
    )
