"""What Tesseract's Vietnamese model reads wrongly again and again, put right by form alone.

Only where print can mean one thing: no word is guessed, and a number only where a digit stands
among digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from minutes_nlp.readers.line_boxes import Box

_BULLET: Final = re.compile(r"[«»•*°®©¢¤se§„ø]{1,2}")
"""What a round bullet is read as; none of these is a word of Vietnamese at the head of a line."""
_DIRT: Final = re.compile(r"[-_.,~^ˆ'`´‘’¬:]{1,3}")
_DOUBTED: Final = 0.75
"""Confidence under which a lone small mark between words is taken for dirt."""
_AMONG_DIGITS: Final = re.compile(r"(?=[^\d]*\d)[(\"]?[\dIl|!]{2,}(?:[.,:/-][\dIl|!]+)*[.,;:)%\"]*")
_ONE: Final = str.maketrans({"I": "1", "l": "1", "|": "1", "!": "1"})
_FIRST_QUOTE: Final = re.compile(r"^['‘’](?=[^\W\d])")
_LAST_QUOTE: Final = re.compile(r"(?<=[^\W\d])['‘’](?=[.,;:!?)]*$)|(?<=[.,;:!?%])['‘’]$")
_CELL: Final = re.compile(r"(?i)chỉ")
_OF_CELL: Final = re.compile(r"(?i)(bộ|ủy|uỷ|đoàn|hội|nhánh)\b")
_OTHER_WORD: Final = frozenset({"phận", "môn", "đội", "hành", "đồng"})
_COUNTED: Final = frozenset(
    [
        "quý",
        "phần",
        "mục",
        "loại",
        "khối",
        "cấp",
        "lần",
        "kỳ",
        "kì",
        "chương",
        "hạng",
        "bậc",
        "đợt",
        "khóa",
        "khoá",
        "tập",
        "tổ",
        "khu",
        "vùng",
        "tuyến",
        "bảng",
        "lớp",
        "học",
        "điều",
        "giai",
        "nhóm",
        "lục",
    ]
)
"""Words before a Roman I."""


def mended(lines: Sequence[Sequence[Box]]) -> list[list[Box]]:
    """Return the lines with their words as they must have been printed.

    Args:
        lines: the words of each line as recognised, from left to right.
    """
    return [result for line in lines if (result := _line(_without_dirt(line)))]


def _without_dirt(line: Sequence[Box]) -> list[Box]:
    height = median(word.height for word in line) if line else 0.0
    return [
        word
        for number, word in enumerate(line)
        if not (
            number
            and _DIRT.fullmatch(word.text)
            and (word.confidence or 0.0) < _DOUBTED
            and max(word.height, word.right - word.left) < 0.4 * height
        )
    ]


def _line(line: Sequence[Box]) -> list[Box]:
    if not line:
        return []
    texts = [_word(word.text) for word in line]
    height = median(word.height for word in line)
    if len(line) > 1 and _BULLET.fullmatch(texts[0]) and line[0].height < 0.65 * height:
        texts[0] = "•"
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else ""
        after = texts[index + 2] if index + 2 < len(texts) else ""
        if _OF_CELL.match(following) and after not in _OTHER_WORD:
            texts[index] = _CELL.sub(_without_hook, text)
        if text in ("I", "I,", "I.", "I;") and index and _is_counted(texts[index - 1], following):
            texts[index] = text.translate(_ONE)
    return [replace(word, text=text) for word, text in zip(line, texts, strict=True)]


def _without_hook(match: re.Match[str]) -> str:
    return match[0].replace("ỉ", "i").replace("Ỉ", "I")


def _is_counted(before: str, following: str) -> bool:
    return (
        before.islower() and before.isalpha() and before not in _COUNTED
        and following[:1].islower()
    )  # fmt: skip


def _word(text: str) -> str:
    text = text.replace("ĐÐ", "Đ").replace("ÐĐ", "Đ").replace("Ð", "Đ")
    if text == "l":
        return "1"
    if _AMONG_DIGITS.fullmatch(text):
        text = text.translate(_ONE)
    return _LAST_QUOTE.sub('"', _FIRST_QUOTE.sub('"', text))
