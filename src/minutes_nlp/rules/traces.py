"""Traces of what was not read: numbers, times, names that may state it in unforeseen words.

They never clear a check; they only keep it from saying "missing".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.names import named_in, without_speaker

_CLOCK = re.compile(
    r"(?<![\d/])\d{1,2}\s?(?:giờ|h|g|:|tiếng)(?![^\W\d_])"
    r"|(?<![\d/.,])(?:[01]?\d|2[0-3])[.][0-5]\d(?![\d.,%/]|\s?(?:đồng|tấn|triệu|nghìn))"
    r"|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai)\s(?:giờ|rưỡi)(?!\w)",
    re.IGNORECASE,
)
_HEAD_COUNT = re.compile(
    r"(?:có mặt|hiện diện|tham dự|tham gia|tới họp|đến họp|dự họp|đi họp|quân số|đủ|dự|còn lại|còn"
    r"|tới|đến)"
    r"\W{1,3}(?:\w{1,10}\W{1,3}){0,4}(?:\d|(?:hai|ba|bốn) mươi|mười|hai (?:mốt|lăm|nhăm))"
    r"|\d{1,3}\s?/\s?\d{1,3}\s?(?:đ/c|đc|đồng chí|đảng viên|đv)"
    r"|(?:\d|mươi|mười|mốt|lăm|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
    r" (?:đảng viên|đồng chí|đ/c|người)(?!\w)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|(?:ngày|mùng|mồng|rằm)(?:\s\S{1,6}){1,4}\stháng",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?<!\w)(?:(?<!nêu )(?<!nói )(?<!tuyên bố )l[ýí] do(?! (?:cuộc|buổi|họp|hội|sinh hoạt))"
    r"|có phép|xin phép|xin nghỉ|xin vắng|đi học|đi công tác|tập huấn"
    r"|công tác(?! (?:đảng|xây dựng|chuẩn bị|tháng|tổ chức|kiểm tra|dân vận|mặt trận|cán bộ))"
    r"|ốm|bệnh(?! viện)|(?:nằm|đi|ở|vào|vô|ra)(?: bệnh)? viện|bận|có giấy|báo trước|về quê|đám|mổ"
    r"|khám|bịnh|đau|sốt|sanh|đẻ|thai sản|kẹt|đi (?:xa|biển|làm|thi)"
    r"|(?<!kỳ )(?<!được )nghỉ(?! (?:tết|lễ|hè|hưu|giải lao|trưa|lúc|hồi))"
    r"|trực(?! (?:tuyến|tiếp|thuộc)))(?!\w)",
    re.IGNORECASE,
)
_TIME_WORDS = re.compile(
    r"\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|(?<!\w)(?:ngày|tháng|tuần|quý|hạn|trước khi|kỳ (?:họp )?sau"
    r"|mùng|bữa|rằm|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?!\w)",
    re.IGNORECASE,
)
# A time that sets a limit, not one that names a plan ("phương hướng tháng 12").
_LIMIT = re.compile(
    r"(?<![\d/])\d{1,2}\s?[/.-]\s?\d{1,2}(?![\d%])|(?<!\w)(?:trước|chậm nhất|muộn nhất|hạn|mùng"
    r"|mồng|rằm|ngày \d|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|(?:ngày|sáng|chiều|tối) mai"
    r"|(?<!hướng )(?<!vụ )(?<!việc )(?<!tác )(?<!hoạch )(?:tuần|tháng|kỳ|buổi|cuối tuần|cuối tháng)"
    r" (?:này|sau|tới))(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)")
_LONGEST_LEAD = 60  # "Đồng chí Nguyễn Văn An, Bí thư Chi bộ, kết luận:"
_LEAST_TO_DO = 2
_CELL = re.compile(r"(?<!\w)(?:chi\s{1,3}bộ|cb|chi đảng bộ|đảng bộ bộ phận)(?!\w)", re.IGNORECASE)
_NOTHING = re.compile(r"(?!)")
_HEAD = 20
_LEAST_HEAD = 6
_TAIL = 12
_SIGNED_WORDS = 7
_LAST_LINES = 4
_WROTE = re.compile(r"(?<!\w)(?:ghi|chép|viết|thư ký|tk|cầm bút)(?!\w)", re.IGNORECASE)
_PRESIDED = re.compile(
    r"(?<!\w)(?:chủ (?:trì|tọa|toạ)|ct|bí thư|bt|pbt|điều hành|điều khiển)(?!\w)", re.IGNORECASE
)
_ROW_WORDS = 24


def has_time_words(paragraph: Paragraph) -> bool:
    """Whether the paragraph names a day, a month, a week or a time limit."""
    return _TIME_WORDS.search(paragraph.text) is not None


def perhaps_assigned(paragraph: Paragraph) -> bool:
    """Whether somebody is named and a time follows, as where a task is set in few words."""
    said = without_speaker(paragraph).text
    said = said[said.find(":", 0, _LONGEST_LEAD) + 1 :]
    for sentence in _SENTENCE_END.split(said):
        first = min(named_in(sentence), default=len(sentence))
        for limit in _LIMIT.finditer(sentence, first):
            if len(sentence[first : limit.start()].split()) >= _LEAST_TO_DO:
                return True
    return False


def clock_outside(minutes: Minutes, known: Iterable[int]) -> Paragraph | None:
    """Return a formal paragraph with a time of day, but for those in ``known`` (indices)."""
    apart = set(known)
    formal = minutes.section(SectionLabel.FORMALITIES)
    return next((p for p in formal if p.index not in apart and _CLOCK.search(p.text)), None)


def head_count(minutes: Minutes) -> Paragraph | None:
    """Return a paragraph of the opening that counts people who came."""
    opening = minutes.paragraphs[:_HEAD]
    return next((p for p in opening if _HEAD_COUNT.search(p.text)), None)


def day_in_opening(minutes: Minutes) -> Paragraph | None:
    """Return a paragraph of the opening that names a day."""
    return next((p for p in minutes.paragraphs[:_HEAD] if _DAY.search(p.text)), None)


def cell_in_opening(minutes: Minutes) -> Paragraph | None:
    """Return a paragraph of the opening that speaks of the cell."""
    opening = minutes.paragraphs[:_HEAD]
    return next((p for p in opening if _CELL.search(p.text)), None)


def opening_says(minutes: Minutes, words: str, but: re.Pattern[str] = _NOTHING) -> bool:
    """Whether the opening has these words (lower case), other than within ``but``."""
    return any(words in but.sub(" ", p.text.casefold()) for p in _formal_opening(minutes))


def reason_in_opening(minutes: Minutes) -> Paragraph | None:
    """Return a paragraph of the opening with words that may say why somebody is away."""
    return next((p for p in _formal_opening(minutes) if _REASON.search(p.text)), None)


def _formal_opening(minutes: Minutes) -> list[Paragraph]:
    head = min(_HEAD, max(_LEAST_HEAD, len(minutes.paragraphs) // 2))
    return [p for p in minutes.section(SectionLabel.FORMALITIES) if p.index < head]


def signed_by(minutes: Minutes, name: str | None) -> Paragraph | None:
    """Return a short line near the end, or a row of two signers, that holds this name."""
    if not name:
        return None
    wanted = name.casefold()
    tail = minutes.paragraphs[-_TAIL:]
    return next((p for p in tail if wanted in p.text.casefold() and _is_signed(p)), None)


def signed_in_own_words(minutes: Minutes, *, chair: bool) -> Paragraph | None:
    """Return a short last line that says who presided, or who wrote, in words of its own."""
    words = _PRESIDED if chair else _WROTE
    last = minutes.paragraphs[-_LAST_LINES:]
    return next((p for p in last if p.words <= _ROW_WORDS and words.search(p.text)), None)


def _is_signed(paragraph: Paragraph) -> bool:
    if paragraph.words <= _SIGNED_WORDS:
        return True
    words = [word for word in paragraph.text.split() if word.isalpha()]
    is_row = " | " in paragraph.text or all(word[0].isupper() for word in words)
    return is_row and paragraph.words <= _ROW_WORDS
