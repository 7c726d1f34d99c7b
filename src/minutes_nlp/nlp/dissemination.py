"""Whether a paragraph that makes documents known tells more than their titles."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.model.minutes import Paragraph, Substance
from minutes_nlp.nlp.document_names import document_names
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import clauses
from minutes_nlp.nlp.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_TITLE_GOES_ON: Final = re.compile(r"[\s,]*(?:về|v/v|ngày|của|do|khóa|năm|lần)(?!\w)")
_TITLE_ENDS: Final = re.compile(r"[.:;(]")
_DOCUMENT: Final = re.compile(
    r"(?<!\w)(?:các |một số |những )?(?:nghị quyết|chỉ thị|kết luận|quy định|hướng dẫn|kế hoạch"
    r"|công văn|thông báo|quyết định|nghị định|thông tư|văn bản|luật|chương trình hành động"
    r"|định hướng sinh hoạt|thông tri|quy chế|đề án|thư (?:kêu gọi|ngỏ|khen)|điện mật)(?!\w)"
)
_FINITE: Final = re.compile(r"(?<!\w)(?:có|bị|được|phải|sẽ|đã|không|chưa|thì|nên|mỗi|từ nay)(?!\w)")
_LEAD_WORDS, _TITLE_WORDS = 2, 18
_HOLLOW_WORDS, _CLEAR_WORDS, _MOST_WORDS = 5, 10, 22


def dissemination_substance(paragraph: Paragraph) -> Substance:
    """Judge by the words left beside titles and verbs of making known.

    A title runs from a document's name to the end of the clause or to a word that opens its
    content ("yêu cầu", "trong đó").
    """
    rest = _without_titles(paragraph.text)
    rest = phrase_list("substance.toml", "dissemination").sub(" ", rest)
    left = len(_WORD.findall(rest))
    if left <= _HOLLOW_WORDS:
        return Substance.HOLLOW
    return Substance.SUBSTANTIVE if left >= _CLEAR_WORDS else Substance.UNCLEAR


def _without_titles(text: str) -> str:
    folded = fold(text)
    for start, end in clauses(text):
        if _is_handed_out(folded, start, end):
            folded = folded[:start] + " " * (end - start) + folded[end:]
            continue
        names = [name for name in document_names(text) if start <= name[0] < end]
        names = names or [m.span() for m in _DOCUMENT.finditer(folded, start, end)][:1]
        if names and _is_bare_title(folded, names[0], start, end):
            folded = folded[:start] + " " * (end - start) + folded[end:]
            continue
        for a, b in names:
            stop = _title_end(folded, b, end)
            folded = folded[:a] + " " * (stop - a) + folded[stop:]
    return folded


def _is_bare_title(folded: str, name: tuple[int, int], start: int, end: int) -> bool:
    """Whether a short clause begins with a document and opens none of its content."""
    leading = len(_WORD.findall(folded[start : name[0]])) <= _LEAD_WORDS
    short = len(_WORD.findall(folded[start:end])) <= _TITLE_WORDS
    opening = phrase_list("substance.toml", "content_after_title").search(folded, name[1], end)
    tells = _FINITE.search(folded, name[1], end)
    return leading and short and opening is None and tells is None


def _is_handed_out(folded: str, start: int, end: int) -> bool:
    """Whether a clause without a document's name only says where the papers are to be had."""
    if _DOCUMENT.search(folded, start, end) or len(folded[start:end].split()) > _MOST_WORDS:
        return False
    opening = phrase_list("substance.toml", "content_after_title").search(folded, start, end)
    handed = phrase_list("substance.toml", "distribution").search(folded, start, end)
    return handed is not None and (opening is None or opening.start() > handed.start())


def _title_end(folded: str, start: int, end: int) -> int:
    if not _TITLE_GOES_ON.match(folded, start, end):
        return start
    opening = phrase_list("substance.toml", "content_after_title").search(folded, start, end)
    stop = _TITLE_ENDS.search(folded, start, end)
    return min([match.start() for match in (opening, stop) if match] or [end])
