"""Numbers of a vote in one folded sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_COUNT: Final = r"(?<![\d/.,])(\d{1,3})(?![\d/]|[.,]\d)"
_PEOPLE: Final = r"(?:\s{0,3}(?:đồng chí|đ/c|đc|phiếu|người|đảng viên|đv|ý kiến)){0,2}"
_NOT_THINGS: Final = r"(?!\s{0,3}(?:%|việc|nội dung|nhiệm vụ|điểm|điều|hộ)(?!\w))"
_AGREE: Final = r"(?:tán thành|đồng ý|nhất trí|đồng tình|ủng hộ|thuận|giơ tay)"
_DISAGREE: Final = r"(?:(?:không|ko) (?:tán thành|đồng ý|nhất trí|đồng tình|thuận)|phản đối|chống)"
_ABSTAIN: Final = r"(?:(?:có )?ý kiến khác|phiếu trắng|không (?:có )?ý kiến|bỏ trống|phiếu hỏng)"
_FRACTION: Final = re.compile(
    rf"(?<![\d/.,])(\d{{1,3}})(?:{_PEOPLE}\s{{1,3}}{_AGREE}\s{{1,3}}(?=trên))?"
    r"\s{0,3}(?:/|trên(?: tổng số)?)\s{0,3}(\d{1,3})(?![\d/]|[.,]\d"
    r"|\s{0,3}(?:điểm|việc|nhiệm vụ|nội dung|hộ|ha|chỉ tiêu)(?!\w))"
)
_PERCENT: Final = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s{0,3}(?:%|phần trăm)")
_ALL: Final = re.compile(r"một trăm phần trăm")
_PRESENT: Final = re.compile(
    rf"{_COUNT}{_PEOPLE}(?:\s{{1,3}}chính thức)?\s{{1,3}}(?:có mặt|dự họp|tham dự)(?!\w)"
)
_BALLOTS: Final = re.compile(
    rf"{_COUNT}{_PEOPLE}\s{{1,3}}(?:hợp lệ|phát(?: ra)?|thu(?: về| vào)?)(?!\w)"
    rf"|(?:hợp lệ|phát ra|phát|thu về|thu vào|số phiếu thu|tổng số phiếu)[:\s]{{1,3}}{_COUNT}"
)
_BEFORE_DATE: Final = re.compile(
    r"(?:ngày|tháng|sáng|chiều|tối|trước|từ|đến|quý|hạn|dịp|mừng|lễ|đón|hè|tết|kỷ niệm|mùng|thứ \w+"
    r"|cn|chủ nhật|sau|trc)\s*$"
)
_COUNTED: Final = re.compile(rf"{_PEOPLE}[\s,:(]{{0,4}}(?:chính thức|có mặt|{_AGREE})?")
_NEAR: Final = 45


@dataclass(frozen=True, slots=True)
class VoteCounts:
    """Numbers as stated; ``stated`` when any stands there, ``unanimous`` when all agree."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    voters: int | None = None
    percent: float | None = None

    @property
    def stated(self) -> bool:
        """Whether the sentence gives any number in favour."""
        return self.in_favour is not None or self.percent is not None

    @property
    def unanimous(self) -> bool:
        """Whether the numbers say that everybody agreed."""
        if self.against or self.abstained or not self.stated:
            return False
        if self.voters is not None and self.in_favour is not None:
            return self.in_favour == self.voters
        return self.percent == 100 or self.against == 0


def read_counts(sentence: str, before: str = "") -> VoteCounts:
    """Read the counts of folded ``sentence``: "18/19", "tán thành 18, không tán thành 01".

    Ballots handed out or counted may stand in ``before``, the sentences before it.
    Where several fractions stand there, the one that the stated percentage is of counts
    ("10/10 có mặt, đạt 10/11 là 90,9 %").
    """
    rest = re.sub(_DISAGREE, lambda match: "#" * len(match[0]), sentence)
    fractions = [m for m in _FRACTION.finditer(rest) if not _is_date(rest, m)]
    percent = _percent(rest, fractions)
    if fractions:
        chosen = next((m for m in fractions if _is_share(m, percent)), fractions[0])
        counted: tuple[int | None, int | None] = (int(chosen[1]), int(chosen[2]))
    else:
        counted = _counted(_number(_AGREE, rest), before + rest, percent)
    against, abstained = _number(_DISAGREE, sentence), _number(_ABSTAIN, sentence)
    return VoteCounts(counted[0], against, abstained, counted[1], percent)


def _counted(
    in_favour: int | None, said: str, percent: float | None
) -> tuple[int | None, int | None]:
    """Add the voters: the ballots, else those present unless the share is of others."""
    ballots = _BALLOTS.search(said)
    if ballots and in_favour is not None:
        return in_favour, int(ballots[1] or ballots[2])
    present = _PRESENT.search(said)
    voters = int(present[1]) if present else None
    if in_favour is None or not voters or percent is None:
        return in_favour, voters
    return in_favour, voters if abs(100 * in_favour / voters - percent) < 1 else None


# ", đạt tỷ lệ 100%" at the end is the vote's, however far its fraction stands.
_CLOSING_RATE: Final = re.compile(r"[,;(]\s{0,2}(?:đạt |chiếm |bằng )?tỷ lệ:?\s{0,2}$")


def _percent(sentence: str, fractions: list[re.Match[str]]) -> float | None:
    if _ALL.search(sentence):
        return 100.0
    alone = len(fractions) == 1
    for match in _PERCENT.finditer(sentence):
        follows = any(0 <= match.start() - m.end() <= _NEAR for m in fractions)
        closing = _CLOSING_RATE.search(sentence[: match.start()])
        at_end = not sentence[match.end() :].strip(" %).;")
        if follows or not fractions or (alone and closing and at_end):
            return float(match[1].replace(",", "."))
    return None


def _is_share(fraction: re.Match[str], percent: float | None) -> bool:
    share = 100 * int(fraction[1]) / max(int(fraction[2]), 1)
    return percent is not None and abs(share - percent) < 1


def _is_date(sentence: str, match: re.Match[str]) -> bool:
    """Whether a fraction is a day of a month; "22/20 tán thành" is a count, if a wrong one."""
    first, second = int(match[1]), int(match[2])
    if _BEFORE_DATE.search(sentence, max(0, match.start() - 12), match.start()):
        return True
    counted = _COUNTED.match(sentence, match.end())
    names_people = counted is not None and bool(counted[0].strip(" ,:("))
    is_day = 1 <= first <= 31 and 1 <= second <= 12 and (first > second or first * 3 < second)
    return second == 0 or (is_day and not names_people)


def _number(word: str, sentence: str) -> int | None:
    """Return the count right before ``word``, else right after it; 0 for "không"."""
    before = re.search(rf"{_COUNT}{_PEOPLE}\s{{0,3}}{word}", sentence)
    after = re.search(rf"{word}[ :=]{{0,3}}(?:là |có )?{_COUNT}{_NOT_THINGS}", sentence)
    match = before or after
    if match is not None:
        return int(match[1])
    return 0 if re.search(rf"{word}\s{{0,3}}[:=]\s{{0,3}}không(?!\w)", sentence) else None
