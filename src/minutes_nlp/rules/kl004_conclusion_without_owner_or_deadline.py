"""KL004: no conclusion names both who and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_nlp.model.labels import SectionLabel, Severity
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes, Paragraph, Substance, Task
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.evidence import might_be, might_show, none_is_sure, perhaps, place
from minutes_nlp.rules.names import known_names, mentioned, without_speaker
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.traces import has_time_words
from minutes_nlp.rules.verdicts import Verdict

# A time for all that was assigned: "Các việc trên xong trước ngày 20/8", "Thời hạn: cuối tháng".
_DATING = re.compile(
    r"(?:^|[.;:]\s|\|)\W*(?:thời hạn|hạn|các việc|những việc|mọi việc|tất cả|mấy việc|chậm nhất"
    r"|xong trước|hoàn thành trước)(?!\w)[^.;]{0,60}?"
    r"(?:\d|ngày|tháng|tuần|tết|kỳ sau|mùa|khi)",
    re.IGNORECASE,
)
# Bodies and groups that may be in charge by names which no list holds: "xóm Đông", "tổ Hai Lúa".
_OWNER = re.compile(
    r"(?<!\w)(?:[Xx]óm|[Tt]hôn|[Ấấ]p|[Bb]ản|[Tt]ổ|[Đđ]ội|[Nn]hóm|[Cc]ụm|[Kk]íp|[Cc]huyền|[Kk]hối|[Nn]gõ"
    r"|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Đđ]/c|[Đđ]c|[Đđ]ồng chí)"
    r"\s+(?!Bí|Phó|Chủ|Chi|Đảng|Thư|Giám)(?:\d|[A-ZĐÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ])"
)
_LIMIT = re.compile(
    r"\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)|(?<!\w)(?:hạn|xong|chậm nhất|trước (?:ngày|khi|kỳ|tết|mùa)"
    r"|(?:trong|cuối|đầu|giữa|hết|nội) (?:ngày|tuần|tháng|quý|vụ)|mùng|rằm|ngày mai"
    r"|tuần (?:này|sau)|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|kỳ sau|bữa)(?!\w)",
    re.IGNORECASE,
)
_NOT_ONE = Text("không phải là kết luận", "be no conclusion")


class ConclusionWithoutOwnerOrDeadline(Rule):
    """There are conclusions with content, but none names both who does it and by when.

    **Why it matters.** What belongs to everybody, some day, is hard to look back at a month
    later.

    **What does not count.** "Các đồng chí nghiêm túc thực hiện"; "toàn thể đảng viên"; "sớm".

    **How to record it.** "Giao đ/c … làm …, xong trước ngày …"; "trong tháng 8", "tuần này",
    "trước hội nghị sau" are deadlines too.
    """

    code, name, severity = (
        "KL004",
        "conclusion-without-owner-or-deadline",
        Severity.INFO,
    )
    claim = Claim.LACKING
    title = Text("Kết luận chưa rõ người, thời hạn", "Conclusion without owner and deadline")
    basis = Text(
        "Phân công nhiệm vụ cho đảng viên cần có người thực hiện và thời hạn.",
        "A task given to members states who does it and by when.",
    )
    pattern = Text(
        "Giao [tên đảng viên hoặc bộ phận] làm [việc gì], xong trước [ngày nào], báo cáo tại "
        "[buổi họp nào].",
        "[Name of the member or body] is to do [which task] by [which day] and report at [which "
        "meeting].",
    )
    good = (
        (
            "conclusions:chair | Đồng chí Bí thư kết luận: giao đ/c Thu lập danh sách hộ nghèo, "
            "nộp chi ủy trước ngày 15/9.",
        ),
        ("conclusions:chair | Anh Ba chốt: đ/c Đực sửa xong máy bơm trong tháng 8.",),
    )
    bad = (
        (
            "conclusions:chair | Đồng chí Bí thư kết luận: tiếp tục vận động bà con giữ vệ sinh "
            "đường làng, tăng cường tuần tra ban đêm.",
        ),
        (
            "conclusions:chair | Đồng chí chủ trì kết luận: yêu cầu toàn thể đảng viên gương mẫu "
            "thực hiện quy chế, khắc phục việc đi muộn.",
        ),
    )

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when no task in a conclusion has an owner and a time."""
        recorded = minutes.section(SectionLabel.CONCLUSIONS, headings=True)
        concluded = [p for p in recorded if p.substance is Substance.SUBSTANTIVE]
        tasks = _tasks_in(minutes, recorded)
        if not concluded or any(task.who and task.due for task in tasks):
            return
        halves = _half_named(tasks, recorded) or _perhaps_named(minutes, recorded)
        elsewhere = perhaps(minutes, thresholds, SectionLabel.CONCLUSIONS)
        if halves:
            yield self.undecided(_both_somewhere(halves))
        elif none_is_sure(concluded, SectionLabel.CONCLUSIONS, thresholds):
            yield self.undecided(might_show(concluded[0], _NOT_ONE))
        elif elsewhere:
            yield self.undecided(might_be(elsewhere[0], SectionLabel.CONCLUSIONS))
        else:
            message = Text(
                "Có kết luận nhưng chưa thấy ghi trong biên bản việc nào nêu rõ cả người thực "
                "hiện và thời hạn.",
                "There are conclusions, but none states both who acts and by when.",
            )
            yield self.found(message, [paragraph.span() for paragraph in concluded])


def _tasks_in(minutes: Minutes, paragraphs: list[Paragraph]) -> list[Task]:
    inside = {paragraph.index for paragraph in paragraphs}
    return [task for task in minutes.tasks if task.span.paragraph in inside]


def _half_named(tasks: list[Task], paragraphs: list[Paragraph]) -> Paragraph | None:
    """Return a paragraph that names somebody and, apart from that, a time: perhaps together."""
    for paragraph in paragraphs:
        here = [task for task in tasks if task.span.paragraph == paragraph.index]
        if any(task.who for task in here) and any(task.due for task in here):
            return paragraph
    return _dated_apart(tasks, paragraphs)


def _dated_apart(tasks: list[Task], paragraphs: list[Paragraph]) -> Paragraph | None:
    """Return a conclusion that gives all of them a time ("Các việc trên xong trước ngày …")."""
    if not any(task.who for task in tasks) and not any(_OWNER.search(p.text) for p in paragraphs):
        return None
    return next((p for p in paragraphs if _DATING.search(p.text)), None)


def _perhaps_named(minutes: Minutes, paragraphs: list[Paragraph]) -> Paragraph | None:
    """Return a paragraph with a member's name and words of time in which no task was read."""
    names = known_names(minutes)
    timed = [without_speaker(p) for p in paragraphs if has_time_words(p) and not p.is_heading]
    return next((p for p in timed if mentioned(p, names) or _dated_owner(p)), None)


def _dated_owner(paragraph: Paragraph) -> bool:
    """Whether the words of a time limit and what may be somebody's name stand together."""
    return bool(_OWNER.search(paragraph.text) and _LIMIT.search(paragraph.text))


def _both_somewhere(paragraph: Paragraph) -> Text:
    where = place(paragraph)
    return Text(
        f"Có {where.vi} nêu người và thời hạn ở hai chỗ; chưa rõ có cùng một việc hay không.",
        f"There is {where.en} which names somebody and a time apart from each other; whether "
        "they belong together is not clear.",
    )
