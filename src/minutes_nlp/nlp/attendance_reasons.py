"""Who is said to be away, and whether the minutes say why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.attendance_numbers import DATA
from minutes_nlp.nlp.names import find_persons
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import sentences
from minutes_nlp.nlp.text import fold

_CUE: Final = re.compile(r"(?<!\w)(?:vắng(?: mặt)?|xin (?:nghỉ|vắng|phép)|báo nghỉ)(?!\w)")
_ASIDE: Final = re.compile(r"\([^()]{0,200}\)")
_EMPTY: Final = re.compile(
    r"(?<!\w)(?:vắng|mặt|đồng chí|đ/c|đc|là|gồm|có|các|và|với|người|anh|chị|ông|bà|chú|bác|cô|bí thư|phó|chi ủy viên|đảng viên|đv"
    r"|cùng|trong đó|họp|hôm nay|đó)(?!\w)|[\W\d_]"
)
_STATED: Final = re.compile(r"(?<!\w)(?:có|không|ko) (?:lý do|phép)|(?<!\w)(?:có|đã) (?:báo|xin phép|đơn|giấy)")


def count_absent_names(sentences: Sequence[str]) -> int | None:
    """Return how many persons are named as absent; ``None`` when nobody is."""
    for sentence in sentences:
        folded = fold(sentence)
        cue = _CUE.search(folded)
        if cue is None or phrase_list(DATA, "nobody_absent").search(folded):
            continue
        plain = _ASIDE.sub(lambda match: " " * len(match[0]), sentence)
        persons = find_persons(plain)
        before = [p for p in persons if p.name_end <= cue.start()]
        after = [p for p in persons if p.start >= cue.end()]
        if after and not folded[cue.end() : after[0].start].strip(" :-–là"):
            return sum(p.group == after[0].group for p in after)
        if before:
            return sum(p.group == before[-1].group for p in before)
    return None


def absence_reason_given(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether anything beyond number and names is said of those who are absent."""
    for paragraph in paragraphs:
        text = paragraph.text
        for start, end in sentences(text):
            for cue in _CUE.finditer(fold(text), start, end):
                if _says_why(text, (start, end), cue.start()):
                    return True
    return False


def _says_why(text: str, sentence: tuple[int, int], cue: int) -> bool:
    start, end = sentence
    if _STATED.search(fold(text)[start:end]):
        return True
    named = [(person.start, person.name_end) for person in find_persons(text)]
    kept = "".join(
        " " if any(a <= i < b for a, b in named) else text[i] for i in range(cue, end)
    )
    return bool(_EMPTY.sub(" ", fold(kept)).split())
