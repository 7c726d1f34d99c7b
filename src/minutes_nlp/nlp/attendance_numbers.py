"""Which number of an attendance statement counts what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from minutes_nlp.nlp.numerals import NUMBER, Number, find_numbers, value_of
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.text import fold

DATA: Final = "attendance_words.toml"
FIELDS: Final = ("total", "present", "absent", "exempt", "temporary", "probationary")
_KINDS: Final = (*FIELDS, "official", "other", "reason")
_ASIDE: Final = re.compile(r"\([^()]{0,120}\)")
_UNIT: Final = (
    r"(?:đồng chí|đ/c|đc|đảng viên|đv|người|anh em|anh|chị|vị|cụ|bác|thành viên|bạn|suất|ông|bà"
    r"|cô|thầy|chú|ae|đ\.c)"
)
_LEFT_WORD: Final = (
    rf"(?:là|có|được|gồm|của|{_UNIT}|mặt|họp|hội nghị|số|hiện nay|hiện có|hiện|toàn|tham gia"
    rf"|sinh hoạt|cả|đủ|thực tế"
    r"|theo danh sách|trong|thấy|về|tới|đến|mới|đang|chi bộ|cuộc họp|buổi họp|buổi|dự|mất|chỉ"
    r"|tất cả|đúng|được|ta|mình|hôm nay|tối nay|lần này|do|bị|theo biên chế|nay|tổng số|đó|còn"
    r"|xã|này|cộng|hết thảy|thảy|đầy đủ)"
)
_LEFT_GAP: Final = re.compile(rf"(?:[\s:=|\-–>]|{_LEFT_WORD}(?!\w)){{0,16}}")
_RIGHT_GAP: Final = re.compile(
    rf"\s*(?:{_UNIT}(?!\w)\s*)?(?:{_UNIT}(?!\w)\s*)?(?:(?:được|là|mới|đã|đang|xin|thuộc|diện"
    rf"|tuổi cao|cao tuổi|đi|thì|cùng|đều)(?!\w)\s*){{0,3}}"
)
_OPENS: Final = re.compile(
    r"(?:^|[,;:(–+-]|(?<!\w)(?:có|gồm|với|là|được|đó|và|nay|còn|khoảng|đủ|cả|chỉ))\s*$"
)
_ROOM: Final = re.compile(r"(?:phòng|ngày|giờ|cuộc|buổi|nhà|lần|nơi|kỳ)\s*$")
_MEMBERS: Final = re.compile(r"\s*(?:đảng viên|đv|đ/c đảng viên|đồng chí đảng viên)(?!\w)")
# "Chi bộ 24, có mặt 22": the list goes on with who came.
_COUNTED_NEXT: Final = re.compile(
    r"\s*[,;(][^.;]{0,60}(?<!\w)(?:có mặt|dự|tới|đến|vắng|miễn|dự bị|chính thức)(?!\w)"
)
_UNIT_NEXT: Final = re.compile(rf"\s*{_UNIT}(?!\w)")
_RATIO: Final = re.compile(
    rf"(?P<part>{NUMBER})\s*(?:{_UNIT}\s*)?(?:/|trên tổng số|trong tổng số|trên"
    rf"|trong số)\s*(?P<whole>\d{{1,3}}|(?<=\s){NUMBER})(?![\w/])"
)
_NO_COUNT_BEFORE: Final = re.compile(
    r"(?<!\w)(?:ngày|tháng|năm|(?<!tổng )(?<!quân )(?<!đảng )(?<!sĩ )(?<!viên )số|quý|tầng"
    r"|phòng|khu|lớp|lúc|hồi|thứ|mùng|khóa|tuổi"
    r"|điểm|mục|nhóm|t|q|khối|km|lần|xã|phường|quận)\s*$"
)
_NO_COUNT_AFTER: Final = re.compile(
    r"\s*(?:giờ|h|g|phút|tháng|năm|tuổi|%|phần trăm|mét|m|triệu|đồng(?! chí)|nghìn|ngày|tuần"
    r"|buổi|lần|hộ|km)(?!\w)|:\d|[.,]\d|[-/]\d"
)


@dataclass(frozen=True, slots=True)
class Count:
    """``value`` of ``kind`` at ``text[start:end]``, cue and number."""

    kind: str
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    start: int
    end: int


def find_counts(sentence: str) -> list[Count]:
    """Return what the numbers of one NFC sentence count; each number counts one thing at most."""
    folded = _ASIDE.sub(_blank_names, fold(sentence))
    ratios = list(_ratios(folded))
    counts = [count for ratio in ratios for count in ratio]
    words = _words(folded)
    for number in find_numbers(sentence):
        if any(count.start <= number.start < count.end for count in counts):
            continue
        if _may_count(sentence, folded, number):
            count = _count(folded, number, words)
            if count:
                counts.append(count)
    return counts


def _blank_names(match: re.Match[str]) -> str:
    """Blank out an aside without numbers ("một anh (Hà Đăng Khôi) đang …")."""
    inside = match[0]
    return inside if re.search(r"\d", inside) or find_numbers(inside) else " " * len(inside)


def _words(folded: str) -> list[_Word]:
    found = [
        _Word(kind, match.start(), match.end())
        for kind in _KINDS
        for match in phrase_list(DATA, kind).finditer(folded)
    ]
    found.sort(key=lambda word: (word.start - word.end, word.start))
    taken: list[_Word] = []
    for word in found:
        if all(word.end <= other.start or other.end <= word.start for other in taken):
            taken.append(word)
    return sorted(taken, key=lambda word: word.start)


def _ratios(folded: str) -> Iterator[tuple[Count, Count]]:
    for match in _RATIO.finditer(folded):
        part, whole = value_of(match["part"]), value_of(match["whole"])
        before = folded[: match.start()]
        if part > whole or _NO_COUNT_BEFORE.search(before) or whole < 2:
            continue
        if phrase_list(DATA, "other").search(before[-24:]) or _is_date(folded, match, whole):
            continue
        yield (
            Count("present", part, match.start(), match.end()),
            Count("total", whole, match.start(), match.end()),
        )


def _is_date(folded: str, match: re.Match[str], month: int) -> bool:
    """Whether "01/5" is a day: no unit behind it and no word of attendance before it."""
    if month > 12 or _UNIT_NEXT.match(folded, match.end()):
        return False
    before = folded[max(0, match.start() - 24) : match.start()]
    return not any(phrase_list(DATA, kind).search(before) for kind in ("present", "total", "full"))


def _may_count(sentence: str, folded: str, number: Number) -> bool:
    if number.in_words and sentence[number.start].isupper() and number.start > 0:
        return False
    if _NO_COUNT_BEFORE.search(folded[: number.start]):
        return False
    if _NO_COUNT_AFTER.match(folded, number.end):
        return False
    plain = folded[number.start : number.end] in {"năm", "tư", "không", "lăm", "mốt", "nhăm"}
    return not plain or _UNIT_NEXT.match(folded, number.end) is not None


def _count(folded: str, number: Number, words: list[_Word]) -> Count | None:
    left = [w for w in words if w.end <= number.start]
    # A small number in words may be anything: it counts only right beside its word.
    bare = number.in_words and _UNIT_NEXT.match(folded, number.end) is None
    gap = re.compile(r"[\s:]*") if bare else _LEFT_GAP
    if left and gap.fullmatch(folded, left[-1].end, number.start):
        word = left[-1]
        if word.kind == "reason" and len(left) > 1 and left[-2].kind == "absent":
            word = left[-2] if not folded[word.end : number.start].strip(" :") else word
        if _takes(folded, word, number) and not (
            word.kind == "total" and _right(folded, number, words)
        ):
            return Count(word.kind, number.value, word.start, number.end)
    right = _right(folded, number, words)
    if right:
        return Count(right.kind, number.value, number.start, right.end)
    if _MEMBERS.match(folded, number.end):
        return Count("total", number.value, number.start, number.end)
    return None


def _takes(folded: str, word: _Word, number: Number) -> bool:
    """Whether a word may take the number behind it: "Chi bộ 7" is a name, no count."""
    words = folded[word.start : word.end]
    gap = folded[word.end : number.start].strip()
    if words in {"họp", "đến", "tới", "mặt"}:
        # "phòng họp 302", "họp chi bộ 7": these words count only what stands right behind them.
        return not gap.strip(":") and not _ROOM.search(folded[: word.start])
    counted = _UNIT_NEXT.match(folded, number.end) is not None
    listed = _COUNTED_NEXT.match(folded, number.end) is not None
    return counted or listed or bool(gap) or words not in {"chi bộ", "cb"}


def _right(folded: str, number: Number, words: list[_Word]) -> _Word | None:
    """Return the word right behind a number ("12 đ/c dự", "01 đảng viên dự bị")."""
    if not _UNIT_NEXT.match(folded, number.end) and not _OPENS.search(folded[: number.start]):
        return None
    # A number follows the word: then the word is that one's ("10 đảng viên có mặt 9").
    for word in words:
        if word.start >= number.end and word.kind != "total":
            reaches = _RIGHT_GAP.fullmatch(folded, number.end, word.start) is not None
            taken = re.match(r"\s*:?\s*\d", folded[word.end :]) is not None
            return word if reaches and not taken else None
    return None
