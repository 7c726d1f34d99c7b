"""TG003: title, date and reviewed month contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_TITLE_NAMES = ("title", "opening")
_HEAD = 12
_TITLE = re.compile(r"\W*(?:biên bản|\(?\s*(?:thường kỳ|sinh hoạt|họp|tháng|v/v))", re.IGNORECASE)
_NUMBER = re.compile(r"ngày\s{1,2}\d|\d\s?[/.-]\s?\d", re.IGNORECASE)
_WHAT = Text("ghi ngày họp", "state the day of the meeting")
_LATE_DAY = 20  # from then on a meeting may be that of the next month
_EARLY_DAY = 10  # up to then it may be that of the month before
_REVIEWABLE = (-1, 0)  # a review is of the month before or of the same month


class MonthsContradict(Rule):
    """The month in the title, the date of the meeting and the month reviewed contradict.

    **Why it matters.** It is mostly a remainder of last month's file, and makes the minutes
    hard to find again.

    **What does not count.** A meeting at the turn of the month; a review of a quarter or a year.

    **How to record it.** When copying an older file, mend title, date and months.
    """

    code, name, severity = "TG003", "months-contradict", Severity.INFO
    claim = Claim.CONTRADICTION
    title = Text("Ngày, tháng không nhất quán", "Dates contradict each other")
    basis = Text(
        "Ngày, tháng trong biên bản cần thống nhất với nhau.",
        "The dates in the minutes agree with each other.",
    )
    pattern = Text(
        "Xem lại ba chỗ: tên biên bản ghi [tháng họp]; câu mở đầu ghi [ngày họp]; phần đánh giá "
        "ghi [tháng được đánh giá].",
        "Look at three places: the title has [month of the meeting]; the opening has [day of the "
        "meeting]; the review has [month reviewed].",
    )
    good = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 7 NĂM 2026",
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
            "task_review | Đánh giá kết quả thực hiện nhiệm vụ tháng 6",
        ),
    )
    bad = (
        (
            "formalities | BIÊN BẢN SINH HOẠT CHI BỘ THÁNG 4 NĂM 2026",
            "formalities | Hôm nay, vào hồi 19 giờ 30 phút ngày 05/7/2026, Chi bộ thôn Đông họp.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding for a month that cannot belong to the date of the meeting."""
        held = minutes.meeting.date
        if held is None:
            return
        months = [(what, _months_apart(held, y, m), m) for what, y, m in minutes.meeting.months]
        titles = [(apart, month) for what, apart, month in months if what in _TITLE_NAMES]
        reviewed = [(apart, month) for what, apart, month in months if what == "reviewed"]
        if titles and all(apart != 0 for apart, _ in titles):
            yield self._title_differs(minutes, held, *titles[0])
        elif reviewed and all(apart not in _REVIEWABLE for apart, _ in reviewed):
            where = Text("phần đánh giá", "the review")
            yield self._finding(minutes, held, where, reviewed[0][1])

    def _title_differs(self, minutes: Minutes, held: date, apart: int, month: int) -> Verdict:
        next_month = apart == 1 and held.day >= _LATE_DAY
        last_month = apart == -1 and held.day <= _EARLY_DAY
        other_day = _day_in_month(minutes, month)
        if other_day:
            return self.undecided(might_show(other_day, _WHAT))
        if next_month or last_month:
            return self.undecided(
                Text(
                    f"Tiêu đề ghi tháng {month}, họp ngày {held:%d/%m/%Y}: có thể là kỳ họp sớm "
                    "hoặc muộn.",
                    f"The title says month {month}, the meeting was on {held:%d/%m/%Y}: perhaps "
                    "held early or late.",
                )
            )
        return self._finding(minutes, held, Text("tiêu đề", "the title"), month)

    def _finding(self, minutes: Minutes, held: date, where: Text, month: int) -> Verdict:
        message = Text(
            f"Ngày họp ghi {held:%d/%m/%Y} nhưng {where.vi} ghi tháng {month}.",
            f"The meeting is dated {held:%d/%m/%Y}, but {where.en} says month {month}.",
        )
        stated = minutes.meeting.evidence("date")
        return self.found(message, [stated] if stated else [])


def _day_in_month(minutes: Minutes, month: int) -> Paragraph | None:
    """Return an opening paragraph with a day in ``month``: the day read may be another's."""
    day = re.compile(rf"(?:\d\s{{0,2}}[/.-]|tháng)\s{{0,2}}0?{month}\s{{0,2}}(?:[/.-]|năm)", re.I)
    opening = (p for p in minutes.paragraphs[:_HEAD] if not _TITLE.match(p.text))
    return next((p for p in opening if _NUMBER.search(p.text) and day.search(p.text)), None)


def _months_apart(held: date, year: int | None, month: int) -> int:
    """Return by how many months the named one is after the meeting's; without year the nearest."""
    if year is not None:
        return (year - held.year) * 12 + month - held.month
    return (month - held.month + 6) % 12 - 6
