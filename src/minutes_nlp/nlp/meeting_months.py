"""Which months the title, the opening and the review name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.meeting_date import find_months
from minutes_nlp.nlp.text import fold

StatedMonth = tuple[str, int | None, int]

_TITLE: Final = re.compile(
    r"[\W_]*(?:trích |số )?(?:biên bản|sinh hoạt|họp|hội nghị|thường kỳ|định kỳ|shcb|cuộc họp"
    r"|buổi)(?!\w)|.{0,40}biên bản"
    r"|\(?\s*(?:tháng|t)\s?\d{1,2}\s*(?:[-/.]|năm)?\s*\d{0,4}\s*\)?\W*$"
)
_OPENING: Final = re.compile(
    r"(?:họp|sinh hoạt|hội nghị)(?: chi bộ)?(?: thường kỳ| định kỳ| thường lệ| lệ"
    r"| lệ kỳ)?(?: của)?\s*$"
)
_REVIEWED: Final = re.compile(
    r"(?:đánh giá|kiểm điểm|nhận xét|sơ kết|tổng kết|soát|rà soát|kết quả|coi lại|nhìn lại"
    r"|kiểm lại|xem lại|tình hình thực hiện"
    r"|báo cáo|kiểm việc|việc)[^.;:,]{0,60}$"
)
_NOT_REVIEWED: Final = re.compile(
    r"(?:phương hướng|kế hoạch|nhiệm vụ trọng tâm|nghị quyết|kết luận|giao|hết|trong|đến|từ|hồi"
    r"|đầu|cuối|giữa|dự kiến)\s*(?:của |chi bộ |họp )?$"
)
_HEAD: Final = 14


def find_stated_months(paragraphs: Sequence[Paragraph]) -> tuple[StatedMonth, ...]:
    """Return ("title" | "opening" | "reviewed", year, month) in the order of the text."""
    found = [*_title(paragraphs[:_HEAD]), *_reviewed(paragraphs)]
    return tuple(dict.fromkeys(found))


def _title(paragraphs: Sequence[Paragraph]) -> Iterator[StatedMonth]:
    for paragraph in paragraphs:
        if paragraph.section is not SectionLabel.FORMALITIES:
            return
        folded = fold(paragraph.text)
        title = len(paragraph.text.split()) <= 22 and _TITLE.match(folded) is not None
        for month in find_months(paragraph.text):
            before = folded[: month.start]
            if title and not re.search(r"đảng phí|chương trình|đại hội", before):
                yield "title", month.year, month.month
                break
            if _OPENING.search(before):
                yield "opening", month.year, month.month
                break


def _reviewed(paragraphs: Sequence[Paragraph]) -> Iterator[StatedMonth]:
    """Yield the month whose work the opening words of the review say they review."""
    seen = 0
    for paragraph in paragraphs:
        if paragraph.section is not SectionLabel.TASK_REVIEW:
            continue
        seen += 1
        folded = fold(paragraph.text)
        for month in find_months(paragraph.text):
            before = folded[max(0, month.start - 80) : month.start]
            if month.start < 110 and _REVIEWED.search(before) and not _NOT_REVIEWED.search(before):
                yield "reviewed", month.year, month.month
                return
        if seen >= 3:
            return
