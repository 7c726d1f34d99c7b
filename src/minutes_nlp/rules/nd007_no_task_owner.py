"""ND007: no task has an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph, Substance
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_show, perhaps
from minutes_nlp.rules.names import known_names, mentioned, without_speaker
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import perhaps_assigned
from minutes_nlp.rules.verdicts import Verdict

_PLACES = (SectionLabel.NEXT_TASKS, SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION)
_DECIDING = (SectionLabel.CONCLUSIONS, SectionLabel.RESOLUTION)
_SEARCHED = Text(
    "phần phương hướng, kết luận, quyết nghị", "next tasks, conclusions and resolutions"
)
# A capitalised word beside a word of duty: "(Tẹo, Dần phụ trách)", "phụ trách: Tẹo".
_DUTY = re.compile(
    r"[ ,(]\(?[A-ZĐ][^\W\d_A-ZĐ]+\)?\s(?:phụ trách|chịu trách nhiệm|lo|nhận|đảm nhiệm|đứng ra"
    r"|làm)(?!\w)"
    r"|(?:[Pp]hụ trách|[Nn]gười làm|[Tt]rách nhiệm|[Đđ]ầu mối)\s?[:\-–]\s?[A-ZĐ]"
)
_WHAT = Text("phân công cho người, bộ phận cụ thể", "put somebody in charge")


class NoTaskOwner(Rule):
    """No task anywhere has a named person or body in charge.

    **Why it matters.** A task of everybody is easily nobody's.

    **What does not count.** "Toàn chi bộ", "các đồng chí đảng viên", "mỗi đảng viên". Where no
    task is recorded at all, ND006 says so and this check stands aside.

    **How to record it.** "Giao đ/c …", "chi đoàn phụ trách", "tổ 2 làm".
    """

    code, name, severity = "ND007", "no-task-owner", Severity.WARNING
    claim = Claim.LACKING
    title = Text("Chưa phân công cụ thể", "No task has an owner")
    basis = Text(
        "Phân công nhiệm vụ cụ thể cho đảng viên, bộ phận.",
        "Tasks are given to certain members or bodies.",
    )
    pattern = Text(
        "Giao [tên đảng viên hoặc bộ phận] phụ trách [việc gì], cùng làm có [ai], xong trước "
        "[ngày nào].",
        "[Name of the member or body] is in charge of [which task], helped by [who], by [which "
        "day].",
    )
    good = (
        ("next_tasks | Giao đ/c Lan bơm nước cho 3 ha lúa trước ngày 10/7.",),
        ("conclusions:chair | Đồng chí Bí thư kết luận: giao chi đoàn dọn kênh trong tháng 8.",),
    )
    bad = (
        (
            "next_tasks | Tập trung bơm nước, làm cỏ đợt 2 cho 42 ha lúa.",
            "next_tasks | Tiếp tục tuyên truyền phòng chống dịch.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when nobody is, nor may be, in charge of anything."""
        if any(task.who for task in minutes.tasks):
            return
        told = minutes.section(*_PLACES)
        tasks = [task.span for task in minutes.tasks]
        set_out = bool(tasks) or bool(minutes.section(SectionLabel.NEXT_TASKS))
        likely = perhaps(minutes, thresholds, *_PLACES)
        names = known_names(minutes)
        spoken = [(p, without_speaker(p)) for p in (*told, *likely)]
        doubtful = [p for p, said in spoken if mentioned(said, names) or _DUTY.search(said.text)]
        doubtful += [p for p in minutes.section(*_DECIDING) if perhaps_assigned(p)]
        if not set_out:
            doubtful += [*likely, *(p for p in told if _may_assign(p))]
        if doubtful:
            yield self.undecided(might_show(doubtful[0], _WHAT))
            return
        if not set_out:
            return
        message = Text(
            "Chưa thấy ghi trong biên bản người hoặc bộ phận phụ trách nhiệm vụ nào.",
            "Nobody is named as in charge of any task.",
        )
        evidence = tasks or [paragraph.span() for paragraph in told]
        yield self.found(message, evidence, searched=_SEARCHED)


def _may_assign(paragraph: Paragraph) -> bool:
    """Whether a conclusion with content may hold a task that was not read."""
    concludes = paragraph.section is SectionLabel.CONCLUSIONS
    return concludes and paragraph.substance in (Substance.SUBSTANTIVE, Substance.UNCLEAR)
