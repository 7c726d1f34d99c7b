"""Which folders of pictures are one document, told by the names of their files.

A folder is asked only when it holds nothing but pictures.  Twelve scans of twelve meetings must
never become one document, nor twelve pages of one meeting twelve documents that are each found
wanting; where names leave that open, every picture stays by itself and goes to a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import PurePath
from typing import Final

from minutes_nlp.bulk.across.folding import fold

_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff"})
_NUMBERED: Final = re.compile(r"(?P<stem>.*?)[-_. (]*(?P<number>\d{1,6})\)?")
_WORDS: Final = re.compile(r"[a-z]+")
_PAGE_WORDS: Final = frozenset({"trang", "tr", "page", "pages", "pg"})
_DEVICE_WORDS: Final = """
anh anhchup camscanner document dsc dscn hinh image img imgs photo picture pic pxl quet scan scanned
scanner tailieu untitled
"""
"""What cameras and scanners call their files."""
_UNCLEAR_WORDS: Final = frozenset({"ban", "bb", "bienban", "p", "to", *_DEVICE_WORDS.split()})
"""The number behind them may be that of a page, and as well that of a paper, ward or group."""
_MOST_PAGES: Final = 30
"""Minutes have fewer pages; more numbered pictures in a folder are papers of their own."""


class Pages(Enum):
    """What the pictures of a folder are."""

    ONE_DOCUMENT = "one"
    IN_DOUBT = "doubt"
    APART = "apart"


def judge_pictures(names: Sequence[str]) -> Pages:
    """Return what the files of a folder that holds no other documents are.

    Args:
        names: of all its files, without hidden ones.
    """
    if len(names) < 2 or not all(map(_is_picture, names)):
        return Pages.APART
    found = [_NUMBERED.fullmatch(fold(PurePath(name).stem)) for name in names]
    if not all(found):
        return Pages.APART
    stems = {match["stem"] for match in found if match}
    numbers = sorted(int(match["number"]) for match in found if match)
    if len(stems) > 1 or len(set(numbers)) < len(numbers):
        return Pages.APART
    words = _WORDS.findall(stems.pop())
    last = words[-1] if words else None
    counts_up = numbers[0] in (0, 1) and numbers[-1] - numbers[0] == len(numbers) - 1
    if last in _PAGE_WORDS:
        return Pages.ONE_DOCUMENT if counts_up else Pages.IN_DOUBT
    may_be_pages = len(names) <= _MOST_PAGES and (last is None or last in _UNCLEAR_WORDS)
    return Pages.IN_DOUBT if may_be_pages else Pages.APART


def _is_picture(name: str) -> bool:
    return PurePath(name).suffix.casefold() in _SUFFIXES
