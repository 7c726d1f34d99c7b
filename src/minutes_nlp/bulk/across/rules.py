"""The checks over many minutes as the catalogue shows them; they run in bulk reviews only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from minutes_nlp.model.labels import Severity
from minutes_nlp.model.language import Text


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """What a check over many minutes is.

    Attributes:
        code: such as "HT006".
        name: such as "near-copy".
        title: its name for people.
        severity: of its findings.
        basis: what it rests on.
        when: when it fires, in a sentence or two.
        explanation: why, what does not count, how to record it; in English, as Markdown.
    """

    code: str
    name: str
    title: Text
    severity: Severity
    basis: Text
    when: Text
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
    Text(
        "Báo khi từ 50 % nội dung riêng của văn bản ngắn hơn cũng có trong văn bản kia (khác tháng "
        "hoặc khác chi bộ); từ 25 % thì để người xem. Không so thể thức, thời sự, phổ biến văn bản "
        "và những câu nhiều chi bộ cùng dùng.",
        "Fires when 50 % of the shorter document's own text is also in the other one (of another "
        "month or cell); from 25 % it is undecided. Formalities, news, documents passed on and "
        "what many cells have in the same words are not compared.",
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
    Text(
        "Báo khi giữa tháng đầu và tháng cuối của chi bộ có tháng không thấy biên bản thường kỳ. "
        "Nên có danh sách chi bộ (--roll) ghi rõ từ tháng nào đến tháng nào.",
        "Fires for months between the first and the last of a cell without minutes of a regular "
        "meeting. A roll (--roll) says from when to when.",
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
    Text(
        "Báo khi một việc có ghi người làm hoặc thời hạn mà biên bản tháng sau không có đoạn nào "
        "nhắc tới. Máy chỉ so từ ngữ: nói cách khác hẳn thì có thể báo nhầm.",
        "Fires when a task that names who or when is not mentioned by any paragraph of the next "
        "month's minutes. Only words are compared: quite other words may raise a false alarm.",
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
