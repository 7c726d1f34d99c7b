"""Who attended, in numbers, as the minutes state them; nothing is computed that they do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from minutes_nlp.model.labels import SectionLabel
from minutes_nlp.model.minutes import Attendance, Paragraph, Span
from minutes_nlp.nlp.attendance_numbers import DATA, FIELDS, Count, find_counts
from minutes_nlp.nlp.attendance_reasons import absence_reason_given, count_absent_names
from minutes_nlp.nlp.frame import with_formal_opening
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.numerals import find_numbers
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import clauses
from minutes_nlp.nlp.text import fold

_HEAD: Final = 30
_KINDS_OF_ONE: Final = ("exempt", "temporary", "probationary")
_PART: Final = re.compile(r"[^,;:()]+")
_MOST_NAMED: Final = 4
_ABOUT: Final = re.compile(
    r"(?<!\w)(?:chi bộ|cb|tổng số|danh sách|sinh hoạt tạm|tạm thời|dự bị|chính thức|điểm danh"
    r"|thiếu|xin|nghỉ|có mặt|vắng|dự|hiện diện|quân số|qs|đảng viên|đv|họp|đủ|sĩ số|tham gia|tới"
    r"|đến|miễn)(?!\w)"
)


def read_attendance(paragraphs: Sequence[Paragraph]) -> Attendance:
    """Read the attendance statement of the opening."""
    paragraphs = with_formal_opening(paragraphs)
    spans = [span for p in _opening(paragraphs) for span in _sentences(p)]
    numbers: dict[str, int] = {}
    evidence: list[Span] = []
    for span in spans:
        read = _read_sentence(span.text, numbers)
        if read:
            evidence.append(span)
        for kind, value in read.items():
            numbers.setdefault(kind, value)
    for row in _tables(paragraphs):
        for kind, value in row.items():
            numbers.setdefault(kind, value)
    for kind in _KINDS_OF_ONE:
        counted = _named_as(kind, [span.text for span in spans])
        if counted:
            numbers.setdefault(kind, counted)
    absent = numbers.get("absent")
    if absent is None:
        absent = count_absent_names([span.text for span in spans])
    someone = absent is None or absent > 0
    return Attendance(
        **{kind: numbers.get(kind) for kind in FIELDS if kind != "absent"},
        absent=absent,
        reason_given=absence_reason_given(paragraphs[:_HEAD]) if absent and someone else None,
        evidence=tuple(evidence),
    )


def _named_as(kind: str, sentences: Sequence[str]) -> int:
    """Count the persons who are named beside a word of this kind ("bác Đại miễn sinh hoạt")."""
    names: set[str] = set()
    for sentence in sentences:
        for part in _PART.findall(sentence):
            if phrase_list(DATA, kind).search(fold(part)):
                names.update(fold(mention.name).split()[-1] for mention in find_persons(part))
    return len(names) if len(names) <= _MOST_NAMED else 0


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


def _sentences(paragraph: Paragraph) -> Iterator[Span]:
    for start, end in clauses(paragraph.text):
        folded = fold(paragraph.text[start:end])
        if _ABOUT.search(folded) and not phrase_list(DATA, "elsewhere").search(folded):
            yield paragraph.span(start, end)


def _read_sentence(sentence: str, known: dict[str, int]) -> dict[str, int]:
    folded = fold(sentence)
    counts = find_counts(sentence)
    read: dict[str, int] = {}
    for count in counts:
        if count.kind in FIELDS:
            read.setdefault(count.kind, count.value)
    if phrase_list(DATA, "nobody_absent").search(folded):
        read["absent"] = 0
    if "present" not in read and "present" not in known:
        present = _all_there(folded, counts, {**read, **known})
        if present is not None:
            read["present"] = present
            read.setdefault("total", present)
    if read.get("present", -1) == read.get("total") and phrase_list(DATA, "full").search(folded):
        read.setdefault("absent", 0)
    return read


def _all_there(folded: str, counts: list[Count], numbers: dict[str, int]) -> int | None:
    """Return the number present where the sentence says that all are there."""
    match = phrase_list(DATA, "full").search(folded)
    if match is None:
        return None
    following = find_numbers(folded[match.end() :])
    if following and following[0].start <= 4 and not following[0].in_words:
        return following[0].value
    return numbers.get("total")


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
