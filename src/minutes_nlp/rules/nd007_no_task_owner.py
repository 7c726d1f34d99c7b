"""ND007: no task has an owner."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.evidence import might_show, perhaps
from minutes_nlp.rules.names import known_names, mentioned
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

_PLACES = (SectionLabel.NEXT_TASKS, SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION)
_WHAT = Text("phân công cho người, bộ phận cụ thể", "put somebody in charge")


class NoTaskOwner(Rule):
    """Tasks are recorded, and none anywhere has a named person or body in charge.

    **Why it matters.** A task of everybody is easily nobody's.

    **What does not count.** "Toàn chi bộ", "các đồng chí đảng viên", "mỗi đảng viên".

    **How to record it.** "Giao đ/c …", "chi đoàn phụ trách", "tổ 2 làm".
    """

    code, name, severity = "ND007", "no-task-owner", Severity.WARNING
    title = Text("Chưa phân công cụ thể", "No task has an owner")
    basis = Text(
        "Phân công nhiệm vụ cụ thể cho đảng viên, bộ phận.",
        "Tasks are given to certain members or bodies.",
    )
    good = (
        ("next_tasks | Giao đ/c Lan bơm nước cho 3 ha lúa trước ngày 10/7.",),
        ("conclusions:chair | Đồng chí Bí thư kết luận: chi đoàn dọn kênh trong tháng 8.",),
    )
    bad = (
        (
            "next_tasks | Tập trung bơm nước, làm cỏ đợt 2 cho 42 ha lúa.",
            "next_tasks | Tiếp tục tuyên truyền phòng chống dịch.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when tasks are there and nobody is, nor may be, in charge."""
        told = minutes.section(*_PLACES)
        if not (minutes.tasks or minutes.section(SectionLabel.NEXT_TASKS)):
            return
        if any(task.who for task in minutes.tasks):
            return
        names = known_names(minutes)
        maybe = [*told, *perhaps(minutes, thresholds, *_PLACES)]
        doubtful = next((p for p in maybe if mentioned(_without_speaker(p), names)), None)
        if doubtful:
            yield self.undecided(might_show(doubtful, _WHAT))
            return
        message = Text(
            "Có nhiệm vụ nhưng chưa thấy ghi trong biên bản người hoặc bộ phận phụ trách việc nào.",
            "Tasks are recorded, but nobody is named as in charge of any.",
        )
        tasks = [task.span for task in minutes.tasks]
        yield self.found(message, tasks or [paragraph.span() for paragraph in told])


def _without_speaker(paragraph: Paragraph) -> Paragraph:
    """Leave out the words that name who speaks: the chair is not in charge by speaking."""
    speaker = paragraph.speaker
    if speaker is None or speaker.start == speaker.end:
        return paragraph
    text = paragraph.text[: speaker.start] + paragraph.text[speaker.end :]
    return Paragraph(index=paragraph.index, text=text, section=paragraph.section)
