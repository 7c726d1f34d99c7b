"""Who attended, in numbers, as the minutes state them; nothing is computed that they do not say.

Counts are read sentence by sentence, names are counted where a list stands for a number, and
a number without a word is taken where it closes the sum.  What contradicts the rest is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Attendance, Paragraph, Span
from minutes_nlp.nlp.attendance_full import nobody_absent, nobody_probationary, read_full
from minutes_nlp.nlp.attendance_names import count_named
from minutes_nlp.nlp.attendance_numbers import Count, find_counts
from minutes_nlp.nlp.attendance_reasons import absence_reason_given, count_absent_names
from minutes_nlp.nlp.attendance_sums import close_sum, who_came
from minutes_nlp.nlp.attendance_words import DATA, FIELDS, GROUPS
from minutes_nlp.nlp.frame import with_formal_opening
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.remembering import remembering
from minutes_nlp.nlp.sentences import Range, clauses, sentences
from minutes_nlp.nlp.text import fold

_HEAD: Final = 30
_ABOUT: Final = re.compile(
    r"(?<!\w)(?:chi bộ|cb|tổng số|danh sách|sinh hoạt tạm|tạm thời|dự bị|chính thức|điểm danh"
    r"|thiếu|xin|nghỉ|có mặt|vắng|dự|hiện diện|quân số|qs|đảng viên|đv|họp|đủ|sỹ số|tham gia|tới"
    r"|đến|miễn|msh|shtt|sổ|người|đồng chí|đ/c|đc|còn|tổng|thành phần|ngồi)(?!\w)"
    r"|(?<!\w)có \d{1,3}\s?(?=[.,;]|$)|^\W*\d+(?!\d|[.)])"
)
_ASIDE: Final = re.compile(r"\([^()]{0,200}\)")
_STEP: Final = 25
_AT_ONCE: Final = 12
# Members who are due: of no others do the minutes then speak.
_DUE_MEMBERS: Final = re.compile(
    r"(?<!\w)(?:đảng viên|đv) phải (?:dự|họp|có mặt)"
    r"|phải (?:dự|họp|có mặt):? \d{1,3} (?:đảng viên|đv)(?!\w)"
)


@remembering
def read_attendance(paragraphs: Sequence[Paragraph]) -> Attendance:
    """Read the attendance statement of the opening."""
    paragraphs = with_formal_opening(paragraphs)
    opening = list(_opening(paragraphs))
    spans = [span for p in opening for span in _clauses(p)]
    counts = [(span, find_counts(span.text)) for span in spans]
    numbers = _stated(counts)
    for row in _tables(paragraphs):
        for kind, value in row.items():
            numbers.setdefault(kind, value)
    for kind in GROUPS:
        named = count_named(kind, [span.text for span in spans])
        if named:
            numbers.setdefault(kind, named)
    if "absent" not in numbers:
        told = [p.text[a:b] for p in opening for a, b in sentences(p.text)]
        slack = numbers.get("exempt", 0) + numbers.get("temporary", 0)
        elsewhere = 0 if "due" in numbers else numbers.get("temporary", 0)
        away = count_absent_names(told, _missing(numbers), slack, elsewhere)
        numbers.update({} if away is None else {"absent": away})
    free = [count.value for _, found in counts for count in found if count.kind == "free"]
    for kind, value in close_sum(numbers, free).items():
        numbers.setdefault(kind, value)
    numbers.update(who_came([span.text for span in spans], numbers))
    for span, found in counts:
        numbers.update(read_full(span.text, found, numbers))
    if "due" in numbers and any(_DUE_MEMBERS.search(fold(span.text)) for span in spans):
        numbers.setdefault("total", numbers["due"])
    if "due" in numbers and numbers["due"] == numbers.get("present"):
        numbers.setdefault("absent", 0)
    absent = numbers.get("absent")
    return Attendance(
        **{kind: numbers.get(kind) for kind in FIELDS},
        reason_given=absence_reason_given(paragraphs[:_HEAD]) if absent else None,
        evidence=tuple(span for span, found in counts if found),
    )


def _opening(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs before the first matter of the meeting, however tagged."""
    seen = 0
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.section is SectionLabel.FORMALITIES:
            yield paragraph
        else:
            seen += 1
            if seen > 4:
                return


def _clauses(paragraph: Paragraph) -> Iterator[Span]:
    folded = fold(paragraph.text)
    about: list[Range] = []
    for a, b in sentences(paragraph.text):
        asked = about and about[-1][1] == a - 1 and folded[a - 2] == "?"
        if asked or _ABOUT.search(folded, a, b):
            about.append((a, b))
    turned = -1
    for start, end in clauses(paragraph.text):
        cut = _elsewhere(folded[start:end])
        sentence = next((a for a, b in about if a <= start < b), None)
        # "Đảng phí tháng 4 còn nợ; tháng 5 đủ 38/38": a sentence that has turned away stays so.
        counted = turned != sentence or any(c.labelled for c in find_counts(folded[start:end]))
        if cut and sentence is not None and counted:
            yield paragraph.span(start, start + cut)
        turned = turned if cut == end - start or sentence is None else sentence


def _elsewhere(folded: str) -> int:
    """Return where the clause turns to another count (fees, a vote); 0 when all of it is."""
    asides = [match.span() for match in _ASIDE.finditer(folded)]
    for match in phrase_list(DATA, "elsewhere").finditer(folded):
        if not any(a < match.start() < b for a, b in asides):
            return match.start() if _runs_on(folded[: match.start()]) else 0
    return len(folded)


def _runs_on(before: str) -> bool:
    """Whether a writer without full stops has counted those present before he goes on."""
    if any(c.start < _AT_ONCE and c.labelled for c in find_counts(before)):
        return True
    before = before.rstrip()
    closed = before.endswith((".", ";"))
    counts = find_counts(before if closed or before.endswith(",") else before[:-_STEP])
    counted = {count.kind for count in counts if count.labelled or closed} & set(FIELDS)
    return len(counted) > (0 if closed else 1)


def _stated(counts: Sequence[tuple[Span, list[Count]]]) -> dict[str, int]:
    """Return the first number of each kind, later corrections taken in."""
    numbers: dict[str, int] = {}
    whole = None
    came: list[int] = []
    for span, found in counts:
        if nobody_absent(span.text):
            numbers.setdefault("absent", 0)
        if nobody_probationary(span.text):
            numbers.setdefault("probationary", 0)
        for count in found:
            if count.kind == "total" and not count.labelled:
                whole = whole or count.value
            elif count.kind == "raised":
                if min(came, default=count.value) < count.value:
                    numbers["present"] = count.value
            else:
                numbers.setdefault(count.kind, count.value)
                came += [count.value] if count.kind in {"present", "free"} else []
        # "Vắng có phép 2, không phép 1": the parts stand for the number.
        parts = [count.value for count in found if count.kind == "reason"]
        if parts and phrase_list(DATA, "absent").search(fold(span.text)):
            numbers.setdefault("absent", sum(parts))
    if whole is not None:
        numbers["total"] = max(whole, numbers.get("total", whole))
    return numbers


def _missing(numbers: dict[str, int]) -> int | None:
    """Return how many of those due, else of the total without the exempt, did not come."""
    if "present" in numbers and "due" in numbers:
        return numbers["due"] - numbers["present"]
    if "total" not in numbers or "present" not in numbers:
        return None
    return numbers["total"] - numbers["present"] - numbers.get("exempt", 0)


def _tables(paragraphs: Sequence[Paragraph]) -> Iterator[dict[str, int]]:
    """Yield what a table says whose header row names the counts and whose next row has them."""
    head = paragraphs[:_HEAD]
    for upper, lower in pairwise(head):
        if "|" not in upper.text or "|" not in lower.text:
            continue
        kinds = [_kind_of(cell) for cell in upper.text.split("|")]
        cells = [cell.strip() for cell in lower.text.split("|")]
        if sum(kind is not None for kind in kinds) >= 2 and len(kinds) == len(cells):
            yield {
                kind: int(cell)
                for kind, cell in zip(kinds, cells, strict=True)
                if kind and cell.isdigit()
            }


def _kind_of(cell: str) -> str | None:
    folded = fold(cell)
    for kind in reversed(FIELDS):
        if phrase_list(DATA, kind).search(folded):
            return kind
    return None
