"""The checks over many minutes as the catalogue shows them; they run in bulk reviews only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from minutes_nlp.bulk.across.follow_up import OpenTask
from minutes_nlp.bulk.across.missing_months import MissingMonth
from minutes_nlp.bulk.across.months import in_words
from minutes_nlp.bulk.across.near_copies import Copy, NothingOwn
from minutes_nlp.bulk.across.verdicts import AcrossVerdict
from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """What a check over many minutes is; ``explanation`` is its page in English."""

    code: str
    name: str
    title: Text
    severity: Severity
    basis: Text
    explanation: str


def across_rules() -> tuple[AcrossRule, ...]:
    """Return the checks, by code."""
    return (_NEAR_COPY, _MISSING_MONTH, _TASK_NOT_TAKEN_UP)


_NEAR_COPY: Final = AcrossRule(
    "HT006",
    "near-copy",
    Text("Trùng với biên bản khác", "Near-copy of other minutes"),
    Severity.WARNING,
    Text(
        "Biên bản ghi diễn biến của chính buổi họp ấy.",
        "Minutes record what happened at this very meeting.",
    ),
    """Much of the text is also found in the minutes of another month or another cell.

**Why it matters.** Copied minutes say nothing of the meeting that they stand for.

**What does not count.** Formalities, news and documents passed on; whatever more than 3 cells (2 %
of many cells, at most 10) have in the same words; two papers of one cell and one month. Dates,
numbers, tones and punctuation are not compared.

**When it fires.** At least 50 % of the shorter document's own text (runs of five words) is found
in the other one; from 25 % it is undecided, and also when the cell or the month is not known, or
when 85 % of a text is found in many cells.

**How to record it.** Write what was said and decided at this meeting.""",
)
_MISSING_MONTH: Final = AcrossRule(
    "LT001",
    "missing-month",
    Text("Thiếu biên bản của tháng", "No minutes of a month"),
    Severity.WARNING,
    Text(
        "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần, buổi nào cũng có biên bản.",
        "A cell holds a regular meeting every month, each with minutes.",
    ),
    """There are no minutes of a regular meeting of a month.

**Why it matters.** A cell meets every month; minutes that are missing here may lie elsewhere.

**What does not count.** A thematic meeting does not stand for the regular one.

**When it fires.** For months between the first and the last of the cell's own minutes, or from
`from` to `to` of the roll. Undecided where minutes of an unknown month or cell may be those that
are missing, where it is not clear whether the meeting was a regular one, outside of the cell's own
months without a roll, and in gaps of more than 12 months.

**How to record it.** Add the missing minutes, or say in the roll since when the cell exists.""",
)
_TASK_NOT_TAKEN_UP: Final = AcrossRule(
    "LT002",
    "task-not-taken-up",
    Text("Nhiệm vụ tháng trước chưa được nhắc lại", "Last month's task not taken up"),
    Severity.INFO,
    Text(
        "Mở đầu đánh giá kết quả thực hiện nghị quyết, nhiệm vụ tháng trước.",
        "The review begins with the resolution and the tasks of the month before.",
    ),
    """A task that one month's minutes assign is not found in the next month's.

**Why it matters.** Whether what was assigned is done is the first thing to review.

**What does not count.** Tasks that name neither who nor when; tasks due after the next meeting;
months whose next month has no minutes (see LT001).

**When it fires.** No paragraph of the next month's minutes shares two neighbouring telling words
with the task, and none has 15 % of its telling words. Found again: 40 % of the words, or three
such pairs. All between is undecided, also tasks of a few words and minutes that are hard to read.
Who was to do it only adds to the likeness of a paragraph; nobody is listed or counted.

**How to record it.** "Việc giao tháng trước: … đã xong / chưa xong vì …".""",
)


def verdict_of(found: Copy | NothingOwn | MissingMonth | OpenTask) -> AcrossVerdict:
    """Return what a check says in the form that all checks share."""
    return _FORMS[type(found)](found)


def _copy(found: Copy) -> AcrossVerdict:
    held, other = found.second, found.first
    percent = round(100 * found.share)
    where = _where(other.unit, other.month, other.path)
    message = Text(
        f"{percent} % phần nội dung riêng trùng với {where.vi}.",
        f"{percent} % of its own text is also in {where.en}.",
    )
    told = _with(message, found.doubt)
    return AcrossVerdict("HT006", bool(found.doubt), held.unit, held.month, held.path, told)


def _nothing_own(found: NothingOwn) -> AcrossVerdict:
    held, percent = found.held, round(100 * found.share)
    message = Text(
        f"{percent} % nội dung giống hệt biên bản của nhiều chi bộ khác (mẫu chung hoặc chép), "
        "phần riêng còn quá ít để so.",
        f"{percent} % of the text is found in many cells (a template, or copied); too little is "
        "left to compare.",
    )
    return AcrossVerdict("HT006", True, held.unit, held.month, held.path, message)


def _missing(found: MissingMonth) -> AcrossVerdict:
    month = in_words(found.month)
    message = Text(
        f"Chưa thấy biên bản sinh hoạt thường kỳ tháng {month}.",
        f"No minutes of a regular meeting of {month}.",
    )
    told = _with(message, found.doubt)
    return AcrossVerdict("LT001", bool(found.doubt), found.unit, found.month, None, told)


def _task(found: OpenTask) -> AcrossVerdict:
    held, later = found.task.held, found.later
    where = _where(None, later.month, later.path)
    message = Text(
        f"Một việc giao ở đoạn {found.task.paragraph + 1} chưa thấy nhắc lại trong {where.vi}.",
        f"A task of paragraph {found.task.paragraph + 1} is not taken up in {where.en}.",
    )
    told = _with(message, found.doubt)
    return AcrossVerdict("LT002", bool(found.doubt), held.unit, held.month, held.path, told)


def _where(unit: str | None, month: str | None, path: str) -> Text:
    of_unit = f" {unit}" if unit else ""
    of_month = f" {in_words(month)}" if month else ""
    vi = f"biên bản{of_unit}{' tháng' if month else ''}{of_month} ({path})"
    return Text(vi, f"the minutes of{of_unit}{of_month} ({path})")


def _with(message: Text, doubt: Text | None) -> Text:
    return Text(f"{message.vi} {doubt.vi}", f"{message.en} {doubt.en}") if doubt else message


_FORMS: Final[dict[type, Callable[..., AcrossVerdict]]] = {
    Copy: _copy,
    NothingOwn: _nothing_own,
    MissingMonth: _missing,
    OpenTask: _task,
}
