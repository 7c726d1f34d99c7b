"""Bare headings: lines that open others and say nothing themselves."""

from __future__ import annotations

import re
from typing import Final

from minutes_nlp.model.labels import SPOKEN_SECTIONS, SectionLabel
from minutes_nlp.model.minutes import Paragraph
from minutes_nlp.nlp.owners import named_people
from minutes_nlp.nlp.phrases import phrase_list
from minutes_nlp.nlp.sentences import sentences
from minutes_nlp.nlp.text import fold

_ENUMERATOR: Final = re.compile(
    r"\s{0,3}(?:[-–+*•→▪●✓◦]\s{0,3})?"
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s{1,2}là\s{1,2}"
    r"|(?:phần|mục|nội dung|vấn đề|việc)?\s{0,3}(?:thứ\s{1,3})?"
    r"(?:[ivxlc]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|(?!đ/?c)[a-zđ]|nhất|nhứt|hai|ba|tư|bốn|năm|sáu)"
    r"\s{0,3}[-.):/–]+\s{0,3})?(?:[-–+*•]\s{0,3})?",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\s{0,3}(?:phần|mục|nội dung)?\s{0,3}([ivxlc]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])"
    r"\s{0,2}[-.):/–]"
)
_MATTER: Final = re.compile(
    r"(?:việc|vấn đề|nội dung|mục)\s{1,3}(?:thứ\s{1,3})?(?:\d|nh[ấứ]t|hai|ba|tư|bốn|năm|một)"
)
_TABLE_HEAD: Final = re.compile(
    r"(?:stt|tt|họ (?:và )?tên|nội dung|việc|nhiệm vụ|người|ai|hạn|kết quả|thời (?:gian|hạn)"
    r"|ghi chú|chỉ tiêu)"
)
_DATES: Final = re.compile(r"(?:tháng|quý|năm|t)?\s{0,3}\d{1,2}(?:[/.-]\d{2,4})?|\d{4}")
_ENDED: Final = re.compile(r"[.!;,]\s*$")
_BLANKS: Final = re.compile(r"(?:…|\.{4,}|_{3,})[\s.…_]*$")
_QUOTED: Final = re.compile(r"\([^)]{0,80}\)")


def without_enumerator(text: str) -> int:
    """Return where the words begin after a leading dash, number or letter."""
    match = _ENUMERATOR.match(text)
    return match.end() if match and match.end() < len(text) else 0


def has_enumerator(text: str) -> bool:
    """Whether the line is numbered or lettered (a mere dash does not count)."""
    return any(char.isalnum() for char in text[: without_enumerator(text)])


def enumerator_style(text: str) -> str:
    """Return how a line is numbered: "I", "1", "1.1", "a"; empty when it is not."""
    match = _NUMBERED.match(fold(text))
    if match is None:
        return ""
    number = match[1]
    if number[0].isdigit():
        return ".".join("1" for _ in number.split("."))
    return "I" if set(number) <= set("ivxlc") else "a"


def is_heading(paragraph: Paragraph) -> bool:
    """Whether the paragraph is a bare heading, a table's head or a lead-in."""
    text = paragraph.text.strip()
    body = _BLANKS.sub("", fold(text[without_enumerator(text) :])).rstrip()
    count = len(body.split())
    if not any(char.isalpha() for char in body):
        return True
    if _is_table_head(body) or (text.isupper() and count <= 45):
        return True
    return (
        (count <= 24 and body.endswith(":"))
        or (count <= 24 and _is_lead_in(body))
        or (count <= 16 and _MATTER.match(body) is not None and ":" in body)
        or (count <= 15 and _is_title(paragraph, text, body))
    )


def _is_table_head(body: str) -> bool:
    cells = body.split(" | ")
    return (
        len(cells) > 1
        and all(len(cell.split()) <= 4 for cell in cells)
        and not any(char.isdigit() for char in _DATES.sub("", body))
        and sum(_TABLE_HEAD.match(cell.strip()) is not None for cell in cells) * 2 >= len(cells)
    )


def _is_lead_in(body: str) -> bool:
    body = body.rstrip(" .:")
    if len(sentences(body)) > 1:
        return False
    ends = [match.end() for match in phrase_list("substance.toml", "lead_in").finditer(body)]
    return bool(ends) and max(ends) == len(body)


def _is_title(paragraph: Paragraph, text: str, body: str) -> bool:
    bare = _QUOTED.sub("", body)
    if _ENDED.search(bare) or ":" in bare or any(c.isdigit() for c in _DATES.sub("", bare)):
        return False
    if phrase_list("substance.toml", "agreeing").search(bare):
        return False
    if phrase_list("substance.toml", "heading").match(bare):
        return not _says_something(bare, paragraph)
    is_spoken = paragraph.section in SPOKEN_SECTIONS
    return is_spoken and has_enumerator(text) and not named_people(paragraph.text)


def _says_something(bare: str, paragraph: Paragraph) -> bool:
    if paragraph.section is SectionLabel.CRITICISM and "không có" in bare:
        return True
    return any(word in bare for word in (" đã ", " không ", " chưa ", " sẽ ", " được ", " phải "))
